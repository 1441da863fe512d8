namespace Plenum.Numerics.Distributions;

/// <summary>Finds how wide a distribution is of which one knows the mean and an interval that holds most of it.</summary>
public static class SpreadSearch
{
    private const int Halvings = 100;

    /// <summary>The smallest standard deviation at which an interval holds a probability.</summary>
    /// <param name="family">The distribution with a standard deviation.</param>
    /// <param name="low">The lower end of the interval.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="probability">The probability, between 0 and 1.</param>
    /// <param name="most">No standard deviation from here on is tried.</param>
    /// <returns>The distribution; null where the interval holds more at all of them.</returns>
    /// <remarks>The interval holds all of a narrow distribution around a mean within it, and less the wider it is; the first width at which it holds as little as wanted is bracketed, then halved.</remarks>
    public static Distribution? Holding(Func<double, Distribution> family, double low, double high, double probability, double most)
    {
        ArgumentNullException.ThrowIfNull(family);
        double narrow = 0.0, wide = Math.Min(most, high - low) * 1e-3;
        while (wide < most && Held(wide) > probability) { (narrow, wide) = (wide, wide * 1.05); }
        if (!(wide < most)) { return null; }
        for (int i = 0; i < Halvings; i++)
        {
            double middle = 0.5 * (narrow + wide);
            if (Held(middle) > probability) { narrow = middle; } else { wide = middle; }
        }

        return family(wide);

        double Held(double deviation)
        {
            var distribution = family(deviation);
            return 1.0 - distribution.At(low).Below - distribution.At(high).Above;
        }
    }
}
