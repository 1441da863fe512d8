using System.Text.Json;
using Plenum.Report.Figures;
using Plenum.Workspace.Claims;

namespace Plenum.Cli.Commands;

/// <summary>Writes scored claims for programs.</summary>
internal static class ScorecardJson
{
    /// <summary>Writes the answer of the verb.</summary>
    public static void Write(Utf8JsonWriter writer, ClaimSet claims, IReadOnlyList<ClaimScore> scores)
    {
        writer.WriteString("source", claims.Source);
        if (claims.Simulation is { Options: var options })
        {
            writer.WriteStartObject("simulation");
            writer.WriteString("from", $"{options.From}");
            writer.WriteString("to", $"{options.To}");
            writer.WriteEndObject();
        }

        writer.WriteStartArray("claims");
        foreach (var score in scores)
        {
            writer.WriteStartObject();
            Write(writer, score);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The first figure, or else the first experiment, stands for the claim.</summary>
    private static void Write(Utf8JsonWriter writer, ClaimScore score)
    {
        var (claim, lead) = (score.Claim, score.Figures.Count > 0 ? score.Figures[0] : null);
        var measured = lead is null ? score.Experiments[0] : null;
        writer.WriteString("id", claim.Id);
        writer.WriteString("title", claim.Title);
        writer.WriteString("text", claim.Text);
        writer.WriteString("kind", claim.Kind.ToString().ToLowerInvariant());
        JsonAnswer.Number(writer, "stated", lead?.Figure.Stated);
        JsonAnswer.Number(writer, "observed", lead?.Bound.Observed);
        JsonAnswer.Number(writer, "fit", lead is null ? measured!.Value : lead.Fit);
        JsonAnswer.Number(writer, "sim", lead?.Sim);
        writer.WriteString("unit", lead?.Figure.Unit ?? measured!.Bound.Unit);
        Tolerance(writer, "tolerance_fit", lead is null ? Workspace.Claims.Tolerance.In(measured!.Expectation.Bounds) : lead.Figure.Fit);
        Tolerance(writer, "tolerance_sim", lead?.Figure.Sim);
        writer.WriteString("verdict", ScorecardTable.InWords(score.Verdict));
        writer.WriteString("reason", score.Known is { } known ? $"{claim.Reason} {known}" : claim.Reason);
        Flag(writer, "data_holds", score.DataHold);
        Flag(writer, "fit_holds", score.FitHolds);
        Flag(writer, "sim_holds", score.SimHolds);
        writer.WriteStartArray("figures");
        foreach (var figure in score.Figures)
        {
            writer.WriteStartObject();
            Write(writer, figure);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        MeasureJson.Write(writer, "experiments", score.Experiments);
        if (score.Failure is { } failure) { writer.WriteString("outcome", failure.ToString()); }
    }

    private static void Write(Utf8JsonWriter writer, FigureScore score)
    {
        var figure = score.Figure;
        writer.WriteString("label", figure.Label);
        writer.WriteString("unit", figure.Unit);
        writer.WriteString("at", $"{figure.At}");
        JsonAnswer.Number(writer, "stated", figure.Stated);
        writer.WriteString("data", figure.Data?.Name);
        writer.WriteString("data_at", figure.Data is null ? null : $"{figure.DataAt}");
        JsonAnswer.Number(writer, "observed", score.Bound.Observed);
        JsonAnswer.Number(writer, "counterpart", score.Bound.Counterpart);
        writer.WriteString("model", figure.Model?.Name);
        JsonAnswer.Number(writer, "fit", score.Fit);
        JsonAnswer.Number(writer, "sim", score.Sim);
        JsonAnswer.Number(writer, "without", score.Without);
        Tolerance(writer, "tolerance_fit", figure.Fit);
        Tolerance(writer, "tolerance_sim", figure.Sim);
        Flag(writer, "data_holds", score.DataHold);
        Flag(writer, "fit_holds", score.FitHolds);
        Flag(writer, "sim_holds", score.SimHolds);
    }

    /// <summary>A number where the tolerance goes to either side, otherwise a range with its open sides null.</summary>
    private static void Tolerance(Utf8JsonWriter writer, string key, Tolerance? tolerance)
    {
        if (tolerance is not { Width: null } range)
        {
            JsonAnswer.Number(writer, key, tolerance?.Width);
            return;
        }

        writer.WriteStartObject(key);
        JsonAnswer.Number(writer, "low", range.Range.Low);
        JsonAnswer.Number(writer, "high", range.Range.High);
        writer.WriteEndObject();
    }

    private static void Flag(Utf8JsonWriter writer, string key, bool? holds)
    {
        if (holds is { } flag) { writer.WriteBoolean(key, flag); }
        else { writer.WriteNull(key); }
    }
}
