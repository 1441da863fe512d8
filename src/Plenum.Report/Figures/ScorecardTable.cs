using System.Globalization;
using Plenum.Workspace.Claims;
using Plenum.Workspace.Experiments;

namespace Plenum.Report.Figures;

/// <summary>Draws scored claims: a line for each claim, and below it one for each of its figures and experiments.</summary>
public static class ScorecardTable
{
    /// <summary>What stands after a number that is outside its tolerance.</summary>
    public const string Outside = "x";

    /// <summary>The scorecard in short: claims with their verdicts, figures without their tolerances.</summary>
    public static Table InShort(IReadOnlyList<ClaimScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var rows = new List<IReadOnlyList<string>>();
        foreach (var score in scores)
        {
            rows.Add([score.Claim.Id, score.Claim.Title, "", "", "", "", Short(score.Verdict)]);
            rows.AddRange(score.Figures.Select(f => (IReadOnlyList<string>)["", $"  {f.Figure.Label}", Stated(f.Figure.Stated), Mark(f.Bound.Observed, f.DataHold), Mark(f.Fit, f.FitHolds), Mark(f.Sim, f.SimHolds), ""]));
            rows.AddRange(score.Experiments.Select(m => (IReadOnlyList<string>)["", $"  {m.Bound.Label}, {ExpectationText.When(m.Expectation.Measure)}", "", "", Mark(m), "", ""]));
        }

        return new Table("", [new("", Alignment.Left), new("", Alignment.Left, MaySqueeze: true), new("stated"), new("data"), new("fit"), new("sim"), new("verdict", Alignment.Left)], rows);
    }

    /// <summary>One claim in full: its figures and experiments with their tolerances.</summary>
    public static Table InFull(ClaimScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        var rows = new List<IReadOnlyList<string>>();
        rows.AddRange(score.Figures.Select(f => (IReadOnlyList<string>)
        [
            Label(f), f.Figure.Unit, $"{f.Figure.At}", Stated(f.Figure.Stated), Mark(f.Bound.Observed, f.DataHold), Number(f.Bound.Counterpart), Mark(f.Fit, f.FitHolds), Allowed(f.Figure.Fit), Mark(f.Sim, f.SimHolds), Allowed(f.Figure.Sim),
        ]));
        rows.AddRange(score.Experiments.Select(m => (IReadOnlyList<string>)
        [
            $"{m.Bound.Label} ({m.Expectation.Experiment.Name})", m.Bound.Unit, ExpectationText.When(m.Expectation.Measure), "", "", "", Mark(m), ExpectationText.Expected(m.Bound), "", "",
        ]));
        return WithoutEmpty(new Table("",
            [new("figure", Alignment.Left, MaySqueeze: true), new("unit", Alignment.Left), new("at", Alignment.Left), new("stated"), new("data"), new("in the quarter"), new("fit"), new("allowed", Alignment.Left), new("sim"), new("allowed", Alignment.Left)], rows));
    }

    private static Table WithoutEmpty(Table table)
    {
        var kept = Enumerable.Range(0, table.Columns.Count).Where(c => table.Rows.Any(r => r[c].Length > 0)).ToList();
        return table with { Columns = [.. kept.Select(c => table.Columns[c])], Rows = [.. table.Rows.Select(r => (IReadOnlyList<string>)[.. kept.Select(c => r[c])])] };
    }

    /// <summary>The verdict in words.</summary>
    public static string InWords(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Holds => "holds",
        ClaimVerdict.HoldsInDataOnly => "holds in data only",
        _ => "not reproducible",
    };

    /// <summary>How many claims hold, in two sentences.</summary>
    public static string Count(IReadOnlyList<ClaimScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        int Of(ClaimVerdict verdict) => scores.Count(s => s.Verdict == verdict);
        var simulated = scores.Where(s => s.SimHolds is not null).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"Of {scores.Count} claims {Of(ClaimVerdict.Holds)} hold, {Of(ClaimVerdict.HoldsInDataOnly)} hold in data only, {Of(ClaimVerdict.NotReproducible)} are not reproducible. The simulation speaks of {simulated.Count} and agrees with {simulated.Count(s => s.SimHolds == true)}.");
    }

    private static string Short(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Holds => "holds",
        ClaimVerdict.HoldsInDataOnly => "data only",
        _ => "no",
    };

    /// <summary>The label; of a difference that a counterfactual makes, with the number in it.</summary>
    private static string Label(FigureScore score) => score.Without is { } without ? $"{score.Figure.Label}, {Number(without)} without" : score.Figure.Label;

    private static string Stated(double? value) => value is null ? "" : Numbers.Given(value);

    private static string Allowed(Tolerance? tolerance) => tolerance?.ToString() ?? "";

    private static string Mark(Measured measured) => measured.Holds ? ExpectationText.Value(measured) : $"{ExpectationText.Value(measured)} {Outside}";

    private static string Mark(double? value, bool? holds) => value is null && holds is null ? "" : holds is false ? $"{Number(value)} {Outside}" : Number(value);

    private static string Number(double? value) => value is not { } number ? "" : Numbers.Fixed(number, Math.Abs(number) switch { < 2.0 => 2, < 1000.0 => 1, _ => 0 });
}
