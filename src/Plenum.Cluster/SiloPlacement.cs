using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace Plenum.Cluster;

/// <summary>Places a grain on the silo that its key names.</summary>
[GenerateSerializer, Immutable, SuppressReferenceTracking]
internal sealed class OnNamedSilo : PlacementStrategy;

/// <summary>Marks grains that live on the silo that their key names.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OnNamedSiloAttribute() : PlacementAttribute(new OnNamedSilo());

/// <summary>Finds the silo that a key names; one that has gone is not replaced by another.</summary>
internal sealed class NamedSiloDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        string name = target.GrainIdentity.Key.ToString()!;
        var silo = context.GetCompatibleSilos(target).FirstOrDefault(s => s.ToParsableString() == name);
        return silo is null ? Task.FromException<SiloAddress>(new OrleansException($"The silo {name} has gone.")) : Task.FromResult(silo);
    }
}
