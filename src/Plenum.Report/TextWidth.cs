using System.Text;
using Plenum.Language.Formatting;

namespace Plenum.Report;

/// <summary>How many cells of a terminal a text takes.</summary>
public static class TextWidth
{
    /// <summary>The number of cells.</summary>
    public static int Of(string text) => DisplayWidth.Of(text);

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
            if (used + DisplayWidth.Of(rune) > width - 1) { break; }
            kept.Append(rune.ToString());
            used += DisplayWidth.Of(rune);
        }

        return kept.ToString().TrimEnd() + "…";
    }
}
