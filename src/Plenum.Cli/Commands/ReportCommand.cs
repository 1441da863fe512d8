using System.CommandLine;
using System.Globalization;
using System.Text;
using Plenum.Language.Diagnostics;
using Plenum.Report.Contents;
using Plenum.Report.Figures;
using Plenum.Report.Html;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Reports;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum report</c>: one HTML file with the answer, its tables, charts, accounts and sources; or its charts as one picture.</summary>
internal sealed class ReportCommand
{
    private const string DefaultFile = "plenum-report.html";
    private const int PictureColumns = 3;
    private static readonly int[] s_horizons = [4, 12, 20, 40];

    private readonly CommandConsole _console;
    private readonly RunOptions _options = new();
    private readonly Option<string?> _output = new("--output", "-o") { Description = $"The file; {DefaultFile} where left out.", HelpName = "FILE" };
    private readonly Option<string?> _title = new("--title") { Description = "The title; that of the project where left out.", HelpName = "TEXT" };
    private readonly Option<string?> _date = new("--date") { Description = "The day to print, as 2026-03-31; today where left out.", HelpName = "DAY" };
    private readonly Option<string?> _accounts = new("--accounts") { Description = "The period of the accounts; the first of the scenarios where left out.", HelpName = "PERIOD" };
    private readonly Option<string?> _svg = new("--svg") { Description = "Writes the differences from the baseline as one picture instead.", HelpName = "FILE" };

    private ReportCommand(CommandConsole console) => _console = console;

    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var verb = new ReportCommand(console);
        var project = new Argument<string?>("PROJECT") { Description = "The project's folder; found from the current folder where left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("report", "Writes one HTML file with tables, charts, accounts and sources.")
        {
            project, verb._options.Scenarios, verb._options.Variables, verb._options.Horizons, verb._output, verb._title, verb._date, verb._accounts, verb._svg,
        };
        command.SetAction(parsed => verb.Run(common.Read(parsed, parsed.GetValue(project)), parsed));
        return new Verb(command, ["plenum report", "plenum report --scenario S01 --scenario S05+S08a -o tariff.html --title \"What a tariff does\"", "plenum report --svg scenarios.svg --variables gdp_real gdp_deflator house_price --horizon 20"]);
    }

    private int Run(Request request, ParseResult parsed)
    {
        var workbench = new Workbench(_console, request);
        if (workbench.OpenModel() is not { } runner) { return workbench.Failure; }
        if (workbench.Variables(runner, parsed.GetValue(_options.Variables) ?? []) is not { } variables) { return workbench.Failure; }
        var plan = ReportPlan.Read(runner.Project, runner.Model, workbench.Findings);
        string? picture = parsed.GetValue(_svg);
        var evidence = picture is null ? new ReportEvidence(_console, runner, workbench.Findings) : null;
        var date = Date(workbench, parsed.GetValue(_date));
        var accounts = AccountsAt(workbench, runner.Project, parsed.GetValue(_accounts));
        if (workbench.Findings.HasErrors)
        {
            workbench.Fail<object>();
            return ExitCode.BadInput;
        }

        string[] named = parsed.GetValue(_options.Scenarios) ?? [];
        string[] scenarios = named.Length > 0 ? named : [.. runner.Project.HeadlineScenarios.Select(s => s.Name)];
        if (workbench.Solve(runner, scenarios) is not { } run) { return workbench.Failure; }
        var input = new ReportInput(run, variables, plan, date)
        {
            Title = parsed.GetValue(_title),
            Horizons = [.. runner.Project.Reached(parsed.GetValue(_options.Horizons) is { Length: > 0 } given ? given : s_horizons).Order()],
            AccountsAt = accounts,
            Commands = Commands(request, scenarios, parsed, date),
        };
        int code = picture is not null ? WritePicture(workbench, input, picture) : WritePage(workbench, request, evidence!.Complete(input), parsed.GetValue(_output) ?? DefaultFile);
        return code != ExitCode.Done || run.Scenarios.All(s => s.Solution.Outcome.IsSolved) ? code : ExitCode.NotSolved;
    }

    private int WritePage(Workbench workbench, Request request, ReportInput input, string file)
    {
        var report = ReportBuilder.Build(input);
        string page = ReportPage.Write(report);
        if (!workbench.Save(file, page)) { return ExitCode.BadInput; }
        int bytes = Encoding.UTF8.GetByteCount(page);
        int charts = report.Lead.Count + report.Sections.SelectMany(s => s.Blocks).OfType<ReportBlock.Charts>().Sum(c => c.Items.Count);
        if (request.Json)
        {
            JsonAnswer.Write(_console.Out, writer =>
            {
                writer.WriteString("file", file);
                writer.WriteNumber("bytes", bytes);
                JsonAnswer.Texts(writer, "sections", report.Sections.Where(s => s.Blocks.Count > 0).Select(s => s.Id));
                writer.WriteNumber("charts", charts);
                JsonAnswer.Texts(writer, "scenarios", input.Scenarios.Select(s => s.Name));
            });
        }
        else { _console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {bytes / 1e6:0.0} MB, {input.Scenarios.Count} scenarios, {charts} charts.")); }
        return ExitCode.Done;
    }

    private int WritePicture(Workbench workbench, ReportInput input, string file)
    {
        var charts = ScenarioCharts.Deviations(input, input.Headline, ChartSize.Small, "deviation");
        if (charts.Count == 0)
        {
            _console.Error.WriteLine("a picture compares scenarios, and none is given: name one with --scenario.");
            return ExitCode.BadInput;
        }

        var (from, to) = input.Comparison;
        string model = input.Run.Model.Title.Length > 0 ? input.Run.Model.Title : input.Run.Model.Name;
        string svg = SvgSheet.Draw(input.Title ?? model, $"Differences from the baseline, {from} to {to}", charts, Math.Min(PictureColumns, charts.Count));
        if (!workbench.Save(file, svg)) { return ExitCode.BadInput; }
        _console.Out.WriteLine($"{file}: {charts.Count} charts.");
        return ExitCode.Done;
    }

    private DateOnly Date(Workbench workbench, string? text)
    {
        if (text is null) { return DateOnly.FromDateTime(_console.Environment.Clock.GetLocalNow().DateTime); }
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) { return date; }
        Report(workbench, $"--date takes a day such as 2026-03-31, not '{text}'.", null);
        return default;
    }

    private static Period? AccountsAt(Workbench workbench, Project project, string? text)
    {
        if (text is null) { return null; }
        if (!Period.TryParse(text, out var period) || period.Frequency != project.Start.Frequency) { Report(workbench, $"--accounts takes a period such as {project.ScenarioStart}, not '{text}'.", null); }
        else if (period < project.Start || period > project.End) { Report(workbench, $"{period} lies outside the solved periods.", $"stay within {project.Start} to {project.End}."); }
        return period;
    }

    private static void Report(Workbench workbench, string fact, string? help) =>
        workbench.Report(Diagnostic.Error(WorkspaceCodes.WrongPeriod, fact, null, null, help));

    /// <summary>The command lines that give the same report, the same tables and the same paths.</summary>
    private string[] Commands(Request request, string[] scenarios, ParseResult parsed, DateOnly date)
    {
        string chosen = string.Concat(new[] { request.Project is { } project ? $" --project {Quoted(project)}" : "" }
            .Concat(request.Variants.Select(v => $" --variant {Quoted(v)}")).Concat(scenarios.Select(s => $" --scenario {Quoted(s)}")));
        string shown = parsed.GetValue(_options.Variables) is { Length: > 0 } names ? $" --variables {string.Join(' ', names.Select(Quoted))}" : "";
        string horizons = parsed.GetValue(_options.Horizons) is { Length: > 0 } given ? $" --horizon {string.Join(' ', given)}" : "";
        string title = parsed.GetValue(_title) is { } text ? $" --title {Quoted(text)}" : "";
        string accounts = parsed.GetValue(_accounts) is { } period ? $" --accounts {period}" : "";
        return
        [
            $"plenum report{chosen}{shown}{horizons}{title}{accounts} --date {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            $"plenum run{chosen}{shown} --csv",
        ];
    }

    private static string Quoted(string text) => text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '+' or '.' or '/' or ',') ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
