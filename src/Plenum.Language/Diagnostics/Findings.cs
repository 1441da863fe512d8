namespace Plenum.Language.Diagnostics;

/// <summary>Reports each finding once for each place, however many members of a set repeat it.</summary>
internal sealed class Findings(DiagnosticBag bag)
{
    private HashSet<(string Code, SourceSpan? Span)>? _seen;

    /// <summary>The number of errors and warnings reported, repetitions included.</summary>
    public int Count { get; private set; }

    /// <summary>Reports an error.</summary>
    public void Error(string code, SourceSpan? span, string message, string why, string help) => Add(Diagnostic.Error(code, message, span, why, help), span);

    /// <summary>Reports a warning.</summary>
    public void Warning(string code, SourceSpan? span, string message, string why, string help) => Add(Diagnostic.Warning(code, message, span, why, help), span);

    private void Add(Diagnostic diagnostic, SourceSpan? span)
    {
        Count++;
        _seen ??= [];
        if (_seen.Add((diagnostic.Code, span))) { bag.Add(diagnostic); }
    }
}
