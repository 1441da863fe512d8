using System.Globalization;
using Plenum.Language.Expressions;
using Plenum.Language.Syntax;

namespace Plenum.Language.Binding;

/// <summary>Declares parameters and computes their values.</summary>
internal sealed partial class ModelBinding
{
    private const int MostListed = 6;

    // A circle that is longer is still an error: some name in it has no value yet.
    private const int MostFollowed = 1000;

    private readonly Dictionary<SymbolDraft, ParameterSyntax> _parameterOf = [];

    private void DeclareParameter(ParameterSyntax syntax, string? block)
    {
        if (Open(syntax.Name, syntax.Indices, isHead: false, out var domains) is not { } family) { return; }
        var unit = syntax.Unit is null ? null : _units.Resolve(syntax.Unit);
        var declared = new List<SymbolDraft>();
        while (domains.Next())
        {
            if (_scope.Find(family, domains.Members) is { } first) { ReportDuplicate(syntax.Name, first); return; }
            if (AddSymbol(syntax.Name, Role.Parameter, family, domains, block) is not { } symbol) { return; }
            Describe(symbol, domains, unit, syntax.Label, syntax.LabelZh, syntax.SourceNote, null, syntax.Name.Span);
            symbol.ValueSyntax = syntax.Value;
            _parameterOf.Add(symbol, syntax);
            declared.Add(symbol);
        }

        if (syntax.Entries is not null) { GiveEntries(syntax, syntax.Entries, family, domains, declared); }
    }

    /// <summary>Gives each member the value of its entry and reports the members without one.</summary>
    private void GiveEntries(ParameterSyntax syntax, IReadOnlyList<ParameterEntrySyntax> entries, Family family, IndexDomains domains, List<SymbolDraft> declared)
    {
        bool isSound = true;
        var members = new int[domains.Domains.Count];
        foreach (var entry in entries)
        {
            if (!TryMembers(entry, syntax, domains, members)) { isSound = false; continue; }
            if (_scope.Find(family, members) is not { } symbol) { continue; }
            if (symbol.ValueSyntax is not null)
            {
                _findings.Error(BindingCodes.DuplicateMember, entry.Members[0].Span, $"'{symbol.Name}' has two values.", "a list or table gives each member one value.", "remove one of the two.");
                isSound = false;
                continue;
            }

            symbol.ValueSyntax = entry.Value;
        }

        var missing = declared.FindAll(s => s.ValueSyntax is null);
        if (!isSound || missing.Count == 0) { return; }
        string names = string.Join(", ", missing.Take(MostListed).Select(s => $"'{s.Name}'"));
        if (missing.Count > MostListed) { names = string.Create(CultureInfo.InvariantCulture, $"{names} and {missing.Count - MostListed} more"); }
        string lacking = string.Join(", ", missing[0].Members);
        _findings.Error(BindingCodes.MissingValue, syntax.Name.Span, $"there is no value for {names}.", "a list or table gives every member of its sets a value.", syntax.IsTable ? $"add {lacking} to the table." : $"add an entry: {lacking}: 0");
    }

    private bool TryMembers(ParameterEntrySyntax entry, ParameterSyntax syntax, IndexDomains domains, int[] members)
    {
        if (entry.Members.Count != members.Length)
        {
            if (entry.Members.Count > 0) { _findings.Error(BindingCodes.WrongIndexCount, entry.Members[0].Span, $"'{syntax.Name.Value}' has {domains.Domains.Count} indices, but this entry names {entry.Members.Count}.", "an entry names one member of each set, in their order.", "name one member for each set, or use a table."); }
            return false;
        }

        for (int i = 0; i < members.Length; i++)
        {
            var word = entry.Members[i];
            members[i] = _sets.FindMember(word.Value);
            var domain = domains.Domains[i];
            if (members[i] >= 0 && (domain.Set?.Contains(members[i]) ?? domain.Members[0] == members[i])) { continue; }
            string? nearest = domain.Set is null ? _sets.NameOf(domain.Members[0]) : _sets.NearestMember(word.Value, domain.Set);
            _findings.Error(BindingCodes.UnknownMember, word.Span, $"'{word.Value}' is not a member of '{domain.Set?.Name ?? _sets.NameOf(domain.Members[0])}'.", domain.Set is null ? "the parameter is declared for one member." : $"the members are {_sets.Describe(domain.Set)}.", nearest is null ? "remove this entry, or add the member to the set." : $"did you mean '{nearest}'?");
            return false;
        }

        return true;
    }

    /// <summary>Computes all values in order of declaration; those that variants give come first.</summary>
    private void EvaluateParameters()
    {
        foreach (var symbol in _scope.Symbols)
        {
            if (symbol.Role != Role.Parameter || symbol.Value is not null) { continue; }
            bool hasValue = symbol.ValueSyntax is not null && !IsCircular(symbol);
            symbol.Value = hasValue ? Constant(symbol.ValueSyntax!, symbol) ?? double.NaN : double.NaN;
            ReadRange(symbol, _parameterOf[symbol]);
        }
    }

    /// <summary>Whether the value of a parameter leads back to itself, which is reported.</summary>
    private bool IsCircular(SymbolDraft owner)
    {
        if (owner.ValueSyntax is NumberSyntax) { return false; }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = new List<string>();
        ParameterNames.Collect(owner.ValueSyntax!, names);
        for (int i = 0; i < Math.Min(names.Count, MostFollowed); i++)
        {
            if (names[i] == owner.Name)
            {
                _findings.Error(BindingCodes.NotConstant, owner.ValueSyntax!.Span, $"the value of '{owner.Name}' leads back to itself.", "the value of a parameter is a number, or is computed from numbers and parameters declared above it.", "write one of the values as a number.");
                return true;
            }

            if (!seen.Add(names[i]) || _scope.FindFamily(names[i]) is not { IndexCount: 0 } family) { continue; }
            if (_scope.Find(family, []) is { Value: null, ValueSyntax: { } next and not NumberSyntax }) { ParameterNames.Collect(next, names); }
        }

        return false;
    }

    private void ReadRange(SymbolDraft symbol, ParameterSyntax syntax)
    {
        if (syntax.Range is not { } range || Constant(range.Low, symbol) is not { } low || Constant(range.High, symbol) is not { } high) { return; }
        if (low > high)
        {
            _findings.Error(BindingCodes.OutsideRange, range.Low.Span.To(range.High.Span), string.Create(CultureInfo.InvariantCulture, $"the range of '{symbol.Name}' begins at {low} and ends at {high}."), "a range goes from its lower end to its upper end.", "swap the two ends.");
            return;
        }

        symbol.Range = (low, high);
        if (symbol.IsLet || symbol.Value is not { } value || double.IsNaN(value) || (value >= low && value <= high)) { return; }
        _findings.Warning(BindingCodes.OutsideRange, symbol.ValueSyntax!.Span, string.Create(CultureInfo.InvariantCulture, $"'{symbol.Name}' is {value}, outside its plausible range {low} .. {high}."), "sensitivity runs draw from the range, so the value should lie in it.", "widen the range, or correct the value.");
    }

    /// <summary>The number that an expression of numbers and known parameters is; null where it is none, which is reported.</summary>
    private double? Constant(ExpressionSyntax syntax, SymbolDraft owner)
    {
        if (syntax is NumberSyntax number) { return number.Value; }
        _constants ??= new ExpressionLowering(_scope, new ExpressionGraph(), _findings, new WorkBudget(_options.MaxNodes)) { ChecksUnits = false, IsConstantOnly = true };
        int before = _findings.Count;
        double? value = _constants.Number(syntax);
        if (value is { } known && double.IsFinite(known)) { return known; }
        if (_findings.Count == before && !_constants.SawMissing)
        {
            _findings.Error(BindingCodes.NotConstant, syntax.Span, $"the value of '{owner.Name}' is not a finite number.", "a value is computed once, before anything is solved.", "correct the expression; a division by zero or the logarithm of a negative number has no value.");
        }

        return null;
    }
}
