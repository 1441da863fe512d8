using System.Globalization;
using System.Text.Json;
using Plenum.Cli;
using Plenum.Cluster;
using Plenum.Language.Diagnostics;
using Plenum.Tests.Cli;
using Plenum.Tests.Runs;
using Plenum.Tests.Workspace;

namespace Plenum.Tests.Cluster;

/// <summary>Silos as processes of their own give the bytes that one process gives, whatever becomes of them.</summary>
public sealed class ClusterTests : IDisposable
{
    private readonly TinyProject _tiny = new TinyProject().GiveHistory();
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("plenum-silos-");

    public void Dispose()
    {
        _tiny.Dispose();
        _elsewhere.Delete(recursive: true);
    }

    private static string[] Question(int draws, params string[] more) => ["simulate", "--draws", draws.ToString(CultureInfo.InvariantCulture), "--event", "income < 19 in any quarter", "--risk", "S1=10%", "--json", .. more];

    private string Digest(string[] question)
    {
        var run = CommandRun.In(_tiny.Folder, null, question);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        return run.Json.GetProperty("digest").GetString()!;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Silos_give_the_bytes_of_one_process(int count)
    {
        using var silos = new Silos(_elsewhere.FullName, count);
        string[] question = Question(3000);
        Assert.Equal(Digest(question), Digest([.. question, "--cluster", silos.Address]));

        // Another question to the same silos, on a variant of the files.
        _tiny.Write("exogenous.csv", File.ReadAllText(Path.Combine(_tiny.Folder, "exogenous.csv")).Replace("rate,0.02", "rate,0.021", StringComparison.Ordinal));
        string[] other = Question(500, "--scenario", "S1", "--seed", "7", "--parameters");
        Assert.Equal(Digest(other), Digest([.. other, "--cluster", silos.Address]));
    }

    [Fact]
    public void A_silo_that_is_killed_loses_no_draw_and_doubles_none()
    {
        const int draws = 60_000;
        using var silos = new Silos(_elsewhere.FullName, 3);
        string folder = Path.Combine(_tiny.Folder, ".plenum", "runs");
        using var child = ChildProcess.Start(_tiny.Folder, Question(draws, "--keep", "--cluster", silos.Address));
        child.Await(() => Directory.Exists(folder) && Directory.GetFiles(folder).Sum(f => new FileInfo(f).Length) > 700_000, "draws were kept");
        silos.Kill(2);
        Assert.False(child.HasEnded, "the run had ended before the silo was killed");
        var (code, output, error) = child.Wait();
        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Equal(Digest(Question(draws)), JsonDocument.Parse(output).RootElement.GetProperty("digest").GetString());

        // The file, whose lines would tell of a draw that was taken in twice, holds each once.
        var run = Assert.Single(CommandRun.In(_tiny.Folder, null, "runs", "--json").Json.GetProperty("runs").EnumerateArray());
        Assert.Equal(draws, run.GetProperty("done").GetInt32());
        using var table = new DuckDB.NET.Data.DuckDBConnection($"Data Source={Assert.Single(Directory.GetFiles(folder, "*.duckdb"))}");
        table.Open();
        using var command = table.CreateCommand();
        command.CommandText = "SELECT count(*), count(DISTINCT draw), min(draw), max(draw) FROM outcomes";
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal(((long)draws, (long)draws, 0, draws - 1), (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), reader.GetInt32(3)));
    }

    [Fact]
    public void A_membership_in_redis_outlives_the_first_silo()
    {
        using var server = RedisServer.TryStart();
        if (server is null) { Assert.Skip("redis-server is not installed; on Debian: apt-get install redis-server."); }
        using var silos = new Silos(_elsewhere.FullName, 2, server.Address);
        string[] question = Question(2000);
        string whole = Digest(question);
        Assert.Equal(whole, Digest([.. question, "--cluster", silos.Address]));
        silos.Kill(0);
        Assert.Equal(whole, Digest([.. question, "--cluster", silos.Address]));
    }

    [Fact]
    public void A_membership_in_postgresql_makes_its_tables_and_outlives_the_first_silo()
    {
        using var server = PostgresServer.TryStart();
        if (server is null) { Assert.Skip("PostgreSQL is not installed; on Debian: apt-get install postgresql."); }
        using var silos = new Silos(_elsewhere.FullName, 2, server.Address, server.Environment);
        string[] question = Question(2000);
        string whole = Digest(question);
        Assert.Equal(whole, DigestOf(Asked()));
        silos.Kill(0);
        Assert.Equal(whole, DigestOf(Asked()));

        // Who may not connect is told so, without the password.
        var (code, output, _) = Asked(("PLENUM_CLUSTER_PASSWORD", "another secret"));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("PL0586", output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);

        (int Code, string Output, string Error) Asked(params (string Name, string Value)[] instead)
        {
            var environment = new Dictionary<string, string>(server.Environment);
            foreach (var (name, value) in instead) { environment[name] = value; }
            using var child = ChildProcess.Start(_tiny.Folder, environment, [.. question, "--cluster", silos.Address]);
            return child.Wait();
        }

        static string DigestOf((int Code, string Output, string Error) run)
        {
            Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
            return JsonDocument.Parse(run.Output).RootElement.GetProperty("digest").GetString()!;
        }
    }

    [Fact]
    public void Without_silos_the_command_says_how_to_start_one()
    {
        var run = CommandRun.In(_tiny.Folder, null, Question(10, "--cluster", $"localhost:{Silos.FreePorts(1)[0]}"));
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("PL0586", run.Output, StringComparison.Ordinal);
        Assert.Contains("plenum worker", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:0")]
    [InlineData("otherhost:30000")]
    [InlineData("postgres://db:5432")]
    [InlineData("redis://user:secret@db:6379")]
    [InlineData("postgres://db/plenum?password=secret")]
    public void An_address_that_cannot_be_used_is_explained_without_its_secrets(string text)
    {
        var findings = new DiagnosticBag();
        Assert.Null(ClusterAddress.Read(text, findings));
        var finding = Assert.Single(findings);
        Assert.Equal(ClusterCodes.WrongAddress, finding.Code);
        Assert.DoesNotContain("secret", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_are_read()
    {
        Assert.Equal([30000, 30002], Assert.IsType<ClusterAddress.Loopback>(ClusterAddress.Read("localhost:30000, 127.0.0.1:30002", [])).Ports);
        Assert.Equal(new ClusterAddress.Redis("db", 6379), ClusterAddress.Read("redis://db", []));
        Assert.Equal(new ClusterAddress.Postgres("db", 5432, "plenum"), ClusterAddress.Read("postgres://db/plenum", []));
    }
}
