using Plenum.Language.Diagnostics;
using Plenum.Series;

namespace Plenum.Workspace.Data;

/// <summary>Turns findings about a data file into the form that all findings of a project have.</summary>
internal static class DataDiagnostics
{
    /// <summary>The findings, each pointing at its line.</summary>
    public static IEnumerable<Diagnostic> Of(IReadOnlyList<DataFinding> findings, SourceText source)
    {
        if (findings.Count == 0) { return []; }
        var starts = new List<int> { 0 };
        for (int i = 0; i < source.Text.Length; i++)
        {
            if (source.Text[i] == '\n') { starts.Add(i + 1); }
        }

        return findings.Select(f => new Diagnostic(f.Code, SeverityOf(f.Severity), f.Message, Place(f), f.Why, f.Help));

        SourceSpan Place(DataFinding finding)
        {
            if (finding.Line is not { } line || line > starts.Count) { return new SourceSpan(source, 0, 0); }
            var (from, length) = Cell(source.Line(line), finding.Column ?? 1);
            return new SourceSpan(source, starts[line - 1] + from, length);
        }
    }

    /// <summary>Where a cell stands in its line; the commas inside quotes part no cells.</summary>
    private static (int From, int Length) Cell(string line, int number)
    {
        int from = 0;
        bool isQuoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            isQuoted ^= line[i] == '"';
            if (line[i] != ',' || isQuoted) { continue; }
            if (--number == 0) { return (from, i - from); }
            from = i + 1;
        }

        return (from, line.Length - from);
    }

    private static Severity SeverityOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => Severity.Error,
        FindingSeverity.Warning => Severity.Warning,
        _ => Severity.Info,
    };
}
