using System.Globalization;
using Plenum.Engine;
using Plenum.Series;
using Plenum.Workspace;

namespace Plenum.Report.Figures;

/// <summary>A path by calendar year: growth of levels, means of rates.</summary>
public static class YearColumns
{
    /// <summary>Draws the table.</summary>
    /// <param name="title">The line above it.</param>
    /// <param name="paths">The path.</param>
    /// <param name="variables">The rows.</param>
    /// <param name="firstYear">First year shown.</param>
    /// <param name="lastYear">Last year shown.</param>
    public static Table Draw(string title, Paths paths, IReadOnlyList<ShownVariable> variables, int firstYear, int lastYear)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(variables);
        int[] years = [.. Enumerable.Range(firstYear, Math.Max(0, lastYear - firstYear + 1))];
        var columns = new List<TableColumn> { new(title, Alignment.Left, MaySqueeze: true), new("", Alignment.Left, 1) };
        columns.AddRange(years.Select((y, i) => new TableColumn(y.ToString(CultureInfo.InvariantCulture), Alignment.Right, i == 0 ? 2 : 1)));
        var rows = variables.Select(v => (IReadOnlyList<string>)[v.Label, v.Kind == DeviationKind.Percent ? "% growth" : "%", .. years.Select(y => Numbers.Fixed(Of(paths, v, y), 1))]);
        return new Table("", columns, [.. rows]);
    }

    /// <summary>Growth of the year's mean on the year before in per cent, or the year's mean of a fraction in per cent; null where a period is missing.</summary>
    public static double? Of(Paths paths, ShownVariable variable, int year)
    {
        ArgumentNullException.ThrowIfNull(variable);
        double? now = Mean(paths, variable.Symbol.Column, year);
        double? value = variable.Kind == DeviationKind.Points ? 100.0 * now : 100.0 * ((now / Mean(paths, variable.Symbol.Column, year - 1)) - 1.0);
        return value is { } number && double.IsFinite(number) ? number : null;
    }

    private static double? Mean(Paths paths, int column, int year)
    {
        ArgumentNullException.ThrowIfNull(paths);
        int perYear = (int)paths.Start.Frequency;
        double sum = 0.0;
        for (int k = 1; k <= perYear; k++)
        {
            var period = Period.Of(paths.Start.Frequency, year, k);
            if (period < paths.Start || period > paths.End) { return null; }
            sum += paths[column, period];
        }

        return double.IsFinite(sum) ? sum / perYear : null;
    }
}
