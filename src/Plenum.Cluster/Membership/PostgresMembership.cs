using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Orleans.Messaging;

namespace Plenum.Cluster.Membership;

/// <summary>The list of silos in two tables of PostgreSQL, which are made when they are not there.</summary>
/// <remarks>
/// One row of a cluster holds the version of its list. Whoever changes the list raises that version by one, in one transaction with the change and only if nobody else
/// has raised it since he read it. The same goes for the revision of a silo's own row. The program that a client runs reads the list alone.
/// </remarks>
/// <param name="source">The connections to the database.</param>
/// <param name="cluster">The name of the cluster.</param>
internal sealed class PostgresMembership(NpgsqlDataSource source, string cluster) : IMembershipTable, IGatewayListProvider, IAsyncDisposable
{
    /// <summary>A number that nobody else is likely to lock: silos that start at once must not make the tables at once.</summary>
    private const long Making = 0x506C656E756D;

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS plenum_clusters (
            cluster text PRIMARY KEY,
            version integer NOT NULL);
        CREATE TABLE IF NOT EXISTS plenum_silos (
            cluster text NOT NULL REFERENCES plenum_clusters ON DELETE CASCADE,
            silo text NOT NULL,
            revision integer NOT NULL,
            status integer NOT NULL,
            suspected text NOT NULL,
            gateway_port integer NOT NULL,
            host text NOT NULL,
            name text NOT NULL,
            started timestamptz NOT NULL,
            alive timestamptz NOT NULL,
            PRIMARY KEY (cluster, silo));
        """;

    /// <inheritdoc/>
    public TimeSpan MaxStaleness { get; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public bool IsUpdatable => true;

    /// <inheritdoc/>
    public Task InitializeMembershipTable(bool tryInitTableVersion) => TransactAsync(async transaction =>
    {
        await using (var waiting = transaction.Command("SELECT pg_advisory_xact_lock(@making)", ("making", Making))) { await waiting.ExecuteNonQueryAsync().ConfigureAwait(false); }
        await using (var making = transaction.Command(Tables)) { await making.ExecuteNonQueryAsync().ConfigureAwait(false); }
        if (!tryInitTableVersion) { return true; }
        await using var beginning = transaction.Command("INSERT INTO plenum_clusters (cluster, version) VALUES (@cluster, 0) ON CONFLICT DO NOTHING", ("cluster", cluster));
        await beginning.ExecuteNonQueryAsync().ConfigureAwait(false);
        return true;
    });

    /// <inheritdoc/>
    public async Task<MembershipTableData> ReadRow(SiloAddress key)
    {
        var (members, version) = await ReadAsync("AND silo = @silo", ("silo", key.ToParsableString())).ConfigureAwait(false);
        return new MembershipTableData(members, version);
    }

    /// <inheritdoc/>
    public async Task<MembershipTableData> ReadAll()
    {
        var (members, version) = await ReadAsync("").ConfigureAwait(false);
        return new MembershipTableData(members, version);
    }

    /// <inheritdoc/>
    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) => ChangeAsync(tableVersion, """
        INSERT INTO plenum_silos (cluster, silo, revision, status, suspected, gateway_port, host, name, started, alive)
        VALUES (@cluster, @silo, 0, @status, @suspected, @gateway_port, @host, @name, @started, @alive) ON CONFLICT DO NOTHING
        """, Columns(entry));

    /// <inheritdoc/>
    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => ChangeAsync(tableVersion, """
        UPDATE plenum_silos SET revision = revision + 1, status = @status, suspected = @suspected, gateway_port = @gateway_port, host = @host, name = @name, started = @started, alive = @alive
        WHERE cluster = @cluster AND silo = @silo AND revision = @revision
        """, [.. Columns(entry), ("revision", Number(etag))]);

    /// <inheritdoc/>
    public Task UpdateIAmAlive(MembershipEntry entry) =>
        ExecuteAsync("UPDATE plenum_silos SET alive = @alive WHERE cluster = @cluster AND silo = @silo", ("silo", entry.SiloAddress.ToParsableString()), ("alive", Utc(entry.IAmAliveTime)));

    /// <inheritdoc/>
    public Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate) =>
        ExecuteAsync("DELETE FROM plenum_silos WHERE cluster = @cluster AND status = @dead AND greatest(started, alive) < @before", ("dead", (int)SiloStatus.Dead), ("before", beforeDate.UtcDateTime));

    /// <inheritdoc/>
    public async Task DeleteMembershipTableEntries(string clusterId)
    {
        await using var command = source.CreateCommand("DELETE FROM plenum_clusters WHERE cluster = @cluster");
        command.Parameters.AddWithValue("cluster", clusterId);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task InitializeGatewayListProvider() => InitializeMembershipTable(tryInitTableVersion: false);

    /// <inheritdoc/>
    public async Task<IList<Uri>> GetGateways()
    {
        var (members, _) = await ReadAsync("AND status = @active AND gateway_port > 0", ("active", (int)SiloStatus.Active)).ConfigureAwait(false);
        return [.. members.Select(m => m.Item1).Select(m => SiloAddress.New(m.SiloAddress.Endpoint.Address, m.ProxyPort, m.SiloAddress.Generation).ToGatewayUri())];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>Reads the version and some of the silos in one statement, so that they belong together.</summary>
    private async Task<(List<Tuple<MembershipEntry, string>> Members, TableVersion Version)> ReadAsync(string condition, params (string Name, object Value)[] values)
    {
        await using var command = source.CreateCommand($"""
            SELECT version, silo, revision, status, suspected, gateway_port, host, name, started, alive
            FROM plenum_clusters LEFT JOIN plenum_silos ON plenum_silos.cluster = plenum_clusters.cluster {condition}
            WHERE plenum_clusters.cluster = @cluster
            """);
        Add(command, [("cluster", cluster), .. values]);
        var members = new List<Tuple<MembershipEntry, string>>();
        int version = 0;
        await using var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            version = reader.GetInt32(0);
            if (!reader.IsDBNull(1)) { members.Add(Tuple.Create(Entry(reader), Text(reader.GetInt32(2)))); }
        }

        return (members, new TableVersion(version, Text(version)));
    }

    private static MembershipEntry Entry(NpgsqlDataReader row) => new()
    {
        SiloAddress = SiloAddress.FromParsableString(row.GetString(1)),
        Status = (SiloStatus)row.GetInt32(3),
        SuspectTimes = [.. row.GetString(4).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Suspicion)],
        ProxyPort = row.GetInt32(5),
        HostName = row.GetString(6),
        SiloName = row.GetString(7),
        StartTime = row.GetDateTime(8),
        IAmAliveTime = row.GetDateTime(9),
    };

    private (string Name, object Value)[] Columns(MembershipEntry entry) =>
    [
        ("cluster", cluster),
        ("silo", entry.SiloAddress.ToParsableString()),
        ("status", (int)entry.Status),
        ("suspected", string.Join('\n', (entry.SuspectTimes ?? []).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Item1.ToParsableString()} {s.Item2.Ticks}")))),
        ("gateway_port", entry.ProxyPort),
        ("host", entry.HostName ?? ""),
        ("name", entry.SiloName ?? ""),
        ("started", Utc(entry.StartTime)),
        ("alive", Utc(entry.IAmAliveTime)),
    ];

    private static Tuple<SiloAddress, DateTime> Suspicion(string line)
    {
        string[] words = line.Split(' ');
        return Tuple.Create(SiloAddress.FromParsableString(words[0]), new DateTime(long.Parse(words[1], CultureInfo.InvariantCulture), DateTimeKind.Utc));
    }

    /// <summary>Raises the version and changes one row, or does neither.</summary>
    private Task<bool> ChangeAsync(TableVersion version, string change, (string Name, object Value)[] values) => TransactAsync(async transaction =>
    {
        await using var raising = transaction.Command("UPDATE plenum_clusters SET version = @next WHERE cluster = @cluster AND version = @version", ("cluster", cluster), ("version", Number(version.VersionEtag)), ("next", version.Version));
        if (await raising.ExecuteNonQueryAsync().ConfigureAwait(false) != 1) { return false; }
        await using var changing = transaction.Command(change, values);
        return await changing.ExecuteNonQueryAsync().ConfigureAwait(false) == 1;
    });

    /// <summary>Does something in one transaction, which is undone unless it succeeds.</summary>
    private async Task<bool> TransactAsync(Func<Transaction, Task<bool>> work)
    {
        await using var connection = await source.OpenConnectionAsync().ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        if (!await work(new Transaction(connection, transaction)).ConfigureAwait(false)) { return false; }
        await transaction.CommitAsync().ConfigureAwait(false);
        return true;
    }

    private async Task ExecuteAsync(string text, params (string Name, object Value)[] values)
    {
        await using var command = source.CreateCommand(text);
        Add(command, [("cluster", cluster), .. values]);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    private static void Add(NpgsqlCommand command, ReadOnlySpan<(string Name, object Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (value is DateTime time) { command.Parameters.AddWithValue(name, NpgsqlDbType.TimestampTz, time); }
            else { command.Parameters.AddWithValue(name, value); }
        }
    }

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A transaction, which makes commands of its own.</summary>
    private sealed record Transaction(NpgsqlConnection Connection, NpgsqlTransaction Own)
    {
        public NpgsqlCommand Command(string text, params (string Name, object Value)[] values)
        {
            var command = new NpgsqlCommand(text, Connection, Own);
            Add(command, values);
            return command;
        }
    }
}
