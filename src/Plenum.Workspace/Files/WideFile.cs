using System.Globalization;
using Plenum.Language.Diagnostics;
using Plenum.Series;

namespace Plenum.Workspace.Files;

/// <summary>A table of paths in a text file: a head line <c>name,2015Q1,2015Q2,...</c>, then one line for each name.</summary>
/// <remarks>Read in one pass without further packages, because every command waits for it. An empty cell is a value that is not known.</remarks>
internal sealed class WideFile
{
    private WideFile(Period start, int count, IReadOnlyList<WideRow> rows) => (Start, Count, Rows) = (start, count, rows);

    /// <summary>First period.</summary>
    public Period Start { get; }

    /// <summary>Number of periods.</summary>
    public int Count { get; }

    /// <summary>The rows in order.</summary>
    public IReadOnlyList<WideRow> Rows { get; }

    /// <summary>Reads a table; null where its head line cannot be read. All findings at once.</summary>
    public static WideFile? Read(SourceText source, Frequency frequency, DiagnosticBag findings)
    {
        if (ReadHead(source, frequency, findings) is not { } periods) { return null; }
        var rows = new List<WideRow>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int end = source.Text.Length;
        for (int start = NextLine(source.Text, 0); start < end; start = NextLine(source.Text, start))
        {
            if (ReadRow(source, start, LineEnd(source.Text, start), periods, findings) is not { } row) { continue; }
            if (seen.Add(row.Name)) { rows.Add(row); }
            else { Report(findings, source, row.Span.Start, row.Span.Length, $"'{row.Name}' has two lines.", "keep one of them."); }
        }

        return new WideFile(periods[0], periods.Count, rows);
    }

    private static List<Period>? ReadHead(SourceText source, Frequency frequency, DiagnosticBag findings)
    {
        var periods = new List<Period>();
        bool isFirst = true;
        foreach (var (start, length) in Cells(source.Text, 0, LineEnd(source.Text, 0)))
        {
            if (isFirst)
            {
                isFirst = false;
                continue;
            }

            if (!Period.TryParse(source.Text.Substring(start, length), out var period) || period.Frequency != frequency)
            {
                Report(findings, source, start, length, $"the head line has '{source.Text.Substring(start, length)}' where a period of the model belongs.", $"the model is {frequency.ToString().ToLowerInvariant()}: write for instance name,{Example(frequency)}.");
                return null;
            }

            if (periods.Count > 0 && period - periods[^1] != 1)
            {
                Report(findings, source, start, length, $"the head line goes from {periods[^1]} to {period}.", "list the periods without gaps, in order; an empty cell stands for a value that is not known.");
                return null;
            }

            periods.Add(period);
        }

        if (periods.Count > 0) { return periods; }
        Report(findings, source, 0, 0, "the file has no periods.", $"begin it with a head line such as name,{Example(frequency)}.");
        return null;
    }

    private static WideRow? ReadRow(SourceText source, int start, int end, List<Period> periods, DiagnosticBag findings)
    {
        if (source.Text.AsSpan(start, end - start).IsWhiteSpace()) { return null; }
        var values = new double[periods.Count];
        Array.Fill(values, double.NaN);
        int column = -1;
        string name = "";
        var place = new SourceSpan(source, start, 0);
        foreach (var (at, length) in Cells(source.Text, start, end))
        {
            var cell = source.Text.AsSpan(at, length);
            if (column < 0)
            {
                name = cell.ToString();
                place = new SourceSpan(source, at, length);
            }
            else if (column >= values.Length)
            {
                Report(findings, source, at, length, $"'{name}' has more values than the head line has periods.", "give each value its period in the head line.");
                return null;
            }
            else if (length > 0 && !(double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out values[column]) && double.IsFinite(values[column])))
            {
                Report(findings, source, at, length, $"'{cell}' is not a number ('{name}' in {periods[column]}).", "write numbers with a decimal point and without separators; leave the cell empty where there is no value.");
                return null;
            }

            column++;
        }

        if (name.Length > 0) { return new WideRow(name, place, values); }
        Report(findings, source, start, 0, "the line has no name.", "begin it with the name of a variable.");
        return null;
    }

    /// <summary>Start and length of each cell of a line, without blanks and quotes around it.</summary>
    private static IEnumerable<(int Start, int Length)> Cells(string text, int start, int end)
    {
        int cell = start;
        bool isQuoted = false;
        for (int i = start; i <= end; i++)
        {
            if (i < end && text[i] == '"') { isQuoted = !isQuoted; }
            if (i < end && (text[i] != ',' || isQuoted)) { continue; }
            int from = cell;
            int to = i;
            while (from < to && (char.IsWhiteSpace(text[from]) || text[from] == '"')) { from++; }
            while (to > from && (char.IsWhiteSpace(text[to - 1]) || text[to - 1] == '"')) { to--; }
            yield return (from, to - from);
            cell = i + 1;
        }
    }

    private static int LineEnd(string text, int start)
    {
        int end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }

    private static int NextLine(string text, int start) => Math.Min(text.Length, LineEnd(text, start) + 1);

    private static string Example(Frequency frequency) => frequency switch { Frequency.Annual => "2025,2026", Frequency.Monthly => "2025M01,2025M02", _ => "2025Q1,2025Q2" };

    private static void Report(DiagnosticBag findings, SourceText source, int start, int length, string fact, string help) =>
        findings.Add(Diagnostic.Error(WorkspaceCodes.WrongBaseline, fact, new SourceSpan(source, start, length), null, help));
}

/// <summary>One line of a table of paths.</summary>
/// <param name="Name">The name.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Values">A value for each period; NaN where it is not known.</param>
internal sealed record WideRow(string Name, SourceSpan Span, double[] Values);
