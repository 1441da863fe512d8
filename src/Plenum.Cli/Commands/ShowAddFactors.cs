using System.Text.Json;
using Plenum.Language.Diagnostics;
using Plenum.Report.Figures;
using Plenum.Workspace;
using Plenum.Workspace.Data;
using Plenum.Workspace.History;

namespace Plenum.Cli.Commands;

/// <summary>Shows the add-factors of all behavioural equations: how much of history is judgement.</summary>
internal static class ShowAddFactors
{
    public static int Write(CommandConsole console, Request request, Workbench workbench, Runner runner)
    {
        var findings = new DiagnosticBag();
        var paths = Baseline.Read(runner.Project, runner.Model, findings);
        var summaries = paths is null ? [] : AddFactorSummary.Of(runner.Project, paths, ProjectData.Read(runner.Project), findings);
        if (findings.HasErrors)
        {
            console.Report([.. findings], request.Json);
            return ExitCode.BadInput;
        }

        if (request.Json) { JsonAnswer.Write(console.Out, writer => Figures(writer, summaries)); }
        else
        {
            console.Write(AddFactorRows.Draw($"Add-factors, {runner.Project.Start} to {runner.Project.HistoryEnd}", summaries));
            console.WriteWrapped("data: found so that a measured path is met, in so many quarters. shared: a judgement that moves with one of those. next, last: the first and the last quarter of the forecast. 'plenum baseline' says how they are built.");
        }

        return ExitCode.Done;
    }

    /// <summary>Writes the summaries for programs.</summary>
    public static void Figures(Utf8JsonWriter writer, IReadOnlyList<AddFactorSummary> summaries)
    {
        writer.WriteStartArray("add_factors");
        foreach (var one in summaries)
        {
            writer.WriteStartObject();
            writer.WriteString("equation", one.Equation.Name);
            writer.WriteString("basis", one.Basis.ToString().ToLowerInvariant());
            writer.WriteNumber("observed", one.Observed);
            writer.WriteNumber("periods", one.Periods);
            JsonAnswer.Number(writer, "mean", one.Mean);
            JsonAnswer.Number(writer, "standard_deviation", one.StandardDeviation);
            JsonAnswer.Number(writer, "last_eight", one.LastEight);
            JsonAnswer.Number(writer, "next", one.Next);
            JsonAnswer.Number(writer, "last", one.Last);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
