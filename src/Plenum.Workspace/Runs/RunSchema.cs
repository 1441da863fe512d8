using System.Globalization;
using System.Text;
using Plenum.Series;

namespace Plenum.Workspace.Runs;

/// <summary>Writes and reads what a kept run is.</summary>
internal static class RunSchema
{
    /// <summary>Makes the tables, and writes down what the run is.</summary>
    public static void Create(RunDatabase database, RunDescription run, DateTimeOffset now) => database.InTransaction(() =>
    {
        database.Run("""
            CREATE TABLE run (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
            CREATE TABLE variables (place INTEGER PRIMARY KEY, name VARCHAR NOT NULL);
            CREATE TABLE periods (place INTEGER PRIMARY KEY, name VARCHAR NOT NULL);
            CREATE TABLE conditions (place INTEGER PRIMARY KEY, name VARCHAR NOT NULL);
            CREATE TABLE portions (first INTEGER PRIMARY KEY, count INTEGER NOT NULL);
            CREATE TABLE failures (draw INTEGER PRIMARY KEY, code VARCHAR NOT NULL, message VARCHAR NOT NULL, file INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, why VARCHAR, help VARCHAR);
            CREATE TABLE digests (draws INTEGER PRIMARY KEY, digest VARCHAR NOT NULL);
            """);
        database.Run($"CREATE TABLE draws (draw INTEGER NOT NULL, period INTEGER NOT NULL{Columns(run.Variables.Count, 'v', " DOUBLE NOT NULL")})");
        database.Run($"CREATE TABLE outcomes (draw INTEGER NOT NULL{Columns(run.Conditions.Count, 'e', " BOOLEAN NOT NULL")})");
        Name(database, "variables", run.Variables);
        Name(database, "periods", [.. Enumerable.Range(0, run.To - run.From + 1).Select(k => (run.From + k).ToString())]);
        Name(database, "conditions", run.Conditions);
        if (run.Variables.Count > 0)
        {
            // A draw that could not be solved has no values; people count draws from 1.
            database.Run($"""
                CREATE VIEW results AS
                SELECT draws.draw + 1 AS draw, periods.name AS period, variables.name AS variable, draws.value AS value
                FROM (UNPIVOT draws ON {Columns(run.Variables.Count, 'v', "")[2..]} INTO NAME place VALUE value) AS draws
                JOIN variables ON 'v' || variables.place = draws.place JOIN periods ON periods.place = draws.period
                WHERE draws.draw NOT IN (SELECT draw FROM failures)
                """);
        }

        Write(database, "format", RunDatabase.Format);
        Write(database, "digest", run.Digest);
        Write(database, "project", run.Project);
        Write(database, "around", run.Around);
        Write(database, "from", run.From.ToString());
        Write(database, "to", run.To.ToString());
        Write(database, "seed", run.Seed.ToString(CultureInfo.InvariantCulture));
        Write(database, "program", run.Program);
        Write(database, "started", now.ToString("O", CultureInfo.InvariantCulture));
        Write(database, "wanted", "0");
    });

    /// <summary>What the run is; null where the file is none of these.</summary>
    public static KeptDescription? Read(RunDatabase database)
    {
        if (database.Scalar("SELECT count(*) FROM duckdb_tables() WHERE table_name IN ('run', 'variables', 'periods', 'conditions', 'portions', 'failures', 'digests', 'draws', 'outcomes')") != 9) { return null; }
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        database.Read("SELECT key, value FROM run", line => keys.Add(line.GetString(0), line.GetString(1)));
        if (keys.GetValueOrDefault("format") != RunDatabase.Format
            || keys.GetValueOrDefault("digest") is not { Length: 64 } digest
            || !Period.TryParse(keys.GetValueOrDefault("from"), out var from) || !Period.TryParse(keys.GetValueOrDefault("to"), out var to)
            || !ulong.TryParse(keys.GetValueOrDefault("seed"), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            || !int.TryParse(keys.GetValueOrDefault("wanted"), NumberStyles.None, CultureInfo.InvariantCulture, out int wanted)
            || !DateTimeOffset.TryParse(keys.GetValueOrDefault("started"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var started)) { return null; }
        var run = new RunDescription(digest, keys.GetValueOrDefault("project", ""), keys.GetValueOrDefault("around", ""), from, to, seed, Names(database, "variables"), Names(database, "conditions"), keys.GetValueOrDefault("program", ""));
        return new KeptDescription(run, started, wanted, (int)database.Scalar("SELECT coalesce(sum(count), 0)::BIGINT FROM portions"));
    }

    /// <summary>Writes the value of a key, in place of the one before.</summary>
    public static void Write(RunDatabase database, string key, string value) =>
        database.Run($"INSERT OR REPLACE INTO run VALUES ({RunDatabase.Quote(key)}, {RunDatabase.Quote(value)})");

    /// <summary>Columns by place, each after a comma.</summary>
    public static string Columns(int count, char letter, string type)
    {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) { text.Append(CultureInfo.InvariantCulture, $", {letter}{i}{type}"); }
        return text.ToString();
    }

    private static void Name(RunDatabase database, string table, IReadOnlyList<string> names) => database.Append(table, appender =>
    {
        for (int i = 0; i < names.Count; i++) { appender.CreateRow().AppendValue(i).AppendValue(names[i]).EndRow(); }
    });

    private static List<string> Names(RunDatabase database, string table)
    {
        var names = new List<string>();
        database.Read($"SELECT name FROM {table} ORDER BY place", line => names.Add(line.GetString(0)));
        return names;
    }
}

/// <summary>What a kept run is, and how far it is.</summary>
/// <param name="Run">What it is.</param>
/// <param name="Started">When it was begun.</param>
/// <param name="Wanted">The most draws that were asked for.</param>
/// <param name="Done">Draws that are there.</param>
internal sealed record KeptDescription(RunDescription Run, DateTimeOffset Started, int Wanted, int Done);
