namespace Plenum.Numerics.Distributions;

/// <summary>A distribution of one number with a density.</summary>
/// <remarks>A number is drawn by the quantile of a uniform one, so that each takes one random number and is the same on every thread.</remarks>
public abstract record Distribution
{
    /// <summary>Steps of Newton's method at most; where they do not suffice, halving ends within as many.</summary>
    private const int MostSteps = 200;

    /// <summary>A step of no more than this share of a number changes its last bit at most.</summary>
    private const double LastBit = 2.3e-16;

    /// <summary>No number lies below; minus infinity where there is no bound.</summary>
    public virtual double Lowest => double.NegativeInfinity;

    /// <summary>No number lies above; infinity where there is no bound.</summary>
    public virtual double Highest => double.PositiveInfinity;

    /// <summary>The mean; infinite where there is none.</summary>
    public abstract double Mean { get; }

    /// <summary>The standard deviation; infinite where there is none.</summary>
    public abstract double StandardDeviation { get; }

    /// <summary>The probabilities below and above a number; they add up to 1.</summary>
    public abstract (double Below, double Above) At(double x);

    /// <summary>The density at a number between the bounds.</summary>
    public abstract double Density(double x);

    /// <summary>The probability of a number below <paramref name="x"/>.</summary>
    public double Cumulative(double x) => At(x).Below;

    /// <summary>The number below which one falls with a probability.</summary>
    /// <returns>The bounds at 0 and 1, and not a number outside.</returns>
    /// <remarks>
    /// Newton's method on the smaller of the two tails, kept within a bracket that is halved where a step leaves it: the cumulative probability rises everywhere, so that it ends.
    /// Source: R. Brent (1973), "Algorithms for Minimization without Derivatives", Prentice-Hall, chapter 4, for the bracket.
    /// </remarks>
    public virtual double Quantile(double probability)
    {
        if (!(probability >= 0.0 && probability <= 1.0)) { return double.NaN; }
        if (probability == 0.0) { return Lowest; }
        if (probability == 1.0) { return Highest; }
        double low = Lowest, high = Highest, x = Guess(probability);
        for (int step = 0; step < MostSteps; step++)
        {
            var (below, above) = At(x);
            double excess = probability <= 0.5 ? below - probability : (1.0 - probability) - above;
            if (excess == 0.0) { return x; }
            if (excess < 0.0) { low = x; } else { high = x; }
            double next = x - (excess / Density(x));
            if (!(next > low && next < high)) { next = Between(low, high, x); }
            if (Math.Abs(next - x) <= LastBit * Math.Abs(next)) { return next; }
            x = next;
        }

        return x;
    }

    /// <summary>Where the search for a quantile begins: a number strictly between the bounds.</summary>
    private protected virtual double Guess(double probability) => Mean;

    /// <summary>A number strictly within a bracket, which may be open to one side.</summary>
    private static double Between(double low, double high, double x)
    {
        if (double.IsNegativeInfinity(low)) { return x - Math.Max(1.0, Math.Abs(x)); }
        if (double.IsPositiveInfinity(high)) { return x + Math.Max(1.0, Math.Abs(x)); }
        return low + (0.5 * (high - low));
    }
}
