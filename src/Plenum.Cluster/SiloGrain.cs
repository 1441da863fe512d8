using Plenum.Cluster.Draws;
using Plenum.Cluster.Plans;

namespace Plenum.Cluster;

/// <summary>Hands the work on to the silo's workshop, off the scheduler of grains.</summary>
[OnNamedSilo]
internal sealed class SiloGrain(Workshop workshop) : Grain, ISiloGrain
{
    public Task Receive(ProjectBundle bundle) => Task.Run(() => workshop.Receive(bundle));

    public Task<SiloAnswer<RangeDraws>> Draw(DrawJob job, int first, int count) => Task.Run(() => DrawWork.Do(workshop, job, first, count));

    public Task<SiloAnswer<PointFound>> Search(FrontierJob job, PointSought point) => Task.Run(() => FrontierWork.Do(workshop, job, point));
}
