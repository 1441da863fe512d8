using System.Globalization;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Series.Conversion;

namespace Plenum.Workspace.Data;

/// <summary>Whether an identity holds.</summary>
/// <param name="Identity">The identity.</param>
/// <param name="Compared">In how many periods all its series have a value.</param>
/// <param name="Worst">The period of the largest difference; null where none could be compared.</param>
/// <param name="Difference">The sum of the parts less the total in that period.</param>
public sealed record IdentityCheck(DataIdentity Identity, int Compared, Period? Worst, double Difference)
{
    /// <summary>Whether it could be compared and held within its tolerance everywhere.</summary>
    public bool Holds => Compared > 0 && Math.Abs(Difference) <= Identity.Tolerance;

    /// <summary>What to tell the user where it does not hold; null where it does.</summary>
    internal Diagnostic? Finding => Holds ? null : Compared == 0
        ? Diagnostic.Error(DataCode.AddingUp, $"'{Identity.Name}' cannot be compared: its series have no period in common.", Identity.Span, null, "check the names and the periods of the series.")
        : Diagnostic.Error(DataCode.AddingUp, string.Create(CultureInfo.InvariantCulture, $"'{Identity.Name}' is off by {Difference:G6} in {Worst}."), Identity.Span,
            string.Create(CultureInfo.InvariantCulture, $"rounding explains up to {Identity.Tolerance:G6} in the unit of '{Identity.Total}'."), "look for a revised or mistyped value in that period.");

    /// <summary>Compares the parts with the total, period by period.</summary>
    internal static IdentityCheck Of(DataIdentity identity, DataSet data)
    {
        var total = data[identity.Total].Values;
        var parts = identity.Parts.Select(p => (data[p.Series].Values.ToFrequency(total.Frequency, Aggregation.Sum), p.Sign)).ToList();
        int compared = 0;
        Period? worst = null;
        double largest = 0;
        for (int t = 0; t < total.Count; t++)
        {
            var period = total.Start + t;
            double difference = (identity.Scale * parts.Sum(p => p.Sign * p.Item1[period])) - total[t];
            if (double.IsNaN(difference)) { continue; }
            compared++;
            if (worst is null || Math.Abs(difference) > Math.Abs(largest)) { (worst, largest) = (period, difference); }
        }

        return new IdentityCheck(identity, compared, worst, largest);
    }
}
