using System.CommandLine;
using System.Globalization;
using Plenum.Engine.Closures;
using Plenum.Engine.Ensembles;
using Plenum.Language.Diagnostics;
using Plenum.Report.Figures;
using Plenum.Workspace;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Runs;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum simulate</c>: how far the future may lie from the baseline, and how likely something is.</summary>
internal static class SimulateCommand
{
    private const int UsualHorizon = 40;
    private const int PictureColumns = 3;
    private const int HistoryShown = 5;
    private static readonly int[] s_shown = [1, 4, 12, 20, 40];

    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var draws = new Option<int>("--draws") { Description = "How many draws.", HelpName = "N", DefaultValueFactory = _ => new EnsembleOptions().Draws };
        var seed = new Option<ulong>("--seed") { Description = "The seed of all random numbers.", HelpName = "S", DefaultValueFactory = _ => new EnsembleOptions().Seed };
        var threads = new Option<int>("--threads") { Description = "Threads; the results do not depend on it.", HelpName = "T", DefaultValueFactory = _ => new EnsembleOptions().Threads };
        var horizon = new Option<string?>("--horizon") { Description = "How far: 40q or 10y from the start of the scenarios.", HelpName = "40q" };
        var scenario = new Option<string?>("--scenario") { Description = "A scenario, or several joined by '+', around which draws are taken.", HelpName = "NAME" };
        var variables = new RunOptions().Variables;
        var events = new Option<string[]>("--event") { Description = "Something whose probability is wanted; repeatable.", HelpName = "CONDITION" };
        var risks = new Option<string[]>("--risk") { Description = "A scenario that may happen, with its probability in a year; repeatable.", HelpName = "NAME=15%" };
        var bootstrap = new Option<bool>("--bootstrap") { Description = "Draws shocks from history in blocks instead of from a normal distribution." };
        var parameters = new Option<bool>("--parameters") { Description = "Draws parameters too, from their priors and ranges." };
        var refined = new SimulateOptions();
        var keep = new Option<bool>("--keep") { Description = "Keeps the draws as they are taken, and goes on with a run that was broken off." };
        var cluster = new Option<string?>("--cluster") { Description = "Has the draws taken by the silos of a cluster (plenum worker).", HelpName = "ADDRESS" };
        foreach (var count in new[] { draws, threads })
        {
            count.Validators.Add(result =>
            {
                if (result.Tokens.Any(t => int.TryParse(t.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int n) && n < 1)) { result.AddError($"{count.Name} takes a count from 1."); }
            });
        }

        var command = new Command("simulate", "Shows how uncertain the path is: fans, and the probability of events.") { draws, seed, horizon, scenario, variables, events, risks, threads, bootstrap, parameters, keep, cluster };
        refined.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = common.Read(parsed);
            var workbench = new Workbench(console, request);
            if (workbench.OpenModel() is not { } runner || workbench.Variables(runner, parsed.GetValue(variables) ?? []) is not { } shown) { return workbench.Failure; }
            var options = new EnsembleOptions { Draws = parsed.GetValue(draws), Seed = parsed.GetValue(seed), Threads = parsed.GetValue(threads) };
            if (Horizon(workbench, runner.Project, parsed.GetValue(horizon)) is not { } periods || !Fits(workbench, options, periods, shown.Count))
            {
                workbench.Fail<object>();
                return ExitCode.BadInput;
            }

            var asked = new SimulationRequest(periods, options.Seed, [.. shown.Select(v => v.Symbol)])
            {
                Bootstraps = parsed.GetValue(bootstrap),
                Conditions = parsed.GetValue(events) ?? [],
                Risks = parsed.GetValue(risks) ?? [],
                With = [.. refined.With(parsed), .. parsed.GetValue(parameters) ? new[] { UncertainPart.Parameters } : []],
                Without = refined.Without(parsed),
                Given = refined.Given(parsed),
            };
            if (refined.Read(workbench, runner, parsed, asked.Horizon) is not { } detail) { return workbench.Failure; }
            workbench.OpenFiles(runner.Project, asked.Risks.Select(r => r[..Math.Max(0, r.LastIndexOf('='))]));
            return Run(console, workbench, request, runner, parsed.GetValue(scenario), asked, options, shown, detail, new DrawTaking(parsed.GetValue(keep), parsed.GetValue(cluster)));
        });
        return new Verb(command,
        [
            "plenum simulate --draws 10000 --seed 1 --horizon 40q",
            "plenum simulate --event 'gdp_growth < 0.045 in any year' --event 'unemployment > 0.06 before 2028'",
            "plenum simulate --draws 100000 --keep --cluster localhost:30000",
            "plenum simulate --risk S01=15% --variables gdp_real exports_real --json",
            "plenum simulate --given 'gdp_growth < 0.04 at 2026' --tornado gdp_real --at 2027Q4",
        ]);
    }

    private static int Run(CommandConsole console, Workbench workbench, Request request, Runner runner, string? scenario, SimulationRequest asked, EnsembleOptions options, IReadOnlyList<ShownVariable> variables, SimulateDetail detail, DrawTaking taking)
    {
        if (workbench.Solve(runner, scenario is null ? [] : [scenario]) is not { } run) { return workbench.Failure; }
        var (paths, closure) = (run.Baseline.Paths, (Closure?)null);
        if (run.Scenarios is [var single])
        {
            if (!single.Solution.Outcome.IsSolved)
            {
                console.Error.WriteLine(single.Solution.Outcome);
                return ExitCode.NotSolved;
            }

            (paths, closure) = (single.Solution.Paths, single.Plan.Closure);
        }

        var simulation = Simulation.Prepare(runner, paths, closure, asked, workbench.Findings);
        var forecasts = simulation is null ? [] : ForecastErrors.Read(runner.Project, simulation.Sources.Yardsticks, workbench.Findings);
        if (simulation is null || workbench.Findings.HasErrors)
        {
            workbench.Fail<object>();
            return ExitCode.BadInput;
        }

        var clock = console.Environment.Clock;
        long started = clock.GetTimestamp();
        var assembly = new EnsembleAssembly(simulation.Ensemble, options);
        var draws = new SimulateDraws(console, assembly, variables);
        var description = taking.IsKept || taking.Cluster is not null ? RunDescription.Of(runner.Project, scenario ?? "baseline", asked, simulation) : null;
        using var kept = taking.IsKept ? new RunStore(runner.Project, clock).Open(description!, workbench.Findings) : null;
        if (taking.IsKept && (kept is null || !kept.Load(assembly, workbench.Findings)))
        {
            workbench.Fail<object>();
            return ExitCode.BadInput;
        }

        var keeping = kept is null ? null : new Keeping(description!.Id, assembly.Done);
        var result = taking.Cluster is { } cluster ? SimulateCluster.Take(console, workbench, request, runner.Project, scenario, asked, description!, draws, kept, cluster)
            : kept is not null ? draws.Take(null, kept)
            : draws.Take();
        if (result is null)
        {
            workbench.Fail<object>();
            return ExitCode.BadInput;
        }

        double seconds = clock.GetElapsedTime(started).TotalSeconds;
        var selected = simulation.Select(result, workbench.Findings);
        var tornado = selected is null || detail.Tornado is null ? null : Measure(console, runner, simulation, detail, options, workbench.Findings);
        if (selected is not { } chosen || (tornado is null && detail.Tornado is not null))
        {
            workbench.Fail<object>();
            return ExitCode.BadInput;
        }

        if (detail.Picture is { } picture) { return WritePicture(console, workbench, picture, scenario ?? "baseline", chosen, variables); }
        var answer = new SimulateAnswer(scenario ?? "baseline", simulation, chosen, variables, seconds) { At = detail.At, ShowsCorrelations = detail.ShowsCorrelations, Tornado = tornado, Kept = keeping, Forecasts = forecasts };
        if (request.Json) { JsonAnswer.Write(console.Out, answer.WriteJson); }
        else if (request.Csv) { answer.WriteCsv(console.Out); }
        else { answer.WriteText(console, [.. s_shown.Where(h => h <= asked.Horizon).Append(asked.Horizon).Distinct().Select(h => simulation.Ensemble.From + (h - 1))]); }
        return result.Solved > 0 ? ExitCode.Done : ExitCode.NotSolved;
    }

    private static Tornado? Measure(CommandConsole console, Runner runner, Simulation simulation, SimulateDetail detail, EnsembleOptions options, DiagnosticBag findings)
    {
        using var line = new ProgressLine(console.Error, console.Environment);
        var progress = new DrawProgress(line, Tornado.DrawsOf(runner.Model, simulation.Sources, options.Draws));
        return Tornado.Measure(runner, simulation, detail.Tornado!, detail.At, options, findings, progress, console.Environment.Cancellation);
    }

    private static int WritePicture(CommandConsole console, Workbench workbench, string file, string around, DrawSelection draws, IReadOnlyList<ShownVariable> variables)
    {
        var ensemble = draws.Result.Ensemble;
        int history = HistoryShown * (int)ensemble.From.Frequency;
        var charts = FanCharts.Draw(draws, variables, history, ChartSize.Small);
        string title = ensemble.Baseline.Model.Title.Length > 0 ? ensemble.Baseline.Model.Title : ensemble.Baseline.Model.Name;
        string subtitle = string.Create(CultureInfo.InvariantCulture, $"{draws.Count:N0} draws around {around}, {ensemble.From} to {ensemble.To}");
        if (!workbench.Save(file, SvgSheet.Draw(title, subtitle, charts, Math.Min(PictureColumns, charts.Count)))) { return ExitCode.BadInput; }
        console.Out.WriteLine($"{file}: {charts.Count} charts.");
        return ExitCode.Done;
    }

    private static int? Horizon(Workbench workbench, Project project, string? text)
    {
        int longest = project.End - project.ScenarioStart + 1;
        if (text is null) { return Math.Min(UsualHorizon, longest); }
        if (project.HorizonOf(text) is { } count && count <= longest) { return count; }
        workbench.Report(Diagnostic.Error(WorkspaceCodes.WrongPeriod, $"--horizon takes a count of periods such as {longest}q or {Math.Max(1, longest / (int)project.Start.Frequency)}y, not '{text}'.", null, $"the project's periods from {project.ScenarioStart} to {project.End} are {longest}.", null));
        return null;
    }

    private static bool Fits(Workbench workbench, EnsembleOptions options, int periods, int variables)
    {
        long most = EnsembleOptions.MostNumbers / ((long)periods * variables);
        if (options.Draws <= most) { return true; }
        workbench.Report(Diagnostic.Error(WorkspaceCodes.TooManyDraws, string.Create(CultureInfo.InvariantCulture, $"{options.Draws:N0} draws of {variables} variables in {periods} periods are more than can be kept."), null, string.Create(CultureInfo.InvariantCulture, $"at most {EnsembleOptions.MostNumbers:N0} numbers are kept."), string.Create(CultureInfo.InvariantCulture, $"take at most {most:N0} draws, or name fewer --variables.")));
        return false;
    }

    /// <summary>Tells how many draws are done.</summary>
    private sealed class DrawProgress(ProgressLine line, int draws) : IProgress<int>
    {
        public void Report(int value) => line.Show(string.Create(CultureInfo.InvariantCulture, $"draw {value:N0} of {draws:N0}"));
    }
}

/// <summary>Who takes draws, and whether they are kept.</summary>
/// <param name="IsKept">Whether they are kept as they are taken.</param>
/// <param name="Cluster">The cluster that takes them; null for this process.</param>
internal sealed record DrawTaking(bool IsKept, string? Cluster);
