using Plenum.Cluster.Draws;

namespace Plenum.Cluster;

/// <summary>Hands the work on to the silo's workshop, off the scheduler of grains.</summary>
[OnNamedSilo]
internal sealed class SiloGrain(DrawWorkshop workshop) : Grain, ISiloGrain
{
    public Task Receive(ProjectBundle bundle) => Task.Run(() => workshop.Receive(bundle));

    public Task<RangeAnswer> Draw(DrawJob job, int first, int count)
    {
        string silo = this.GetPrimaryKeyString();
        return Task.Run(() => workshop.Draw(silo, job, first, count));
    }
}
