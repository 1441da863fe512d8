namespace Plenum.Series;

/// <content>Sums since the start of the year, as Chinese statistics are often published.</content>
public sealed partial class TimeSeries
{
    /// <summary>The sum since the first period of the year. After a missing value the rest of the year is missing.</summary>
    /// <remarks>A year that does not start with its first period is missing throughout, because its sum is not known.</remarks>
    public TimeSeries YearToDate()
    {
        var values = new double[_values.Length];
        double sum = double.NaN;
        for (int i = 0; i < values.Length; i++)
        {
            sum = (Start + i).NumberInYear == 1 ? _values[i] : sum + _values[i];
            values[i] = sum;
        }

        return new TimeSeries(Start, values, Name);
    }

    /// <summary>Turns sums since the start of the year into the amounts of each period.</summary>
    /// <remarks>
    /// Where a sum is missing, the next one gives the amount of several periods together. Chinese monthly statistics do so on purpose: January
    /// is not published and February gives two months. Such an amount is not split: its periods are missing in the flows and the amount is kept beside them.
    /// </remarks>
    public YearToDateFlows FromYearToDate()
    {
        var flows = new double[_values.Length];
        Array.Fill(flows, double.NaN);
        var joint = new List<JointFlow>();
        double before = 0;
        var since = new Period();
        for (int i = 0; i < flows.Length; i++)
        {
            var period = Start + i;
            if (i == 0 || period.NumberInYear == 1)
            {
                before = 0;
                since = Period.Of(Frequency, period.Year, 1);
            }

            if (double.IsNaN(_values[i])) { continue; }
            double amount = _values[i] - before;
            if (since == period) { flows[i] = amount; }
            else { joint.Add(new JointFlow(since, period, amount)); }
            before = _values[i];
            since = period + 1;
        }

        return new YearToDateFlows(new TimeSeries(Start, flows, Name), joint);
    }
}
