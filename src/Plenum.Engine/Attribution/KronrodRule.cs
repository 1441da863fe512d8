namespace Plenum.Engine.Attribution;

/// <summary>Gauss's rule with three points and Kronrod's extension of it to seven, on the interval from 0 to 1.</summary>
/// <remarks>
/// The seven points integrate polynomials up to degree 11 exactly, the three among them up to degree 5; their difference tells the error.
/// Source: A. Kronrod (1965), "Nodes and Weights of Quadrature Formulas", Consultants Bureau.
/// </remarks>
internal static class KronrodRule
{
    /// <summary>The points.</summary>
    public static ReadOnlySpan<double> Points => [0.5 - (0.5 * Outer), 0.5 - (0.5 * Middle), 0.5 - (0.5 * Inner), 0.5, 0.5 + (0.5 * Inner), 0.5 + (0.5 * Middle), 0.5 + (0.5 * Outer)];

    /// <summary>The weights of Kronrod's rule; they sum to 1.</summary>
    public static ReadOnlySpan<double> Weights => [0.5 * OuterWeight, 0.5 * MiddleWeight, 0.5 * InnerWeight, 0.5 * CentreWeight, 0.5 * InnerWeight, 0.5 * MiddleWeight, 0.5 * OuterWeight];

    /// <summary>The weights of Gauss's rule, zero at the points that it does not use.</summary>
    public static ReadOnlySpan<double> GaussWeights => [0.0, 5.0 / 18.0, 0.0, 8.0 / 18.0, 0.0, 5.0 / 18.0, 0.0];

    private const double Outer = 0.960491268708020283423507092629080;
    private const double Middle = 0.774596669241483377035853079956480;
    private const double Inner = 0.434243749346802558002071502844628;
    private const double OuterWeight = 0.104656226026467265193823857192073;
    private const double MiddleWeight = 0.268488089868333440728569280666710;
    private const double InnerWeight = 0.401397414775962222905051818618432;
    private const double CentreWeight = 0.450916538658474142345110087045571;

    /// <summary>Estimates the error of Kronrod's rule from its difference to Gauss's.</summary>
    /// <param name="difference">Size of the difference.</param>
    /// <param name="variation">The integral of the distance of the integrand from its mean.</param>
    /// <remarks>Source: R. Piessens and others (1983), "QUADPACK", Springer, section 2.2.4.</remarks>
    public static double Error(double difference, double variation) =>
        variation > 0.0 && difference > 0.0 ? variation * Math.Min(1.0, Math.Pow(200.0 * difference / variation, 1.5)) : difference;
}
