using System.Globalization;
using Plenum.Engine.Ensembles;
using Plenum.Series;

namespace Plenum.Report.Figures;

/// <summary>How variables move together over the draws of an ensemble, as a triangle of numbers.</summary>
public static class CorrelationTable
{
    /// <summary>Draws the table; the variables are numbered, so that it stays narrow.</summary>
    /// <param name="draws">The draws.</param>
    /// <param name="variables">Their tracked variables.</param>
    /// <param name="period">The period.</param>
    public static Table Draw(DrawSelection draws, IReadOnlyList<ShownVariable> variables, Period period)
    {
        ArgumentNullException.ThrowIfNull(draws);
        ArgumentNullException.ThrowIfNull(variables);
        double[] correlations = draws.Correlations(period);
        int count = variables.Count;
        var columns = new List<TableColumn> { new($"Correlations, {period}", Alignment.Left, MaySqueeze: true), new("") };
        columns.AddRange(Enumerable.Range(1, count - 1).Select(j => new TableColumn(Ordinal(j), Gap: 1)));
        return new Table("", columns, [.. variables.Select((v, i) => (IReadOnlyList<string>)[v.Label, Ordinal(i + 1),
            .. Enumerable.Range(0, count - 1).Select(j => j < i ? Numbers.Fixed(correlations[(i * count) + j], 2) : "")])]);
    }

    private static string Ordinal(int number) => number.ToString(CultureInfo.InvariantCulture);
}
