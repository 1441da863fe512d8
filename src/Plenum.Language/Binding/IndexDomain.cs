using Plenum.Language.Diagnostics;
using Plenum.Language.Sets;
using Plenum.Language.Syntax;

namespace Plenum.Language.Binding;

/// <summary>What one index of a declaration runs over.</summary>
/// <param name="Index">The word that stands for the member in labels and expressions; null for a single member.</param>
/// <param name="Members">The numbers of the members.</param>
/// <param name="Set">The set; null for a single member.</param>
internal sealed record IndexDomain(string? Index, IReadOnlyList<int> Members, SetEntry? Set);

/// <summary>Resolves the indices of declarations and counts through all combinations of their members.</summary>
internal sealed class IndexDomains
{
    private readonly IndexDomain[] _domains;
    private readonly int[] _counter;
    private bool _isStarted;

    private IndexDomains(IndexDomain[] domains)
    {
        _domains = domains;
        _counter = new int[domains.Length];
        Members = new int[domains.Length];
        Count = 1;
        foreach (var domain in domains) { Count = Math.Min(Count * domain.Members.Count, int.MaxValue); }
    }

    /// <summary>The number of combinations, at most <see cref="int.MaxValue"/>.</summary>
    public long Count { get; }

    public IReadOnlyList<IndexDomain> Domains => _domains;

    /// <summary>The members of the present combination.</summary>
    public int[] Members { get; }

    /// <summary>Resolves <c>[p in partner, us]</c>; null where a set or member is unknown, which is reported.</summary>
    /// <remarks>A bare word in the head of an equation (<c>isHead</c>) is a member, elsewhere a set.</remarks>
    public static IndexDomains? Resolve(IReadOnlyList<BinderSyntax> binders, bool isHead, SetTable sets, Findings findings)
    {
        var domains = binders.Count == 0 ? [] : new IndexDomain[binders.Count];
        bool isSound = true;
        for (int i = 0; i < domains.Length; i++)
        {
            if (Resolve(binders[i], isHead, sets, findings) is not { } domain) { isSound = false; continue; }
            domains[i] = domain;
            if (!isHead || domain.Index is null || !Array.Exists(domains[..i], d => d?.Index == domain.Index)) { continue; }
            findings.Error(BindingCodes.DuplicateName, binders[i].Span, $"the index '{domain.Index}' is used twice.", "each index of a name has a letter or word of its own.", "rename one of the two.");
            isSound = false;
        }

        return isSound ? new IndexDomains(domains) : null;
    }

    /// <summary>Moves to the next combination of members, the last index fastest; false after the last one.</summary>
    public bool Next()
    {
        if (!_isStarted)
        {
            _isStarted = true;
            if (Count == 0) { return false; }
            for (int i = 0; i < _domains.Length; i++) { Members[i] = _domains[i].Members[0]; }
            return true;
        }

        for (int i = _domains.Length - 1; i >= 0; i--)
        {
            bool isWithin = ++_counter[i] < _domains[i].Members.Count;
            if (!isWithin) { _counter[i] = 0; }
            Members[i] = _domains[i].Members[_counter[i]];
            if (isWithin) { return true; }
        }

        return false;
    }

    /// <summary>The members that the named indices have now.</summary>
    public IndexValue[] Values()
    {
        int named = 0;
        foreach (var domain in _domains) { if (domain.Index is not null) { named++; } }
        if (named == 0) { return []; }
        var values = new IndexValue[named];
        for (int i = _domains.Length - 1; i >= 0; i--)
        {
            if (_domains[i].Index is { } index) { values[--named] = new IndexValue(index, Members[i]); }
        }

        return values;
    }

    /// <summary>A label in which <c>{p}</c> is replaced by the label of the member that p has now.</summary>
    public string Label(string label, bool isChinese = false)
    {
        if (!label.Contains('{')) { return label; }
        for (int i = 0; i < _domains.Length; i++)
        {
            if (_domains[i] is not { Index: { } index, Set: { } set }) { continue; }
            string member = (isChinese ? set.LabelsZh[_counter[i]] : null) ?? set.Labels[_counter[i]];
            label = label.Replace($"{{{index}}}", member, StringComparison.Ordinal);
        }

        return label;
    }

    /// <summary>The sizes of the sets, such as "4 x 6", for messages.</summary>
    public string Sizes() => string.Join(" x ", Array.ConvertAll(_domains, d => d.Members.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>A name with its indices as written: "exports_real[p in partner]".</summary>
    public static string Form(string name, IReadOnlyList<BinderSyntax> binders)
    {
        if (binders.Count == 0) { return name; }
        var parts = new string[binders.Count];
        for (int i = 0; i < parts.Length; i++) { parts[i] = binders[i].Index is { } index ? $"{index} in {binders[i].Set}" : binders[i].Set; }
        return $"{name}[{string.Join(", ", parts)}]";
    }

    private static IndexDomain? Resolve(BinderSyntax binder, bool isHead, SetTable sets, Findings findings)
    {
        var set = sets.FindSet(binder.Set);
        if (binder.Index is not null) { return set is null ? ReportSet(binder, sets, findings) : new IndexDomain(binder.Index, set.Members, set); }
        int member = sets.FindMember(binder.Set);
        if (member >= 0 && (isHead || set is null)) { return new IndexDomain(null, [member], null); }
        if (!isHead) { return set is null ? ReportSet(binder, sets, findings) : new IndexDomain(set.Name, set.Members, set); }
        if (set is not null)
        {
            findings.Error(BindingCodes.UnknownMember, binder.Span, $"'{binder.Set}' is a set; the head of an equation names the index that runs over it.", "the text below uses that index.", $"write [{binder.Set[..1]} in {binder.Set}]");
            return null;
        }

        string? nearest = Suggestion.Nearest(binder.Set, sets.MemberNames);
        findings.Error(BindingCodes.UnknownMember, binder.Span, $"'{binder.Set}' is not a member of any set.", "the head of an equation has indices such as 'p in partner', or single members.", nearest is null ? $"write [i in SET], or add '{binder.Set}' to a set." : $"did you mean '{nearest}'?");
        return null;
    }

    private static IndexDomain? ReportSet(BinderSyntax binder, SetTable sets, Findings findings)
    {
        string? nearest = sets.NearestSet(binder.Set);
        findings.Error(BindingCodes.UnknownSet, binder.Span, $"there is no set '{binder.Set}'.", "an index runs over the members of a set.", nearest is null ? $"add: set {binder.Set} = ..." : $"did you mean '{nearest}'?");
        return null;
    }
}
