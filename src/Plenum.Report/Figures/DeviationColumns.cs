using System.Globalization;
using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Series;
using Plenum.Workspace;

namespace Plenum.Report.Figures;

/// <summary>Two paths whose difference is shown.</summary>
/// <param name="Heading">What the difference is, such as "S01 US tariff to 100 %".</param>
/// <param name="Reference">The path it is taken from.</param>
/// <param name="Other">The other path.</param>
public sealed record Comparison(string Heading, Paths Reference, Paths Other);

/// <summary>A variable with the way its deviations are written.</summary>
/// <param name="Symbol">The variable.</param>
/// <param name="Kind">Per cent or points.</param>
/// <param name="ShortLabel">A label for tables; null for the model's own.</param>
public sealed record ShownVariable(Symbol Symbol, DeviationKind Kind, string? ShortLabel = null)
{
    /// <summary>Its short label, else its label, else its name.</summary>
    public string Label => ShortLabel ?? (Symbol.Label.Length > 0 ? Symbol.Label : Symbol.Name);

    /// <summary>"%" or "pp".</summary>
    public string Unit => Kind == DeviationKind.Percent ? "%" : "pp";
}

/// <summary>Differences between paths by variable and horizon, several comparisons side by side.</summary>
public static class DeviationColumns
{
    private const int LabelWidth = 24;

    /// <summary>Draws the tables: as many comparisons side by side as the width allows.</summary>
    /// <param name="comparisons">What is compared.</param>
    /// <param name="variables">The rows.</param>
    /// <param name="start">The period that counts as the first.</param>
    /// <param name="horizons">The columns of each comparison: the k-th period from the start, counted from 1.</param>
    /// <param name="width">Cells of a line.</param>
    public static IEnumerable<Table> Draw(IReadOnlyList<Comparison> comparisons, IReadOnlyList<ShownVariable> variables, Period start, IReadOnlyList<int> horizons, int width)
    {
        ArgumentNullException.ThrowIfNull(comparisons);
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(horizons);
        var cells = comparisons.ToDictionary(c => c, c => Cells(c, variables, start, horizons));
        int numberWidth = cells.Values.SelectMany(c => c).SelectMany(r => r).Select(t => t.Length).DefaultIfEmpty(0).Max();
        int groupWidth = 2 + (horizons.Count * (Math.Max(numberWidth, 4) + 1));
        int sideBySide = Math.Max(1, (width - LabelWidth - 3) / groupWidth);
        foreach (var part in comparisons.Chunk(sideBySide)) { yield return Draw(part, cells, variables, start.Frequency, horizons); }
    }

    private static Table Draw(Comparison[] comparisons, Dictionary<Comparison, string[][]> cells, IReadOnlyList<ShownVariable> variables, Frequency frequency, IReadOnlyList<int> horizons)
    {
        var columns = new List<TableColumn> { new("", Alignment.Left, MaySqueeze: true), new("", Alignment.Left, 1) };
        var groups = new List<ColumnGroup>();
        foreach (var comparison in comparisons)
        {
            groups.Add(new ColumnGroup(columns.Count, horizons.Count, comparison.Heading));
            columns.AddRange(horizons.Select((h, i) => new TableColumn(HorizonName(h, frequency), Alignment.Right, i == 0 ? 3 : 1)));
        }

        var rows = variables.Select((v, i) => (IReadOnlyList<string>)[v.Label, v.Unit, .. comparisons.SelectMany(c => cells[c][i])]);
        return new Table("", columns, [.. rows]) { Groups = groups };
    }

    private static string[][] Cells(Comparison comparison, IReadOnlyList<ShownVariable> variables, Period start, IReadOnlyList<int> horizons) =>
        [.. variables.Select(v => horizons.Select(h => Numbers.Signed(At(comparison, v, start + (h - 1)), 2)).ToArray())];

    /// <summary>The deviation of a variable in a period; null where it cannot be had.</summary>
    public static double? At(Comparison comparison, ShownVariable variable, Period period)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(variable);
        if (period < comparison.Reference.Start || period > comparison.Reference.End) { return null; }
        return Deviation.Between(comparison.Reference[variable.Symbol.Column, period], comparison.Other[variable.Symbol.Column, period], variable.Kind);
    }

    private static string HorizonName(int horizon, Frequency frequency) => frequency switch
    {
        Frequency.Annual => string.Create(CultureInfo.InvariantCulture, $"yr {horizon}"),
        Frequency.Monthly => string.Create(CultureInfo.InvariantCulture, $"mo {horizon}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"q{horizon}"),
    };
}
