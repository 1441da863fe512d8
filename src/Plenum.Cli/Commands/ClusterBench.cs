using System.Globalization;
using Plenum.Cluster;
using Plenum.Language.Diagnostics;
using Plenum.Workspace;

namespace Plenum.Cli.Commands;

/// <summary>Has the work of a verb done by a cluster; apart from the verbs, so that whoever needs no cluster loads none.</summary>
internal sealed class ClusterBench
{
    private readonly Request _request;
    private readonly IReadOnlyList<(string Name, string Path)> _given;

    private ClusterBench(Request request, ClusterClient client, ProjectBundle bundle, IReadOnlyList<(string Name, string Path)> given) => (_request, Client, Bundle, _given) = (request, client, bundle, given);

    /// <summary>The connection.</summary>
    public ClusterClient Client { get; }

    /// <summary>The project's files.</summary>
    public ProjectBundle Bundle { get; }

    /// <summary>Connects, and has work done; null where the cluster could not, of which the findings tell.</summary>
    /// <param name="console">The console.</param>
    /// <param name="workbench">Takes what is wrong.</param>
    /// <param name="request">What the user asked for.</param>
    /// <param name="project">The project.</param>
    /// <param name="combinations">The scenarios that are named.</param>
    /// <param name="cluster">The cluster's address.</param>
    /// <param name="work">The work.</param>
    public static T? Use<T>(CommandConsole console, Workbench workbench, Request request, Project project, IEnumerable<string> combinations, string cluster, Func<ClusterBench, T?> work)
        where T : class
    {
        var given = workbench.GivenFiles(combinations);
        if (ClusterAddress.Read(cluster, workbench.Findings) is not { } address || ProjectBundle.Of(project, given, workbench.Findings) is not { } bundle) { return null; }
        try
        {
            return UseAsync().GetAwaiter().GetResult();
        }
        catch (ClusterException error)
        {
            workbench.Report(error.Finding);
            return null;
        }

        async Task<T?> UseAsync()
        {
            await using var client = await ClusterClient.ConnectAsync(address, console.Environment.Cancellation).ConfigureAwait(false);
            return work(new ClusterBench(request, client, bundle, given));
        }
    }

    /// <summary>Whether it was the cluster that failed.</summary>
    public static bool HasFailed(IEnumerable<Diagnostic> findings) => findings.Any(f => f.Code is ClusterCodes.WrongAddress or ClusterCodes.NoSilo or ClusterCodes.OtherVersion or ClusterCodes.TooLarge or ClusterCodes.Unprepared);

    /// <summary>What a job with this digest starts from.</summary>
    public JobOrigin Origin(string digest) => JobOrigin.Of(Bundle, digest, _request.Variants, _given.Select(g => g.Name));

    /// <summary>Tells people which silo did how much.</summary>
    /// <param name="console">The console.</param>
    /// <param name="ofSilo">The counts.</param>
    /// <param name="what">What was counted, such as "draws".</param>
    public void Tell(CommandConsole console, IReadOnlyDictionary<string, int> ofSilo, string what)
    {
        if (_request.Json) { return; }
        foreach (var (silo, count) in ofSilo.OrderBy(d => d.Key, StringComparer.Ordinal)) { console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what} by {silo}")); }
    }
}
