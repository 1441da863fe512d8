using Plenum.Language.Binding;

namespace Plenum.Language.Accounts.Algebra;

/// <summary>What the identities of a model say a name equals, and what its parameters are.</summary>
internal sealed class Identities
{
    private readonly BoundModel _model;
    private readonly AtomTable _atoms;
    private readonly ExpressionReader _reader;
    private readonly Dictionary<int, BoundEquation> _identityOfColumn = [];
    private readonly Dictionary<int, Polynomial?> _meanings = [];

    public Identities(BoundModel model, AtomTable atoms, ExpressionReader reader)
    {
        (_model, _atoms, _reader) = (model, atoms, reader);
        foreach (var equation in model.Equations)
        {
            if (equation is { Kind: EquationKind.Identity, Determines: >= 0 }) { _identityOfColumn.TryAdd(equation.Determines, equation); }
        }
    }

    /// <summary>What an atom equals: the value of a parameter, or the identity of a variable in this period or, if it is static, the one before.</summary>
    /// <returns>The sum it equals, or null for a primitive, which may take any value.</returns>
    public Polynomial? MeaningOf(int atom)
    {
        if (_meanings.TryGetValue(atom, out var known)) { return known; }
        var meaning = _atoms[atom] is Atom.Name name ? MeaningOf(name) : null;
        return _meanings[atom] = meaning is { IsTooLarge: true } ? null : meaning;
    }

    /// <summary>Whether an atom is a parameter.</summary>
    public bool IsParameter(int atom) => _atoms[atom] is Atom.Name name && _model.Symbols[name.Column].Role == Role.Parameter;

    private Polynomial? MeaningOf(Atom.Name name)
    {
        var symbol = _model.Symbols[name.Column];
        if (symbol.Role == Role.Parameter) { return symbol.Value is { } value && double.IsFinite(value) ? _reader.ReadNumber(value) : null; }
        if (name.Lag is not (0 or -1) || !_identityOfColumn.TryGetValue(name.Column, out var identity)) { return null; }
        var difference = _reader.Read(identity.Left, name.Lag) - _reader.Read(identity.Right, name.Lag);
        return name.Lag == 0 || IsStatic(difference, name) ? Solve(difference, _reader.NameAt(name.Column, name.Lag)) : null;
    }

    /// <summary>Whether the variable occurs at one lag only; otherwise it accumulates, and going back in time would never end.</summary>
    private bool IsStatic(Polynomial difference, Atom.Name name) =>
        !_atoms.Reach(difference).Any(a => _atoms[a] is Atom.Name other && other.Column == name.Column && other.Lag != name.Lag);

    /// <summary>Solves <c>difference = 0</c> for an atom that enters it once, times a single term.</summary>
    private Polynomial? Solve(Polynomial difference, int atom)
    {
        if (difference.IsTooLarge) { return null; }
        var powers = difference.PowersOf(atom);
        if (!powers.TryGetValue(1, out var factor) || factor.Count != 1 || powers.Keys.Any(k => k is not (0 or 1))) { return null; }
        var rest = powers.GetValueOrDefault(0, Polynomial.Zero);
        return _atoms.Occurs(atom, factor) || _atoms.Occurs(atom, rest) ? null : -rest * factor.Power(-1);
    }
}
