using System.Text;

namespace Plenum.Language.Diagnostics;

/// <summary>Model text on one line, for messages and tables.</summary>
internal static class SourceWords
{
    /// <summary>The text of a span without comments, its lines joined by single spaces.</summary>
    public static string Collapse(SourceSpan span) => Collapse(span.Source.Text.AsSpan(span.Start, span.Length));

    /// <summary>A text without comments, its lines joined by single spaces.</summary>
    public static string Collapse(ReadOnlySpan<char> text)
    {
        var words = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '/' && i + 1 < text.Length && text[i + 1] == '/')
            {
                while (i < text.Length && text[i] != '\n') { i++; }
            }

            if (i == text.Length || char.IsWhiteSpace(text[i]))
            {
                if (words.Length > 0 && words[^1] != ' ') { words.Append(' '); }
            }
            else
            {
                words.Append(text[i]);
            }
        }

        return words.ToString().TrimEnd();
    }
}
