using System.Globalization;
using DuckDB.NET.Data;
using Plenum.Engine.Ensembles;
using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.Runs;

/// <summary>A run whose draws are kept in a file as they are taken, so that one that was broken off goes on where it was.</summary>
/// <remarks>A portion is in the file as a whole or not at all, also where the program is killed or the power fails. Use it from one thread at a time.</remarks>
public sealed class KeptRun : IDisposable
{
    private readonly RunDatabase _database;
    private readonly IReadOnlyList<SourceText> _files;
    private readonly string _shownAs;

    internal KeptRun(RunDatabase database, RunDescription description, IReadOnlyList<SourceText> files, string shownAs) =>
        (_database, Description, _files, _shownAs) = (database, description, files, shownAs);

    /// <summary>What the run is.</summary>
    public RunDescription Description { get; }

    /// <summary>Gives an assembly the draws that are in the file.</summary>
    /// <param name="assembly">Receives them, as far as it wants them.</param>
    /// <param name="findings">Takes what is wrong with the file.</param>
    /// <returns>Whether the file could be read.</returns>
    public bool Load(EnsembleAssembly assembly, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(findings);
        try
        {
            RaiseWanted(assembly.Options.Draws);
            var failures = Failures();
            foreach (var range in Portions(assembly.Options.Draws))
            {
                if (Read(range, assembly.Ensemble, failures) is not { } portion) { return Damaged(findings, string.Create(CultureInfo.InvariantCulture, $"lines of the draws {range.First + 1} to {range.End} are missing.")); }
                assembly.Add(portion);
            }

            return !assembly.IsComplete || IsAsFinished(assembly) || Damaged(findings, "its draws do not have the digest that was noted when they were finished.");
        }
        catch (DuckDBException error)
        {
            return Damaged(findings, RunStore.Sentence(error));
        }
    }

    /// <summary>Writes a portion, as a whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written; what was written before stays.</exception>
    public void Add(EnsemblePortion portion)
    {
        ArgumentNullException.ThrowIfNull(portion);
        Write(() => _database.InTransaction(() =>
        {
            _database.Append("draws", appender => AppendDraws(appender, portion));
            _database.Append("outcomes", appender => AppendOutcomes(appender, portion));
            _database.Append("failures", appender => AppendFailures(appender, portion));
            _database.Append("portions", appender => appender.CreateRow().AppendValue(portion.Range.First).AppendValue(portion.Range.Count).EndRow());
        }));
    }

    /// <summary>Notes that all draws that were wanted are there, and their digest.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Finish(EnsembleResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Write(() => _database.Run(string.Create(CultureInfo.InvariantCulture, $"INSERT OR REPLACE INTO digests VALUES ({result.Options.Draws}, '{result.Digest()}')")));
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private void RaiseWanted(int draws)
    {
        if (draws > RunSchema.Read(_database)!.Wanted) { RunSchema.Write(_database, "wanted", draws.ToString(CultureInfo.InvariantCulture)); }
    }

    private Dictionary<int, DrawFailure> Failures()
    {
        var failures = new Dictionary<int, DrawFailure>();
        _database.Read("SELECT draw, code, message, file, start, length, why, help FROM failures", line =>
        {
            var text = new FailureText(line.GetInt32(0), line.GetString(1), line.GetString(2), line.GetInt32(3), line.GetInt32(4), line.GetInt32(5), line.IsDBNull(6) ? null : line.GetString(6), line.IsDBNull(7) ? null : line.GetString(7));
            failures.Add(text.Draw, text.ToFailure(_files));
        });
        return failures;
    }

    private List<DrawRange> Portions(int wanted)
    {
        var ranges = new List<DrawRange>();
        _database.Read(string.Create(CultureInfo.InvariantCulture, $"SELECT first, count FROM portions WHERE first < {wanted} ORDER BY first"), line => ranges.Add(new DrawRange(line.GetInt32(0), line.GetInt32(1))));
        return ranges;
    }

    /// <summary>Reads a portion; null where lines are missing.</summary>
    private EnsemblePortion? Read(DrawRange range, Ensemble ensemble, Dictionary<int, DrawFailure> failures)
    {
        int variables = ensemble.Tracked.Count, conditions = ensemble.Conditions.Count, width = ensemble.Periods * variables;
        var values = new double[range.Count * width];
        var events = new bool[range.Count * conditions];
        int lines = 0, outcomes = 0;
        string where = string.Create(CultureInfo.InvariantCulture, $"WHERE draw >= {range.First} AND draw < {range.End}");
        _database.Read($"SELECT draw, period{RunSchema.Columns(variables, 'v', "")} FROM draws {where}", line =>
        {
            int at = ((line.GetInt32(0) - range.First) * width) + (line.GetInt32(1) * variables);
            for (int i = 0; i < variables; i++) { values[at + i] = line.GetDouble(2 + i); }
            lines++;
        });
        _database.Read($"SELECT draw{RunSchema.Columns(conditions, 'e', "")} FROM outcomes {where}", line =>
        {
            for (int i = 0; i < conditions; i++) { events[((line.GetInt32(0) - range.First) * conditions) + i] = line.GetBoolean(1 + i); }
            outcomes++;
        });
        if (lines != range.Count * ensemble.Periods || outcomes != range.Count) { return null; }

        // A database may write another of the many bit patterns of what is not a number.
        List<DrawFailure> failed = [.. Enumerable.Range(range.First, range.Count).Select(d => failures.GetValueOrDefault(d)).OfType<DrawFailure>()];
        foreach (var failure in failed) { values.AsSpan((failure.Draw - range.First) * width, width).Fill(double.NaN); }
        return new EnsemblePortion(range, values, events, failed);
    }

    private bool IsAsFinished(EnsembleAssembly assembly)
    {
        string? noted = null;
        _database.Read(string.Create(CultureInfo.InvariantCulture, $"SELECT digest FROM digests WHERE draws = {assembly.Options.Draws}"), line => noted = line.GetString(0));
        return noted is null || noted == assembly.Result().Digest();
    }

    private void AppendDraws(DuckDBAppender appender, EnsemblePortion portion)
    {
        var values = portion.Values.Span;
        int variables = Description.Variables.Count, periods = Description.To - Description.From + 1;
        for (int i = 0, at = 0; i < portion.Range.Count; i++)
        {
            for (int period = 0; period < periods; period++)
            {
                var row = appender.CreateRow().AppendValue(portion.Range.First + i).AppendValue(period);
                for (int v = 0; v < variables; v++) { row.AppendValue(values[at++]); }
                row.EndRow();
            }
        }
    }

    private void AppendOutcomes(DuckDBAppender appender, EnsemblePortion portion)
    {
        var events = portion.Events.Span;
        for (int i = 0, at = 0; i < portion.Range.Count; i++)
        {
            var row = appender.CreateRow().AppendValue(portion.Range.First + i);
            for (int c = 0; c < Description.Conditions.Count; c++) { row.AppendValue(events[at++]); }
            row.EndRow();
        }
    }

    private void AppendFailures(DuckDBAppender appender, EnsemblePortion portion)
    {
        foreach (var text in portion.Failures.Select(f => FailureText.Of(f, _files)))
        {
            var row = appender.CreateRow().AppendValue(text.Draw).AppendValue(text.Code).AppendValue(text.Message).AppendValue(text.File).AppendValue(text.Start).AppendValue(text.Length);
            Append(row, text.Why);
            Append(row, text.Help);
            row.EndRow();
        }

        static void Append(IDuckDBAppenderRow row, string? text)
        {
            if (text is null) { row.AppendNullValue(); }
            else { row.AppendValue(text); }
        }
    }

    private static void Write(Action work)
    {
        try { work(); }
        catch (DuckDBException error) { throw new IOException($"the run cannot be kept: {RunStore.Sentence(error)}", error); }
    }

    private bool Damaged(DiagnosticBag findings, string why)
    {
        findings.Add(RunStore.Unusable(_shownAs, why));
        return false;
    }
}
