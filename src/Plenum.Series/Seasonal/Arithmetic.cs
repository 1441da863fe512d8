namespace Plenum.Series.Seasonal;

/// <summary>Products or sums, so that each step is written once for both models.</summary>
/// <param name="Neutral">The seasonal or irregular that changes nothing.</param>
/// <param name="Join">Puts two components together.</param>
/// <param name="Remove">Takes a component away.</param>
internal sealed record Arithmetic(double Neutral, Func<double, double, double> Join, Func<double, double, double> Remove)
{
    private static readonly Arithmetic s_product = new(1, (a, b) => a * b, (a, b) => a / b);
    private static readonly Arithmetic s_sum = new(0, (a, b) => a + b, (a, b) => a - b);

    public static Arithmetic Of(SeasonalModel model) => model == SeasonalModel.Multiplicative ? s_product : s_sum;

    public double[] With(double[] a, double[] b) => [.. a.Zip(b, Join)];

    public double[] Without(double[] a, double[] b) => [.. a.Zip(b, Remove)];
}
