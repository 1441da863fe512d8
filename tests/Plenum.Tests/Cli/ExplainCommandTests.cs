using System.Text.Json;
using Plenum.Cli;
using Plenum.Tests.Workspace;

namespace Plenum.Tests.Cli;

/// <summary><c>plenum explain</c> on a tiny project, and on the China model.</summary>
public sealed class ExplainCommandTests : IDisposable
{
    private readonly TinyProject _tiny = new();

    public void Dispose() => _tiny.Dispose();

    private CommandRun Tiny(params string[] args) => CommandRun.In(_tiny.Folder, null, ["explain", .. args]);

    private static CommandRun China(params string[] args) => CommandRun.In(Path.GetTempPath(), Repository.Root, ["explain", .. args]);

    [Fact]
    public void The_answer_for_programs_adds_up_and_has_the_agreed_keys()
    {
        var run = China("S01+S05", "--var", "gdp_real", "unemployment", "--at", "4q", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var second = run.Json.GetProperty("more")[0];
        Assert.Equal("points", second.GetProperty("kind").GetString());
        Assert.All(new[] { run.Json, second }, answer =>
        {
            CommandRun.HasKeys(answer, "total", "contributions", "unexplained", "variable", "kind", "period", "channels");
            Assert.Equal("2026Q4", answer.GetProperty("period").GetString());
            Assert.All(answer.GetProperty("contributions").EnumerateArray(), c => CommandRun.HasKeys(c, "driver", "value", "scenario"));
            Assert.Equal(answer.GetProperty("total").GetDouble(), Sum(answer.GetProperty("contributions")), 1e-8);
            var channels = answer.GetProperty("channels");
            CommandRun.HasKeys(channels, "equation", "file", "line", "kind");
            Assert.Equal(channels.GetProperty("total").GetDouble(), Sum(channels.GetProperty("terms")), 1e-8);
        });
    }

    [Fact]
    public void The_total_is_the_deviation_that_the_run_shows()
    {
        double explained = China("S01", "--at", "4q", "--json").Json.GetProperty("total").GetDouble();
        var run = CommandRun.In(Path.GetTempPath(), Repository.Root, "run", "--scenario", "S01", "--variables", "gdp_real", "--json");
        double shown = run.Json.GetProperty("scenarios")[0].GetProperty("deviations")[0].GetProperty("at").GetProperty("4").GetDouble();
        Assert.Equal(shown, explained, 1e-8);
    }

    [Theory]
    [InlineData("S16")]
    [InlineData("S01+S05", "--var", "gdp_real", "house_price", "exports_real[us]", "--top", "3")]
    [InlineData("history", "--var", "gdp_growth", "gdp_real", "--from", "2023Q1", "--to", "2025Q4")]
    public void The_table_fits_eighty_columns(params string[] args)
    {
        var run = China(args);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void History_adds_up_in_every_period()
    {
        var answer = China("history", "--var", "gdp_growth", "--from", "2024Q1", "--to", "2025Q2", "--json").Json;
        double[] totals = [.. answer.GetProperty("totals").EnumerateArray().Select(t => t.GetDouble())];
        Assert.Equal(["2024Q1", "2024Q2", "2024Q3", "2024Q4", "2025Q1", "2025Q2"], answer.GetProperty("periods").EnumerateArray().Select(p => p.GetString()));
        for (int k = 0; k < totals.Length; k++)
        {
            Assert.Equal(totals[k], answer.GetProperty("contributions").EnumerateArray().Sum(c => c.GetProperty("values")[k].GetDouble()), 1e-8);
            double difference = answer.GetProperty("actual")[k].GetDouble() - answer.GetProperty("reference")[k].GetDouble();
            Assert.Equal(100.0 * difference, totals[k], 1e-9);
        }
    }

    [Fact]
    public void A_baseline_against_itself_has_nothing_to_explain()
    {
        var run = Tiny("--against", _tiny.Folder, "--var", "income", "--json");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal(0.0, run.Json.GetProperty("total").GetDouble());
        Assert.Empty(run.Json.GetProperty("contributions").EnumerateArray());
        Assert.Contains("Nothing that differs moves it.", Tiny("--against", _tiny.Folder, "--var", "income").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_the_files_of_a_baseline_will_do()
    {
        _tiny.Write("old/start_values.csv", "name,2019Q4\nincome,12\n");
        _tiny.Write("old/exogenous.csv", File.ReadAllText(Path.Combine(_tiny.Folder, "exogenous.csv")));
        var answer = Tiny("--against", "old", "--var", "income", "--at", "2020Q1", "--json").Json;
        Assert.Equal(["start values"], answer.GetProperty("contributions").EnumerateArray().Select(c => c.GetProperty("driver").GetString()));

        // Half of 20 less half of 12, against 6 + 10.
        Assert.Equal(25.0, answer.GetProperty("total").GetDouble(), 1e-9);
    }

    [Fact]
    public void The_table_of_a_scenario_reads_like_this() =>
        Snapshot.Match(Tiny("S1", "--var", "income", "cost", "--at", "2021Q2").Output.Replace(_tiny.Folder, "FOLDER", StringComparison.Ordinal), "Cli/explain_scenario.txt");

    [Fact]
    public void Comma_separated_values_have_a_line_for_each_cause()
    {
        string[] lines = Tiny("S1", "--var", "income", "--at", "2021Q2", "--csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("variable,kind,period,driver,scenario,contribution", lines[0]);
        Assert.StartsWith("income,percent,2021Q2,spending[north],S1,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("income,percent,2021Q2,unexplained,,", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PL0512", "S9")]
    [InlineData("PL0507", "S1", "--var", "incom")]
    [InlineData("PL0506", "S1", "--at", "2020Q4")]
    [InlineData("PL0506", "S1", "--at", "99q")]
    [InlineData("PL0506", "S1", "--at", "soon")]
    [InlineData("PL0506", "history")]
    [InlineData("PL0506", "history", "--from", "2023Q1", "--to", "2022Q1")]
    [InlineData("PL0704", "history", "--from", "2020Q2")]
    [InlineData("PL0706", "--against", "nowhere")]
    [InlineData("PL0707")]
    [InlineData("PL0707", "S1", "--against", ".")]
    public void A_question_that_cannot_be_answered_is_told_why(string code, params string[] args)
    {
        var run = Tiny(args);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains($"error {code}: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal(code, Tiny([.. args, "--json"]).Json.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void A_model_that_looks_ahead_is_not_explained()
    {
        _tiny.Write("model.plenum", TinyProject.Model.Replace("cost = rate + 0.01", "cost = 0.5 * cost(+1) + rate", StringComparison.Ordinal));
        var run = Tiny("S1");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("error PL0701: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_way_without_solution_ends_as_a_solve_without_one()
    {
        _tiny.Write("model.plenum", TinyProject.Model.Replace("cost = rate + 0.01", "cost = log((rate - 0.5) ^ 2)", StringComparison.Ordinal));
        _tiny.WriteScenario("S2", "  - exogenous: rate\n    move_to: 0.98");
        var run = Tiny("S2");
        Assert.Equal(ExitCode.NotSolved, run.Code);
        Assert.Contains("error PL0702: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("error PL0604: ", run.Error, StringComparison.Ordinal);
    }

    private static double Sum(JsonElement list) => list.EnumerateArray().Sum(c => c.GetProperty("value").GetDouble());
}
