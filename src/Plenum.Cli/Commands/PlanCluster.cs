using Plenum.Cluster;
using Plenum.Cluster.Draws;
using Plenum.Cluster.Plans;
using Plenum.Engine.Ensembles;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Plans;
using Plenum.Workspace.Runs;

namespace Plenum.Cli.Commands;

/// <summary>Has the work of <c>plenum plan</c> that can be divided done by a cluster.</summary>
internal static class PlanCluster
{
    /// <summary>Solves a plan over an ensemble whose draws silos take; null where the cluster or the plan failed, of which the findings tell.</summary>
    /// <param name="console">The console.</param>
    /// <param name="bench">The project.</param>
    /// <param name="request">What the user asked for.</param>
    /// <param name="cluster">The cluster's address.</param>
    /// <param name="solve">Solves the plan with whoever takes its draws.</param>
    public static ChanceAnswer? Solve(CommandConsole console, PlanWorkbench bench, Request request, string cluster, Func<Func<PlannedDraws, IDrawTaker>, ChanceAnswer?> solve) => Use(console, bench, request, cluster, silos =>
    {
        var project = bench.Runner.Project;
        var files = project.ReadModel(bench.Workbench.Findings);
        var drawn = new Dictionary<string, int>(StringComparer.Ordinal);
        var answer = solve(draws => new Counted(new ClusterDraws(silos.Client, DrawJob.Around(silos.Origin(RunDescription.Of(project, draws.Plan.Plan.Id, draws.Request, draws.Simulation).Digest), draws), silos.Bundle, files), drawn));
        silos.Tell(console, drawn, "draws");
        return answer;
    });

    /// <summary>Traces a frontier whose points silos seek; null where the cluster failed or a name is wrong, of which the findings tell.</summary>
    /// <param name="console">The console.</param>
    /// <param name="bench">The project.</param>
    /// <param name="request">What the user asked for.</param>
    /// <param name="cluster">The cluster's address.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="targets">Its two targets.</param>
    /// <param name="points">Points, with the ends.</param>
    /// <param name="found">Told of each point.</param>
    public static TradeOff? Trace(CommandConsole console, PlanWorkbench bench, Request request, string cluster, BoundPlan plan, string[] targets, int points, Action found) => Use(console, bench, request, cluster, silos =>
    {
        var cancellation = console.Environment.Cancellation;
        var job = new FrontierJob(silos.Origin(PlanDigest.Of(bench.Runner.Project, plan, targets)), plan.Plan.Id, targets[0], targets[1]);
        var frontier = new ClusterFrontier(silos.Client, job, silos.Bundle);
        var tradeOff = TradeOff.Trace(bench.Runner, plan, targets[0], targets[1], points, bench.Workbench.Findings, searches => frontier.Carry(searches, _ => found(), cancellation), cancellation);
        silos.Tell(console, frontier.PointsOfSilo, "points");
        return tradeOff;
    });

    private static T? Use<T>(CommandConsole console, PlanWorkbench bench, Request request, string cluster, Func<ClusterBench, T?> work)
        where T : class => ClusterBench.Use(console, bench.Workbench, request, bench.Runner.Project, [], cluster, work);

    /// <summary>Draws that silos take, with those of earlier rounds counted in.</summary>
    private sealed class Counted(ClusterDraws silos, Dictionary<string, int> drawn) : IDrawTaker
    {
        public void Complete(EnsembleAssembly assembly, Action<EnsemblePortion>? taken, CancellationToken cancellation)
        {
            silos.Complete(assembly, taken, cancellation);
            foreach (var (silo, count) in silos.DrawsOfSilo) { drawn[silo] = drawn.GetValueOrDefault(silo) + count; }
        }
    }
}
