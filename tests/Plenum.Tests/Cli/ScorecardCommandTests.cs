using System.Text.Json;
using System.Text.RegularExpressions;
using Plenum.Cli;
using Plenum.Tests.Workspace;

namespace Plenum.Tests.Cli;

public sealed partial class ScorecardCommandTests
{
    /// <summary>Income in the baseline: 20 before the first quarter, then half of it and 10 a quarter, which tends to 20.</summary>
    private const string Claim = """
        claims:
        - id: A
          title: Income
          text: Income is twenty.
          kind: number
          unit: yuan
          reason: Half of it comes back.
          figures:
            - {label: the quarter, at: 2021Q1, stated: 20, data: sum_of_months(sales), model: income}
          tolerance_fit: 0.1

        """;

    private static readonly Lazy<CommandRun> s_china = new(() => China("--json"));

    [Fact]
    public void What_official_series_say_of_china_holds_in_history()
    {
        string[] ids = [.. Enumerable.Range(1, 16).Where(i => i != 9).Select(i => $"C{i:00}")];
        var claims = s_china.Value.Json.GetProperty("claims").EnumerateArray().Where(c => ids.Contains(Text(c, "id"))).ToList();
        Assert.Equal(ids.Length, claims.Count);
        Assert.All(claims, c => Assert.True(c.GetProperty("fit_holds").GetBoolean(), Text(c, "id")));
    }

    [Fact]
    public void A_claim_that_data_and_model_share_holds()
    {
        var claim = Json(Claim, ExitCode.Done);
        Assert.Equal(("holds", 20.0, 20.0), (Text(claim, "verdict"), claim.GetProperty("observed").GetDouble(), claim.GetProperty("fit").GetDouble()));
        Assert.Equal(JsonValueKind.Null, claim.GetProperty("sim").ValueKind);
    }

    [Fact]
    public void A_claim_that_only_the_data_share_is_no_failure() => Assert.Equal("holds in data only", Text(Json(Claim.Replace("model: income", "model: 2 * income", StringComparison.Ordinal), ExitCode.Done), "verdict"));

    [Fact]
    public void A_claim_that_nothing_reproduces_ends_with_one()
    {
        string wrong = Claim.Replace("stated: 20", "stated: 21", StringComparison.Ordinal);
        Assert.Equal("not reproducible", Text(Json(wrong, ExitCode.Negative), "verdict"));
        Assert.Equal("not reproducible", Text(Json($"{wrong}  known: It is somebody's guess.\n", ExitCode.Done), "verdict"));
    }

    /// <summary>March had half of its quarter the year before, so that half of the quarter's income is held against it.</summary>
    [Fact]
    public void A_month_is_the_share_of_its_quarter_that_it_had_before()
    {
        var claim = Json(Claim.Replace("stated: 20, data: sum_of_months(sales), model: income", "stated: 10, data: sales, data_at: 2021M03, model: income, month: {of: sales, in: sum_of_months(sales), years: 1}", StringComparison.Ordinal), ExitCode.Done);
        Assert.Equal(("holds", 10.0, 10.0), (Text(claim, "verdict"), claim.GetProperty("observed").GetDouble(), claim.GetProperty("fit").GetDouble()));
    }

    [Fact]
    public void The_model_is_held_against_the_data_in_its_own_concept()
    {
        string month = Claim.Replace("stated: 20, data: sum_of_months(sales)", "stated: 10, data: sales, data_at: 2021M03", StringComparison.Ordinal);
        Assert.Equal("holds in data only", Text(Json(month, ExitCode.Done), "verdict"));
        Assert.Equal("holds", Text(Json(month.Replace("model: income", "counterpart: sum_of_months(sales), model: income", StringComparison.Ordinal), ExitCode.Done), "verdict"));
    }

    [Fact]
    public void A_reason_that_is_no_longer_needed_is_mentioned()
    {
        var run = Tiny($"{Claim}  known: It is somebody's guess.\n");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("warning PL0529: the claim 'A' holds although it is marked as known not to.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_experiment_and_a_counterfactual_are_claims_too()
    {
        var claim = Json("""
            claims:
            - id: B
              title: Spending
              text: Spending makes income.
              kind: experiment
              reason: It is an identity.
              without:
                from: 2021Q1
                to: 2021Q4
                hold: [{variable: consumption, with: rate}]
              figures:
                - {at: 2021Q4, model: income, tolerance_fit: {low: -1, high: 1}}
              experiments:
                - run: S1
                  measures: [{variable: income, at: 1, kind: amount, low: 2, high: 2}]
            """, ExitCode.Done);
        Assert.Equal("holds", Text(claim, "verdict"));
        Assert.Equal(2.0, claim.GetProperty("experiments")[0].GetProperty("measured").GetDouble(), 1e-9);
        Assert.Equal(20.0, claim.GetProperty("figures")[0].GetProperty("without").GetDouble(), 1e-9);
    }

    [Fact]
    public void A_project_without_claims_and_an_unknown_claim_are_told()
    {
        using var tiny = new TinyProject();
        Assert.Contains("error PL0525: the project has no claims.", CommandRun.In(tiny.Folder, null, "scorecard").Error, StringComparison.Ordinal);
        var run = Tiny(Claim, "Z");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("error PL0525: there is no claim 'Z'.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_claim_about_china_is_scored_with_the_keys_of_the_contract()
    {
        var claims = s_china.Value.Json.GetProperty("claims").EnumerateArray().ToList();
        string[] ids = [.. Id().Matches(Repository.Read("models", "china", "claims.yaml")).Select(m => m.Groups[1].Value)];
        Assert.Equal(ids, claims.Select(c => Text(c, "id")));
        Assert.InRange(ids.Length, 20, 100);
        Assert.All(claims, c =>
        {
            CommandRun.HasKeys(c, "id", "text", "stated", "observed", "fit", "sim", "unit", "tolerance_fit", "tolerance_sim", "verdict", "reason");
            Assert.NotEqual("", Text(c, "reason"));
            Assert.Equal(Verdict(c), Text(c, "verdict"));
        });
        bool isRefuted = claims.Exists(c => Text(c, "verdict") == "not reproducible");
        Assert.True(s_china.Value.Code == ExitCode.Done || (isRefuted && s_china.Value.Code == ExitCode.Negative));
    }

    /// <summary>Official data are what they are, whatever the baseline of the model.</summary>
    [Fact]
    public void The_data_say_what_the_press_says_of_china()
    {
        var claims = s_china.Value.Json.GetProperty("claims").EnumerateArray().Where(c => c.GetProperty("data_holds").ValueKind is JsonValueKind.True or JsonValueKind.False).ToList();
        Assert.InRange(claims.Count, 14, 100);
        Assert.All(claims, c => Assert.True(c.GetProperty("data_holds").GetBoolean(), Text(c, "id")));
    }

    [Fact]
    public void Every_figure_and_experiment_about_china_has_a_number()
    {
        foreach (var claim in s_china.Value.Json.GetProperty("claims").EnumerateArray())
        {
            Assert.All(claim.GetProperty("figures").EnumerateArray(), f => Assert.True(f.GetProperty("model").ValueKind == JsonValueKind.Null || f.GetProperty("fit").ValueKind == JsonValueKind.Number, $"{Text(claim, "id")} {Text(f, "label")}"));
            Assert.All(claim.GetProperty("experiments").EnumerateArray(), m => Assert.Equal(JsonValueKind.Number, m.GetProperty("measured").ValueKind));
        }
    }

    [Fact]
    public void The_scorecard_of_china_fits_eighty_columns_and_names_every_claim()
    {
        var run = China();
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.All(Id().Matches(Repository.Read("models", "china", "claims.yaml")), m => Assert.Matches($"(?m)^{m.Groups[1].Value}  \\S", run.Output));
    }

    [Fact]
    public void The_document_has_a_chapter_for_each_claim()
    {
        using var folder = new TinyProject();
        var run = CommandRun.In(folder.Folder, null, "scorecard", "--project", Path.Combine(Repository.Root, "models", "china"), "--markdown", "card.md");
        Assert.Equal(s_china.Value.Code, run.Code);
        string document = File.ReadAllText(Path.Combine(folder.Folder, "card.md"));
        Assert.All(Id().Matches(Repository.Read("models", "china", "claims.yaml")), m => Assert.Contains($"\n## {m.Groups[1].Value} ", document, StringComparison.Ordinal));
    }

    private static CommandRun China(params string[] args) => CommandRun.In(Path.GetTempPath(), Repository.Root, ["scorecard", "--project", Path.Combine(Repository.Root, "models", "china"), .. args]);

    private static CommandRun Tiny(string claims, params string[] args)
    {
        using var tiny = ClaimTests.Tiny(claims);
        return CommandRun.In(tiny.Folder, null, ["scorecard", .. args]);
    }

    private static JsonElement Json(string claims, int code)
    {
        var run = Tiny(claims, "--json");
        Assert.True(run.Code == code, run.Output + run.Error);
        return run.Json.GetProperty("claims")[0];
    }

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString()!;

    /// <summary>The verdict as it follows from the flags of a claim.</summary>
    private static string Verdict(JsonElement claim)
    {
        var (data, fit) = (claim.GetProperty("data_holds").ValueKind, claim.GetProperty("fit_holds").ValueKind);
        return fit == JsonValueKind.True && data != JsonValueKind.False ? "holds" : data == JsonValueKind.True ? "holds in data only" : "not reproducible";
    }

    [GeneratedRegex(@"^- id: (\w+)", RegexOptions.Multiline)]
    private static partial Regex Id();
}
