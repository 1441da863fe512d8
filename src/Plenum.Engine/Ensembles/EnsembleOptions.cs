namespace Plenum.Engine.Ensembles;

/// <summary>How many draws are taken, and by how many threads.</summary>
public sealed record EnsembleOptions
{
    /// <summary>The most numbers that are kept: two gigabytes of them.</summary>
    public const long MostNumbers = 1L << 28;

    /// <summary>Draws. Default 1,000.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>The seed of every random stream. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; results do not depend on it. Default: the processors of the machine.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Whether several draws are solved at once, one in each lane of the processor's vectors. Default true; false solves them one by one, to the same
    /// tolerance but not to the same last bit.
    /// </summary>
    public bool Vectorised { get; init; } = true;
}
