namespace Plenum.Engine.Solving.StackedTime;

/// <summary>The later values that a period may look ahead to: each column read ahead, at every lead up to its farthest.</summary>
internal sealed class LeadSlots
{
    private readonly StackedLayout _layout;
    private readonly (int Column, int Lead)[] _slots;

    public LeadSlots(StackedLayout layout)
    {
        _layout = layout;
        var farthest = new SortedDictionary<int, int>();
        foreach (var partial in layout.Code.Partials)
        {
            if (partial.Lag > 0) { farthest[partial.Column] = Math.Max(partial.Lag, farthest.GetValueOrDefault(partial.Column)); }
        }

        _slots = [.. farthest.SelectMany(f => Enumerable.Range(1, f.Value).Select(lead => (f.Key, lead)))];
    }

    /// <summary>Number of slots.</summary>
    public int Count => _slots.Length;

    /// <summary>Periods ahead.</summary>
    public int LeadOf(int slot) => _slots[slot].Lead;

    /// <summary>The slot of a column and lead.</summary>
    public int Find(int column, int lead) => Array.IndexOf(_slots, (column, lead));

    /// <summary>The unknown that a slot of period t means; -1 where the value is given or lies after the window.</summary>
    public int UnknownAt(int slot, int t)
    {
        var (column, lead) = _slots[slot];
        return t + lead < _layout.Periods ? _layout.UnknownOfCell[((_layout.History + t + lead) * _layout.Code.Model.Symbols.Count) + column] : -1;
    }

    /// <summary>The slot that means the same value one period later; -1 where it is of that period itself.</summary>
    public int Later(int slot) => _slots[slot].Lead == 1 ? -1 : slot - 1;

    /// <summary>The slot that means the same value a number of periods later, smaller than its lead.</summary>
    public int Nearer(int slot, int periods) => slot - periods;
}
