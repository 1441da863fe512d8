using Plenum.Language.Binding;
using Plenum.Language.Expressions;
using Plenum.Report;
using Plenum.Report.Contents;
using Plenum.Workspace.Data;

namespace Plenum.Studio.Components.Shared;

/// <summary>What stands below a large chart: what is drawn, how the model determines it, and which data measure it. What is empty is left out.</summary>
public sealed record ChartDetails
{
    /// <summary>The label in Chinese.</summary>
    public string Chinese { get; init; } = "";

    /// <summary>The name in the model or in the data.</summary>
    public string Name { get; init; } = "";

    /// <summary>The equation that determines it, as the model text has it.</summary>
    public string Equation { get; init; } = "";

    /// <summary>The unit in the words of the model or of the publisher.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Where the equation or the series comes from.</summary>
    public string Source { get; init; } = "";

    /// <summary>How data measure it.</summary>
    public IReadOnlyList<ChartMeasurement> Measured { get; init; } = [];

    /// <summary>What it measures itself, in words.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>What a reader must know besides.</summary>
    public string Note { get; init; } = "";

    /// <summary>The details of a variable of the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">The project's data; null where they are not read, and then nothing is said of them.</param>
    /// <param name="symbol">The variable.</param>
    public static ChartDetails Of(BoundModel model, ProjectData? data, Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(symbol);
        var equation = model.Equations.FirstOrDefault(e => e.Determines == symbol.Column);
        return new ChartDetails
        {
            Name = symbol.Name,
            Chinese = symbol.LabelZh ?? "",
            Unit = UnitWords.Of(symbol, model),
            Equation = equation is null ? "" : symbol.Members.Count == 0 ? model.Texts[equation.Text].Text : new ScalarPrinter(model.Graph, column => model.Symbols[column].Name).Print(equation.Left, equation.Right),
            Source = symbol.Source ?? equation?.Source ?? "",
            Measured = data is null ? [] : [.. data.Measurements.Where(m => m.Variable.Name == symbol.Name).GroupBy(m => m.Value.Text).Select(g => ChartMeasurement.Of(data, [.. g]))],
        };
    }
}

/// <summary>A formula over published series that measures a variable.</summary>
/// <param name="Formula">The formula.</param>
/// <param name="Series">The published series behind it, each with its publisher, its coverage and its vintage.</param>
/// <param name="Note">What a reader must know; empty for nothing.</param>
public sealed record ChartMeasurement(string Formula, IReadOnlyList<string> Series, string Note)
{
    /// <summary>The words for measurements of one variable by one formula, which may differ in their spans and notes.</summary>
    public static ChartMeasurement Of(ProjectData data, IReadOnlyList<Measurement> measurements)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(measurements);
        ArgumentOutOfRangeException.ThrowIfLessThan(measurements.Count, 1);
        string note = string.Join("; ", measurements.Where(m => m.Note.Length > 0).GroupBy(m => m.Note).Select(g => measurements.Count == 1 ? g.Key : $"{string.Join(" and ", g.Select(Span))}: {g.Key}"));
        return new ChartMeasurement(measurements[0].Value.Text, [.. data.Sources(measurements[0]).Select(name => Words(data, name))], note);
    }

    private static string Span(Measurement measurement) => (measurement.From, measurement.To) switch
    {
        ({ } from, { } to) => $"{from} to {to}",
        ({ } from, null) => $"from {from}",
        (null, { } to) => $"to {to}",
        _ => "all periods",
    };

    private static string Words(ProjectData data, string name)
    {
        var series = data.Data[name];
        string vintage = series.Provenance.Vintage is { Length: > 0 } text ? $", vintage {text}" : "";
        string publisher = series.Provenance.Publisher is { Length: > 0 } known ? known : Numbers.Missing;
        return $"{name} ({publisher}, {series.Values.Start} to {series.Values.End}{vintage})";
    }
}
