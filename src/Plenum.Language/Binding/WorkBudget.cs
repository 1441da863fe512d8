namespace Plenum.Language.Binding;

/// <summary>Counts the nodes of all expressions, so that sums over sums end in a message and not in a blow-up.</summary>
internal sealed class WorkBudget(int limit)
{
    private long _spent;

    public int Limit => limit;

    public bool IsExhausted => _spent > limit;

    /// <summary>Whether the reader has been told.</summary>
    public bool IsReported { get; set; }

    /// <summary>Takes <paramref name="nodes"/> of what is left; false where there is not enough.</summary>
    public bool Spend(long nodes)
    {
        _spent += nodes;
        return _spent <= limit;
    }

    /// <summary>Leaves nothing, so that all further work ends at once.</summary>
    public void Exhaust() => _spent = long.MaxValue / 2;

    /// <summary>Whether <paramref name="nodes"/> more would fit.</summary>
    public bool Allows(long nodes) => _spent + nodes <= limit;
}
