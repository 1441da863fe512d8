using DuckDB.NET.Data;
using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.Runs;

/// <summary>The runs that a project keeps: one DuckDB file each, in a folder of the project that version control leaves alone.</summary>
/// <param name="project">The project.</param>
/// <param name="clock">Tells when a run was begun.</param>
public sealed class RunStore(Project project, TimeProvider clock)
{
    private const string Hidden = ".plenum";
    private const string Ending = ".duckdb";

    /// <summary>The folder in which runs are kept.</summary>
    public string Folder { get; } = Path.Combine(project.Folder, Hidden, "runs");

    /// <summary>Opens the file of a run, or begins one.</summary>
    /// <param name="description">What is to be drawn.</param>
    /// <param name="findings">Takes what keeps the file from being used.</param>
    /// <returns>The run; null where an error was found.</returns>
    public KeptRun? Open(RunDescription description, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(findings);
        if (!TryPrepareFolder(findings)) { return null; }
        if (Connect(FileOf(description.Id), isReadOnly: false, findings) is not { } database) { return null; }
        string shown = Shown(description.Id);
        try
        {
            if (database.IsEmpty) { RunSchema.Create(database, description, clock.GetUtcNow()); }
            if (RunSchema.Read(database) is { } kept && kept.Run.Digest == description.Digest) { return new KeptRun(database, description, project.ReadModel(findings), shown); }
            findings.Add(Unusable(shown, "it holds something else than its name says."));
        }
        catch (DuckDBException error)
        {
            findings.Add(Unusable(shown, Sentence(error)));
        }

        database.Dispose();
        return null;
    }

    /// <summary>The runs that are kept, the latest first; files that cannot be used are left out and reported.</summary>
    public IReadOnlyList<RunSummary> List(DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return [.. Ids().Select(id => Summary(id, findings)).OfType<RunSummary>().OrderByDescending(s => s.Started).ThenBy(s => s.Id, StringComparer.Ordinal)];
    }

    /// <summary>Writes all draws of a run into a Parquet file: a table with the columns draw (from 1), period, variable and value, in this order; draws that could not be solved are left out.</summary>
    /// <param name="name">The run's name, or the beginning of it.</param>
    /// <param name="file">The file; one that is there already is replaced.</param>
    /// <param name="findings">Takes what keeps it from being written.</param>
    /// <returns>How many lines were written; null where an error was found.</returns>
    public long? Export(string name, string file, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(findings);
        if (Find(name, findings) is not { } id || Connect(FileOf(id), isReadOnly: true, findings) is not { } database) { return null; }
        using (database)
        {
            try
            {
                if (RunSchema.Read(database) is not { } kept)
                {
                    findings.Add(Unusable(Shown(id), "it is not a run that Plenum kept."));
                    return null;
                }

                var run = kept.Run;
                string facts = string.Join(", ", new (string Key, string Value)[]
                {
                    ("plenum_run", run.Digest), ("project", run.Project), ("around", run.Around), ("from", run.From.ToString()), ("to", run.To.ToString()),
                    ("seed", run.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("draws", kept.Done.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("program", run.Program),
                }.Select(f => $"\"{f.Key}\": {RunDatabase.Quote(f.Value)}"));
                database.Run($"COPY (SELECT * FROM results ORDER BY draw, period, variable) TO {RunDatabase.Quote(file)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{facts}}})");
                return database.Scalar("SELECT count(*) FROM results");
            }
            catch (DuckDBException error)
            {
                findings.Add(Diagnostic.Error(WorkspaceCodes.RunNotWritten, $"'{file}' cannot be written.", null, Sentence(error), "name a file in a folder that you may write to."));
                return null;
            }
        }
    }

    /// <summary>Removes a run.</summary>
    /// <param name="name">The run's name, or the beginning of it.</param>
    /// <param name="findings">Takes what keeps it from being removed.</param>
    /// <returns>The name of the run; null where an error was found.</returns>
    public string? Delete(string name, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (Find(name, findings) is not { } id) { return null; }
        try
        {
            // Whoever writes it holds it; what cannot be read may go all the same.
            var trial = new DiagnosticBag();
            Connect(FileOf(id), isReadOnly: true, trial)?.Dispose();
            if (trial.FirstOrDefault(f => f.Code == WorkspaceCodes.RunInUse) is { } used)
            {
                findings.Add(used);
                return null;
            }

            File.Delete(FileOf(id));
            File.Delete(FileOf(id) + ".wal");
            return id;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.RunNotWritten, $"'{Shown(id)}' cannot be removed.", null, error.Message, null));
            return null;
        }
    }

    internal static Diagnostic Unusable(string shown, string why) =>
        Diagnostic.Error(WorkspaceCodes.UnusableRun, $"'{shown}' cannot be used as a kept run.", null, why, $"remove it (plenum runs delete {Path.GetFileNameWithoutExtension(shown)}); its draws are then taken again.");

    /// <summary>The first sentence of what the database says, without the advice for its own users.</summary>
    internal static string Sentence(DuckDBException error)
    {
        string text = error.Message.Split('\n')[0].Trim();
        int advice = text.IndexOf(" See also ", StringComparison.Ordinal);
        return (advice < 0 ? text : text[..advice]).TrimEnd('.', '!') + ".";
    }

    private RunSummary? Summary(string id, DiagnosticBag findings)
    {
        long bytes = new[] { FileOf(id), FileOf(id) + ".wal" }.Select(f => new FileInfo(f)).Where(f => f.Exists).Sum(f => f.Length);
        var own = new DiagnosticBag();
        using var database = Connect(FileOf(id), isReadOnly: true, own);
        if (database is null)
        {
            if (own.Any(f => f.Code == WorkspaceCodes.RunInUse)) { return new RunSummary(id, null, File.GetCreationTimeUtc(FileOf(id)), 0, 0, bytes); }
            findings.AddRange(own);
            return null;
        }

        try
        {
            if (RunSchema.Read(database) is { } kept) { return new RunSummary(id, kept.Run, kept.Started, kept.Done, kept.Wanted, bytes); }
            findings.Add(Unusable(Shown(id), "it is not a run that Plenum kept."));
        }
        catch (DuckDBException error)
        {
            findings.Add(Unusable(Shown(id), Sentence(error)));
        }

        return null;
    }

    private string? Find(string name, DiagnosticBag findings)
    {
        var ids = Ids().ToList();
        var found = ids.Where(i => name.Length > 0 && i.StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 1) { return found[0]; }
        findings.Add(found.Count == 0
            ? Diagnostic.Error(WorkspaceCodes.UnknownRun, $"no run '{name}' is kept.", null, null, ids.Count == 0 ? "plenum simulate --keep keeps one." : "plenum runs lists them.")
            : Diagnostic.Error(WorkspaceCodes.UnknownRun, $"'{name}' may be {string.Join(" or ", found)}.", null, "a run may be named by the beginning of its name, as long as only one begins so.", "write more of it."));
        return null;
    }

    private RunDatabase? Connect(string file, bool isReadOnly, DiagnosticBag findings)
    {
        try
        {
            return RunDatabase.Open(file, isReadOnly);
        }
        catch (DuckDBException error)
        {
            string id = Path.GetFileNameWithoutExtension(file);
            findings.Add(error.Message.Contains("Could not set lock", StringComparison.OrdinalIgnoreCase)
                ? Diagnostic.Error(WorkspaceCodes.RunInUse, $"'{Shown(id)}' is being used by another program.", null, "one program at a time writes a run.", "wait until it has ended.")
                : Unusable(Shown(id), Sentence(error)));
            return null;
        }
    }

    private bool TryPrepareFolder(DiagnosticBag findings)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            string ignore = Path.Combine(project.Folder, Hidden, ".gitignore");
            if (!File.Exists(ignore)) { File.WriteAllText(ignore, "*\n"); }
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.RunNotWritten, $"'{project.Name}' cannot keep runs.", null, error.Message, "copy the project into a folder that you may write to, or leave --keep out."));
            return false;
        }
    }

    private IEnumerable<string> Ids() => Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, $"*{Ending}").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal) : [];

    private string FileOf(string id) => Path.Combine(Folder, id + Ending);

    private static string Shown(string id) => $"{Hidden}/runs/{id}{Ending}";
}
