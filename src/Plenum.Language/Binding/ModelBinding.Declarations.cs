using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;
using Plenum.Language.Units;

namespace Plenum.Language.Binding;

/// <summary>Declares variables, parameters and the variables of equations.</summary>
internal sealed partial class ModelBinding
{
    private void Declare(StatementSyntax statement, string? block)
    {
        switch (statement)
        {
            case VariableSyntax variable: DeclareVariable(variable, block); break;
            case ParameterSyntax parameter: DeclareParameter(parameter, block); break;
            case EquationSyntax { Kind: DeclaredEquation.Condition } condition: DeclareCondition(condition, block); break;
            case EquationSyntax equation: DeclareEquation(equation, block); break;
        }
    }

    private void DeclareVariable(VariableSyntax syntax, string? block)
    {
        var role = syntax.Role switch { DeclaredRole.Endogenous => Role.Endogenous, DeclaredRole.Shock => Role.Shock, _ => Role.Exogenous };
        if (Open(syntax.Name, syntax.Indices, isHead: false, out var domains) is not { } family) { return; }
        var unit = syntax.Unit is null ? null : _units.Resolve(syntax.Unit);
        while (domains.Next())
        {
            var symbol = _scope.Find(family, domains.Members);
            if (symbol is not null && !(role == Role.Endogenous && symbol is { Role: Role.Endogenous, Declaration: null }))
            {
                ReportDuplicate(syntax.Name, symbol);
                return;
            }

            symbol ??= AddSymbol(syntax.Name, role, family, domains, block);
            if (symbol is null) { return; }
            if (role == Role.Endogenous)
            {
                symbol.Declaration = syntax;
                symbol.Span = syntax.Name.Span;
                symbol.Block = block;
            }

            Describe(symbol, domains, unit, syntax.Label, syntax.LabelZh, syntax.SourceNote, syntax.Observed, syntax.Name.Span);
        }
    }

    private void DeclareEquation(EquationSyntax syntax, string? block)
    {
        if (Open(syntax.Name, syntax.Indices, isHead: true, out var domains) is not { } family) { return; }
        if (!HasRoom(domains.Count, _equations.Count, _options.MaxEquations, "equations", syntax.Name, domains)) { return; }
        var unit = syntax.Unit is null ? null : _units.Resolve(syntax.Unit);
        var kind = syntax.Kind == DeclaredEquation.Behavioural ? EquationKind.Behavioural : EquationKind.Identity;
        var text = syntax.Body is null ? null : new TextDraft(IndexDomains.Form(syntax.Name.Value, syntax.Indices), syntax.Body, kind);
        while (domains.Next())
        {
            var symbol = _scope.Find(family, domains.Members) ?? AddSymbol(syntax.Name, Role.Endogenous, family, domains, block);
            if (symbol is null) { return; }
            if (symbol.Role != Role.Endogenous) { ReportGiven(syntax.Name, symbol); return; }
            if (symbol.Equation is { } other) { ReportTwoEquations(syntax.Name, symbol, other); return; }
            Describe(symbol, domains, unit, syntax.Label, syntax.LabelZh, syntax.SourceNote, syntax.Observed, syntax.Name.Span);
            if (text is not null) { symbol.Equation = AddEquation(syntax, kind, symbol, symbol.Name, block, text, domains); }
        }
    }

    private void DeclareCondition(EquationSyntax syntax, string? block)
    {
        if (IndexDomains.Resolve(syntax.Indices, isHead: true, _sets, _findings) is not { } domains || syntax.Body is null) { return; }
        if (!HasRoom(domains.Count, _equations.Count, _options.MaxEquations, "equations", syntax.Name, domains)) { return; }
        var text = new TextDraft(IndexDomains.Form(syntax.Name.Value, syntax.Indices), syntax.Body, EquationKind.Condition);
        while (domains.Next())
        {
            string name = SymbolNames.Indexed(syntax.Name.Value, domains.Members, _sets);
            if (_conditions.TryGetValue(name, out var other))
            {
                _findings.Error(BindingCodes.TwoEquations, syntax.Name.Span, $"two equations are called '{name}'; the first is at {SymbolNames.Place(other.HeadSpan, syntax.Name.Span)}.", "every equation has a name of its own.", "rename one of the two.");
                return;
            }

            _conditions.Add(name, AddEquation(syntax, EquationKind.Condition, null, name, block, text, domains));
        }
    }

    private EquationDraft AddEquation(EquationSyntax syntax, EquationKind kind, SymbolDraft? determines, string name, string? block, TextDraft text, IndexDomains domains)
    {
        var equation = new EquationDraft
        {
            Name = name,
            Kind = kind,
            AddFactorKind = kind != EquationKind.Behavioural ? AddFactorKind.None : syntax.AddFactor?.Value == "multiplicative" ? AddFactorKind.Multiplicative : AddFactorKind.Additive,
            Determines = determines,
            Block = block,
            UnitEscape = syntax.UncheckedUnits?.Value,
            Source = syntax.SourceNote?.Value,
            HeadSpan = syntax.Name.Span,
            Text = text,
            Indices = domains.Values(),
            Variant = _variant,
        };
        _equations.Add(equation);
        return equation;
    }

    /// <summary>Resolves the indices of a declaration and finds or makes its family; null where something is wrong, which is reported.</summary>
    private Family? Open(WordSyntax name, IReadOnlyList<BinderSyntax> indices, bool isHead, out IndexDomains domains)
    {
        var family = _scope.FindFamily(name.Value);
        var resolved = IndexDomains.Resolve(indices, isHead, _sets, _findings);
        domains = resolved!;
        if (family is not null && family.IndexCount != indices.Count)
        {
            _findings.Error(BindingCodes.WrongIndexCount, name.Span, $"'{name.Value}' is declared with {indices.Count} indices here and {family.IndexCount} elsewhere ({SymbolNames.Place(family.Span, name.Span)}).", "all members of a name have the same number of indices.", $"declare it as in {family.Form}, or rename it.");
            return null;
        }

        // A name whose indices are wrong is still known, so that its uses are not reported too.
        family ??= _scope.AddFamily(name.Value, indices.Count, IndexDomains.Form(name.Value, indices), name.Span);
        if (resolved is not null && HasRoom(resolved.Count, 0, _options.MaxSymbols, "names", name, resolved)) { return family; }
        family.IsBroken = true;
        return null;
    }

    /// <summary>Adds one scalar name; null where the model has no room for it, which is reported.</summary>
    private SymbolDraft? AddSymbol(WordSyntax name, Role role, Family family, IndexDomains domains, string? block)
    {
        if (!HasRoom(1, _scope.Symbols.Count, _options.MaxSymbols, "names", name, domains))
        {
            family.IsBroken = true;
            return null;
        }

        var members = domains.Members.Length == 0 ? [] : Array.ConvertAll(domains.Members, _sets.NameOf);
        var symbol = new SymbolDraft { Name = SymbolNames.Indexed(family.Name, domains.Members, _sets), Role = role, Family = family, Members = members, Span = name.Span, Block = block };
        _scope.Add(symbol, domains.Members);
        return symbol;
    }

    /// <summary>Fills in what is not said yet; an <c>endogenous</c> declaration and its equation may each say a part.</summary>
    private void Describe(SymbolDraft symbol, IndexDomains domains, Unit? unit, TextSyntax? label, TextSyntax? labelZh, TextSyntax? source, ExpressionSyntax? observed, SourceSpan span)
    {
        if (symbol.Unit is { } declared && unit is not null && !declared.Equals(unit))
        {
            _findings.Error(BindingCodes.DuplicateName, span, $"'{symbol.Name}' has two units: {_units.Describe(declared)} and {_units.Describe(unit)}.", "the unit of a variable stands once, in its declaration.", "remove one of the two.");
        }

        symbol.Unit ??= unit;
        if (_isCheckOnly) { return; }
        if (symbol.Label.Length == 0 && label is not null) { symbol.Label = domains.Label(label.Value); }
        symbol.LabelZh ??= labelZh is null ? null : domains.Label(labelZh.Value, isChinese: true);
        symbol.Source ??= source?.Value;
        symbol.Observed ??= observed is null ? null : ObservedText.Of(observed, domains.Values(), _sets);
    }

    private void CheckNamesOfConditions()
    {
        foreach (var equation in _conditions.Values)
        {
            string name = equation.Text.Name.Split('[')[0];
            if (_scope.FindFamily(name) is not { } family) { continue; }
            _findings.Error(BindingCodes.DuplicateName, equation.HeadSpan, $"'{name}' is the name of a variable ({SymbolNames.Place(family.Span, equation.HeadSpan)}) and of this equation.", "an equation that determines a variable by itself is 'behavioural' or 'identity'; a condition has a name of its own.", "rename the equation.");
        }
    }

    private void ReportDuplicate(WordSyntax name, SymbolDraft first) =>
        _findings.Error(BindingCodes.DuplicateName, name.Span, $"'{first.Name}' is declared twice; the first is at {SymbolNames.Place(first.Span, name.Span)}.", "every name has one declaration.", "remove one of the two, or rename it.");

    private void ReportGiven(WordSyntax name, SymbolDraft symbol)
    {
        string role = symbol.Role switch { Role.Parameter => "a parameter", Role.Shock => "a shock", _ => "exogenous" };
        _findings.Error(BindingCodes.EquationForGiven, name.Span, $"'{symbol.Name}' is {role} ({SymbolNames.Place(symbol.Span, name.Span)}), so no equation can determine it.", "what is given from outside has no equation.", "remove that declaration, or this equation.");
    }

    private void ReportTwoEquations(WordSyntax name, SymbolDraft symbol, EquationDraft first) =>
        _findings.Error(BindingCodes.TwoEquations, name.Span, $"'{symbol.Name}' has two equations; the first is at {SymbolNames.Place(first.HeadSpan, name.Span)}.", "a variable is determined by one equation.", symbol.Members.Count == 0 ? "remove one of the two." : $"remove one of the two, or let the other run over a subset without {string.Join(", ", symbol.Members)}.");
}
