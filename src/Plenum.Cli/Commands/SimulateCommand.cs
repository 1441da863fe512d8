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
        var parameters = new Option<bool>("--parameters") { Description = "Draws parameters from their ranges too." };
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
                DrawsParameters = parsed.GetValue(parameters),
                Conditions = parsed.GetValue(events) ?? [],
                Risks = parsed.GetValue(risks) ?? [],
            };
            workbench.OpenFiles(runner.Project, asked.Risks.Select(r => r[..Math.Max(0, r.LastIndexOf('='))]));
            return Run(console, workbench, request, runner, parsed.GetValue(scenario), asked, options, shown, parsed.GetValue(keep), parsed.GetValue(cluster));
        });
        return new Verb(command,
        [
            "plenum simulate --draws 10000 --seed 1 --horizon 40q",
            "plenum simulate --event 'gdp_growth < 0.045 in any year' --event 'unemployment > 0.06 before 2028'",
            "plenum simulate --draws 100000 --keep --cluster localhost:30000",
            "plenum simulate --risk S01=15% --variables gdp_real exports_real --json",
        ]);
    }

    private static int Run(CommandConsole console, Workbench workbench, Request request, Runner runner, string? scenario, SimulationRequest asked, EnsembleOptions options, IReadOnlyList<ShownVariable> variables, bool isKept, string? cluster)
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

        if (Simulation.Prepare(runner, paths, closure, asked, workbench.Findings) is not { } simulation)
        {
            workbench.Fail<object>();
            return ExitCode.BadInput;
        }

        var clock = console.Environment.Clock;
        long started = clock.GetTimestamp();
        var assembly = new EnsembleAssembly(simulation.Ensemble, options);
        var draws = new SimulateDraws(console, assembly, variables);
        var description = isKept || cluster is not null ? RunDescription.Of(runner.Project, scenario ?? "baseline", asked, simulation) : null;
        using var kept = isKept ? new RunStore(runner.Project, clock).Open(description!, workbench.Findings) : null;
        if (isKept && (kept is null || !kept.Load(assembly, workbench.Findings)))
        {
            workbench.Fail<object>();
            return ExitCode.BadInput;
        }

        var keeping = kept is null ? null : new Keeping(description!.Id, assembly.Done);
        var result = cluster is not null ? SimulateCluster.Take(console, workbench, request, runner.Project, scenario, asked, description!, draws, assembly, kept, cluster)
            : kept is not null ? draws.Take(null, kept)
            : draws.Take();
        if (result is null) { return workbench.Failure; }
        var answer = new SimulateAnswer(scenario ?? "baseline", simulation, result, variables, clock.GetElapsedTime(started).TotalSeconds, keeping);
        if (request.Json) { JsonAnswer.Write(console.Out, answer.WriteJson); }
        else if (request.Csv) { answer.WriteCsv(console.Out); }
        else { answer.WriteText(console, [.. s_shown.Where(h => h <= asked.Horizon).Append(asked.Horizon).Distinct().Select(h => simulation.Ensemble.From + (h - 1))]); }
        return result.Solved > 0 ? ExitCode.Done : ExitCode.NotSolved;
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
}
