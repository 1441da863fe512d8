namespace Plenum.Language.Diagnostics;

/// <summary>A stretch of model text, from which every message takes its place.</summary>
/// <param name="Source">The file.</param>
/// <param name="Start">Offset of the first character, from 0.</param>
/// <param name="Length">Number of characters; 0 marks a point, such as the end of the file.</param>
public readonly record struct SourceSpan(SourceText Source, int Start, int Length)
{
    /// <summary>Offset one past the last character.</summary>
    public int End => Start + Length;

    /// <summary>The text covered.</summary>
    public string Text => Source.Text.Substring(Start, Length);

    /// <summary>The smallest span that covers this one and <paramref name="other"/>, which must lie in the same file.</summary>
    public SourceSpan To(SourceSpan other)
    {
        int start = Math.Min(Start, other.Start);
        return new SourceSpan(Source, start, Math.Max(End, other.End) - start);
    }

    /// <summary>Reads "path:line:column", as compilers print it.</summary>
    public override string ToString()
    {
        if (Source is null) { return "(no place)"; }
        var (line, column) = Source.Position(Start);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Source.Path}:{line}:{column}");
    }
}
