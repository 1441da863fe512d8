using Plenum.Engine.Planning;

namespace Plenum.Cluster.Plans;

/// <summary>Between what a frontier lies, in texts alone.</summary>
/// <param name="Origin">What it starts from; its digest is that of the plan.</param>
/// <param name="Plan">The plan.</param>
/// <param name="First">Its target that is held.</param>
/// <param name="Second">Its target whose best is sought.</param>
[GenerateSerializer, Immutable]
public sealed record FrontierJob(JobOrigin Origin, string Plan, string First, string Second);

/// <summary>A point of a frontier that is sought.</summary>
/// <param name="SeeksFirst">Whether the best of the first target is sought.</param>
/// <param name="Held">The value at which the first is held; null at the ends.</param>
/// <param name="Start">Sizes of the instruments to begin with; null to begin with zero.</param>
[GenerateSerializer, Immutable]
public sealed record PointSought(bool SeeksFirst, double? Held, double[]? Start)
{
    internal static PointSought Of(FrontierSearch search) => new(search.SeeksFirst, search.Held, search.Start is { } start ? [.. start] : null);

    internal FrontierSearch ToSearch() => new(SeeksFirst, Held, Start);
}

/// <summary>A point that was found.</summary>
/// <param name="End">How the search ended, as <see cref="FrontierEnd"/> counts it.</param>
/// <param name="First">The first target.</param>
/// <param name="Second">The second.</param>
/// <param name="Slope">The slope there; null where there is none.</param>
/// <param name="Sizes">The sizes of the instruments.</param>
[GenerateSerializer, Immutable]
public sealed record PointFound(int End, double First, double Second, double? Slope, double[] Sizes)
{
    internal static PointFound Of(FrontierFind find) => new((int)find.End, find.First, find.Second, find.Slope, [.. find.Sizes]);

    internal FrontierFind ToFind() => new((FrontierEnd)End, First, Second, Slope, Sizes);
}
