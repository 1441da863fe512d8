using Plenum.Cluster;
using Plenum.Cluster.Draws;
using Plenum.Engine.Ensembles;
using Plenum.Workspace;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Runs;

namespace Plenum.Cli.Commands;

/// <summary>Has the draws of <c>plenum simulate</c> taken by a cluster; apart from it, so that whoever needs no cluster loads none.</summary>
internal static class SimulateCluster
{
    /// <summary>Takes the draws; null where the cluster could not, which is reported.</summary>
    public static EnsembleResult? Take(CommandConsole console, Workbench workbench, Request request, Project project, string? scenario, SimulationRequest asked, RunDescription description, SimulateDraws draws, EnsembleAssembly assembly, KeptRun? kept, string cluster)
    {
        var given = workbench.GivenFiles([scenario ?? "", .. asked.Risks.Select(r => r[..Math.Max(0, r.LastIndexOf('='))])]);
        if (ClusterAddress.Read(cluster, workbench.Findings) is not { } address || ProjectBundle.Of(project, given, workbench.Findings) is not { } bundle) { return workbench.Fail<EnsembleResult>(ExitCode.BadInput); }
        var job = new DrawJob(
            bundle.Digest, description.Program, description.Digest, [.. request.Variants], scenario, [.. given.Select(g => g.Name)], asked.Horizon, asked.Seed,
            asked.Bootstraps, [.. asked.With.Select(p => p.ToString())], [.. asked.Without.Select(p => p.ToString())], [.. description.Variables], [.. asked.Conditions], [.. asked.Given], [.. asked.Risks]);
        try
        {
            return TakeAsync().GetAwaiter().GetResult();
        }
        catch (ClusterException error)
        {
            workbench.Report(error.Finding);
            return workbench.Fail<EnsembleResult>(ExitCode.BadInput);
        }

        async Task<EnsembleResult> TakeAsync()
        {
            await using var client = await ClusterClient.ConnectAsync(address, console.Environment.Cancellation).ConfigureAwait(false);
            var silos = new ClusterDraws(client, job, bundle, project.ReadModel(workbench.Findings));
            var result = draws.Take(silos, kept);
            if (!request.Json)
            {
                foreach (var (silo, count) in silos.DrawsOfSilo.OrderBy(d => d.Key, StringComparer.Ordinal)) { console.Error.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count:N0} draws by {silo}")); }
            }

            return result;
        }
    }
}
