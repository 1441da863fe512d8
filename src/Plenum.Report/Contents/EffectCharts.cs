using Plenum.Engine;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Workspace;

namespace Plenum.Report.Contents;

/// <summary>The effect of something: one path against the one without it. The two may belong to another model than that of its neighbours.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Reference">The path without it.</param>
/// <param name="Other">The path with it.</param>
public sealed record ShownEffect(string Label, ChartColour Colour, Paths Reference, Paths Other);

/// <summary>Effects side by side, each against a reference of its own; variables are found by name.</summary>
public static class EffectCharts
{
    /// <summary>One chart a variable.</summary>
    /// <param name="effects">The effects.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="from">First period shown.</param>
    /// <param name="to">Last period shown.</param>
    /// <param name="prefix">Begins the name of each chart.</param>
    public static IReadOnlyList<ChartSpec> Of(IReadOnlyList<ShownEffect> effects, IReadOnlyList<ShownVariable> variables, Period from, Period to, string prefix)
    {
        ArgumentNullException.ThrowIfNull(effects);
        ArgumentNullException.ThrowIfNull(variables);
        return [.. variables.Select((variable, i) => new ChartSpec
        {
            Id = ScenarioCharts.Name(prefix, i),
            Title = variable.Label,
            Unit = ScenarioCharts.UnitOf(variable),
            Axis = new ChartAxis.Periods(from, to - from + 1),
            HasZeroLine = true,
            Size = ChartSize.Small,
            Series = [.. effects.Select(e => new ChartSeries(e.Label, SeriesRole.Scenario, e.Colour, Values(e, variable, from, to)))],
        })];
    }

    /// <summary>The effect in one period; null where it cannot be had.</summary>
    public static double? At(ShownEffect effect, ShownVariable variable, Period period)
    {
        ArgumentNullException.ThrowIfNull(effect);
        ArgumentNullException.ThrowIfNull(variable);
        return Value(effect.Reference, variable, period) is { } before && Value(effect.Other, variable, period) is { } after ? Deviation.Between(before, after, variable.Kind) : null;
    }

    private static double[] Values(ShownEffect effect, ShownVariable variable, Period from, Period to) => [.. Enumerable.Range(0, to - from + 1).Select(k => At(effect, variable, from + k) ?? double.NaN)];

    private static double? Value(Paths paths, ShownVariable variable, Period period) =>
        period >= paths.Start && period <= paths.End && paths.Model.Find(variable.Symbol.Name) is { } symbol ? paths[symbol.Column, period] : null;
}
