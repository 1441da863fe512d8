using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Plenum.Engine;
using Plenum.Report;
using Plenum.Report.Figures;
using Plenum.Workspace;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum compare A B</c>: how the second path differs from the first, by variable and horizon.</summary>
internal static class CompareCommand
{
    private const string BaselineName = "baseline";

    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var options = new RunOptions();
        var first = new Argument<string>("A") { Description = "'baseline', a scenario, or several joined by '+'." };
        var second = new Argument<string>("B") { Description = "The same." };
        var command = new Command("compare", "Shows how B differs from A, by variable and horizon.") { first, second, options.Variables, options.Horizons };
        command.SetAction(parsed => Run(console, common.Read(parsed), parsed.GetValue(first)!, parsed.GetValue(second)!, parsed.GetValue(options.Variables) ?? [], options.ReadHorizons(parsed)));
        return new Verb(command, ["plenum compare S12 S12b", "plenum compare baseline S05+S08a --variables gdp_real unemployment --horizon 1 4 40"]);
    }

    private static int Run(CommandConsole console, Request request, string a, string b, IReadOnlyList<string> names, IReadOnlyList<int> horizons)
    {
        var workbench = new Workbench(console, request);
        if (workbench.OpenModel() is not { } runner || workbench.Variables(runner, names) is not { } variables) { return workbench.Failure; }
        string[] sides = [a, b];
        if (workbench.Solve(runner, [.. sides.Where(s => !IsBaseline(s))]) is not { } run) { return workbench.Failure; }
        if (run.Scenarios.FirstOrDefault(s => !s.Solution.Outcome.IsSolved) is { } failed)
        {
            console.Error.WriteLine($"{failed.Plan.Name} {failed.Plan.Title}");
            console.Error.WriteLine(failed.Solution.Outcome);
            return ExitCode.NotSolved;
        }

        var queue = new Queue<ScenarioRun>(run.Scenarios);
        var (nameA, pathsA) = Take(a);
        var (nameB, pathsB) = Take(b);
        var comparison = new Comparison($"{nameB} less {nameA}", pathsA, pathsB);
        if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteJson(writer, nameA, nameB, comparison, variables, runner.Project, horizons)); }
        else if (request.Csv) { WriteCsv(console.Out, comparison, variables, runner.Project); }
        else { WriteText(console, run, comparison, variables, horizons); }
        return ExitCode.Done;

        (string Name, Paths Paths) Take(string side)
        {
            if (IsBaseline(side)) { return (BaselineName, run.Baseline.Paths); }
            var scenario = queue.Dequeue();
            return (scenario.Plan.Name, scenario.Solution.Paths);
        }
    }

    private static bool IsBaseline(string name) => string.Equals(name, BaselineName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Each scenario against the baseline, then the two against each other where both are scenarios.</summary>
    private static void WriteText(CommandConsole console, Run run, Comparison comparison, IReadOnlyList<ShownVariable> variables, IReadOnlyList<int> wanted)
    {
        int[] horizons = run.Project.Reached(wanted);
        var comparisons = run.Scenarios.Select(s => new Comparison($"{s.Plan.Name} {s.Plan.Title}", run.Baseline.Paths, s.Solution.Paths)).ToList();
        if (run.Scenarios.Count != 1 || comparison.Reference != run.Baseline.Paths) { comparisons.Add(comparison); }
        foreach (var table in DeviationColumns.Draw(comparisons, variables, run.Project.ScenarioStart, horizons, console.Environment.Width)) { console.Write(table); }
        console.Out.WriteLine();
        console.WriteWrapped($"Differences in {string.Join(", ", horizons.Select(h => run.Project.ScenarioStart + (h - 1)))}: % of the first, or percentage points (pp) for rates and ratios; scenarios alone are taken from the baseline.");
    }

    private static void WriteCsv(TextWriter output, Comparison comparison, IReadOnlyList<ShownVariable> variables, Project project)
    {
        Csv.Write(output, ["variable", "kind", "horizon", "period", "a", "b", "difference"]);
        foreach (var variable in variables)
        {
            for (var period = project.ScenarioStart; period <= project.End; period += 1)
            {
                Csv.Write(output, [variable.Symbol.Name, RunCommand.KindName(variable.Kind), (period - project.ScenarioStart + 1).ToString(CultureInfo.InvariantCulture), period.ToString(),
                    Csv.Number(comparison.Reference[variable.Symbol.Column, period]), Csv.Number(comparison.Other[variable.Symbol.Column, period]), Csv.Number(DeviationColumns.At(comparison, variable, period))]);
            }
        }
    }

    private static void WriteJson(Utf8JsonWriter writer, string a, string b, Comparison comparison, IReadOnlyList<ShownVariable> variables, Project project, IReadOnlyList<int> horizons)
    {
        writer.WriteString("a", a);
        writer.WriteString("b", b);
        writer.WriteStartArray("differences");
        foreach (var variable in variables)
        {
            writer.WriteStartObject();
            writer.WriteString("variable", variable.Symbol.Name);
            writer.WriteString("label", variable.Symbol.Label);
            writer.WriteString("kind", RunCommand.KindName(variable.Kind));
            writer.WriteStartObject("at");
            foreach (int horizon in horizons.Distinct()) { JsonAnswer.Number(writer, horizon.ToString(CultureInfo.InvariantCulture), DeviationColumns.At(comparison, variable, project.ScenarioStart + (horizon - 1))); }
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
