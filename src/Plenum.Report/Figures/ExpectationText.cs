using System.Globalization;
using Plenum.Workspace.Experiments;

namespace Plenum.Report.Figures;

/// <summary>Writes in words what is measured, when, and where it should lie.</summary>
public static class ExpectationText
{
    /// <summary>The quarters of a measure, such as "q4", "q1-8, largest", "q4 of q20".</summary>
    public static string When(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        string quarters = Quarters(measure.Quarters);
        return measure.Take switch
        {
            Take.Every => quarters,
            Take.Any => $"{quarters}, any",
            Take.Largest => $"{quarters}, largest",
            Take.Sum => $"{quarters}, sum",
            Take.Mean => $"{quarters}, mean",
            Take.Peak => $"{quarters}, when largest",
            _ => $"{quarters} in q{measure.Whole}",
        };
    }

    /// <summary>The measured number with its unit, such as "-0.93 %"; a dash where it cannot be had.</summary>
    public static string Value(Measured measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        if (measured.Bound.Expectation.Measure.Take == Take.Peak) { return measured.Value is { } quarter ? string.Create(CultureInfo.InvariantCulture, $"q{quarter:0}") : Numbers.Missing; }
        string number = Numbers.Signed(measured.Value, 2);
        return measured.Bound.Unit is "%" or "pp" && measured.Value is not null ? $"{number} {measured.Bound.Unit}" : number;
    }

    /// <summary>Where the number should lie, with its unit, such as "-1.5 to -0.5 %".</summary>
    public static string Expected(BoundExpectation bound)
    {
        ArgumentNullException.ThrowIfNull(bound);
        string range = bound.Expectation.Bounds.ToString();
        return bound.Unit switch
        {
            "quarter" => $"quarter {range}",
            "%" or "pp" when !bound.Expectation.Bounds.IsSign => $"{range} {bound.Unit}",
            _ => range,
        };
    }

    private static string Quarters(IReadOnlyList<int> quarters)
    {
        bool isWindow = quarters.Count > 2 && quarters[^1] - quarters[0] == quarters.Count - 1;
        return isWindow ? string.Create(CultureInfo.InvariantCulture, $"q{quarters[0]}-{quarters[^1]}") : string.Join(", ", quarters.Select(q => string.Create(CultureInfo.InvariantCulture, $"q{q}")));
    }
}
