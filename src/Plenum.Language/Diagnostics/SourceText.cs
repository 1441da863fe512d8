namespace Plenum.Language.Diagnostics;

/// <summary>One file of model text, with the positions of its lines.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    /// <summary>Takes a text under the path that messages shall show.</summary>
    /// <param name="path">The path as the user wrote it; only shown, never opened.</param>
    /// <param name="text">The whole content.</param>
    public SourceText(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        Path = path;
        Text = text;
        var starts = new List<int> { 0 };
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') { starts.Add(i + 1); }
        }

        _lineStarts = [.. starts];
    }

    /// <summary>The path as the user wrote it.</summary>
    public string Path { get; }

    /// <summary>The whole content.</summary>
    public string Text { get; }

    /// <summary>The number of lines; an empty text has one.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>Line and column of a character, both counted from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the text.</exception>
    public (int Line, int Column) Position(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Text.Length);
        int line = Array.BinarySearch(_lineStarts, offset);
        if (line < 0) { line = ~line - 1; }
        return (line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>The text of a line without its line end; lines count from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public string Line(int line)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(line, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(line, _lineStarts.Length);
        int start = _lineStarts[line - 1];
        int end = line < _lineStarts.Length ? _lineStarts[line] : Text.Length;
        return Text[start..end].TrimEnd('\n', '\r');
    }
}
