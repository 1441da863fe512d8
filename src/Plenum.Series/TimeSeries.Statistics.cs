namespace Plenum.Series;

/// <content>Figures that describe the whole series; missing values do not count.</content>
public sealed partial class TimeSeries
{
    /// <summary>The value of the last period, NaN when it is missing.</summary>
    /// <exception cref="InvalidOperationException">The series is empty.</exception>
    public double Last => _values.Length > 0 ? _values[^1] : throw new InvalidOperationException($"'{Name ?? "series"}' is empty and has no last value.");

    /// <summary>The number of values that are not missing.</summary>
    public int Observations => _values.Count(x => !double.IsNaN(x));

    /// <summary>The last period whose value is not missing; null where all are.</summary>
    public Period? LastObserved => Array.FindLastIndex(_values, x => !double.IsNaN(x)) is var i && i >= 0 ? Start + i : null;

    /// <summary>The first period whose value is not missing; null where all are.</summary>
    public Period? FirstObserved => Array.FindIndex(_values, x => !double.IsNaN(x)) is var i && i >= 0 ? Start + i : null;

    /// <summary>The mean; NaN where every value is missing.</summary>
    public double Mean()
    {
        double sum = 0;
        int count = 0;
        foreach (double x in _values)
        {
            if (double.IsNaN(x)) { continue; }
            sum += x;
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }

    /// <summary>The sample standard deviation (divisor one less than the count); NaN with fewer than two values.</summary>
    public double StandardDeviation()
    {
        double mean = Mean();
        double sum = 0;
        int count = 0;
        foreach (double x in _values)
        {
            if (double.IsNaN(x)) { continue; }
            sum += (x - mean) * (x - mean);
            count++;
        }

        return count < 2 ? double.NaN : Math.Sqrt(sum / (count - 1));
    }
}
