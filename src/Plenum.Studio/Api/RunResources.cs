using System.Globalization;
using Plenum.Cli;
using Plenum.Engine.Ensembles;
using Plenum.Language.Diagnostics;
using Plenum.Report.Figures;
using Plenum.Studio.Economy;
using Plenum.Studio.Serving;
using Plenum.Workspace;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Explanations;
using Plenum.Workspace.Plans;

namespace Plenum.Studio.Api;

/// <summary>What may last: explanations, simulations and plans.</summary>
internal sealed class RunResources(OpenedModel economy, ApiQuestions questions, RunnerPool runners, TimeProvider clock)
{
    private const int UsualHorizon = 12;
    private const int UsualSimulation = 40;
    private const int LongestCondition = 500;

    /// <summary>From how many draws on a first, coarse result is given, and which part of the draws it takes.</summary>
    private const int FirstResult = 10;

    /// <summary>Why a scenario changes variables.</summary>
    public ApiResult Explain(ExplainRequest request, RunReporter reporter, CancellationToken cancellation)
    {
        var findings = new DiagnosticBag();
        var variables = questions.Variables(request.Variables ?? [economy.Headline[0].Symbol.Name], findings);
        var at = questions.At(request.At, UsualHorizon, findings);
        var plan = questions.Scenario(request, findings);
        if (plan is null && !findings.HasErrors) { findings.Add(Diagnostic.Error(WorkspaceCodes.WrongQuestion, "no scenario is given.", null, null, "send {\"scenario\": \"S01\"}, or a 'yaml' or 'draft'.")); }
        if (findings.HasErrors || plan is null || at is not { } period) { return ApiResult.Wrong(findings); }
        reporter.Task = plan.Name;
        reporter.Progress("explaining");
        return runners.Use(runner => new Explainer(runner).ExplainScenario(economy.Paths, plan, [.. variables.Select(v => new ExplainedValue(v.Symbol, v.Kind, period))], findings, cancellation) is { } explanation
            ? ApiResult.Of(writer => Answers.Explain(writer, economy.Project, plan, variables, explanation))
            : ApiResult.Wrong(findings));
    }

    /// <summary>Fans and probabilities; a tenth of the draws comes first, as a partial result.</summary>
    public ApiResult Simulate(SimulateRequest request, RunReporter reporter, CancellationToken cancellation)
    {
        var findings = new DiagnosticBag();
        var variables = questions.Variables(request.Variables, findings);
        var last = questions.At(request.Horizon, UsualSimulation, findings);
        var plan = questions.Scenario(request, findings);
        var options = new EnsembleOptions { Draws = request.Draws ?? new EnsembleOptions().Draws, Seed = request.Seed ?? new EnsembleOptions().Seed };
        CheckSize(request, options, findings);
        if (findings.HasErrors || last is not { } end) { return ApiResult.Wrong(findings); }
        var (paths, closure) = (economy.Paths, (Plenum.Engine.Closures.Closure?)null);
        if (plan is not null)
        {
            var run = economy.Solve(plan, cancellation);
            if (!run.Solution.Outcome.IsSolved) { return ApiResult.Wrong([.. run.Solution.Outcome.Diagnostics]); }
            (paths, closure) = (run.Solution.Paths, plan.Closure);
        }

        var asked = new SimulationRequest(end - economy.Window.Start + 1, options.Seed, [.. variables.Select(v => v.Symbol)])
        {
            Bootstraps = request.Bootstrap,
            With = request.Parameters ? [UncertainPart.Parameters] : [],
            Conditions = request.Events ?? [],
            Risks = request.Risks ?? [],
        };
        return runners.Use(runner =>
        {
            var simulation = economy.Read(_ => Simulation.Prepare(runner, paths, closure, asked, findings));
            if (simulation is null) { return ApiResult.Wrong(findings); }
            string around = plan?.Name ?? "baseline";
            reporter.Task = around;
            int first = options.Draws / FirstResult;
            if (first >= FirstResult) { reporter.Partial(writer => Take(options with { Draws = first }, simulation, null).Write(writer, around, simulation, variables)); }
            var taken = Take(options, simulation, reporter);
            return ApiResult.Of(writer => taken.Write(writer, around, simulation, variables));
        });

        Taken Take(EnsembleOptions draws, Simulation simulation, RunReporter? told)
        {
            long started = clock.GetTimestamp();
            var result = simulation.Ensemble.Run(draws, told is null ? null : new DrawProgress(told, draws.Draws), cancellation);
            return new Taken(result, clock.GetElapsedTime(started).TotalSeconds);
        }
    }

    /// <summary>The plans of the project.</summary>
    public ApiResult Plans()
    {
        var findings = new DiagnosticBag();
        var plans = economy.Read(project => project.Plans.All(findings));
        return findings.HasErrors ? ApiResult.Wrong(findings) : ApiResult.Lasting(writer => Answers.Plans(writer, plans));
    }

    /// <summary>The instruments that reach a plan's targets.</summary>
    public ApiResult Plan(PlanRequest request, RunReporter reporter, CancellationToken cancellation)
    {
        var findings = new DiagnosticBag();
        if (request.Plan is null == request.Yaml is null) { findings.Add(Diagnostic.Error(WorkspaceCodes.WrongQuestion, request.Plan is null ? "no plan is given." : "the plan is given twice.", null, null, "send {\"plan\": \"ID\"}, or the text of a plan as 'yaml'.")); }
        else if (ApiQuestions.IsShort(request.Yaml ?? "", findings) && economy.Read(project => Find(request, project, findings)) is { } bound)
        {
            reporter.Task = bound.Plan.Id;
            reporter.Progress("searching");
            long started = clock.GetTimestamp();
            if (runners.Use(runner => new Planner(runner).Solve(bound, findings, cancellation)) is { } answer)
            {
                double seconds = clock.GetElapsedTime(started).TotalSeconds;
                return ApiResult.Of(writer => Answers.Plan(writer, answer, seconds, findings));
            }
        }

        return findings.Any(f => f.Code == WorkspaceCodes.UnknownPlan) ? ApiResult.Missing(findings) : ApiResult.Wrong(findings);
    }

    private BoundPlan? Find(PlanRequest request, Project project, DiagnosticBag findings)
    {
        var plan = request.Plan is { } id ? project.Plans.Find(id, findings) : PlanReader.Read(new SourceText("plan.yaml", request.Yaml!), economy.Window, findings);
        return plan is null || findings.HasErrors ? null : new PlanBinder(project, economy.Paths, findings).Bind(plan);
    }

    private static void CheckSize(SimulateRequest request, EnsembleOptions options, DiagnosticBag findings)
    {
        if (options.Draws is < 1 or > StudioLimits.MostDraws) { findings.Add(Diagnostic.Error(WorkspaceCodes.TooManyDraws, string.Create(CultureInfo.InvariantCulture, $"{options.Draws:N0} draws are asked for."), null, string.Create(CultureInfo.InvariantCulture, $"here a simulation takes 1 to {StudioLimits.MostDraws:N0}."), "take fewer, or run plenum simulate.")); }
        foreach (var list in new[] { request.Events ?? [], request.Risks ?? [] })
        {
            if (list.Count > StudioLimits.MostConditions || list.Any(c => c is null || c.Length > LongestCondition)) { findings.Add(Diagnostic.Error(WorkspaceCodes.WrongCondition, "there are too many events or risks, or one is too long.", null, string.Create(CultureInfo.InvariantCulture, $"a simulation takes {StudioLimits.MostConditions} of each, of {LongestCondition} characters."), "ask for some of them at a time.")); }
        }
    }

    /// <summary>Draws that were taken.</summary>
    private sealed record Taken(EnsembleResult Result, double Seconds)
    {
        public void Write(System.Text.Json.Utf8JsonWriter writer, string around, Simulation simulation, IReadOnlyList<ShownVariable> variables) => Answers.Simulate(writer, around, simulation, Result, variables, Seconds);
    }

    /// <summary>Tells how many draws are done.</summary>
    private sealed class DrawProgress(RunReporter reporter, int draws) : IProgress<int>
    {
        public void Report(int value) => reporter.Progress(value.ToString(CultureInfo.InvariantCulture), draws);
    }
}
