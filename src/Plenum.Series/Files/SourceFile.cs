using System.Text;

namespace Plenum.Series.Files;

/// <summary>Opens data files, and says in a finding why one cannot be opened.</summary>
internal static class SourceFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long Limit = 256L << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes of a file; null with a finding where it is missing, empty or too large.</summary>
    public static byte[]? ReadBytes(string path, FindingList findings)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > Limit)
            {
                findings.Add(DataFinding.Error(DataCode.TooLarge, $"the file has {file.Length >> 20} MB; the limit is {Limit >> 20} MB.", new DataPlace(path), help: "split the file by series."));
                return null;
            }

            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            if (bytes.Length == 0) { AddEmpty(path, findings); }
            return bytes.Length == 0 ? null : bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            findings.Add(DataFinding.Error(DataCode.NotReadable, "the file cannot be opened.", new DataPlace(path), e.Message));
            return null;
        }
    }

    /// <summary>The text of a file; null with a finding where it cannot be had.</summary>
    public static string? ReadText(string path, FindingList findings)
    {
        return ReadBytes(path, findings) is { } bytes ? Text(bytes, path, findings) : null;
    }

    /// <summary>Bytes as text; null with a finding where they are none.</summary>
    public static string? Text(byte[] bytes, string path, FindingList findings)
    {
        var place = new DataPlace(path);
        if (bytes.AsSpan().Contains((byte)0))
        {
            AddBinary(path, findings);
            return null;
        }

        try
        {
            string text = Utf8.GetString(bytes);
            if (text.Length > 0 && text[0] == '\uFEFF') { text = text[1..]; }
            if (!string.IsNullOrWhiteSpace(text)) { return text; }
            AddEmpty(path, findings);
        }
        catch (DecoderFallbackException)
        {
            findings.Add(DataFinding.Error(DataCode.NotReadable, "the file is not text in UTF-8.", place, "it holds bytes that UTF-8 does not know; older Chinese files are often in GB 18030.", "save it again with the encoding UTF-8."));
        }

        return null;
    }

    /// <summary>Says that a file holds no text.</summary>
    public static void AddBinary(string path, FindingList findings) =>
        findings.Add(DataFinding.Error(DataCode.NotReadable, "the file is binary, not text.", new DataPlace(path), "it holds bytes of value zero.", "save it as CSV in UTF-8; a workbook needs the ending .xlsx, a Parquet file .parquet."));

    /// <summary>Says that there is nothing in a file.</summary>
    public static void AddEmpty(string path, FindingList findings) =>
        findings.Add(DataFinding.Error(DataCode.EmptyFile, "the file is empty.", new DataPlace(path), help: "the first line names the columns: series,period,value"));
}
