using System.Text.Json;
using Plenum.Workspace.Ensembles;

namespace Plenum.Cli.Commands;

/// <summary>The width of fans beside the errors of published forecasts, for programs.</summary>
internal static class YardstickJson
{
    /// <summary>Writes one object a year, in percentage points.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<FanWidth> widths)
    {
        writer.WriteStartArray("yardsticks");
        foreach (var width in widths)
        {
            writer.WriteStartObject();
            writer.WriteString("growth_of", width.Yardstick.Symbol.Name);
            writer.WriteNumber("year", width.Year);
            writer.WriteNumber("years_ahead", width.YearsAhead);
            JsonAnswer.Number(writer, "standard_deviation", width.Deviation);
            WriteErrors(writer, "errors", width.All, width.Ratio);
            WriteErrors(writer, "usual", width.Usual, width.UsualRatio);
            JsonAnswer.Number(writer, "within_50", width.WithinHalf);
            JsonAnswer.Number(writer, "within_90", width.WithinNineTenths);
            writer.WriteString("source", width.Yardstick.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteErrors(Utf8JsonWriter writer, string name, ErrorSize errors, double ratio)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("count", errors.Count);
        JsonAnswer.Number(writer, "root_mean_square", errors.RootMeanSquare);
        JsonAnswer.Number(writer, "mean", errors.Mean);
        JsonAnswer.Number(writer, "ratio", ratio);
        writer.WriteEndObject();
    }
}
