using System.Globalization;
using Plenum.Workspace.History;

namespace Plenum.Report.Figures;

/// <summary>Add-factors of history: where they come from, how large they are, how they go on.</summary>
public static class AddFactorRows
{
    /// <summary>Draws the table.</summary>
    /// <param name="title">The line above it.</param>
    /// <param name="summaries">One row each.</param>
    public static Table Draw(string title, IReadOnlyList<AddFactorSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        return new Table(title,
            [new TableColumn("equation", Alignment.Left), new TableColumn("from", Alignment.Left), new TableColumn("mean"), new TableColumn("sd"), new TableColumn("last 8"), new TableColumn("next"), new TableColumn("last")],
            [.. summaries.Select(s => (IReadOnlyList<string>)[s.Equation.Name, Basis(s), Size(s.Mean), Size(s.StandardDeviation), Size(s.LastEight), Size(s.Next), Size(s.Last)])]);
    }

    /// <summary>Where an add-factor comes from, in words.</summary>
    public static string Basis(AddFactorSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return summary.Basis == AddFactorBasis.Data ? string.Create(CultureInfo.InvariantCulture, $"data, {summary.Observed} of {summary.Periods}") : Word(summary.Basis);
    }

    /// <summary>Where add-factors come from, in one word.</summary>
    public static string Word(AddFactorBasis basis) => basis switch
    {
        AddFactorBasis.Data => "data",
        AddFactorBasis.Shared => "shared",
        _ => "judgement",
    };

    private static string Size(double value) => Numbers.Fixed(value, 4);
}
