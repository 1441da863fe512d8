using Plenum.Cli;
using Plenum.Cluster;
using Plenum.Cluster.Plans;
using Plenum.Engine.Planning;
using Plenum.Tests.Cli;
using Plenum.Tests.Runs;
using Plenum.Tests.Workspace;

namespace Plenum.Tests.Cluster;

/// <summary>Silos as processes of their own work for a plan, and the answer has the bytes that one process gives.</summary>
public sealed class PlanClusterTests : IDisposable
{
    private const string Plan = """
        id: P1
        title: More income at little cost
        to: 2023Q4
        targets:
          - {variable: income, label: Income, at: 2023Q4, low: 22}
          - {variable: "spending[north] + spending[south]", label: Budget, at: 2023Q4, high: 9, weight: 1}
        conditions:
          - {variable: consumption / income, at: 2023, high: 0.9}
        instruments:
          - {exogenous: "spending[north]", shape: yearly, low: -5, high: 50, cost: 0.01}
          - {exogenous: "spending[south]", shape: yearly, low: -2, high: 3, cost: 0.02}

        """;

    private static readonly string[] s_frontier = ["plan", "P1", "--frontier", "income", "budget", "--points", "9", "--json"];

    private readonly TinyProject _tiny = new TinyProject().GiveHistory();
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("plenum-silos-");

    public PlanClusterTests() => _tiny.Write("plans/income.yaml", Plan);

    public void Dispose()
    {
        _tiny.Dispose();
        _elsewhere.Delete(recursive: true);
    }

    private static string[] Chance(int draws) => ["plan", "P1", "--draws", $"{draws}", "--probability", "0.8", "--seed", "3", "--json"];

    private CommandRun Run(params string[] args)
    {
        var run = CommandRun.In(_tiny.Folder, null, args);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        return run;
    }

    [Fact]
    public void Silos_give_the_bytes_of_one_process_for_probabilities_and_frontiers()
    {
        using var silos = new Silos(_elsewhere.FullName, 2);
        string[] chance = Chance(3000);
        var alone = Run(chance);
        Assert.True(alone.Json.GetProperty("rounds").GetInt32() >= 1);
        Assert.Equal(alone.Output, Run([.. chance, "--cluster", silos.Address]).Output);
        var frontier = Run(s_frontier);
        Assert.Equal(9, frontier.Json.GetProperty("frontier").GetProperty("points").GetArrayLength());
        Assert.Equal(frontier.Output, Run([.. s_frontier, "--cluster", silos.Address]).Output);

        // People are told who did the work: here both silos.
        string told = CommandRun.In(_tiny.Folder, null, [.. chance.SkipLast(1), "--cluster", silos.Address]).Error;
        Assert.Equal(2, told.Split('\n').Count(l => l.Contains(" draws by ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_silo_that_is_killed_changes_no_byte_of_a_plan()
    {
        string[] chance = Chance(100_000);
        using var silos = new Silos(_elsewhere.FullName, 2);
        var before = silos.Busy(1);
        using var child = ChildProcess.Start(_tiny.Folder, [.. chance, "--cluster", silos.Address]);
        child.Await(() => silos.Busy(1) - before > TimeSpan.FromSeconds(0.6), "the second silo had worked for a while");
        silos.Kill(1);
        Assert.False(child.HasEnded, "the plan had been found before the silo was killed");
        var (code, output, error) = child.Wait();
        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Equal(Run(chance).Output, output);
    }

    [Fact]
    public async Task A_silo_takes_no_part_for_another_version_or_other_numbers()
    {
        using var silos = new Silos(_elsewhere.FullName, 1);
        var bundle = ProjectBundle.Of(_tiny.Open().Project!, [], [])!;
        await using var client = await ClusterClient.ConnectAsync(ClusterAddress.Read(silos.Address, [])!, TestContext.Current.CancellationToken);
        var origin = JobOrigin.Of(bundle, "0123", [], []);
        Assert.Equal(ClusterCodes.OtherVersion, Refusal(origin with { Program = "0.0.0-other" }));
        Assert.Equal(ClusterCodes.Unprepared, Refusal(origin));

        string Refusal(JobOrigin asked) => Assert.Throws<ClusterException>(() =>
            new ClusterFrontier(client, new FrontierJob(asked, "P1", "income", "budget"), bundle).Carry([new FrontierSearch(true, null, null)], null, TestContext.Current.CancellationToken)).Finding.Code;
    }

    [Fact]
    public void Without_silos_the_plan_says_how_to_start_one()
    {
        string nobody = $"localhost:{Silos.FreePorts(1)[0]}";
        foreach (string[] question in new[] { Chance(100), s_frontier })
        {
            var run = CommandRun.In(_tiny.Folder, null, [.. question, "--cluster", nobody]);
            Assert.Equal(ExitCode.BadInput, run.Code);
            Assert.Contains("PL0586", run.Output, StringComparison.Ordinal);
            Assert.Contains("plenum worker", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_plan_that_is_one_search_is_not_sent_out()
    {
        var run = CommandRun.In(_tiny.Folder, null, "plan", "P1", "--cluster", "localhost:30000");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("--cluster goes with", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ways_to_solve_a_plan_are_not_mixed_silently()
    {
        var run = CommandRun.In(_tiny.Folder, null, "plan", "P1", "--replan-from", "2027Q1", "--draws", "100");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("choose one of", run.Error, StringComparison.Ordinal);
    }
}
