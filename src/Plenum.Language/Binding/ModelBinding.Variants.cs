using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;

namespace Plenum.Language.Binding;

/// <summary>Replaces equations and sets values as variants say.</summary>
internal sealed partial class ModelBinding
{
    private void Replace(ReplaceSyntax syntax)
    {
        if (syntax.Body is null || IndexDomains.Resolve(syntax.Indices, isHead: true, _sets, _findings) is not { } domains) { return; }
        TextDraft? text = null;
        if (!HasRoom(domains.Count, 0, _options.MaxEquations, "equations", syntax.Name, domains)) { return; }
        while (domains.Next())
        {
            if (FindEquation(syntax.Name.Value, domains) is not { } equation) { ReportNothingToReplace(syntax, domains); return; }
            if (equation.IsReplaced)
            {
                _findings.Error(BindingCodes.TwoEquations, syntax.Name.Span, $"the variants '{equation.Variant}' and '{_variant}' both replace '{equation.Name}'.", "an equation has one text.", "switch on one of the two.");
                return;
            }

            text ??= new TextDraft(IndexDomains.Form(syntax.Name.Value, syntax.Indices), syntax.Body, equation.Kind);
            equation.Text = text;
            equation.Indices = domains.Values();
            equation.Variant = _variant;
            equation.IsReplaced = true;
        }
    }

    private EquationDraft? FindEquation(string name, IndexDomains domains)
    {
        if (_scope.FindFamily(name) is { } family && family.IndexCount == domains.Members.Length) { return _scope.Find(family, domains.Members)?.Equation; }
        return _conditions.GetValueOrDefault(SymbolNames.Indexed(name, domains.Members, _sets));
    }

    private void ReportNothingToReplace(ReplaceSyntax syntax, IndexDomains domains)
    {
        string name = SymbolNames.Indexed(syntax.Name.Value, domains.Members, _sets);
        string? nearest = Suggestion.Nearest(name, _equations.Select(e => e.Name));
        _findings.Error(BindingCodes.UnknownTarget, syntax.Name.Span, $"there is no equation '{name}' to replace.", "'replace' puts another text in the place of an equation of the model.", nearest is null ? $"declare it: behavioural {name}" : $"did you mean '{nearest}'?");
    }

    private void Let(LetSyntax syntax)
    {
        if (_scope.FindFamily(syntax.Name.Value) is not { } family)
        {
            string? nearest = Suggestion.Nearest(syntax.Name.Value, _scope.Names);
            _findings.Error(BindingCodes.UnknownTarget, syntax.Name.Span, $"there is no '{syntax.Name.Value}' to set.", "'let' gives a parameter or an exogenous name of the model another value.", nearest is null ? "correct the name, or declare it." : $"did you mean '{nearest}'?");
            return;
        }

        if (family.IndexCount != syntax.Indices.Count)
        {
            _findings.Error(BindingCodes.WrongIndexCount, syntax.Name.Span, $"'{syntax.Name.Value}' has {family.IndexCount} indices, but {syntax.Indices.Count} stand here.", $"it is declared as {family.Form} ({SymbolNames.Place(family.Span, syntax.Name.Span)}).", $"write let {family.Form} = ...");
            return;
        }

        if (IndexDomains.Resolve(syntax.Indices, isHead: false, _sets, _findings) is not { } domains) { return; }
        if (!HasRoom(domains.Count, 0, _options.MaxSymbols, "names", syntax.Name, domains)) { return; }
        while (domains.Next())
        {
            if (_scope.Find(family, domains.Members) is not { } symbol)
            {
                if (family.IsBroken) { return; }
                _findings.Error(BindingCodes.UnknownTarget, syntax.Name.Span, $"there is no '{SymbolNames.Indexed(family.Name, domains.Members, _sets)}' to set.", $"'{family.Name}' is declared as {family.Form} ({SymbolNames.Place(family.Span, syntax.Name.Span)}).", "correct the member.");
                return;
            }

            if (!Let(syntax, symbol)) { return; }
        }
    }

    private bool Let(LetSyntax syntax, SymbolDraft symbol)
    {
        if (symbol.Role == Role.Endogenous)
        {
            _findings.Error(BindingCodes.UnknownTarget, syntax.Name.Span, $"'{symbol.Name}' is endogenous, so it has no value to set.", "'let' gives a parameter another value or an exogenous name a constant path.", $"replace its equation: replace {symbol.Name} with");
            return false;
        }

        if (Constant(syntax.Value, symbol) is not { } value) { return false; }
        symbol.IsLet = true;
        if (symbol.Role != Role.Parameter) { _pathOf[symbol] = value; return true; }
        symbol.ValueSyntax = syntax.Value;
        return true;
    }
}
