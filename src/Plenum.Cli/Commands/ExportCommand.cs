using System.CommandLine;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace;
using Symbol = Plenum.Language.Binding.Symbol;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum export</c>: writes the paths of the baseline or of a scenario.</summary>
internal static class ExportCommand
{
    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var scenario = new Option<string?>("--scenario") { Description = "A scenario, or several joined by '+'; the baseline where left out.", HelpName = "NAME" };
        var variables = new Option<string[]>("--variables") { Description = "The variables; all names but parameters where left out.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
        var from = new Option<string?>("--from") { Description = "First period.", HelpName = "PERIOD" };
        var to = new Option<string?>("--to") { Description = "Last period.", HelpName = "PERIOD" };
        var format = new Option<string>("--format") { Description = "The file's format.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "json", "sdmx-csv", "xlsx", "parquet");
        var file = new Option<string?>("--output", "-o") { Description = "The file; the output where left out.", HelpName = "FILE" };
        var command = new Command("export", "Writes the paths of the baseline or of a scenario.") { scenario, variables, from, to, format, file };
        command.SetAction(parsed =>
        {
            var request = common.Read(parsed);
            var workbench = new Workbench(console, request);
            if (workbench.OpenModel() is not { } runner) { return workbench.Failure; }
            var window = Window(workbench, runner.Project, parsed.GetValue(from), parsed.GetValue(to));
            var symbols = Symbols(workbench, runner.Model, parsed.GetValue(variables) ?? []);
            if (window is not { } periods || symbols is null)
            {
                workbench.Fail<object>();
                return ExitCode.BadInput;
            }

            string? name = parsed.GetValue(scenario);
            if (workbench.Solve(runner, name is null ? [] : [name]) is not { } run) { return workbench.Failure; }
            var solution = run.Scenarios.Count > 0 ? run.Scenarios[0].Solution : run.Baseline;
            if (!solution.Outcome.IsSolved)
            {
                console.Error.WriteLine(solution.Outcome);
                return ExitCode.NotSolved;
            }

            var paths = new ExportedPaths(name ?? "baseline", solution.Paths, symbols, periods.From, periods.To);
            return Write(console, paths, request.Json ? "json" : parsed.GetValue(format)!, parsed.GetValue(file));
        });
        return new Verb(command, ["plenum export -o baseline.csv", "plenum export --scenario S01 --variables gdp_real exports_real --from 2026Q1 --to 2030Q4", "plenum export --scenario S05 --format xlsx -o S05.xlsx"]);
    }

    private static (Period From, Period To)? Window(Workbench workbench, Project project, string? from, string? to)
    {
        Period first = Read("--from", from, project.Start), last = Read("--to", to, project.End);
        if (first < project.Start || last > project.End) { Report($"{first} to {last} reaches beyond the solved periods.", $"stay within {project.Start} to {project.End}."); }
        else if (last < first) { Report($"the window ends in {last} before it begins in {first}.", "exchange --from and --to."); }
        else { return (first, last); }
        return null;

        Period Read(string option, string? text, Period otherwise)
        {
            if (text is null || (Period.TryParse(text, out var period) && period.Frequency == project.Start.Frequency)) { return text is null ? otherwise : Period.Parse(text); }
            Report($"{option} takes a period such as {project.ScenarioStart}, not '{text}'.", null);
            return otherwise;
        }

        void Report(string fact, string? help) => workbench.Report(Diagnostic.Error(WorkspaceCodes.WrongPeriod, fact, null, null, help));
    }

    private static List<Symbol>? Symbols(Workbench workbench, BoundModel model, string[] names)
    {
        if (names.Length == 0) { return [.. model.Symbols.Where(s => s.Role is not (Role.Parameter or Role.AddFactor))]; }
        var symbols = new List<Symbol>();
        bool isComplete = true;
        foreach (string name in names)
        {
            var found = Workbench.Symbols(model, name);
            if (found.Count == 0) { workbench.ReportUnknown(model, new PlacedName(name, default)); }
            isComplete &= found.Count > 0;
            symbols.AddRange(found);
        }

        return isComplete ? symbols : null;
    }

    private static int Write(CommandConsole console, ExportedPaths paths, string format, string? file)
    {
        string? text = paths.Text(format);
        if (text is null && !(file ?? "").EndsWith($".{format}", StringComparison.OrdinalIgnoreCase))
        {
            console.Error.WriteLine($"a file of format {format} is not text: name it with -o FILE.{format}.");
            return ExitCode.BadInput;
        }

        if (file is null)
        {
            console.Out.Write(text);
            return ExitCode.Done;
        }

        try
        {
            paths.Save(format, Path.Combine(console.Environment.CurrentDirectory, file), console.Environment.Cancellation);
            return ExitCode.Done;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"'{file}' cannot be written: {error.Message}");
            return ExitCode.BadInput;
        }
    }
}
