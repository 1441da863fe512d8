using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Plenum.Language.Diagnostics;

namespace Plenum.Studio.Desk;

/// <summary>The edited files of a copy of the model, as they are kept on disk.</summary>
/// <param name="Files">File name, edited text, and the digest of the project's text that it was made from.</param>
public sealed record KeptModel(IReadOnlyList<(string Name, string Text, string Origin)> Files)
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true };

    /// <summary>The files of a copy that differ from the project's.</summary>
    public static KeptModel Of(IEnumerable<CopiedFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new KeptModel([.. files.Where(f => f.IsChanged).Select(f => (Path.GetFileName(f.Original.Path), f.Edited.Text, DigestOf(f.Original)))]);
    }

    /// <summary>What tells one text from another.</summary>
    public static string DigestOf(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Text)))[..16];
    }

    /// <summary>The file.</summary>
    public byte[] Write()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartArray();
            foreach (var (name, text, origin) in Files)
            {
                writer.WriteStartObject();
                writer.WriteString("file", name);
                writer.WriteString("origin", origin);
                writer.WriteString("text", text);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return buffer.ToArray();
    }

    /// <summary>Reads a file; null where it is damaged.</summary>
    public static KeptModel? Read(ReadOnlySpan<byte> content)
    {
        try
        {
            var reader = new Utf8JsonReader(content);
            using var document = JsonDocument.ParseValue(ref reader);
            return new KeptModel([.. document.RootElement.EnumerateArray().Select(f => (Text(f, "file"), Text(f, "text"), Text(f, "origin")))]);
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static string Text(JsonElement file, string key) => file.GetProperty(key).GetString() ?? throw new InvalidOperationException($"'{key}' is no text.");
}
