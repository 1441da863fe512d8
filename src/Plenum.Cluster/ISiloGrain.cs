using Plenum.Cluster.Draws;
using Plenum.Cluster.Plans;

namespace Plenum.Cluster;

/// <summary>One silo, which does one thing after the other; its key is the silo's address.</summary>
public interface ISiloGrain : IGrainWithStringKey
{
    /// <summary>Takes the files of a project.</summary>
    Task Receive(ProjectBundle bundle);

    /// <summary>Takes a range of draws, with all threads of the silo.</summary>
    Task<SiloAnswer<RangeDraws>> Draw(DrawJob job, int first, int count);

    /// <summary>Seeks a point of a frontier, with one thread.</summary>
    Task<SiloAnswer<PointFound>> Search(FrontierJob job, PointSought point);
}
