using Plenum.Language.Diagnostics;
using Plenum.Language.Sets;
using Plenum.Language.Units;
using Plenum.Series;

namespace Plenum.Language.Binding;

/// <summary>Every name that an expression can refer to.</summary>
internal sealed class ModelScope(Frequency frequency, SetTable sets, UnitTable units)
{
    private readonly Dictionary<string, Family> _families = new(StringComparer.Ordinal);

    // A family's root and its members one after another lead to the node of a scalar name.
    private readonly Dictionary<long, int> _child = [];
    private readonly List<SymbolDraft?> _symbolAt = [];
    private int _firstParameter = int.MaxValue;
    private int _firstAfterParameters = int.MaxValue;

    public Frequency Frequency => frequency;

    public SetTable Sets => sets;

    public UnitTable Units => units;

    public IEnumerable<string> Names => _families.Keys;

    /// <summary>All symbols in order of declaration; in order of columns once those are given.</summary>
    public List<SymbolDraft> Symbols { get; private set; } = [];

    /// <summary>The names of a finished model, for expressions that are bound against it later.</summary>
    public static ModelScope From(BoundModel model, Findings findings)
    {
        var sets = new SetTable();
        foreach (var set in model.Sets)
        {
            var entry = new SetEntry(set.Name, set.Label, set.Parent);
            for (int i = 0; i < set.Members.Count; i++) { entry.Add(sets.Number(set.Members[i]), set.MemberLabels[i], null); }
            sets.Add(entry);
        }

        foreach (var map in model.Maps)
        {
            var entry = new MapEntry(map.Name, sets.FindSet(map.From)!, sets.FindSet(map.To)!);
            for (int i = 0; i < map.Images.Count; i++) { entry.Images.Add(entry.From.Members[i], sets.Number(map.Images[i])); }
            sets.Add(entry);
        }

        var scope = new ModelScope(model.Frequency, sets, UnitTable.From(model, findings));
        foreach (var symbol in model.Symbols)
        {
            if (symbol.Role == Role.AddFactor) { continue; }
            var family = scope.FindFamily(symbol.Family) ?? scope.AddFamily(symbol.Family, symbol.Members.Count, symbol.Name, symbol.Span);
            var members = new int[symbol.Members.Count];
            for (int i = 0; i < members.Length; i++) { members[i] = sets.Number(symbol.Members[i]); }
            scope.Add(new SymbolDraft { Name = symbol.Name, Role = symbol.Role, Family = family, Members = symbol.Members, Span = symbol.Span, Column = symbol.Column, Unit = symbol.Unit, Label = symbol.Label, Value = symbol.Value }, members);
        }

        scope.MarkParameters(model.Symbols.Count(s => s.Role is Role.Endogenous or Role.Exogenous or Role.Shock), model.Symbols.Count(s => s.Role == Role.Parameter));
        return scope;
    }

    public Family? FindFamily(string name) => _families.GetValueOrDefault(name);

    public Family AddFamily(string name, int indexCount, string form, SourceSpan span)
    {
        var family = new Family(name, indexCount, _symbolAt.Count, form, span);
        _symbolAt.Add(null);
        _families.Add(name, family);
        return family;
    }

    public void Add(SymbolDraft symbol, ReadOnlySpan<int> members)
    {
        int node = symbol.Family.Root;
        foreach (int member in members)
        {
            long key = ((long)node << 32) | (uint)member;
            if (!_child.TryGetValue(key, out int next))
            {
                next = _symbolAt.Count;
                _symbolAt.Add(null);
                _child.Add(key, next);
            }

            node = next;
        }

        _symbolAt[node] = symbol;
        Symbols.Add(symbol);
    }

    public SymbolDraft? Find(Family family, ReadOnlySpan<int> members)
    {
        int node = family.Root;
        foreach (int member in members)
        {
            if (!_child.TryGetValue(((long)node << 32) | (uint)member, out node)) { return null; }
        }

        return _symbolAt[node];
    }

    /// <summary>A variable in that unit, or null.</summary>
    public SymbolDraft? FirstIn(Unit unit) => Symbols.Find(s => s.Unit is { } its && its.HasDimensionOf(unit));

    /// <summary>Gives every symbol its column: endogenous, exogenous and shocks, parameters, add-factors, each in order of declaration.</summary>
    public void GiveColumns(List<SymbolDraft> addFactors)
    {
        var ordered = new List<SymbolDraft>(Symbols.Count + addFactors.Count);
        foreach (var symbol in Symbols) { if (symbol.Role == Role.Endogenous) { ordered.Add(symbol); } }
        foreach (var symbol in Symbols) { if (symbol.Role is Role.Exogenous or Role.Shock) { ordered.Add(symbol); } }
        int firstParameter = ordered.Count;
        foreach (var symbol in Symbols) { if (symbol.Role == Role.Parameter) { ordered.Add(symbol); } }
        MarkParameters(firstParameter, ordered.Count - firstParameter);
        ordered.AddRange(addFactors);
        for (int column = 0; column < ordered.Count; column++) { ordered[column].Column = column; }
        Symbols = ordered;
    }

    /// <summary>Whether a column changes over time; those of parameters do not.</summary>
    public bool Moves(int column) => column < _firstParameter || column >= _firstAfterParameters;

    private void MarkParameters(int first, int count)
    {
        _firstParameter = first;
        _firstAfterParameters = first + count;
    }
}
