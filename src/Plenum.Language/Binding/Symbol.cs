using Plenum.Language.Diagnostics;
using Plenum.Language.Units;

namespace Plenum.Language.Binding;

/// <summary>The role of a name in a model.</summary>
public enum Role
{
    /// <summary>Determined by the model.</summary>
    Endogenous,

    /// <summary>Given from outside, period by period.</summary>
    Exogenous,

    /// <summary>A number that stays the same unless a scenario changes it.</summary>
    Parameter,

    /// <summary>Given from outside and zero unless a scenario says otherwise.</summary>
    Shock,

    /// <summary>The exogenous adjustment of one behavioural equation.</summary>
    AddFactor,
}

/// <summary>One scalar name of a bound model; a name over a set gives one symbol for each member.</summary>
/// <param name="Name">Unique name as the user writes it, such as "exports_real[us]"; an add-factor is "add_factor(exports_real[us])".</param>
/// <param name="Role">Who determines it.</param>
/// <param name="Column">Position among all symbols of the model, from 0: the column of its values.</param>
/// <param name="Unit">Its unit; null where none was declared, so that nothing is checked.</param>
/// <param name="Label">What it is, in words; empty where none was given.</param>
/// <param name="LabelZh">The same in Chinese, or null.</param>
/// <param name="Block">Name of the block it was declared in, or null.</param>
/// <param name="Source">Author, year, table of a value or definition, or null.</param>
/// <param name="Family">The name without its members, such as "exports_real".</param>
/// <param name="Members">The members, such as ["us"]; empty for a plain name.</param>
/// <param name="Value">The value of a parameter; null for other roles.</param>
/// <param name="Range">Plausible range of a parameter, or null.</param>
/// <param name="Observed">The text of the expression of data series that measures it, or null.</param>
/// <param name="Span">Where it was declared.</param>
public sealed record Symbol(
    string Name,
    Role Role,
    int Column,
    Unit? Unit,
    string Label,
    string? LabelZh,
    string? Block,
    string? Source,
    string Family,
    IReadOnlyList<string> Members,
    double? Value,
    (double Low, double High)? Range,
    string? Observed,
    SourceSpan Span);
