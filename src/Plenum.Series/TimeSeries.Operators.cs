namespace Plenum.Series;

/// <content>Arithmetic. Two series meet on the periods they have in common; a missing value makes the result missing.</content>
public sealed partial class TimeSeries
{
    /// <summary>The sum in every common period.</summary>
    /// <exception cref="ArgumentException">The series differ in frequency.</exception>
    public static TimeSeries operator +(TimeSeries left, TimeSeries right) => Combine(left, right, (a, b) => a + b);

    /// <summary>The difference in every common period.</summary>
    /// <exception cref="ArgumentException">The series differ in frequency.</exception>
    public static TimeSeries operator -(TimeSeries left, TimeSeries right) => Combine(left, right, (a, b) => a - b);

    /// <summary>The product in every common period.</summary>
    /// <exception cref="ArgumentException">The series differ in frequency.</exception>
    public static TimeSeries operator *(TimeSeries left, TimeSeries right) => Combine(left, right, (a, b) => a * b);

    /// <summary>The ratio in every common period; missing where the divisor is zero.</summary>
    /// <exception cref="ArgumentException">The series differ in frequency.</exception>
    public static TimeSeries operator /(TimeSeries left, TimeSeries right) => Combine(left, right, Ratio);

    /// <summary>Adds a number to every value.</summary>
    public static TimeSeries operator +(TimeSeries left, double right) => Map(left, a => a + right);

    /// <summary>Adds a number to every value.</summary>
    public static TimeSeries operator +(double left, TimeSeries right) => Map(right, b => left + b);

    /// <summary>Takes a number from every value.</summary>
    public static TimeSeries operator -(TimeSeries left, double right) => Map(left, a => a - right);

    /// <summary>Takes every value from a number.</summary>
    public static TimeSeries operator -(double left, TimeSeries right) => Map(right, b => left - b);

    /// <summary>Multiplies every value by a number.</summary>
    public static TimeSeries operator *(TimeSeries left, double right) => Map(left, a => a * right);

    /// <summary>Multiplies every value by a number.</summary>
    public static TimeSeries operator *(double left, TimeSeries right) => Map(right, b => left * b);

    /// <summary>Divides every value by a number; missing where it is zero.</summary>
    public static TimeSeries operator /(TimeSeries left, double right) => Map(left, a => Ratio(a, right));

    /// <summary>Divides a number by every value; missing where the value is zero.</summary>
    public static TimeSeries operator /(double left, TimeSeries right) => Map(right, b => Ratio(left, b));

    /// <summary>Turns the sign of every value.</summary>
    public static TimeSeries operator -(TimeSeries series) => Map(series, a => -a);

    /// <summary>A function of two series in every common period.</summary>
    /// <returns>An empty series where they have no period in common.</returns>
    /// <exception cref="ArgumentException">The series differ in frequency.</exception>
    public static TimeSeries Combine(TimeSeries left, TimeSeries right, Func<double, double, double> function)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(function);
        if (left.Frequency != right.Frequency)
        {
            throw new ArgumentException($"Cannot combine '{left.Name ?? "series"}' ({left.Frequency}) and '{right.Name ?? "series"}' ({right.Frequency}). Convert one first.", nameof(right));
        }

        var start = left.Start > right.Start ? left.Start : right.Start;
        var end = left.End < right.End ? left.End : right.End;
        var values = new double[Math.Max(0, end - start + 1)];
        int fromLeft = start - left.Start;
        int fromRight = start - right.Start;
        for (int i = 0; i < values.Length; i++) { values[i] = function(left._values[fromLeft + i], right._values[fromRight + i]); }
        return new TimeSeries(start, values, null);
    }

    private static TimeSeries Map(TimeSeries series, Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(series);
        return series.Select(function);
    }

    private static double Ratio(double numerator, double denominator) => denominator == 0 ? double.NaN : numerator / denominator;
}
