using System.Text.Json;
using Plenum.Report.Figures;
using Plenum.Workspace.Experiments;

namespace Plenum.Cli.Commands;

/// <summary>Writes measured expectations for programs.</summary>
internal static class MeasureJson
{
    /// <summary>Writes a key with a list of what was measured.</summary>
    public static void Write(Utf8JsonWriter writer, string key, IEnumerable<Measured> measures)
    {
        writer.WriteStartArray(key);
        foreach (var measured in measures)
        {
            writer.WriteStartObject();
            Write(writer, measured);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Measured measured)
    {
        var (expectation, measure) = (measured.Expectation, measured.Expectation.Measure);
        writer.WriteString("experiment", expectation.Experiment.Name);
        writer.WriteString("variable", measure.Quantity.Name);
        writer.WriteString("over", measure.Over?.Name);
        writer.WriteString("label", measured.Bound.Label);
        writer.WriteString("unit", measured.Bound.Unit);
        writer.WriteString("at", ExpectationText.When(measure));
        writer.WriteStartArray("quarters");
        foreach (int quarter in measure.Quarters) { writer.WriteNumberValue(quarter); }
        writer.WriteEndArray();
        writer.WriteString("take", measure.Take.ToString().ToLowerInvariant());
        JsonAnswer.Number(writer, "low", expectation.Bounds.Low);
        JsonAnswer.Number(writer, "high", expectation.Bounds.High);
        writer.WriteString("sign", expectation.Bounds.Sign);
        JsonAnswer.Number(writer, "measured", measured.Value);
        JsonAnswer.Number(writer, "quarter", measured.Quarter);
        writer.WriteBoolean("holds", measured.Holds);
        writer.WriteString("source", expectation.Source);
        writer.WriteString("note", expectation.Known ?? expectation.Note);
        if (measured.Failure is { } failure) { writer.WriteString("outcome", failure.ToString()); }
    }
}
