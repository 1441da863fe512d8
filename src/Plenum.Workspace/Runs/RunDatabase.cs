using System.Globalization;
using DuckDB.NET.Data;

namespace Plenum.Workspace.Runs;

/// <summary>A DuckDB file with one run in it.</summary>
/// <remarks>
/// Tables: <c>run</c> (what it is, by key), <c>variables</c>, <c>periods</c> and <c>conditions</c> (names by place), <c>portions</c> (which draws are there), <c>draws</c> (one line
/// a draw and period, one column a variable), <c>outcomes</c> (one line a draw, one column a condition), <c>failures</c>, <c>digests</c> (of finished runs). The view
/// <c>results</c> shows draw, period, variable and value in words. Columns go by place and not by name, since DuckDB takes upper and lower case as alike.
/// </remarks>
internal sealed class RunDatabase : IDisposable
{
    /// <summary>The layout of the tables; a file of another one is not opened.</summary>
    public const string Format = "1";

    private readonly DuckDBConnection _connection;

    private RunDatabase(DuckDBConnection connection) => _connection = connection;

    /// <summary>Opens a file.</summary>
    /// <exception cref="DuckDBException">It cannot be opened.</exception>
    public static RunDatabase Open(string file, bool isReadOnly)
    {
        // Extensions would be fetched from the network; Parquet is built in.
        var settings = new DuckDBConnectionStringBuilder { DataSource = file };
        string options = $"{settings.ConnectionString};autoinstall_known_extensions=false;autoload_known_extensions=false{(isReadOnly ? ";access_mode=READ_ONLY" : "")}";
        var connection = new DuckDBConnection(options);
        try
        {
            connection.Open();
            return new RunDatabase(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether nothing has been written yet.</summary>
    public bool IsEmpty => Scalar("SELECT count(*) FROM duckdb_tables()") == 0;

    /// <summary>Runs statements that give nothing back.</summary>
    public void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A whole number.</summary>
    public long Scalar(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>All lines of an answer, one after the other.</summary>
    public void Read(string sql, Action<DuckDBDataReader> line)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read()) { line(reader); }
    }

    /// <summary>Does everything or nothing.</summary>
    public void InTransaction(Action work)
    {
        using var transaction = _connection.BeginTransaction();
        work();
        transaction.Commit();
    }

    /// <summary>Appends lines to a table.</summary>
    public void Append(string table, Action<DuckDBAppender> lines)
    {
        using var appender = _connection.CreateAppender(table);
        lines(appender);
    }

    /// <summary>A text as SQL writes it.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}
