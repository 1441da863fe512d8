using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Plenum.Series;

namespace Plenum.Workspace.Drafts;

/// <summary>Packs drafts into a text that a link can carry, and unpacks them; the link holds the whole of them.</summary>
/// <remarks>The text is the first bytes of a SHA-256, then the JSON that it is of, deflated; all in the base64 of links (RFC 4648, section 5).</remarks>
public static class DraftLink
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 16_384;

    private const int MostBytes = 262_144;
    private const int MostDrafts = 6;

    /// <summary>Bytes of the digest before the content, by which a link that lost its end is told from a whole one.</summary>
    private const int CheckBytes = 4;

    /// <summary>Packs drafts.</summary>
    public static string Pack(IReadOnlyList<ScenarioDraft> drafts)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var writer = new Utf8JsonWriter(deflate)) { Write(writer, drafts); }
        var content = packed.GetBuffer().AsSpan(0, (int)packed.Length);
        return Base64Url.EncodeToString([.. SHA256.HashData(content)[..CheckBytes], .. content]);
    }

    /// <summary>Unpacks drafts.</summary>
    /// <param name="text">What <see cref="Pack"/> returned.</param>
    /// <returns>The drafts; null where the text is cut off, too long, or says something else.</returns>
    public static IReadOnlyList<ScenarioDraft>? TryUnpack(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is 0 or > LongestText) { return null; }
        try
        {
            byte[] packed = Base64Url.DecodeFromChars(text);
            if (packed.Length <= CheckBytes || !SHA256.HashData(packed.AsSpan(CheckBytes)).AsSpan(0, CheckBytes).SequenceEqual(packed.AsSpan(0, CheckBytes))) { return null; }
            using var deflate = new DeflateStream(new MemoryStream(packed, CheckBytes, packed.Length - CheckBytes), CompressionMode.Decompress);
            var bytes = new byte[MostBytes];
            int count = deflate.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (count == bytes.Length) { return null; }
            using var document = JsonDocument.Parse(bytes.AsMemory(0, count), new JsonDocumentOptions { MaxDepth = 8 });
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is FormatException or InvalidDataException or JsonException or InvalidOperationException or KeyNotFoundException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Writes drafts as a list.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="drafts">The drafts.</param>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<ScenarioDraft> drafts)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(drafts);
        writer.WriteStartArray();
        foreach (var draft in drafts)
        {
            writer.WriteStartObject();
            writer.WriteString("name", draft.Name);
            if (draft.Include.Count > 0) { Texts(writer, "include", draft.Include); }
            writer.WriteStartArray("moves");
            foreach (var move in draft.Moves) { Write(writer, move); }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Reads a list of drafts.</summary>
    /// <param name="list">The list.</param>
    /// <returns>The drafts; null where there are too many, or a number or a period is none.</returns>
    /// <exception cref="InvalidOperationException">A value is of another type.</exception>
    /// <exception cref="KeyNotFoundException">A value is missing.</exception>
    public static IReadOnlyList<ScenarioDraft>? Read(JsonElement list)
    {
        if (list.GetArrayLength() > MostDrafts) { return null; }
        var drafts = new List<ScenarioDraft>();
        foreach (var entry in list.EnumerateArray())
        {
            var include = entry.TryGetProperty("include", out var included) ? included.EnumerateArray().Select(i => i.GetString()!).ToList() : [];
            var moves = entry.GetProperty("moves").EnumerateArray().Select(ReadMove).ToList();
            string name = entry.GetProperty("name").GetString() ?? throw new InvalidOperationException("A draft has a name.");
            if (moves.Contains(null) || include.Contains(null!) || name.Length > ScenarioDraft.LongestName || moves.Count > ScenarioDraft.MostMoves || include.Count > ScenarioDraft.MostMoves) { return null; }
            drafts.Add(new ScenarioDraft(name, include, [.. moves.Select(m => m!)]));
        }

        return drafts;
    }

    private static void Write(Utf8JsonWriter writer, InstrumentMove move)
    {
        writer.WriteStartObject();
        writer.WriteString("instrument", move.Instrument);
        writer.WriteNumber("size", move.Size);
        if (move.From is { } from) { writer.WriteString("from", from.ToString()); }
        if (move.To is { } to) { writer.WriteString("to", to.ToString()); }
        if (move.Ramp is { } ramp) { writer.WriteNumber("ramp", ramp); }
        if (move.Profile.Count > 0)
        {
            writer.WriteStartArray("profile");
            foreach (double share in move.Profile) { writer.WriteNumberValue(share); }
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static InstrumentMove? ReadMove(JsonElement entry)
    {
        var (from, to) = (PeriodOf(entry, "from"), PeriodOf(entry, "to"));
        if (from is { IsKnown: false } || to is { IsKnown: false }) { return null; }
        double size = entry.GetProperty("size").GetDouble();
        int? ramp = entry.TryGetProperty("ramp", out var written) ? written.GetInt32() : null;
        var profile = entry.TryGetProperty("profile", out var shares) ? shares.EnumerateArray().Select(s => s.GetDouble()).ToList() : [];
        if (!double.IsFinite(size) || ramp is < 1 or > 400 || profile.Count > 400 || profile.Exists(s => !double.IsFinite(s))) { return null; }
        if (entry.GetProperty("instrument").GetString() is not { } instrument) { return null; }
        return new InstrumentMove(instrument, size) { From = from?.Period, To = to?.Period, Ramp = ramp, Profile = profile };
    }

    private static (bool IsKnown, Period Period)? PeriodOf(JsonElement entry, string key)
    {
        if (!entry.TryGetProperty(key, out var written)) { return null; }
        bool isKnown = Period.TryParse(written.GetString()!, out var period);
        return (isKnown, period);
    }

    private static void Texts(Utf8JsonWriter writer, string key, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(key);
        foreach (string text in texts) { writer.WriteStringValue(text); }
        writer.WriteEndArray();
    }
}
