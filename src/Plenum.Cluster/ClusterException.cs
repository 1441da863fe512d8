using Plenum.Language.Diagnostics;

namespace Plenum.Cluster;

/// <summary>A job that the cluster cannot do; what it has done stays done.</summary>
public sealed class ClusterException : Exception
{
    /// <summary>Takes the finding that says why.</summary>
    public ClusterException(Diagnostic finding)
        : base((finding ?? throw new ArgumentNullException(nameof(finding))).Message) => Finding = finding;

    /// <summary>Why.</summary>
    public Diagnostic Finding { get; }
}
