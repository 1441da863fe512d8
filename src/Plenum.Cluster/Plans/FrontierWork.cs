using Plenum.Language.Diagnostics;
using Plenum.Workspace.Plans;

namespace Plenum.Cluster.Plans;

/// <summary>Seeks points of frontiers on a silo.</summary>
internal static class FrontierWork
{
    /// <summary>Seeks a point, or says what keeps the silo from it.</summary>
    public static SiloAnswer<PointFound> Do(Workshop workshop, FrontierJob job, PointSought point) =>
        workshop.Do<FrontierSearches, PointFound>(job.Origin, (project, findings) => Prepare(project, job, findings), ready =>
        {
            using var span = ClusterTelemetry.Begin("seek a point");
            var found = PointFound.Of(ready.Carry(point.ToSearch()));
            ClusterTelemetry.CountPoint();
            return found;
        });

    private static FrontierSearches? Prepare(SolvedProject project, FrontierJob job, DiagnosticBag findings)
    {
        var runner = project.Runner;
        if (runner.Project.Plans.Find(job.Plan, findings) is not { } plan || new PlanBinder(runner.Project, project.Baseline, findings).Bind(plan) is not { } bound) { return null; }
        return PlanDigest.Of(runner.Project, bound, job.First, job.Second) == job.Origin.Digest
            ? FrontierSearches.Between(runner, bound, job.First, job.Second, findings)
            : Workshop.Differs<FrontierSearches>(findings);
    }
}
