using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;

namespace Plenum.Language.Units;

/// <summary>The units that a model declares and those of the language, by name.</summary>
internal sealed class UnitTable
{
    private static readonly string[] s_time = ["quarter", "year", "month"];

    private readonly Dictionary<string, Unit?> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnitDeclarationSyntax> _pending = new(StringComparer.Ordinal);
    private readonly List<ModelUnit> _inOrder = [];
    private readonly Findings _findings;

    public UnitTable(Findings findings)
    {
        _findings = findings;
        _units.Add("share", Unit.Share);
        _units.Add("index", Unit.Index);
        _units.Add("log", Unit.Log);
        _units.Add("number", Unit.None);
        foreach (string time in s_time) { _units.Add(time, Unit.Base(time)); }
    }

    /// <summary>The declared units, in order.</summary>
    public IReadOnlyList<ModelUnit> Declared => _inOrder;

    public static UnitTable From(BoundModel model, Findings findings)
    {
        var table = new UnitTable(findings);
        foreach (var unit in model.Units)
        {
            table._units[unit.Name] = unit.Unit;
            table._inOrder.Add(unit);
        }

        return table;
    }

    /// <summary>Reads all declarations, in whatever order they stand.</summary>
    public void Read(IReadOnlyList<UnitDeclarationSyntax> declarations)
    {
        var sound = new List<UnitDeclarationSyntax>(declarations.Count);
        foreach (var declaration in declarations)
        {
            string name = declaration.Name.Value;
            if (_units.ContainsKey(name) || _pending.ContainsKey(name)) { ReportTwice(declaration); continue; }
            sound.Add(declaration);
            if (declaration.Kind == BaseUnitKind.None) { _pending.Add(name, declaration); } else { _units.Add(name, Unit.Base(name)); }
        }

        foreach (var declaration in sound)
        {
            if (declaration.VolumeOf is { } money && !sound.Exists(u => u.Name.Value == money.Value && u.Kind == BaseUnitKind.Currency))
            {
                string? nearest = Suggestion.Nearest(money.Value, sound.Where(u => u.Kind == BaseUnitKind.Currency).Select(u => u.Name.Value));
                _findings.Error(BindingCodes.UnknownUnit, money.Span, $"'{money.Value}' is not a currency.", "a volume is an amount of money at the prices of a base period.", nearest is null ? $"add: unit {money.Value} = currency" : $"did you mean '{nearest}'?");
            }

            _inOrder.Add(new ModelUnit(declaration.Name.Value, declaration.Kind, Named(declaration.Name, 0) ?? Unit.None, declaration.VolumeOf?.Value, declaration.Label?.Value ?? "", declaration.Span));
        }
    }

    /// <summary>The unit that an expression of units means; null where a name in it is unknown.</summary>
    public Unit? Resolve(UnitSyntax syntax) => Resolve(syntax, 0);

    /// <summary>A unit in the words of the model: its short name where it has one.</summary>
    public string Describe(Unit unit)
    {
        if (unit.IsDimensionless && unit.Kind == Kind.Any) { return "a plain number"; }
        foreach (var declared in _inOrder)
        {
            if (declared.Kind == BaseUnitKind.None && declared.Unit.Equals(unit)) { return declared.Name; }
        }

        return unit.ToString();
    }

    /// <summary>The volume and the money of which <paramref name="ratio"/> is the quotient, one way or the other.</summary>
    public (string Volume, string Money)? RealAgainstNominal(Unit ratio)
    {
        foreach (var volume in _inOrder)
        {
            if (volume.VolumeOf is null) { continue; }
            var price = Unit.Base(volume.VolumeOf) / Unit.Base(volume.Name);
            if (ratio.HasDimensionOf(price) || ratio.HasDimensionOf(price.Power(-1.0))) { return (volume.Name, volume.VolumeOf); }
        }

        return null;
    }

    private Unit? Resolve(UnitSyntax syntax, int depth)
    {
        var unit = Unit.None;
        var kind = Kind.Any;
        int kinds = 0;
        foreach (var factor in syntax.Factors)
        {
            if (Named(factor.Name, depth) is not { } named) { return null; }
            if (named.Kind != Kind.Any)
            {
                kinds++;
                kind = factor.Power == 1.0 ? named.Kind : Kind.Any;
            }

            unit *= factor.Power == 1.0 ? named : named.Power(factor.Power);
        }

        return unit.As(kinds == 1 ? kind : Kind.Any);
    }

    private Unit? Named(WordSyntax name, int depth)
    {
        if (_units.TryGetValue(name.Value, out var known)) { return known; }
        if (!_pending.TryGetValue(name.Value, out var pending))
        {
            string? nearest = Suggestion.Nearest(name.Value, _units.Keys.Concat(_pending.Keys));
            _findings.Error(BindingCodes.UnknownUnit, name.Span, $"there is no unit '{name.Value}'.", "a unit is declared, or is one of quarter, year, month, share, index, log, number.", nearest is null ? $"add: unit {name.Value} = currency, volume of ..., count, or an expression of other units." : $"did you mean '{nearest}'?");
            return null;
        }

        if (depth > Limits.UnitsInChain)
        {
            _findings.Error(BindingCodes.CircularUnit, name.Span, $"the unit '{name.Value}' is defined by itself, or through more than {Limits.UnitsInChain} others.", "a short name for a unit ends in base units.", "define it by base units.");
            return null;
        }

        var unit = pending.Definition is { } definition ? Resolve(definition, depth + 1) : null;
        if (_units.TryGetValue(name.Value, out var meanwhile)) { return meanwhile; }
        _units.Add(name.Value, unit);
        return unit;
    }

    private void ReportTwice(UnitDeclarationSyntax declaration)
    {
        string name = declaration.Name.Value;
        bool isOfLanguage = name is "share" or "index" or "log" or "number" || Array.IndexOf(s_time, name) >= 0;
        _findings.Error(BindingCodes.DuplicateUnit, declaration.Name.Span, isOfLanguage ? $"the unit '{name}' is one of the language." : $"the unit '{name}' is declared twice.", "every unit has a name of its own.", "remove this declaration, or rename the unit.");
    }
}
