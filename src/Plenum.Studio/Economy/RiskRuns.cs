using System.Globalization;
using Plenum.Engine.Ensembles;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Studio.Serving;
using Plenum.Workspace;
using Plenum.Workspace.Ensembles;

namespace Plenum.Studio.Economy;

/// <summary>Takes draws for pages when their turn has come, each run on a compiled model of its own.</summary>
internal sealed class RiskRuns(OpenedModel economy, RunnerPool runners, RunGate gate)
{
    /// <summary>The most numbers that one run keeps: 80 MB of them.</summary>
    private const long MostNumbers = 10_000_000;

    private const int YearsOfHistory = 5;

    /// <summary>The most draws of each sample by which a variance is divided.</summary>
    private const int MostDrawsOfSample = 1_000;

    private readonly Lazy<UncertaintyPlan> _plan = new(() => economy.Read(project => UncertaintyPlan.Read(project, economy.Model, [])));

    /// <summary>What the project takes as unknown.</summary>
    public UncertaintyPlan Plan => _plan.Value;

    /// <summary>Takes draws.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="progress">Told how many draws are done.</param>
    /// <param name="partial">Told what the draws so far say, each time they have doubled.</param>
    /// <param name="asker">Whose run it is.</param>
    /// <param name="cancellation">Gives up waiting, and stops between two draws.</param>
    /// <returns>The answer; null where an error was found.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Task<RiskAnswer?> RunAsync(RiskQuestion question, DiagnosticBag findings, IProgress<int> progress, Action<RiskAnswer> partial, Asker asker, CancellationToken cancellation) =>
        InTurnAsync((runner, stop) =>
        {
            if (Prepare(runner, question, findings) is not { } simulation) { return null; }
            var assembly = new EnsembleAssembly(simulation.Ensemble, question.Options);
            int shown = 0;
            new LocalDraws(progress: progress).Complete(assembly, _ =>
            {
                if (assembly.IsComplete || assembly.Done < 2 * shown || assembly.SoFar() is not { } result) { return; }
                shown = assembly.Done;
                partial(Answer(question, simulation, result));
            }, stop);
            return Answer(question, simulation, assembly.Result());
        }, findings, asker, cancellation);

    /// <summary>Divides the variance of a variable among what is drawn.</summary>
    /// <param name="answer">The draws.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="at">The period.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="progress">Told which share of the draws is done.</param>
    /// <param name="asker">Whose run it is.</param>
    /// <param name="cancellation">Gives up waiting, and stops between two draws.</param>
    /// <returns>The parts; null where an error was found.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Task<Tornado?> DivideAsync(RiskAnswer answer, Symbol variable, Period at, DiagnosticBag findings, IProgress<double> progress, Asker asker, CancellationToken cancellation)
    {
        var options = answer.Question.Options with { Draws = Math.Min(answer.Question.Options.Draws, MostDrawsOfSample) };
        double all = Tornado.DrawsOf(economy.Model, answer.Simulation.Sources, options.Draws);
        return InTurnAsync((runner, stop) => Tornado.Measure(runner, answer.Simulation, variable, at, options, findings, new Share(progress, all), stop), findings, asker, cancellation);
    }

    private async Task<T?> InTurnAsync<T>(Func<Runner, CancellationToken, T?> work, DiagnosticBag findings, Asker asker, CancellationToken cancellation)
        where T : class
    {
        if (gate.Run(asker, stop => Task.FromResult(runners.Use(runner => work(runner, stop))), cancellation) is { } run) { return await run.ConfigureAwait(false); }
        findings.Add(gate.NoRoom());
        return null;
    }

    private Simulation? Prepare(Runner runner, RiskQuestion question, DiagnosticBag findings)
    {
        var paths = question.Scenario?.Solution.Paths ?? economy.Paths;
        CheckSize(question, findings);
        var (from, to) = (economy.Window.Start, economy.Window.Start + (question.Horizon - 1));
        for (int i = 0; i < question.Events.Count && i < StudioLimits.MostConditions; i++) { new ConditionReader(paths, from, to, findings, $"event {i + 1}").Read(question.Events[i]); }
        if (findings.HasErrors) { return null; }
        var asked = new SimulationRequest(question.Horizon, question.Options.Seed, [.. question.Variables.Select(v => v.Symbol)])
        {
            Conditions = question.Events,
            With = [.. question.Parts],
            Without = [.. UncertaintyPlan.Words.Select(w => w.Value).Where(p => !question.Parts.Contains(p))],
        };
        return economy.Read(_ => Simulation.Prepare(runner, paths, question.Scenario?.Plan.Closure, asked, findings));
    }

    private static void CheckSize(RiskQuestion question, DiagnosticBag findings)
    {
        int draws = question.Options.Draws;
        long numbers = (long)draws * question.Horizon * question.Variables.Count;
        if (draws is < 1 or > StudioLimits.MostDraws) { findings.Add(Diagnostic.Error(WorkspaceCodes.TooManyDraws, Text($"{draws:N0} draws are asked for."), null, Text($"here a run takes 1 to {StudioLimits.MostDraws:N0}."), "take fewer, or run plenum simulate.")); }
        else if (numbers > MostNumbers) { findings.Add(Diagnostic.Error(WorkspaceCodes.TooManyDraws, Text($"{draws:N0} draws of {question.Variables.Count} variables in {question.Horizon} periods are {numbers:N0} numbers."), null, Text($"here a run keeps {MostNumbers:N0}."), "take fewer draws or variables, or a shorter horizon.")); }
        if (question.Variables.Count == 0) { findings.Add(Diagnostic.Error(WorkspaceCodes.WrongQuestion, "no variable is chosen.", null, null, "choose at least one.")); }
        if (question.Events.Count > StudioLimits.MostConditions) { findings.Add(Diagnostic.Error(WorkspaceCodes.WrongCondition, $"there are {question.Events.Count} events.", null, $"here a run counts {StudioLimits.MostConditions}.", "ask for some of them at a time.")); }
    }

    private static RiskAnswer Answer(RiskQuestion question, Simulation simulation, EnsembleResult result)
    {
        var draws = DrawSelection.Solved(result);
        int history = YearsOfHistory * (int)simulation.Ensemble.From.Frequency;
        var charts = FanCharts.Draw(draws, question.Variables, history, ChartSize.Small).Select(c => c with { Series = [.. c.Series.Select(s => s.Role == SeriesRole.Baseline ? s with { Label = question.Around } : s)] });
        var events = simulation.Ensemble.Conditions.Select((c, i) => new EventChance(c.Text, draws.Probability(i), draws.Probability(i) is { } p ? draws.SamplingError(p) : null));
        return new RiskAnswer(question, simulation, result.Options.Draws, result.Failures.Count, result.FailureKinds, [.. charts], [.. events], result.Digest());
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Share(IProgress<double> progress, double all) : IProgress<int>
    {
        public void Report(int value) => progress.Report(value / all);
    }
}
