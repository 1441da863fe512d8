using System.Globalization;
using System.Text;

namespace Plenum.Language.Diagnostics;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>Probably not what was meant; the model can still be used.</summary>
    Warning,

    /// <summary>The model cannot be used as written.</summary>
    Error,
}

/// <summary>One finding about a text: place, code, fact, why, and an edit that mends it.</summary>
/// <param name="Code">Stable code such as "PL0203"; each has a page in <c>docs/diagnostics/</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">The fact, in one sentence, with the user's own names.</param>
/// <param name="Span">Where; null when the finding belongs to no single place.</param>
/// <param name="Why">The rule behind it, in one sentence.</param>
/// <param name="Help">An edit that mends it.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message, SourceSpan? Span = null, string? Why = null, string? Help = null)
{
    private const int WidestExcerpt = 160;

    /// <summary>An error.</summary>
    public static Diagnostic Error(string code, string message, SourceSpan? span, string? why = null, string? help = null) => new(code, Severity.Error, message, span, why, help);

    /// <summary>A warning.</summary>
    public static Diagnostic Warning(string code, string message, SourceSpan? span, string? why = null, string? help = null) => new(code, Severity.Warning, message, span, why, help);

    /// <summary>The whole message as a terminal shows it: head line, source line with carets, why, help.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        string severity = Severity.ToString().ToLowerInvariant();
        text.Append(Span is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at}: {severity} {Code}: {Message}") : $"{severity} {Code}: {Message}");
        if (Span is { } span) { AppendExcerpt(text, span); }
        if (Why is not null) { text.Append("\n  why:  ").Append(Why); }
        if (Help is not null) { text.Append("\n  help: ").Append(Help); }
        return text.ToString();
    }

    /// <summary>Shows the line and points at the span; a long line is cut around it, and control characters are blanked.</summary>
    private static void AppendExcerpt(StringBuilder text, SourceSpan span)
    {
        var (line, column) = span.Source.Position(span.Start);
        string whole = span.Source.Line(line);
        if (whole.Length == 0) { return; }
        int first = Math.Max(0, Math.Min(column - 1 - WidestExcerpt / 2, whole.Length - WidestExcerpt));
        string shown = whole.Substring(first, Math.Min(WidestExcerpt, whole.Length - first));
        shown = new string([.. shown.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]);
        int indent = shown.Length - shown.TrimStart().Length;
        int caret = column - 1 - first;
        indent = Math.Min(indent, caret);
        int carets = Math.Clamp(span.Length, 1, Math.Max(1, shown.TrimEnd().Length - caret));
        text.Append("\n  ").Append(shown[indent..].TrimEnd());
        text.Append("\n  ").Append(' ', caret - indent).Append('^', carets);
    }
}
