namespace Plenum.Engine.Ensembles;

/// <summary>Where the innovations of a draw come from.</summary>
/// <remarks>A source holds no state that changes: the same draw and period give the same numbers, from any thread and in any order.</remarks>
public abstract class ShockSource
{
    /// <summary>Periods of one draw; above them counters of two draws would meet.</summary>
    internal const int MostPeriods = 1 << 16;

    private protected ShockSource(IReadOnlyList<ShockRule> rules) => Rules = rules;

    /// <summary>The add-factors that are shocked, and how long their news lives.</summary>
    public IReadOnlyList<ShockRule> Rules { get; }

    /// <summary>Fills in the innovations of one period of one draw.</summary>
    /// <param name="draw">The draw, from 0.</param>
    /// <param name="period">The period of the draw, from 0.</param>
    /// <param name="innovations">Receives one number for each of <see cref="Rules"/>.</param>
    public abstract void Fill(int draw, int period, Span<double> innovations);

    /// <summary>Fills in the innovations of one period of several draws that follow one another, one in each lane.</summary>
    /// <param name="first">The draw in the first lane.</param>
    /// <param name="period">The period of the draws, from 0.</param>
    /// <param name="innovations">Receives the numbers of all lanes for each of <see cref="Rules"/>: rules x lanes, row-major.</param>
    public abstract void FillLanes(int first, int period, Span<double> innovations);

    /// <summary>The counter of one period of one draw.</summary>
    private protected static ulong Counter(int draw, int period) => ((ulong)draw * MostPeriods) + (ulong)period;
}
