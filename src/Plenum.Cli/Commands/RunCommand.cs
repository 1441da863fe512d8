using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Plenum.Engine.Solving;
using Plenum.Report;
using Plenum.Report.Figures;
using Plenum.Workspace;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum run</c>: solves the baseline and scenarios, and shows what they change.</summary>
internal static class RunCommand
{
    private static readonly int[] s_contractHorizons = [1, 4, 12, 20, 40];

    public static Verb Create(CommandConsole console, CommonOptions common, RunOptions options)
    {
        var project = new Argument<string?>("PROJECT") { Description = "The project's folder; found from the current folder where left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("run", "Solves the baseline and scenarios, and shows the headline variables.") { project, options.Scenarios, options.Variables, options.Horizons };
        command.SetAction(parsed => Run(console, common, options, parsed, parsed.GetValue(project)));
        return new Verb(command, ["plenum run", "plenum run models/china --scenario S05+S08a --horizon 1 4 8", "plenum run --scenario us_tariff_100 --variables gdp_real exports_real --json"]);
    }

    /// <summary>Runs the verb; also what <c>plenum</c> does by itself.</summary>
    public static int Run(CommandConsole console, CommonOptions common, RunOptions options, ParseResult parsed, string? project)
    {
        var request = common.Read(parsed, project);
        var workbench = new Workbench(console, request);
        if (workbench.OpenModel() is not { } runner) { return workbench.Failure; }
        if (workbench.Variables(runner, parsed.GetValue(options.Variables) ?? []) is not { } variables) { return workbench.Failure; }
        string[] named = parsed.GetValue(options.Scenarios) ?? [];
        string[] scenarios = named.Length > 0 ? named : [.. runner.Project.HeadlineScenarios.Select(s => s.Name)];
        if (workbench.Solve(runner, scenarios) is not { } run) { return workbench.Failure; }

        if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteJson(writer, run, variables)); }
        else if (request.Csv) { WriteCsv(console.Out, run, variables); }
        else { WriteText(console, run, variables, options.ReadHorizons(parsed)); }
        return run.Scenarios.All(s => s.Solution.Outcome.IsSolved) ? ExitCode.Done : ExitCode.NotSolved;
    }

    private static void WriteText(CommandConsole console, Run run, IReadOnlyList<ShownVariable> variables, IReadOnlyList<int> wanted)
    {
        var project = run.Project;
        int[] horizons = project.Reached(wanted);
        string title = run.Model.Title.Length > 0 ? run.Model.Title : run.Model.Name;
        console.Out.WriteLine(console.Style.Strong(title));
        console.Out.WriteLine(console.Style.Faint($"Baseline {project.Start} to {project.End}: {Iterations(run)}{Accounts(run.Baseline)}"));
        console.Out.WriteLine();
        int firstYear = Math.Max(project.Start.Year + 1, project.ScenarioStart.Year - 2);
        console.Write(YearColumns.Draw("Baseline by year", run.Baseline.Paths, variables, firstYear, Math.Min(project.End.Year, firstYear + 6)));

        var solved = run.Scenarios.Where(s => s.Solution.Outcome.IsSolved).ToList();
        var comparisons = solved.Select(s => new Comparison($"{s.Plan.Name} {s.Plan.Title}", run.Baseline.Paths, s.Solution.Paths)).ToList();
        foreach (var table in DeviationColumns.Draw(comparisons, variables, project.ScenarioStart, horizons, console.Environment.Width))
        {
            console.Out.WriteLine();
            console.Write(table);
        }

        if (solved.Count > 0)
        {
            console.Out.WriteLine();
            console.WriteWrapped(Legend(project, horizons));
        }

        foreach (var scenario in run.Scenarios.Where(s => !s.Solution.Outcome.IsSolved))
        {
            console.Error.WriteLine(console.Environment.IsColoured ? console.Style.Alarm($"{scenario.Plan.Name} {scenario.Plan.Title}") : $"{scenario.Plan.Name} {scenario.Plan.Title}");
            console.Error.WriteLine(scenario.Solution.Outcome);
        }
    }

    private static string Legend(Project project, IReadOnlyList<int> horizons)
    {
        string periods = string.Join(", ", horizons.Select(h => project.ScenarioStart + (h - 1)));
        return $"Differences from the baseline in {periods}: % of the baseline's value, or percentage points (pp) for rates and ratios. The baseline is a reference path, not a forecast.";
    }

    private static string Iterations(Run run) => run.Baseline.Outcome switch
    {
        SolveOutcome.Converged converged when run.Terminal is { } terminal => string.Create(CultureInfo.InvariantCulture, $"all periods together in {converged.MaxIterations} {(converged.MaxIterations == 1 ? "iteration" : "iterations")} ({terminal})"),
        SolveOutcome.Converged converged => string.Create(CultureInfo.InvariantCulture, $"{converged.MedianIterations} iterations a period"),
        _ => "not solved",
    };

    private static string Accounts(Solution solution) => solution.AccountError is { } error
        ? string.Create(CultureInfo.InvariantCulture, $"; accounts balance to {error.Size:0E-0}")
        : "";

    private static void WriteCsv(TextWriter output, Run run, IReadOnlyList<ShownVariable> variables)
    {
        Csv.Write(output, ["scenario", "variable", "kind", "horizon", "period", "baseline", "value", "deviation"]);
        foreach (var scenario in run.Scenarios.Where(s => s.Solution.Outcome.IsSolved))
        {
            var comparison = new Comparison(scenario.Plan.Name, run.Baseline.Paths, scenario.Solution.Paths);
            foreach (var variable in variables)
            {
                for (var period = run.Project.ScenarioStart; period <= run.Project.End; period += 1)
                {
                    Csv.Write(output, [scenario.Plan.Name, variable.Symbol.Name, KindName(variable.Kind), (period - run.Project.ScenarioStart + 1).ToString(CultureInfo.InvariantCulture), period.ToString(),
                        Csv.Number(run.Baseline.Paths[variable.Symbol.Column, period]), Csv.Number(scenario.Solution.Paths[variable.Symbol.Column, period]), Csv.Number(DeviationColumns.At(comparison, variable, period))]);
                }
            }
        }
    }

    /// <summary>Writes the answer for programs.</summary>
    internal static void WriteJson(Utf8JsonWriter writer, Run run, IReadOnlyList<ShownVariable> variables)
    {
        var project = run.Project;
        writer.WriteString("model", run.Model.Name);
        writer.WriteString("title", run.Model.Title);
        writer.WriteStartObject("horizon");
        writer.WriteString("start", project.Start.ToString());
        writer.WriteString("scenario_start", project.ScenarioStart.ToString());
        writer.WriteString("end", project.End.ToString());
        writer.WriteEndObject();
        writer.WriteStartObject("baseline");
        WriteSolution(writer, run.Baseline);
        writer.WriteEndObject();
        writer.WriteStartArray("scenarios");
        foreach (var scenario in run.Scenarios)
        {
            writer.WriteStartObject();
            writer.WriteString("name", scenario.Plan.Name);
            writer.WriteString("title", scenario.Plan.Title);
            writer.WriteStartArray("deviations");
            var comparison = new Comparison(scenario.Plan.Name, run.Baseline.Paths, scenario.Solution.Paths);
            foreach (var variable in variables) { WriteDeviation(writer, comparison, variable, project, scenario.Solution.Outcome.IsSolved); }
            writer.WriteEndArray();
            WriteSolution(writer, scenario.Solution);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteDeviation(Utf8JsonWriter writer, Comparison comparison, ShownVariable variable, Project project, bool isSolved)
    {
        writer.WriteStartObject();
        writer.WriteString("variable", variable.Symbol.Name);
        writer.WriteString("label", variable.Symbol.Label);
        writer.WriteString("kind", KindName(variable.Kind));
        writer.WriteStartObject("at");
        foreach (int horizon in s_contractHorizons)
        {
            JsonAnswer.Number(writer, horizon.ToString(CultureInfo.InvariantCulture), isSolved ? DeviationColumns.At(comparison, variable, project.ScenarioStart + (horizon - 1)) : null);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteSolution(Utf8JsonWriter writer, Solution solution)
    {
        var converged = solution.Outcome as SolveOutcome.Converged;
        writer.WriteStartObject("iterations");
        JsonAnswer.Number(writer, "median", converged?.MedianIterations);
        JsonAnswer.Number(writer, "max", converged?.MaxIterations);
        writer.WriteEndObject();
        JsonAnswer.Number(writer, "account_error", solution.AccountError?.Size);
        JsonAnswer.Number(writer, "solve_seconds", solution.SolveSeconds);
        writer.WriteBoolean("solved", solution.Outcome.IsSolved);
        if (!solution.Outcome.IsSolved) { writer.WriteString("outcome", solution.Outcome.ToString()); }
    }

    /// <summary>The kind as answers for programs write it.</summary>
    public static string KindName(DeviationKind kind) => kind == DeviationKind.Percent ? "percent" : "points";
}
