namespace Plenum.Series;

/// <summary>An amount known only for several periods together, such as January and February.</summary>
/// <param name="From">The first period covered.</param>
/// <param name="To">The last period covered.</param>
/// <param name="Amount">The amount of all of them together.</param>
public sealed record JointFlow(Period From, Period To, double Amount)
{
    /// <summary>The number of periods covered.</summary>
    public int Count => To - From + 1;
}

/// <summary>The amounts of each period, found from sums since the start of the year.</summary>
/// <param name="Flows">The amounts; missing where only a joint amount is known.</param>
/// <param name="Joint">The amounts known for several periods together, in order of time.</param>
public sealed record YearToDateFlows(TimeSeries Flows, IReadOnlyList<JointFlow> Joint)
{
    /// <summary>The sums since the start of the year again; missing where they were.</summary>
    public TimeSeries YearToDate()
    {
        var values = new double[Flows.Count];
        Array.Fill(values, double.NaN);
        var joint = Joint.ToDictionary(j => j.To, j => j.Amount);
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            var period = Flows.Start + i;
            if (period.NumberInYear == 1) { sum = 0; }
            if (joint.TryGetValue(period, out double amount)) { sum += amount; }
            else if (!double.IsNaN(Flows[i])) { sum += Flows[i]; }
            else { continue; }
            values[i] = sum;
        }

        return new TimeSeries(Flows.Start, values, Flows.Name);
    }

    /// <summary>The flows with every joint amount divided evenly over its periods: a convention, so flag those periods as interpolated.</summary>
    /// <remarks>Periods before the first one of <see cref="Flows"/> are left out.</remarks>
    public TimeSeries SplitEvenly()
    {
        double[] values = Flows.Values.ToArray();
        foreach (var joint in Joint)
        {
            for (var period = joint.From > Flows.Start ? joint.From : Flows.Start; period <= joint.To; period += 1) { values[period - Flows.Start] = joint.Amount / joint.Count; }
        }

        return new TimeSeries(Flows.Start, values, Flows.Name);
    }
}
