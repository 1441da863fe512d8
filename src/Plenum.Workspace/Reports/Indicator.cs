using Plenum.Language.Binding;
using Plenum.Series.Formulas;

namespace Plenum.Workspace.Reports;

/// <summary>Indicators that belong together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Indicators">The indicators.</param>
public sealed record IndicatorGroup(string Title, IReadOnlyList<Indicator> Indicators);

/// <summary>A variable by which the state of the economy is read.</summary>
/// <param name="Symbol">The variable.</param>
/// <param name="Label">What it is called.</param>
/// <param name="ShownAs">How its values are shown.</param>
/// <param name="Unit">The unit in words; null for that of the variable.</param>
public sealed record Indicator(Symbol Symbol, string Label, ShownAs ShownAs, string? Unit)
{
    /// <summary>What is aimed at, as a formula over the series of the project in the unit shown; null where nothing is.</summary>
    public SeriesFormula? Target { get; init; }

    /// <summary>Where <see cref="Target"/> is written.</summary>
    public PlacedName? TargetPlace { get; init; }

    /// <summary>What it is called in the sentence that sums up the state of the economy; null where it is not named there.</summary>
    public string? Lead { get; init; }
}
