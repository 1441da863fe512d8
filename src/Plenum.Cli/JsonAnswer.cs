using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plenum.Language.Diagnostics;

namespace Plenum.Cli;

/// <summary>Writes the answers for programs: one object, names as in the model, null where a number cannot be had.</summary>
internal static class JsonAnswer
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object.</summary>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    /// <summary>Writes a number, or null where it is missing or not finite.</summary>
    public static void Number(Utf8JsonWriter writer, double? value)
    {
        if (value is { } number && double.IsFinite(number)) { writer.WriteNumberValue(number); }
        else { writer.WriteNullValue(); }
    }

    /// <summary>Writes a key with a number, or null where it is missing or not finite.</summary>
    public static void Number(Utf8JsonWriter writer, string key, double? value)
    {
        writer.WritePropertyName(key);
        Number(writer, value);
    }

    /// <summary>Writes a key with a list of texts.</summary>
    public static void Texts(Utf8JsonWriter writer, string key, IEnumerable<string> texts)
    {
        writer.WriteStartArray(key);
        foreach (string text in texts) { writer.WriteStringValue(text); }
        writer.WriteEndArray();
    }

    /// <summary>Writes a key with a list of objects.</summary>
    public static void Objects<T>(Utf8JsonWriter writer, string key, IEnumerable<T> items, Action<T> content)
    {
        writer.WriteStartArray(key);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            content(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes the key <c>diagnostics</c>.</summary>
    public static void Diagnostics(Utf8JsonWriter writer, IEnumerable<Diagnostic> findings)
    {
        writer.WriteStartArray("diagnostics");
        foreach (var finding in findings)
        {
            (int Line, int Column)? place = finding.Span is { } span ? span.Source.Position(span.Start) : null;
            writer.WriteStartObject();
            writer.WriteString("code", finding.Code);
            writer.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
            writer.WriteString("file", finding.Span?.Source.Path);
            Number(writer, "line", place?.Line);
            Number(writer, "column", place?.Column);
            writer.WriteString("message", finding.Message);
            writer.WriteString("why", finding.Why);
            writer.WriteString("help", finding.Help);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
