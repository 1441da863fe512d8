using System.Text;

namespace Plenum.Report;

/// <summary>How many cells of a terminal a text takes.</summary>
/// <remarks>Source: Unicode Standard Annex 11, "East Asian Width": wide and fullwidth characters take two cells; combining marks take none.</remarks>
public static class TextWidth
{
    /// <summary>The number of cells.</summary>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int width = 0;
        foreach (var rune in text.EnumerateRunes()) { width += Of(rune); }
        return width;
    }

    /// <summary>The text padded or cut to a width; a cut ends with an ellipsis.</summary>
    public static string Fit(string text, int width, Alignment alignment)
    {
        ArgumentNullException.ThrowIfNull(text);
        int own = Of(text);
        if (own > width)
        {
            text = Cut(text, width);
            own = Of(text);
        }

        string blanks = new(' ', width - own);
        return alignment == Alignment.Left ? text + blanks : blanks + text;
    }

    /// <summary>Breaks a text between words into lines no wider than given; a word that is wider is cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Width of a line, at least 1.</param>
    /// <param name="mostLines">Lines at most; the last one is cut where more is left.</param>
    public static IReadOnlyList<string> Wrap(string text, int width, int mostLines = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new List<string>();
        string line = "";
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            string longer = line.Length == 0 ? words[i] : $"{line} {words[i]}";
            if (Of(longer) <= width || line.Length == 0)
            {
                line = longer;
                continue;
            }

            if (lines.Count == mostLines - 1)
            {
                lines.Add(Cut($"{line} {string.Join(' ', words[i..])}", width));
                return lines;
            }

            lines.Add(Cut(line, width));
            line = words[i];
        }

        if (line.Length > 0) { lines.Add(Cut(line, width)); }
        return lines;
    }

    private static string Cut(string text, int width)
    {
        if (Of(text) <= width) { return text; }
        var kept = new StringBuilder();
        int used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (used + Of(rune) > width - 1) { break; }
            kept.Append(rune.ToString());
            used += Of(rune);
        }

        return kept.ToString().TrimEnd() + "…";
    }

    private static int Of(Rune rune)
    {
        int c = rune.Value;
        if (c < 0x300) { return 1; }
        if (Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark or System.Globalization.UnicodeCategory.Format) { return 0; }
        bool isWide = c is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
            or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD);
        return isWide ? 2 : 1;
    }
}
