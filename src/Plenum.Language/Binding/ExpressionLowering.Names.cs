using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;

namespace Plenum.Language.Binding;

/// <summary>Names, their indices and their lags.</summary>
internal sealed partial class ExpressionLowering
{
    private const int MostIndices = 64;

    // Each is reported at its first place only.
    private readonly HashSet<string> _undeclared = new(StringComparer.Ordinal);

    private Typed BindName(NameSyntax name)
    {
        if (FindSeries is not null && name.Name.Contains('.')) { return BindSeries(name); }
        if (_scope.FindFamily(name.Name) is not { } family) { return ReportUndeclared(name); }
        if (name.Indices.Count != family.IndexCount) { return ReportIndexCount(name, family); }
        Span<int> members = family.IndexCount <= MostIndices ? stackalloc int[family.IndexCount] : new int[family.IndexCount];
        for (int i = 0; i < members.Length; i++)
        {
            members[i] = ResolveIndex(name.Indices[i]);
            if (members[i] < 0) { return Unknown; }
        }

        if (_scope.Find(family, members) is not { } symbol) { return ReportNoSuchMember(name, family, members); }
        if (IsConstantOnly) { return ValueOf(name, symbol); }
        return BindSymbol(name, symbol);
    }

    private Typed BindSymbol(NameSyntax name, SymbolDraft symbol)
    {
        if (name.Lag != 0 && symbol.Role == Role.Parameter)
        {
            _findings.Error(BindingCodes.LagOnParameter, name.Span, $"'{name.Name}' is a parameter, so it cannot be lagged.", "parameters have no time: they are the same in every period.", $"write {WithoutLag(name)}, or declare it as exogenous.");
            return Unknown;
        }

        if (Math.Abs(name.Lag) > Limits.Periods) { return ReportReach(name.Span); }
        return new Typed(_graph.Symbol(symbol.Column, name.Lag), ChecksUnits ? symbol.Unit : null);
    }

    private Typed BindSeries(NameSyntax name)
    {
        if (FindSeries!(name.Name) is { } series) { return new Typed(_graph.Symbol(series.Column, name.Lag), ChecksUnits ? series.Unit : null); }
        _findings.Error(BindingCodes.UndeclaredName, name.NameSpan, $"there is no data series '{name.Name}'.", "a series is named by its file and its column, such as prices.cpi.", "correct the name, or add the series to the data.");
        return Unknown;
    }

    /// <summary>The value of a parameter in the value of another one.</summary>
    private Typed ValueOf(NameSyntax name, SymbolDraft symbol)
    {
        if (symbol.Role == Role.Parameter && symbol.Value is { } value) { return double.IsNaN(value) ? BindMissing() : new Typed(_graph.Constant(value), null); }
        string message = symbol.Role == Role.Parameter ? $"'{symbol.Name}' has no value yet here." : $"'{symbol.Name}' is no parameter, so it has no value beforehand.";
        string help = symbol.Role == Role.Parameter ? $"declare '{symbol.Name}' above, or write the number." : "write a number, or compute it in an identity.";
        _findings.Error(BindingCodes.NotConstant, name.Span, message, "the value of a parameter is a number, or is computed from numbers and parameters declared above it.", help);
        return Unknown;
    }

    /// <summary>The number of the member that an index stands for; -1 where it stands for none, which is reported.</summary>
    private int ResolveIndex(IndexSyntax index)
    {
        if (index.Argument is not null) { return ResolveMap(index); }
        for (int i = _indices.Count - 1; i >= 0; i--)
        {
            if (string.Equals(_indices[i].Index, index.Name, StringComparison.Ordinal)) { return _indices[i].Member; }
        }

        int member = _scope.Sets.FindMember(index.Name);
        if (member < 0) { ReportUnknownIndex(index); }
        return member;
    }

    private int ResolveMap(IndexSyntax index)
    {
        var maps = new Stack<IndexSyntax>();
        var innermost = index;
        while (innermost.Argument is { } argument)
        {
            maps.Push(innermost);
            innermost = argument;
        }

        int member = ResolveIndex(innermost);
        while (member >= 0 && maps.TryPop(out var application))
        {
            if (_scope.Sets.FindMap(application.Name) is not { } map)
            {
                string? nearest = Suggestion.Nearest(application.Name, NamesOfMaps());
                _findings.Error(BindingCodes.UnknownMap, application.Span, $"there is no map '{application.Name}'.", "a map takes a member of one set to a member of another.", nearest is null ? $"add: map {application.Name} of ... to ... = ..." : $"did you mean '{nearest}'?");
                return -1;
            }

            if (!map.Images.TryGetValue(member, out int image))
            {
                _findings.Error(BindingCodes.UnknownMember, application.Span, $"'{map.Name}' maps members of '{map.From.Name}', and '{_scope.Sets.NameOf(member)}' is none.", $"the members are {_scope.Sets.Describe(map.From)}.", $"apply it to a member of '{map.From.Name}'.");
                return -1;
            }

            member = image;
        }

        return member;
    }

    private List<string> NamesOfMaps()
    {
        var names = new List<string>();
        foreach (var map in _scope.Sets.Maps) { names.Add(map.Name); }
        return names;
    }

    private void ReportUnknownIndex(IndexSyntax index)
    {
        var words = new List<string>(_scope.Sets.MemberNames);
        foreach (var value in _indices) { words.Add(value.Index); }
        bool isSet = _scope.Sets.FindSet(index.Name) is not null;
        string? nearest = Suggestion.Nearest(index.Name, words);
        _findings.Error(BindingCodes.UnknownIndex, index.Span, isSet ? $"'{index.Name}' is a set; one of its members must stand here." : $"'{index.Name}' is neither an index nor a member of a set.", "square brackets hold an index of the equation or of a sum, a member, or a map of one.", isSet ? $"name a member, or add them up: sum(i in {index.Name}: ...)" : nearest is null ? $"say what it runs over in the head of the equation: [{index.Name} in SET]" : $"did you mean '{nearest}'?");
    }

    private Typed ReportUndeclared(NameSyntax name)
    {
        if (Functions.Find(name.Name) is not null) { return BindMissing(); }
        if (!_undeclared.Add(name.Name)) { return BindMissing(); }
        string? nearest = Suggestion.Nearest(name.Name, _scope.Names);
        string help = nearest is null ? "" : $"did you mean '{nearest}' ({SymbolNames.Place(_scope.FindFamily(nearest)!.Span, name.Span)})? Otherwise ";
        _findings.Error(BindingCodes.UndeclaredName, name.NameSpan, $"'{name.Name}' is not declared.", "every name in an equation is a variable, a parameter or a function.", $"{help}add: exogenous {name.Name}");
        return Unknown;
    }

    private Typed ReportIndexCount(NameSyntax name, Family family)
    {
        string fact = family.IndexCount == 0 ? $"'{name.Name}' has no index" : family.IndexCount == 1 ? $"'{name.Name}' has 1 index" : $"'{name.Name}' has {family.IndexCount} indices";
        _findings.Error(BindingCodes.WrongIndexCount, name.Span, $"{fact}, but {(name.Indices.Count == 0 ? "none stands" : name.Indices.Count == 1 ? "1 stands" : $"{name.Indices.Count} stand")} here.", $"it is declared as {family.Form} ({SymbolNames.Place(family.Span, name.Span)}).", family.IndexCount == 0 ? $"write {name.Name} without brackets." : name.Indices.Count == 0 ? "name a member, or add them up with sum(...)." : "write one index for each set.");
        return Unknown;
    }

    private Typed ReportNoSuchMember(NameSyntax name, Family family, ReadOnlySpan<int> members)
    {
        if (family.IsBroken) { return Unknown; }
        string full = SymbolNames.Indexed(family.Name, members, _scope.Sets);
        var known = new List<string>();
        foreach (var symbol in _scope.Symbols) { if (ReferenceEquals(symbol.Family, family)) { known.Add(symbol.Name); } }
        string? nearest = Suggestion.Nearest(full, known);
        _findings.Error(BindingCodes.UnknownMember, name.Span, $"there is no '{full}'.", $"'{family.Name}' is declared as {family.Form} ({SymbolNames.Place(family.Span, name.Span)}).", nearest is null ? "correct the member, or declare the name for it." : $"did you mean '{nearest}'?");
        return Unknown;
    }

    private Typed ReportReach(SourceSpan span) =>
        ReportLimit(span, $"this reaches further than {Limits.Periods} periods.", "name the value of an earlier period in an identity, and lag that.");

    private static string WithoutLag(NameSyntax name)
    {
        string text = SourceWords.Collapse(name.Span);
        int lag = text.LastIndexOf('(');
        return lag < 0 ? text : text[..lag].TrimEnd();
    }
}
