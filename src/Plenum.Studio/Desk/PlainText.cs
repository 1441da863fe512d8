using System.Globalization;
using System.Text;

namespace Plenum.Studio.Desk;

/// <summary>Texts of users as they may be shown: without signs that nobody sees but that change what is read.</summary>
/// <remarks>Source: N. Boucher, R. Anderson (2023), "Trojan Source: invisible vulnerabilities", USENIX Security.</remarks>
public static class PlainText
{
    private const string SpreadsheetSigns = "=+-@";

    /// <summary>A text on one line, without control characters and signs that turn the direction of writing, cut to a length.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most characters.</param>
    public static string Of(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = new StringBuilder();
        foreach (char c in text)
        {
            if (shown.Length == longest) { break; }
            if (char.IsWhiteSpace(c) || char.IsControl(c)) { if (shown.Length > 0 && shown[^1] != ' ') { shown.Append(' '); } }
            else if (!IsHidden(c)) { shown.Append(c); }
        }

        // A character of two parts is not cut in the middle.
        string line = shown.ToString().Trim();
        while (line.Length > 0 && char.IsHighSurrogate(line[^1])) { line = line[..^1].TrimEnd(); }
        return line;
    }

    /// <summary>Whether a text holds a sign that <see cref="Of"/> leaves out.</summary>
    public static bool HasHidden(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(IsHidden);
    }

    /// <summary>A text on several lines with every sign that nobody sees written as its number, so that it can be found and mended.</summary>
    public static string Shown(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return HasHidden(text) ? string.Concat(text.Select(c => IsHidden(c) && c is not ('\n' or '\t') ? $"\\u{(int)c:X4}" : c.ToString())) : text;
    }

    /// <summary>A text that a spreadsheet does not take for a formula: one that could be begins with an apostrophe.</summary>
    /// <remarks>Source: OWASP, "CSV injection".</remarks>
    public static string ForSpreadsheet(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.TrimStart() is [var first, ..] && SpreadsheetSigns.Contains(first, StringComparison.Ordinal) ? $"'{text}" : text;
    }

    private static bool IsHidden(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;
}
