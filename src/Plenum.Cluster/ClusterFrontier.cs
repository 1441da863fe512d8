using Plenum.Cluster.Plans;
using Plenum.Engine.Planning;

namespace Plenum.Cluster;

/// <summary>Has the searches for a frontier carried out by the silos of a cluster, each by one of them.</summary>
/// <param name="client">The connection.</param>
/// <param name="job">Between what the frontier lies.</param>
/// <param name="bundle">The project's files.</param>
public sealed class ClusterFrontier(ClusterClient client, FrontierJob job, ProjectBundle bundle)
{
    private readonly Dictionary<string, int> _pointsOfSilo = new(StringComparer.Ordinal);

    /// <summary>How many points came from each silo.</summary>
    public IReadOnlyDictionary<string, int> PointsOfSilo => _pointsOfSilo;

    /// <summary>Carries searches out.</summary>
    /// <param name="searches">The searches.</param>
    /// <param name="found">Told of each find, one at a time; null where nobody asks.</param>
    /// <param name="cancellation">Stops between two answers.</param>
    /// <returns>What they found, in their order.</returns>
    /// <exception cref="ClusterException">A silo runs another version or cannot prepare the job, or none is left.</exception>
    public IReadOnlyList<FrontierFind> Carry(IReadOnlyList<FrontierSearch> searches, Action<FrontierFind>? found, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(searches);
        using var span = ClusterTelemetry.Begin("points by silos");
        var finds = new FrontierFind[searches.Count];
        var dispatch = new Dispatch<int, PointFound>(client, bundle, (silo, place) => silo.Search(job, PointSought.Of(searches[place])));
        dispatch.RunAsync(Enumerable.Range(0, searches.Count), Take, cancellation).GetAwaiter().GetResult();
        return finds;

        void Take(string silo, int place, PointFound point)
        {
            finds[place] = point.ToFind();
            _pointsOfSilo[silo] = _pointsOfSilo.GetValueOrDefault(silo) + 1;
            found?.Invoke(finds[place]);
        }
    }
}
