using Plenum.Engine.Ensembles;
using Plenum.Series;
using Plenum.Workspace;

namespace Plenum.Report.Figures;

/// <summary>Fan charts: history as a line, and bands that hold half and nine tenths of the draws.</summary>
public static class FanCharts
{
    private static readonly (int Low, int High, string Label)[] s_bands = [(0, 4, "90 % of draws"), (1, 3, "50 % of draws")];

    /// <summary>One chart a variable.</summary>
    /// <param name="draws">The draws.</param>
    /// <param name="variables">Their tracked variables.</param>
    /// <param name="history">How many periods before the draws are shown, where there are as many.</param>
    /// <param name="size">The size of the charts.</param>
    public static IReadOnlyList<ChartSpec> Draw(DrawSelection draws, IReadOnlyList<ShownVariable> variables, int history, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(draws);
        ArgumentNullException.ThrowIfNull(variables);
        var ensemble = draws.Result.Ensemble;
        var start = ensemble.Baseline.IndexOf(ensemble.From) < history ? ensemble.Baseline.Start : ensemble.From - history;
        List<Period> periods = [.. Enumerable.Range(0, ensemble.Periods).Select(k => ensemble.From + k)];
        var fans = draws.Fans(periods, FanTables.Probabilities);
        return [.. variables.Select((v, i) => Draw(ensemble, v, [.. fans.Skip(i * periods.Count).Take(periods.Count)], start, size, i))];
    }

    private static ChartSpec Draw(Ensemble ensemble, ShownVariable variable, IReadOnlyList<Fan> fans, Period start, ChartSize size, int index)
    {
        int before = ensemble.From - start;
        double scale = variable.Kind == DeviationKind.Points ? 100.0 : 1.0;
        double[] baseline = [.. Enumerable.Range(0, before + fans.Count).Select(k => scale * ensemble.Baseline[variable.Symbol.Column, start + k])];

        // Bands begin where the last period before the draws ends, so that they open from the line.
        double[] Edge(int quantile) => [.. Enumerable.Range(0, before + fans.Count).Select(k => k < before - 1 ? double.NaN : k == before - 1 ? baseline[k] : scale * fans[k - before].Quantiles[quantile])];
        return new ChartSpec
        {
            Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"fan-{index + 1}"),
            Title = variable.Label,
            Unit = variable.Kind == DeviationKind.Points ? new ChartUnit("%", 1) : new ChartUnit(Unit(ensemble, variable), 2),
            Axis = new ChartAxis.Periods(start, before + fans.Count),
            HistoryUntil = before > 0 ? before - 1 : null,
            Size = size,
            Bands = [.. s_bands.Select(b => new ChartBand(b.Label, ChartColour.Of(0), Edge(b.Low), Edge(b.High)))],
            Series =
            [
                new ChartSeries("Median", SeriesRole.Variable, ChartColour.Of(0), Edge(2)),
                new ChartSeries("Baseline", SeriesRole.Baseline, ChartColour.Ink, baseline),
            ],
        };
    }

    private static string Unit(Ensemble ensemble, ShownVariable variable) => Contents.UnitWords.Of(variable.Symbol, ensemble.Baseline.Model);
}
