using Plenum.Cluster;
using Plenum.Cluster.Draws;
using Plenum.Engine.Ensembles;
using Plenum.Workspace;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Runs;

namespace Plenum.Cli.Commands;

/// <summary>Has the draws of <c>plenum simulate</c> taken by a cluster.</summary>
internal static class SimulateCluster
{
    /// <summary>Takes the draws; null where the cluster could not, of which the findings tell.</summary>
    public static EnsembleResult? Take(CommandConsole console, Workbench workbench, Request request, Project project, string? scenario, SimulationRequest asked, RunDescription description, SimulateDraws draws, KeptRun? kept, string cluster)
    {
        string[] named = [scenario ?? "", .. asked.Risks.Select(r => r[..Math.Max(0, r.LastIndexOf('='))])];
        return ClusterBench.Use(console, workbench, request, project, named, cluster, bench =>
        {
            var silos = new ClusterDraws(bench.Client, DrawJob.Around(bench.Origin(description.Digest), scenario, asked), bench.Bundle, project.ReadModel(workbench.Findings));
            var result = draws.Take(silos, kept);
            bench.Tell(console, silos.DrawsOfSilo, "draws");
            return result;
        });
    }
}
