using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Language.Units;
using Plenum.Series;

namespace Plenum.Language.Binding;

/// <summary>A named part of a model, for navigation only.</summary>
/// <param name="Name">Name as written.</param>
/// <param name="Title">What it covers.</param>
/// <param name="Span">Where it begins.</param>
public sealed record ModelBlock(string Name, string Title, SourceSpan Span);

/// <summary>A set of members over which names and equations are indexed.</summary>
/// <param name="Name">Name as written.</param>
/// <param name="Label">What it lists, or empty.</param>
/// <param name="Members">Members in order.</param>
/// <param name="MemberLabels">The label of each member, in the same order; the member itself where none was given.</param>
/// <param name="Parent">The set this is a subset of, or null.</param>
public sealed record ModelSet(string Name, string Label, IReadOnlyList<string> Members, IReadOnlyList<string> MemberLabels, string? Parent);

/// <summary>A map that takes each member of one set to one member of another.</summary>
/// <param name="Name">Name as written.</param>
/// <param name="From">The set it leads from.</param>
/// <param name="To">The set it leads to.</param>
/// <param name="Images">For each member of <paramref name="From"/>, in order, its image.</param>
public sealed record ModelMap(string Name, string From, string To, IReadOnlyList<string> Images);

/// <summary>One equation as the author wrote it, before its sets are expanded.</summary>
/// <param name="Name">The name it goes by, such as "exports_real[p in partner]".</param>
/// <param name="Text">The equation text, lines joined by single spaces.</param>
/// <param name="Kind">Theory or accounting.</param>
/// <param name="Span">Where it stands.</param>
public sealed record EquationText(string Name, string Text, EquationKind Kind, SourceSpan Span);

/// <summary>A variant that the author offers: equations switched in and values changed by name.</summary>
/// <param name="Name">Name as written.</param>
/// <param name="Title">What it changes.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ModelVariant(string Name, string Title, SourceSpan Span);

/// <summary>A model whose names, sets and units are resolved: scalar symbols and scalar equations over one expression graph.</summary>
/// <remarks>Immutable once built. <see cref="Symbols"/>[c].Column is c, and every <see cref="Operation.Symbol"/> node holds such a column.</remarks>
public sealed class BoundModel
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its title, or empty.</summary>
    public required string Title { get; init; }

    /// <summary>The frequency of its periods.</summary>
    public required Frequency Frequency { get; init; }

    /// <summary>The expressions of all equations.</summary>
    public required ExpressionGraph Graph { get; init; }

    /// <summary>All scalar names, by column: endogenous first, then exogenous and shocks, parameters, add-factors, each in order of declaration.</summary>
    public required IReadOnlyList<Symbol> Symbols { get; init; }

    /// <summary>All scalar equations, in order of declaration.</summary>
    public required IReadOnlyList<BoundEquation> Equations { get; init; }

    /// <summary>The equations as written.</summary>
    public required IReadOnlyList<EquationText> Texts { get; init; }

    /// <summary>The blocks, in order.</summary>
    public required IReadOnlyList<ModelBlock> Blocks { get; init; }

    /// <summary>The sets, in order.</summary>
    public required IReadOnlyList<ModelSet> Sets { get; init; }

    /// <summary>The maps between sets, in order.</summary>
    public IReadOnlyList<ModelMap> Maps { get; init; } = [];

    /// <summary>The units that the text declares, in order.</summary>
    public IReadOnlyList<ModelUnit> Units { get; init; } = [];

    /// <summary>The variants that the text offers.</summary>
    public required IReadOnlyList<ModelVariant> Variants { get; init; }

    /// <summary>The names of the variants that are switched on in this model.</summary>
    public required IReadOnlyList<string> ActiveVariants { get; init; }

    /// <summary>Values that an active variant gives to exogenous names (column, value); parameters already carry theirs.</summary>
    public required IReadOnlyDictionary<int, double> VariantValues { get; init; }

    /// <summary>The balance-sheet matrix, or null.</summary>
    public BoundAccount? BalanceSheet { get; init; }

    /// <summary>The transactions-flow matrix, or null.</summary>
    public BoundAccount? Flows { get; init; }

    /// <summary>The deepest lag (0 or negative) and the farthest lead (0 or positive) in any equation.</summary>
    public required (int Lag, int Lead) Reach { get; init; }

    private Dictionary<string, Symbol>? _byName;

    /// <summary>Finds a symbol by its full name, such as "exports_real[us]".</summary>
    /// <returns>The symbol, or null.</returns>
    public Symbol? Find(string name)
    {
        _byName ??= Symbols.ToDictionary(s => s.Name, StringComparer.Ordinal);
        return _byName.GetValueOrDefault(name);
    }
}
