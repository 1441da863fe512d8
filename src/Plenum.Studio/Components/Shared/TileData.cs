using System.Text;
using System.Text.Json;
using Plenum.Report.Figures;

namespace Plenum.Studio.Components.Shared;

/// <summary>The numbers of a still picture, for reading them off in the browser.</summary>
internal static class TileData
{
    /// <summary>As JSON: the plot's edges as shares of the width, the names of the positions, and each series with its colour and values.</summary>
    public static string Of(ChartSpec spec)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer)) { Write(writer, spec); }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, ChartSpec spec)
    {
        var (left, right) = SvgChart.Edges(spec);
        writer.WriteStartObject();
        writer.WriteNumber("left", Math.Round(left, 4));
        writer.WriteNumber("right", Math.Round(right, 4));
        writer.WriteNumber("decimals", spec.Unit.Decimals);
        writer.WriteBoolean("signed", spec.Unit.IsSigned);
        writer.WriteString("suffix", spec.Unit.Suffix);
        writer.WriteString("first", spec.Axis.Name(0));
        writer.WriteNumber("count", spec.Axis.Count);
        writer.WriteStartArray("series");
        foreach (var series in spec.Series)
        {
            writer.WriteStartObject();
            writer.WriteString("label", series.Label);
            writer.WriteString("colour", series.Colour.Name);
            writer.WriteStartArray("values");
            foreach (double value in series.Values)
            {
                if (double.IsFinite(value)) { writer.WriteNumberValue(Math.Round(value, spec.Unit.Decimals + 1)); }
                else { writer.WriteNullValue(); }
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
