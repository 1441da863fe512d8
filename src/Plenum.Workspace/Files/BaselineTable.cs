using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Series.Files;

namespace Plenum.Workspace.Files;

/// <summary>A table of paths with the places of its names, so that findings about the model point into the file.</summary>
internal sealed class BaselineTable
{
    private readonly SourceText _source;

    private BaselineTable(SourceText source, WideTable values) => (_source, Values) = (source, values);

    /// <summary>The values.</summary>
    public WideTable Values { get; }

    /// <summary>Reads a table in the model's frequency; null after an error.</summary>
    public static BaselineTable? Read(SourceText source, Frequency frequency, DiagnosticBag findings)
    {
        var table = WideTable.Parse(source.Text, source.Path, out var found);
        foreach (var finding in found) { findings.Add(Placed(source, finding)); }
        if (table is null || table.Start.Frequency == frequency) { return table is null ? null : new BaselineTable(source, table); }
        findings.Add(Diagnostic.Error(WorkspaceCodes.WrongBaseline, $"the periods are {table.Start.Frequency.ToString().ToLowerInvariant()}, but the model is {frequency.ToString().ToLowerInvariant()}.", Cell(source, 1, 2), null, "convert the series to the model's frequency first."));
        return null;
    }

    /// <summary>The place of a name in the first cell of its line.</summary>
    public SourceSpan PlaceOf(string name)
    {
        for (int line = 2; line <= _source.LineCount; line++)
        {
            if (Cell(_source, line, 1) is var cell && cell.Text.Trim().Trim('"') == name) { return cell; }
        }

        return Cell(_source, 1, 1);
    }

    private static Diagnostic Placed(SourceText source, DataFinding finding)
    {
        var severity = finding.Severity switch
        {
            FindingSeverity.Error => Severity.Error,
            FindingSeverity.Warning => Severity.Warning,
            _ => Severity.Info,
        };
        SourceSpan? span = finding.Line is { } line ? Cell(source, line, finding.Column ?? 1) : new SourceSpan(source, 0, 0);
        return new Diagnostic(finding.Code, severity, finding.Message, span, finding.Why, finding.Help);
    }

    /// <summary>The place of a cell, both numbers from 1; the end of the line where it has fewer cells.</summary>
    private static SourceSpan Cell(SourceText source, int line, int column)
    {
        string text = source.Text;
        int start = 0;
        for (; line > 1 && text.IndexOf('\n', start) is var end && end >= 0; line--) { start = end + 1; }
        bool isQuoted = false;
        int first = start;
        for (int i = start; ; i++)
        {
            bool isEnd = i >= text.Length || text[i] is '\n' or '\r';
            if (!isEnd && text[i] == '"') { isQuoted = !isQuoted; }
            if (!isEnd && (text[i] != ',' || isQuoted)) { continue; }
            if (isEnd || --column == 0) { return new SourceSpan(source, first, i - first); }
            first = i + 1;
        }
    }
}
