using System.Globalization;

namespace Plenum.Report.Figures;

/// <summary>The vertical axis of a chart: round ends, round steps, and labels that show the step exactly.</summary>
/// <param name="First">The lowest tick.</param>
/// <param name="Step">The distance of two ticks.</param>
/// <param name="Count">The number of ticks, at least 2.</param>
/// <remarks>Source: P. S. Heckbert (1990), "Nice numbers for graph labels", in Graphics Gems, pages 61 to 63.</remarks>
public sealed record ValueScale(double First, double Step, int Count)
{
    /// <summary>The lower end.</summary>
    public double Low => First;

    /// <summary>The upper end.</summary>
    public double High => At(Count - 1);

    /// <summary>Decimals of the labels.</summary>
    public int Decimals => Math.Clamp((int)Math.Ceiling(-Math.Log10(Step) - 1e-9), 0, 15);

    /// <summary>The value of a tick, from 0.</summary>
    public double At(int tick) => Math.Round((First / Step) + tick) * Step;

    /// <summary>The label of a tick, with a proper minus sign.</summary>
    /// <param name="tick">The tick, from 0.</param>
    /// <param name="isSigned">Whether a positive value has a sign.</param>
    public string Label(int tick, bool isSigned) => Numbers.Typeset(isSigned ? Numbers.Signed(At(tick), Decimals) : Numbers.Fixed(At(tick), Decimals));

    /// <summary>The scale that holds some values in about the wanted number of ticks.</summary>
    /// <param name="values">The values; those that are not finite do not count.</param>
    /// <param name="withZero">Whether zero must be on it.</param>
    /// <param name="wanted">The wanted number of ticks, at least 2.</param>
    public static ValueScale Fit(IEnumerable<double> values, bool withZero, int wanted)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(wanted, 2);
        double low = withZero ? 0.0 : double.PositiveInfinity, high = withZero ? 0.0 : double.NegativeInfinity;
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) { continue; }
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        if (low > high) { (low, high) = (0.0, 1.0); }
        // Noise of the solver is no movement: what is flat to nine digits is drawn flat.
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        if (high - low <= 1e-9 * size || high - low < 1e-12)
        {
            double margin = size > 1e-12 ? 0.1 * size : 1.0;
            (low, high) = (low - margin, high + margin);
        }

        double step = Nice((high - low) / (wanted - 1));
        double first = Math.Floor((low / step) + 1e-6), last = Math.Ceiling((high / step) - 1e-6);
        return new ValueScale(first * step, step, (int)(last - first) + 1);
    }

    /// <summary>The nearest of 1, 2 and 5 times a power of ten.</summary>
    private static double Nice(double range)
    {
        double power = Math.Pow(10.0, Math.Floor(Math.Log10(range)));
        double fraction = range / power;
        double nice = fraction < 1.5 ? 1.0 : fraction < 3.5 ? 2.0 : fraction < 7.5 ? 5.0 : 10.0;
        // Through text, so that 0.1 is 0.1 and not the product of its factors.
        return double.Parse((nice * power).ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
