using System.Text.Json;
using Plenum.Report;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Workspace.Explanations;

namespace Plenum.Cli.Commands;

/// <summary>The answer of <c>plenum explain</c>.</summary>
/// <param name="Title">What is explained.</param>
/// <param name="Reference">What differences are taken from, in words.</param>
/// <param name="IsHistory">Whether there is one answer for each period of a window.</param>
/// <param name="ScenarioStart">The period that counts as the first of a horizon.</param>
/// <param name="Variables">The variables.</param>
/// <param name="Explanation">The contributions.</param>
internal sealed record ExplainAnswer(string Title, string Reference, bool IsHistory, Period ScenarioStart, IReadOnlyList<ShownVariable> Variables, Explanation Explanation)
{
    /// <summary>The answers for one variable, by period.</summary>
    public IReadOnlyList<ExplainedChange> Of(ShownVariable variable) => [.. Explanation.Changes.Where(c => c.Value.Variable == variable.Symbol)];

    /// <summary>The name of a driver; with its scenario where several take part and change the same name.</summary>
    public string NameOf(ExplainedDriver driver) =>
        Explanation.Drivers.Count(d => d.Name == driver.Name) > 1 && driver.Scenario is { } scenario ? $"{driver.Name} ({scenario})" : driver.Name;

    public static void WriteJson(TextWriter output, ExplainAnswer answer) => JsonAnswer.Write(output, writer => WriteJson(writer, answer));

    public static void WriteJson(Utf8JsonWriter writer, ExplainAnswer answer)
    {
        writer.WriteString("title", answer.Title);
        Write(writer, answer, answer.Variables[0]);
        if (answer.Variables.Count > 1)
        {
            writer.WriteStartArray("more");
            foreach (var variable in answer.Variables.Skip(1))
            {
                writer.WriteStartObject();
                Write(writer, answer, variable);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteNumber("points", answer.Explanation.Points);
        writer.WriteNumber("kinks", answer.Explanation.Kinks);
        JsonAnswer.Diagnostics(writer, answer.Explanation.Diagnostics);
    }

    public static void WriteCsv(TextWriter output, ExplainAnswer answer)
    {
        Csv.Write(output, ["variable", "kind", "period", "driver", "scenario", "contribution"]);
        foreach (var change in answer.Explanation.Changes)
        {
            for (int d = 0; d < change.Contributions.Count; d++) { Line(change, answer.Explanation.Drivers[d].Name, answer.Explanation.Drivers[d].Scenario ?? "", change.Contributions[d]); }
            Line(change, "unexplained", "", change.Unexplained);
        }

        void Line(ExplainedChange change, string driver, string scenario, double value) =>
            Csv.Write(output, [change.Value.Variable.Name, RunCommand.KindName(change.Value.Kind), change.Value.Period.ToString(), driver, scenario, Csv.Number(value)]);
    }

    private static void Write(Utf8JsonWriter writer, ExplainAnswer answer, ShownVariable variable)
    {
        var changes = answer.Of(variable);
        var last = changes[^1];
        writer.WriteString("variable", variable.Symbol.Name);
        writer.WriteString("label", variable.Symbol.Label);
        writer.WriteString("kind", RunCommand.KindName(variable.Kind));
        writer.WriteString("period", last.Value.Period.ToString());
        JsonAnswer.Number(writer, "total", last.Total);
        writer.WriteStartArray("contributions");
        for (int d = 0; d < last.Contributions.Count; d++)
        {
            var driver = answer.Explanation.Drivers[d];
            writer.WriteStartObject();
            writer.WriteString("driver", answer.NameOf(driver));
            JsonAnswer.Number(writer, "value", last.Contributions[d]);
            if (driver.Label.Length > 0) { writer.WriteString("label", driver.Label); }
            if (driver.Scenario is not null) { writer.WriteString("scenario", driver.Scenario); }
            if (answer.IsHistory) { Numbers(writer, "values", changes.Select(c => c.Contributions[d])); }
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        JsonAnswer.Number(writer, "unexplained", last.Unexplained);
        JsonAnswer.Number(writer, "split_error", last.SplitError);
        if (answer.IsHistory) { WritePeriods(writer, answer, changes); }
        WriteChannels(writer, answer, last);
    }

    private static void WritePeriods(Utf8JsonWriter writer, ExplainAnswer answer, IReadOnlyList<ExplainedChange> changes)
    {
        JsonAnswer.Texts(writer, "periods", changes.Select(c => c.Value.Period.ToString()));
        Numbers(writer, "totals", changes.Select(c => c.Total));
        Numbers(writer, "actual", changes.Select(c => answer.Explanation.Other[c.Value.Variable.Column, c.Value.Period]));
        Numbers(writer, "reference", changes.Select(c => answer.Explanation.Reference[c.Value.Variable.Column, c.Value.Period]));
    }

    private static void WriteChannels(Utf8JsonWriter writer, ExplainAnswer answer, ExplainedChange change)
    {
        if (answer.Explanation.ChannelsOf(change.Value) is not { } channels)
        {
            writer.WriteNull("channels");
            return;
        }

        var (line, _) = channels.Equation.Span.Source.Position(channels.Equation.Span.Start);
        writer.WriteStartObject("channels");
        writer.WriteString("equation", channels.Equation.Name);
        writer.WriteString("file", channels.Equation.Span.Source.Path);
        writer.WriteNumber("line", line);
        writer.WriteString("kind", channels.IsLogarithm ? "log_percent" : RunCommand.KindName(change.Value.Kind));
        JsonAnswer.Number(writer, "total", channels.Total);
        writer.WriteStartArray("terms");
        foreach (var term in channels.Terms)
        {
            writer.WriteStartObject();
            writer.WriteString("term", term.Text);
            JsonAnswer.Number(writer, "value", term.Contribution);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        JsonAnswer.Number(writer, "unexplained", channels.Unexplained);
        writer.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter writer, string key, IEnumerable<double> values)
    {
        writer.WriteStartArray(key);
        foreach (double value in values) { JsonAnswer.Number(writer, value); }
        writer.WriteEndArray();
    }
}
