using System.CommandLine;
using System.Globalization;
using Plenum.Engine;
using Plenum.Language.Diagnostics;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Explanations;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum explain</c>: why a variable differs from the baseline, from history as before, or from another baseline.</summary>
internal static class ExplainCommand
{
    private const string History = "history";
    private const string DefaultVariable = "gdp_real";
    private const int DefaultHorizon = 12;
    private const int DefaultTop = 10;

    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var options = new Options();
        var command = new Command("explain", "Says why a variable changes: what each cause contributes, adding up to the whole.")
        {
            options.Subject, options.Variables, options.At, options.From, options.To, options.Against, options.Top,
        };
        command.SetAction(parsed => Run(console, common.Read(parsed), options, parsed));
        return new Verb(command, ["plenum explain S16", "plenum explain S01+S05 --var gdp_real unemployment --at 2027Q4", "plenum explain history --var gdp_growth --from 2021Q1", "plenum explain --against ../last-year --var gdp_real --at 2026Q4"]);
    }

    private static int Run(CommandConsole console, Request request, Options options, ParseResult parsed)
    {
        var workbench = new Workbench(console, request);
        if (workbench.OpenModel() is not { } runner) { return workbench.Failure; }
        string[] names = parsed.GetValue(options.Variables) ?? [];
        if (names.Length == 0) { names = [runner.Model.Find(DefaultVariable)?.Name ?? runner.Project.Headline.Select(h => h.Variable.Name).FirstOrDefault() ?? runner.Model.Symbols[0].Name]; }
        if (workbench.Variables(runner, names) is not { } variables) { return workbench.Failure; }

        var question = new Question(console, workbench, runner, variables, new ExplainPeriods(workbench, runner.Project));
        string? subject = parsed.GetValue(options.Subject);
        string? against = parsed.GetValue(options.Against);
        var answer = (subject, against) switch
        {
            (null, { } folder) => question.Vintage(folder, parsed.GetValue(options.At)),
            ({ } name, null) when string.Equals(name, History, StringComparison.OrdinalIgnoreCase) => question.OfHistory(parsed.GetValue(options.From), parsed.GetValue(options.To)),
            ({ } name, null) => question.Scenario(name, parsed.GetValue(options.At)),
            _ => question.Unclear(),
        };
        if (answer is null) { return workbench.Failure; }
        int top = parsed.GetValue(options.Top);
        if (request.Json) { ExplainAnswer.WriteJson(console.Out, answer); }
        else if (request.Csv) { ExplainAnswer.WriteCsv(console.Out, answer); }
        else { ExplainText.Write(console, answer, top); }
        return ExitCode.Done;
    }

    /// <summary>What the verb is asked with.</summary>
    private sealed class Options
    {
        public Options() => Top.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => int.TryParse(t.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count) && count < 1)) { result.AddError("--top takes a count from 1."); }
        });

        public Argument<string?> Subject { get; } = new("WHAT") { Description = "A scenario, several joined by '+', or 'history'.", Arity = ArgumentArity.ZeroOrOne };

        public Option<string[]> Variables { get; } = new("--var") { Description = "The variables to explain; gdp_real where left out.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };

        public Option<string?> At { get; } = new("--at") { Description = "The period, or a horizon such as 12q, which is also what is taken where left out.", HelpName = "PERIOD" };

        public Option<string?> From { get; } = new("--from") { Description = "Of history: the first period in which something new may happen.", HelpName = "PERIOD" };

        public Option<string?> To { get; } = new("--to") { Description = "Of history: the last period; the end of history where left out.", HelpName = "PERIOD" };

        public Option<string?> Against { get; } = new("--against") { Description = "Another project or a folder with a baseline's files, from which this baseline differs.", HelpName = "DIR" };

        public Option<int> Top { get; } = new("--top") { Description = "How many causes are shown one by one.", HelpName = "N", DefaultValueFactory = _ => DefaultTop };
    }

    /// <summary>One question, put to a project.</summary>
    private sealed class Question(CommandConsole console, Workbench workbench, Runner runner, IReadOnlyList<ShownVariable> variables, ExplainPeriods periods)
    {
        private readonly DiagnosticBag _findings = [];

        private Project Project => runner.Project;

        public ExplainAnswer? Scenario(string name, string? at)
        {
            if (periods.At(at, Project.ScenarioStart, DefaultHorizon) is not { } period) { return workbench.Fail<ExplainAnswer>(); }
            if (workbench.Solve(runner, [name]) is not { } run) { return null; }
            var scenario = run.Scenarios[0];
            if (!scenario.Solution.Outcome.IsSolved) { return NotSolved(scenario.Solution.Outcome.Diagnostics); }
            var explanation = new Explainer(runner).ExplainScenario(run.Baseline.Paths, scenario.Plan, Values(period, period), _findings, console.Environment.Cancellation);
            return Answer(explanation, $"{scenario.Plan.Name} {scenario.Plan.Title}", "the baseline", false);
        }

        public ExplainAnswer? OfHistory(string? from, string? to)
        {
            if (periods.History(from, to) is not var (first, last)) { return workbench.Fail<ExplainAnswer>(); }
            if (workbench.Solve(runner, []) is not { } run) { return null; }
            var explanation = new Explainer(runner).ExplainHistory(run.Baseline.Paths, first, Values(first, last), _findings, console.Environment.Cancellation);
            return Answer(explanation, $"History {first} to {last}", $"the path on which everything given goes on as before {first}", true);
        }

        public ExplainAnswer? Vintage(string folder, string? at)
        {
            if (periods.At(at, Project.Start, Project.ScenarioStart - Project.Start + DefaultHorizon) is not { } period) { return workbench.Fail<ExplainAnswer>(); }
            if (Other(folder, period) is not { } other) { return Failed(); }
            if (workbench.Solve(runner, []) is not { } run) { return null; }
            var explanation = new Explainer(runner).ExplainVintage(run.Baseline.Paths, other, Values(period, period), _findings, console.Environment.Cancellation);
            return Answer(explanation, $"This baseline against {folder}", $"the baseline of {folder}", false);
        }

        public ExplainAnswer? Unclear()
        {
            _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongQuestion, "it is not clear what to explain.", null, "a scenario, 'history', or --against DIR: one of the three.", "write for instance:  plenum explain S01"));
            return Failed();
        }

        /// <summary>What another baseline is given.</summary>
        private Paths? Other(string folder, Period needed)
        {
            string path = Path.GetFullPath(Path.Combine(console.Environment.CurrentDirectory, folder));
            Paths? other;
            if (File.Exists(Path.Combine(path, Project.FileName)))
            {
                var opened = Project.Open(path, folder);
                _findings.AddRange(opened.Diagnostics);
                other = opened.Project is { } project ? Baseline.Read(project, runner.Model, _findings) : null;
            }
            else { other = Baseline.ReadFolder(path, folder, Project, runner.Model, _findings); }

            if (other is not null && other.End < needed)
            {
                _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongPeriod, $"the baseline of '{folder}' ends in {other.End}, before {needed}.", null, null, $"ask for {other.End} or a period before with --at."));
                return null;
            }

            return other;
        }

        private List<ExplainedValue> Values(Period first, Period last) =>
            [.. from variable in variables from k in Enumerable.Range(0, last - first + 1) select new ExplainedValue(variable.Symbol, variable.Kind, first + k)];

        private ExplainAnswer? Answer(Explanation? explanation, string title, string reference, bool isHistory) =>
            explanation is null ? Failed() : new ExplainAnswer(title, reference, isHistory, Project.ScenarioStart, variables, explanation);

        private ExplainAnswer? Failed()
        {
            foreach (var finding in _findings) { workbench.Report(finding); }
            bool isUnsolved = _findings.Any(f => f.Code == WorkspaceCodes.NoWay || f.Code.StartsWith("PL06", StringComparison.Ordinal));
            return workbench.Fail<ExplainAnswer>(isUnsolved ? ExitCode.NotSolved : ExitCode.BadInput);
        }

        private ExplainAnswer? NotSolved(IEnumerable<Diagnostic> findings)
        {
            foreach (var finding in findings) { workbench.Report(finding); }
            return workbench.Fail<ExplainAnswer>(ExitCode.NotSolved);
        }
    }
}
