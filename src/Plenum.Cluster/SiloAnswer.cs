namespace Plenum.Cluster;

/// <summary>What a silo answers when it is asked for a part of a job.</summary>
/// <typeparam name="TDone">What comes of a part.</typeparam>
/// <param name="Done">What came of it; null where the silo did not do it.</param>
/// <param name="Lacks">Whether the silo does not have the project's files yet.</param>
/// <param name="ProblemCode">The code of what keeps the silo from taking part; null where nothing does.</param>
/// <param name="Problem">What it is.</param>
[GenerateSerializer, Immutable]
public sealed record SiloAnswer<TDone>(TDone? Done, bool Lacks, string? ProblemCode, string? Problem)
    where TDone : class;
