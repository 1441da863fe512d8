using System.Globalization;
using Plenum.Engine.Ensembles;
using Plenum.Series;
using Plenum.Workspace;

namespace Plenum.Report.Figures;

/// <summary>Fans of an ensemble in two tables: levels as differences from the baseline, rates and ratios as they are.</summary>
public static class FanTables
{
    /// <summary>The probabilities whose quantiles are shown.</summary>
    public static IReadOnlyList<double> Probabilities { get; } = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>A probability as a heading: "5 %".</summary>
    public static string Percent(double probability) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * probability:0.##} %");

    /// <summary>Draws the tables; one that would be empty is left out.</summary>
    /// <param name="result">The ensemble; its tracked columns are those of <paramref name="variables"/>.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="periods">The periods shown.</param>
    /// <param name="draws">The draws that count; all that were solved where null.</param>
    public static IEnumerable<Table> Draw(EnsembleResult result, IReadOnlyList<ShownVariable> variables, IReadOnlyList<Period> periods, DrawSelection? draws = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(variables);
        var fans = (draws ?? DrawSelection.Solved(result)).Fans(periods, Probabilities).ToLookup(f => f.Column);
        foreach (var (kind, title) in new[] { (DeviationKind.Percent, "Levels, % from the baseline"), (DeviationKind.Points, "Rates and ratios, %") })
        {
            var rows = variables.Where(v => v.Kind == kind).SelectMany(v => fans[v.Symbol.Column].Take(periods.Count).Select((fan, k) => Row(result, v, fan, isFirst: k == 0))).ToList();
            if (rows.Count == 0) { continue; }
            var columns = new List<TableColumn> { new(title, Alignment.Left, MaySqueeze: true), new("", Alignment.Left), new("baseline", Alignment.Right) };
            columns.AddRange(Probabilities.Select((p, i) => new TableColumn(Percent(p), Alignment.Right, i == 0 ? 3 : 2)));
            yield return new Table("", columns, rows);
        }
    }

    private static IReadOnlyList<string> Row(EnsembleResult result, ShownVariable variable, Fan fan, bool isFirst)
    {
        double baseline = result.Ensemble.Baseline[fan.Column, fan.Period];
        bool isLevel = variable.Kind == DeviationKind.Percent;
        return [isFirst ? variable.Label : "", fan.Period.ToString(), isLevel ? Numbers.Level(baseline) : Numbers.Fixed(100.0 * baseline, 2),
            .. fan.Quantiles.Select(q => isLevel ? Numbers.Signed(Deviation.Between(baseline, q, variable.Kind), 2) : Numbers.Fixed(100.0 * q, 2))];
    }
}
