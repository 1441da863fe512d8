using Plenum.Numerics.Lanes;

namespace Plenum.Engine.Ensembles;

/// <summary>The innovations of some columns of a source, as they are together with the others; the others stay on the baseline.</summary>
/// <remarks>Whoever switches columns off keeps the luck of the rest, so that two runs differ by what was switched off alone.</remarks>
public sealed class PartOfShocks : ShockSource
{
    private readonly ShockSource _whole;
    private readonly int[] _kept;

    /// <summary>Takes a part of a source.</summary>
    /// <param name="whole">The source.</param>
    /// <param name="keeps">Which of its rules are kept.</param>
    public PartOfShocks(ShockSource whole, Func<ShockRule, bool> keeps)
        : this(whole ?? throw new ArgumentNullException(nameof(whole)), [.. Enumerable.Range(0, whole.Rules.Count).Where(j => keeps(whole.Rules[j]))])
    {
    }

    private PartOfShocks(ShockSource whole, int[] kept)
        : base([.. kept.Select(j => whole.Rules[j])]) => (_whole, _kept) = (whole, kept);

    /// <inheritdoc/>
    public override void Fill(int draw, int period, Span<double> innovations)
    {
        Span<double> all = _whole.Rules.Count <= 256 ? stackalloc double[_whole.Rules.Count] : new double[_whole.Rules.Count];
        _whole.Fill(draw, period, all);
        for (int j = 0; j < _kept.Length; j++) { innovations[j] = all[_kept[j]]; }
    }

    /// <inheritdoc/>
    public override void FillLanes(int first, int period, Span<double> innovations)
    {
        int count = _whole.Rules.Count * Lane.Count;
        Span<double> all = count <= 2048 ? stackalloc double[count] : new double[count];
        _whole.FillLanes(first, period, all);
        for (int j = 0; j < _kept.Length; j++) { all.Slice(_kept[j] * Lane.Count, Lane.Count).CopyTo(innovations[(j * Lane.Count)..]); }
    }
}
