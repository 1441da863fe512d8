using System.Globalization;
using System.Text.Json;
using Plenum.Cli;
using Plenum.Tests.Cli;
using Plenum.Tests.Workspace;

namespace Plenum.Tests.Runs;

/// <summary>Runs that are kept: what is in the file is not computed again, and what was broken off goes on.</summary>
public sealed class RunStoreTests : IDisposable
{
    private readonly TinyProject _tiny = new TinyProject().GiveHistory();

    public void Dispose() => _tiny.Dispose();

    private CommandRun Run(params string[] args) => CommandRun.In(_tiny.Folder, null, args);

    private JsonElement Simulate(int draws, params string[] args)
    {
        var run = Run(["simulate", "--draws", draws.ToString(CultureInfo.InvariantCulture), "--event", "income < 19 in any quarter", "--json", .. args]);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        return run.Json;
    }

    private static (string Digest, int Reused) Kept(JsonElement answer) => (Digest(answer), answer.GetProperty("kept").GetProperty("reused").GetInt32());

    private static string Digest(JsonElement answer) => answer.GetProperty("digest").GetString()!;

    private string Folder => Path.Combine(_tiny.Folder, ".plenum", "runs");

    private string OnlyFile => Assert.Single(Directory.GetFiles(Folder, "*.duckdb"));

    [Fact]
    public void A_finished_run_answers_from_its_file()
    {
        var plain = Simulate(400);
        Assert.False(plain.TryGetProperty("kept", out _));
        var first = Simulate(400, "--keep");
        var second = Simulate(400, "--keep", "--threads", "1");
        Assert.Equal((Digest(plain), 0), Kept(first));
        Assert.Equal((Digest(plain), 400), Kept(second));
        Assert.Equal(plain.GetProperty("fans").ToString(), second.GetProperty("fans").ToString());
        Assert.Equal(plain.GetProperty("events").ToString(), second.GetProperty("events").ToString());
    }

    [Fact]
    public void More_draws_of_a_run_take_only_those_that_are_missing()
    {
        Simulate(100, "--keep");
        Assert.Equal((Digest(Simulate(350)), 100), Kept(Simulate(350, "--keep")));
        Assert.Equal((Digest(Simulate(60)), 60), Kept(Simulate(60, "--keep")));
        var run = Assert.Single(Run("runs", "--json").Json.GetProperty("runs").EnumerateArray());
        Assert.Equal((350, 350), (run.GetProperty("done").GetInt32(), run.GetProperty("wanted").GetInt32()));
    }

    [Fact]
    public void What_determines_the_draws_determines_the_run()
    {
        string[][] questions = [[], ["--seed", "2"], ["--horizon", "3q"], ["--bootstrap"], ["--parameters"], ["--risk", "S1=10%"], ["--risk", "S1=20%"], ["--scenario", "S1"], ["--variables", "income"]];
        Assert.All(questions, q => Assert.Equal(0, Kept(Simulate(20, ["--keep", .. q])).Reused));
        Assert.Equal(questions.Length, Directory.GetFiles(Folder, "*.duckdb").Length);
        _tiny.Write("exogenous.csv", File.ReadAllText(Path.Combine(_tiny.Folder, "exogenous.csv")).Replace("rate,0.02", "rate,0.021", StringComparison.Ordinal));
        Assert.Equal(0, Kept(Simulate(20, "--keep")).Reused);
        _tiny.Write("model.plenum", TinyProject.Model.Replace("0.01", "0.012", StringComparison.Ordinal));
        Assert.Equal(0, Kept(Simulate(20, "--keep")).Reused);
        Assert.Equal(20, Kept(Simulate(20, "--keep")).Reused);
    }

    /// <summary>Some draws of this model cannot be solved; the reasons and their places come back from the file.</summary>
    [Fact]
    public void Failures_are_kept_with_their_reasons()
    {
        _tiny.Write("model.plenum", TinyProject.Model.Replace("cost = rate + 0.01", "cost = rate + 0.01 + 0.001 * log((consumption - floor) / floor)", StringComparison.Ordinal).Replace("  behavioural consumption", "  parameter floor = 8.9 : yuan/quarter \"The least\"\n\n  behavioural consumption", StringComparison.Ordinal));
        var first = Run("simulate", "--draws", "300", "--keep");
        Assert.True(first.Code == ExitCode.Done, first.Error);
        Assert.Contains("could not be solved", first.Output, StringComparison.Ordinal);
        var second = Run("simulate", "--draws", "300", "--keep");
        Assert.Contains("300 of the draws had been kept", second.Output, StringComparison.Ordinal);
        Assert.Equal(Reasons(first), Reasons(second));

        static string Reasons(CommandRun run) => string.Join('\n', run.Output.Split('\n').Where(l => l.Contains("digest", StringComparison.Ordinal) || l.Contains("times PL", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_run_that_is_killed_goes_on_where_it_was()
    {
        const int draws = 30_000;
        string[] args = ["simulate", "--draws", draws.ToString(CultureInfo.InvariantCulture), "--threads", "1", "--keep", "--json"];
        using (var child = ChildProcess.Start(_tiny.Folder, args))
        {
            child.Await(() => Directory.Exists(Folder) && Directory.GetFiles(Folder).Sum(f => new FileInfo(f).Length) > 300_000, "draws were kept");
            child.Kill();
        }

        // What is there can be looked at, and is not all.
        var run = Assert.Single(Run("runs", "--json").Json.GetProperty("runs").EnumerateArray());
        int done = run.GetProperty("done").GetInt32();
        Assert.InRange(done, 1, draws - 1);

        using var resumed = ChildProcess.Start(_tiny.Folder, args);
        var (code, output, error) = resumed.Wait();
        Assert.Equal((ExitCode.Done, ""), (code, error));
        var answer = JsonDocument.Parse(output).RootElement;
        string whole = Digest(Run("simulate", "--draws", draws.ToString(CultureInfo.InvariantCulture), "--json").Json);
        Assert.Equal((whole, done), Kept(answer));
    }

    [Fact]
    public void A_run_that_is_being_written_is_left_alone()
    {
        using var child = ChildProcess.Start(_tiny.Folder, "simulate", "--draws", "400000", "--threads", "1", "--keep");
        child.Await(() => Directory.Exists(Folder) && Directory.GetFiles(Folder, "*.duckdb").Length > 0 && Run("runs").Output.Contains("being written", StringComparison.Ordinal), "it was being written");
        var second = Run("simulate", "--draws", "10", "--keep");
        Assert.Equal(ExitCode.BadInput, second.Code);
        Assert.Contains("PL0581", second.Error, StringComparison.Ordinal);
        string id = Path.GetFileNameWithoutExtension(OnlyFile);
        Assert.Contains("PL0581", Run("runs", "delete", id).Error, StringComparison.Ordinal);
        Assert.True(File.Exists(OnlyFile));
    }

    [Theory]
    [InlineData("this is not a database, and it is long enough to be looked at by whoever opens it")]
    [InlineData(null)]
    public void A_file_that_is_none_of_ours_is_named(string? content)
    {
        Simulate(20, "--keep");
        string file = OnlyFile;
        if (content is not null) { File.WriteAllText(file, content); }
        else
        {
            // Blocks in the middle are overwritten, as a failing disk would.
            byte[] bytes = File.ReadAllBytes(file);
            for (int i = 8192; i < bytes.Length; i++) { bytes[i] ^= 0x5A; }
            File.WriteAllBytes(file, bytes);
        }

        var run = Run("simulate", "--draws", "20", "--event", "income < 19 in any quarter", "--keep");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("PL0580", run.Error, StringComparison.Ordinal);
        Assert.Contains("plenum runs delete", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, Run("runs").Code);
        Assert.Equal(ExitCode.Done, Run("runs", "delete", Path.GetFileNameWithoutExtension(file)).Code);
        Assert.Equal(0, Kept(Simulate(20, "--keep")).Reused);
    }

    [Fact]
    public void A_run_under_the_name_of_another_is_refused()
    {
        Simulate(20, "--keep");
        string first = OnlyFile;
        Simulate(20, "--keep", "--seed", "2");
        string second = Directory.GetFiles(Folder, "*.duckdb").Single(f => f != first);
        File.Move(second, first, overwrite: true);
        Assert.Contains("PL0580", Run("simulate", "--draws", "20", "--keep", "--event", "income < 19 in any quarter").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_written_as_parquet()
    {
        Simulate(50, "--keep");
        string id = Path.GetFileNameWithoutExtension(OnlyFile), file = Path.Combine(_tiny.Folder, "out's.parquet");
        var run = Run("runs", "export", id[..5], "--parquet", file, "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Equal(50 * 5 * 2, run.Json.GetProperty("lines").GetInt32());
        using var table = new DuckDB.NET.Data.DuckDBConnection("Data Source=:memory:");
        table.Open();
        using var command = table.CreateCommand();
        command.CommandText = $"SELECT count(DISTINCT draw), min(draw), max(draw), count(DISTINCT period), min(variable), max(variable), quantile_cont(value, 0.5) FILTER (WHERE variable = 'income' AND period = '2023Q4') FROM '{file.Replace("'", "''", StringComparison.Ordinal)}'";
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal((50L, 1, 50, 5L, "cost", "income"), (reader.GetInt64(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt64(3), reader.GetString(4), reader.GetString(5)));
        var fan = Simulate(50).GetProperty("fans").EnumerateArray().Single(f => f.GetProperty("variable").GetString() == "income" && f.GetProperty("period").GetString() == "2023Q4");
        Assert.Equal(fan.GetProperty("quantiles").GetProperty("50").GetDouble(), reader.GetDouble(6), 1e-12);
    }

    [Fact]
    public void Runs_are_listed_and_removed()
    {
        Assert.Contains("No run is kept", Run("runs").Output, StringComparison.Ordinal);
        Assert.Contains("PL0582", Run("runs", "delete", "abc").Error, StringComparison.Ordinal);
        Simulate(20, "--keep");
        string id = Path.GetFileNameWithoutExtension(OnlyFile);
        var list = Run("runs");
        Assert.Contains(id, list.Output, StringComparison.Ordinal);
        Assert.All(list.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Equal(2, Run("runs", "--csv").Output.TrimEnd().Split('\n').Length);
        Assert.Equal(ExitCode.Done, Run("runs", "delete", id[..4]).Code);
        Assert.Empty(Directory.GetFiles(Folder));

        // Version control leaves the folder alone.
        Assert.Equal("*\n", File.ReadAllText(Path.Combine(_tiny.Folder, ".plenum", ".gitignore")));
    }
}
