using Plenum.Cluster.Draws;

namespace Plenum.Cluster;

/// <summary>One silo, which does its work with all its processors; its key is the silo's address.</summary>
public interface ISiloGrain : IGrainWithStringKey
{
    /// <summary>Takes the files of a project.</summary>
    Task Receive(ProjectBundle bundle);

    /// <summary>Takes a range of draws.</summary>
    Task<RangeAnswer> Draw(DrawJob job, int first, int count);
}
