using Plenum.Engine;
using Plenum.Workspace;
using Plenum.Workspace.Plans;

namespace Plenum.Cli.Commands;

/// <summary>Opens plans with the project's solved baseline, for every verb that works on them.</summary>
internal sealed class PlanWorkbench
{
    private readonly CommandConsole _console;

    private PlanWorkbench(CommandConsole console, Workbench workbench, Runner runner, Paths baseline, IReadOnlyList<Plan> plans) =>
        (_console, Workbench, Runner, Baseline, Plans) = (console, workbench, runner, baseline, plans);

    public Workbench Workbench { get; }

    public Runner Runner { get; }

    public Paths Baseline { get; }

    public IReadOnlyList<Plan> Plans { get; }

    /// <summary>Opens the plans named, or all of the project; null where that fails, with the exit code.</summary>
    public static PlanWorkbench? Open(CommandConsole console, Request request, IReadOnlyList<string> names, out int failure)
    {
        var workbench = new Workbench(console, request);
        failure = ExitCode.BadInput;
        if (workbench.OpenModel() is not { } runner)
        {
            failure = workbench.Failure;
            return null;
        }

        var catalog = runner.Project.Plans;
        IReadOnlyList<Plan> plans = names.Count == 0 ? catalog.All(workbench.Findings) : [.. names.Select(n => catalog.Find(n, workbench.Findings)).OfType<Plan>().Distinct()];
        if (workbench.Findings.HasErrors) { return workbench.Fail<PlanWorkbench>(failure); }
        if (workbench.Solve(runner, []) is { } run) { return new PlanWorkbench(console, workbench, runner, run.Baseline.Paths, plans); }
        failure = workbench.Failure;
        return null;
    }

    /// <summary>Binds a plan; null where it has errors, which are reported.</summary>
    public BoundPlan? Bind(Plan plan) => new PlanBinder(Runner.Project, Baseline, Workbench.Findings).Bind(plan) ?? Workbench.Fail<BoundPlan>(ExitCode.BadInput);

    /// <summary>Solves a plan; null where the model could not be solved, which is reported.</summary>
    public PlanAnswer? Solve(BoundPlan plan) => new Planner(Runner).Solve(plan, Workbench.Findings, _console.Environment.Cancellation) ?? Workbench.Fail<PlanAnswer>(ExitCode.NotSolved);
}
