namespace Plenum.Series.Files;

/// <summary>Walks over the cells of comma-separated text without copying them.</summary>
/// <remarks>Source: Y. Shafranovich (2005), RFC 4180, "Common Format and MIME Type for Comma-Separated Values (CSV) Files". Blank lines are skipped.</remarks>
internal ref struct CsvScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private int _linesPassed;

    /// <summary>The current line, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The number of the cell last read in its line, from 1.</summary>
    public int Column { get; private set; }

    /// <summary>Whether the cell last read ends its line.</summary>
    public bool AtLineEnd { get; private set; } = true;

    /// <summary>Whether the line last read ends with the text and not with a line break.</summary>
    public bool AtTextEnd { get; private set; }

    /// <summary>Whether a quoted cell was never closed.</summary>
    public bool IsUnclosed { get; private set; }

    /// <summary>Moves to the next line that is not blank.</summary>
    public bool NextLine()
    {
        while (_at < _text.Length && _text[_at] is '\n' or '\r')
        {
            if (_text[_at] == '\n' || _at + 1 == _text.Length || _text[_at + 1] != '\n') { _linesPassed++; }
            _at++;
        }

        if (_at >= _text.Length) { return false; }
        Line = _linesPassed + 1;
        Column = 0;
        AtLineEnd = false;
        return true;
    }

    /// <summary>The next cell of the line, without its quotes.</summary>
    public ReadOnlySpan<char> NextCell()
    {
        Column++;
        return _at < _text.Length && _text[_at] == '"' ? Quoted() : Plain();
    }

    private ReadOnlySpan<char> Plain()
    {
        var rest = _text[_at..];
        int length = rest.IndexOfAny(',', '\n', '\r');
        if (length < 0) { length = rest.Length; }
        _at += length;
        EndCell();
        return rest[..length];
    }

    private ReadOnlySpan<char> Quoted()
    {
        int start = _at + 1;
        int end = start;
        bool hasQuotes = false;
        while (true)
        {
            int next = _text[end..].IndexOf('"');
            if (next < 0)
            {
                IsUnclosed = true;
                end = _text.Length;
                break;
            }

            end += next;
            if (end + 1 >= _text.Length || _text[end + 1] != '"') { break; }
            hasQuotes = true;
            end += 2;
        }

        var cell = _text[start..end];
        _linesPassed += cell.Count('\n');
        _at = Math.Min(end + 1, _text.Length);
        if (hasQuotes) { cell = cell.ToString().Replace("\"\"", "\"", StringComparison.Ordinal); }
        int rest = _text[_at..].IndexOfAny(',', '\n', '\r');
        _at = rest < 0 ? _text.Length : _at + rest;
        EndCell();
        return cell;
    }

    private void EndCell()
    {
        AtTextEnd = _at >= _text.Length;
        AtLineEnd = AtTextEnd || _text[_at] != ',';
        if (!AtLineEnd) { _at++; }
    }
}
