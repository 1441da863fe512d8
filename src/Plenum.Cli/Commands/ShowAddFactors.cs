using System.Text.Json;
using Plenum.Language.Diagnostics;
using Plenum.Report;
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

        if (summaries.Count > 0 && summaries[0].Periods == 0)
        {
            console.Error.WriteLine("the project has no history: its scenarios begin with its first period.\nset 'history_end' in project.yaml where the past is meant.");
            return ExitCode.BadInput;
        }

        if (request.Json) { JsonAnswer.Write(console.Out, writer => Figures(writer, summaries)); }
        else if (request.Csv) { WriteCsv(console.Out, summaries); }
        else
        {
            console.Write(AddFactorRows.Draw($"Add-factors, {runner.Project.Start} to {runner.Project.HistoryEnd}", summaries));
            console.WriteWrapped("data: found so that a measured path is met, in so many quarters; some of those are interpolated or held, as data/observed.yaml says. shared: a judgement that moves with one of those. next, last: the first and the last quarter of the forecast. 'plenum baseline' says how they are built.");
        }

        return ExitCode.Done;
    }

    /// <summary>Writes the summaries as a table for programs.</summary>
    public static void WriteCsv(TextWriter output, IReadOnlyList<AddFactorSummary> summaries)
    {
        Csv.Write(output, ["equation", "basis", "observed", "periods", "mean", "standard_deviation", "last_eight", "next", "last"]);
        foreach (var one in summaries)
        {
            Csv.Write(output, [one.Equation.Name, AddFactorRows.Word(one.Basis), Csv.Number(one.Observed), Csv.Number(one.Periods), Csv.Number(one.Mean), Csv.Number(one.StandardDeviation), Csv.Number(one.LastEight), Csv.Number(one.Next), Csv.Number(one.Last)]);
        }
    }

    /// <summary>Writes the summaries for programs.</summary>
    public static void Figures(Utf8JsonWriter writer, IReadOnlyList<AddFactorSummary> summaries)
    {
        writer.WriteStartArray("add_factors");
        foreach (var one in summaries)
        {
            writer.WriteStartObject();
            writer.WriteString("equation", one.Equation.Name);
            writer.WriteString("basis", AddFactorRows.Word(one.Basis));
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
