using Plenum.Cli;
using Plenum.Tests.Workspace;

namespace Plenum.Tests.Cli;

/// <summary><c>plenum simulate</c> on a tiny project, and on the China model.</summary>
public sealed class SimulateCommandTests : IDisposable
{
    private readonly TinyProject _tiny = new();

    public void Dispose() => _tiny.Dispose();

    private CommandRun Tiny(params string[] args) => CommandRun.In(_tiny.Folder, null, ["simulate", .. args]);

    private static CommandRun China(params string[] args) => CommandRun.In(Path.GetTempPath(), Repository.Root, ["simulate", .. args]);

    private void GiveHistory() => _tiny.GiveHistory();

    [Fact]
    public void The_answer_for_programs_has_the_agreed_keys_and_does_not_depend_on_threads()
    {
        string[] args = ["--draws", "60", "--seed", "1", "--horizon", "40q", "--event", "gdp_growth < 0.03 in any year", "--risk", "S01=15%", "--json"];
        var one = China([.. args, "--threads", "1"]);
        var two = China([.. args, "--threads", "2"]);
        Assert.Equal((ExitCode.Done, ""), (one.Code, one.Error));
        CommandRun.HasKeys(one.Json, "draws", "failed", "seconds", "digest", "fans", "events", "failures", "uncertainty");
        Assert.Equal(one.Json.GetProperty("digest").GetString(), two.Json.GetProperty("digest").GetString());
        var fans = one.Json.GetProperty("fans").EnumerateArray().ToList();
        Assert.Equal(40, fans.Count(f => f.GetProperty("variable").GetString() == "gdp_real"));
        Assert.All(fans, fan =>
        {
            CommandRun.HasKeys(fan, "variable", "period", "baseline", "quantiles");
            double[] quantiles = [.. fan.GetProperty("quantiles").EnumerateObject().Select(q => q.Value.GetDouble())];
            Assert.Equal(5, quantiles.Length);
            Assert.Equal(quantiles.Order(), quantiles);
        });
        Assert.InRange(one.Json.GetProperty("events")[0].GetProperty("probability").GetDouble(), 0.0, 1.0);
        Assert.Equal(60, one.Json.GetProperty("draws").GetInt32());
    }

    [Fact]
    public void Another_seed_gives_other_draws()
    {
        GiveHistory();
        Assert.NotEqual(Digest("1"), Digest("2"));
        Assert.Equal(Digest("1"), Digest("1"));
        string Digest(string seed) => Tiny("--seed", seed, "--draws", "50", "--json").Json.GetProperty("digest").GetString()!;
    }

    [Theory]
    [InlineData]
    [InlineData("--bootstrap")]
    [InlineData("--parameters", "--risk", "S1=20%")]
    public void The_table_fits_eighty_columns(params string[] args)
    {
        GiveHistory();
        var run = Tiny(["--draws", "50", "--event", "income < 19 in any quarter", .. args]);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains("95 %", run.Output, StringComparison.Ordinal);
        Assert.Contains("income < 19 in any quarter", run.Output, StringComparison.Ordinal);
        Assert.Contains("Every draw was solved.", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Fans_are_written_as_comma_separated_values()
    {
        GiveHistory();
        string[] lines = Tiny("--draws", "20", "--csv").Output.TrimEnd().Split('\n');
        Assert.Equal("variable,period,baseline,p5,p25,p50,p75,p95", lines[0]);
        Assert.Equal(1 + (2 * 5), lines.Length);
    }

    [Fact]
    public void Without_anything_uncertain_the_verb_says_what_to_add()
    {
        var run = Tiny("--draws", "10");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("PL0543", run.Error, StringComparison.Ordinal);
        Assert.Contains("--risk", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PL0540", "income < 19")]
    [InlineData("PL0540", "income in any year")]
    [InlineData("PL0540", "income < 19 in any month")]
    [InlineData("PL0540", "income < 19 at noon")]
    [InlineData("PL0541", "income < 19 at 2031Q1")]
    [InlineData("PL0541", "income(+1) < 19 in any quarter")]
    [InlineData("PL0541", "income(-20) < 19 in any quarter")]
    [InlineData("PL0203", "incme < 19 in any quarter")]
    public void A_condition_that_cannot_be_used_is_explained(string code, string condition)
    {
        GiveHistory();
        var run = Tiny("--draws", "10", "--event", condition);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Contains("help:", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PL0542", "S1")]
    [InlineData("PL0542", "S1=150%")]
    [InlineData("PL0542", "S1=often")]
    [InlineData("PL0512", "S7=10%")]
    public void A_risk_that_cannot_be_used_is_explained(string code, string risk)
    {
        GiveHistory();
        var run = Tiny("--draws", "10", "--risk", risk);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_swap_cannot_be_a_risk()
    {
        GiveHistory();
        _tiny.WriteScenario("S2", "  - exogenise: consumption\n    endogenise: add_factor(consumption)\n    path: [10]");
        Assert.Contains("PL0542", Tiny("--draws", "10", "--risk", "S2=10%").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_an_identity_reads_is_not_drawn()
    {
        _tiny.Write("model.plenum", TinyProject.Model.Replace("rate + 0.01", "rate + markup", StringComparison.Ordinal).Replace("  parameter weight", "  parameter markup = 0.01 : share \"Markup\"\n    range 0 .. 0.02\n\n  parameter weight", StringComparison.Ordinal));
        var answer = Tiny("--draws", "20", "--parameters", "--json").Json;
        Assert.Equal(1, answer.GetProperty("uncertainty").GetProperty("parameters").GetInt32());
        Assert.All(answer.GetProperty("fans").EnumerateArray(), fan => Assert.All(fan.GetProperty("quantiles").EnumerateObject(), q => Assert.Equal(fan.GetProperty("baseline").GetDouble(), q.Value.GetDouble(), 1e-9)));
    }

    [Fact]
    public void Too_many_draws_and_a_long_horizon_are_refused()
    {
        GiveHistory();
        Assert.Contains("PL0544", Tiny("--draws", "1000000000").Error, StringComparison.Ordinal);
        Assert.Contains("PL0506", Tiny("--horizon", "40q").Error, StringComparison.Ordinal);
        Assert.Contains("count from 1", Tiny("--draws", "0").Error, StringComparison.Ordinal);
    }

    private void GiveUncertainty(string text)
    {
        GiveHistory();
        _tiny.Write("project.yaml", File.ReadAllText(Path.Combine(_tiny.Folder, "project.yaml")) + "uncertainty: uncertainty.yaml\n");
        _tiny.Write("uncertainty.yaml", text);
        _tiny.Write("exogenous.csv", $"name,{string.Join(',', TinyProject.Periods)}\n{TinyProject.Row("spending[south]", "3")}{TinyProject.Row("rate", "0.02")}spending[north],{string.Join(',', TinyProject.Periods.Select((_, k) => (4.0 + (0.1 * (k * 5 % 3))).ToString(System.Globalization.CultureInfo.InvariantCulture)))}\n");
    }

    [Fact]
    public void What_the_owner_declares_is_drawn_and_can_be_switched_off()
    {
        GiveUncertainty("draw: [shocks, exogenous, parameters]\nexogenous:\n  - names: [\"spending[north]\"]\nrisks:\n  - {scenario: S1, probability: 0.2, source: judgement}\n");
        Assert.Equal((1, 1, 1, 0), Counts());
        Assert.Equal((1, 0, 1, 1), Counts("--without", "exogenous", "--with", "risks"));
        Assert.Equal((0, 1, 0, 0), Counts("--without", "shocks", "--without", "parameters"));
        Assert.NotEqual(0, Tiny("--without", "weather").Code);

        (int, int, int, int) Counts(params string[] args)
        {
            var run = Tiny(["--draws", "20", "--json", .. args]);
            Assert.Equal("", run.Error);
            var uncertainty = run.Json.GetProperty("uncertainty");
            return (uncertainty.GetProperty("shocks").GetInt32(), uncertainty.GetProperty("exogenous").GetInt32(), uncertainty.GetProperty("parameters").GetInt32(), uncertainty.GetProperty("risks").GetArrayLength());
        }
    }

    [Theory]
    [InlineData("PL0505", "draw: [weather]")]
    [InlineData("PL0503", "draw: [shocks]\nseed: 3")]
    [InlineData("PL0547", "draw: [exogenous]\nexogenous:\n  - names: [income]")]
    [InlineData("PL0547", "draw: [exogenous]\nexogenous:\n  - names: [rate]")]
    [InlineData("PL0507", "draw: [exogenous]\nexogenous:\n  - names: [rat]")]
    [InlineData("PL0542", "draw: [risks]\nrisks:\n  - {scenario: S1, probability: 1.5, source: judgement}")]
    [InlineData("PL0504", "draw: [parameters]\nparameters:\n  - {names: [propensity], prior: beta}")]
    [InlineData("PL0505", "draw: [parameters]\nparameters:\n  - {names: [propensity], prior: gauss, source: judgement}")]
    [InlineData("PL0507", "draw: [parameters]\nparameters:\n  - {names: [propensty], prior: beta, source: judgement}")]
    [InlineData("PL0549", "draw: [parameters]\nparameters:\n  - {names: [rate], prior: beta, source: judgement}")]
    [InlineData("PL0549", "draw: [parameters]\nparameters:\n  - {names: [propensity], prior: beta, mean: 1.5, source: judgement}")]
    [InlineData("PL0549", "draw: [parameters]\nparameters:\n  - {names: [propensity], prior: beta, deviation: 0.6, source: judgement}")]
    [InlineData("PL0549", "draw: [parameters]\nparameters:\n  - {names: [propensity], prior: gamma, deviation: -0.6, source: judgement}")]
    [InlineData("PL0549", "draw: [parameters]\nparameters:\n  - {names: [propensity], prior: gamma, deviation: 0.1, interval: [0.4, 0.6], source: judgement}")]
    [InlineData("PL0549", "draw: [parameters]\nparameters:\n  - {names: [propensity], prior: gamma, interval: [0.6, 0.4], source: judgement}")]
    [InlineData("PL0549", "draw: [parameters]\nparameters:\n  - {names: [propensity], prior: normal, mean: 0.9, deviation: 0.01, source: judgement}")]
    [InlineData("PL0549", "draw: [parameters]\nparameters:\n  - {names: [propensity], prior: beta, mean: 0.03, interval: [0, 0.1], source: judgement}")]
    [InlineData("PL0549", "draw: [parameters]\nparameters:\n  - {names: [propensity], prior: uniform, mean: 0.5, source: judgement}")]
    [InlineData("PL0549", "draw: [parameters]\nparameters:\n  - {names: [propensity], prior: normal, between: [0, 1], source: judgement}")]
    [InlineData("PL0549", "draw: [parameters]\nparameters:\n  - {names: [propensity], prior: triangular, between: [0.6, 0.7], source: judgement}")]
    [InlineData("PL0513", "draw: [parameters]\nparameters:\n  - {names: [propensity, propensity], prior: beta, source: judgement}")]
    public void A_wrong_file_of_uncertainty_is_explained(string code, string text)
    {
        GiveUncertainty(text + "\n");
        var run = Tiny("--draws", "10");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Contains("uncertainty.yaml:", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("beta", "", 0.5)]
    [InlineData("gamma", ", mean: 0.52, interval: [0.45, 0.6]", 0.52)]
    [InlineData("inverse_gamma", ", deviation: 0.02", 0.5)]
    [InlineData("lognormal", ", mean: 0.48, deviation: 0.02", 0.48)]
    [InlineData("normal", ", interval: [0.46, 0.54]", 0.5)]
    [InlineData("triangular", "", 0.5)]
    [InlineData("uniform", ", between: [0.44, 0.54]", 0.49)]
    public void A_prior_is_drawn_within_the_range_of_its_parameter(string prior, string width, double mean)
    {
        GiveUncertainty($"draw: [parameters]\nparameters:\n  - {{names: [propensity], prior: {prior}{width}, source: judgement}}\n");
        var run = Tiny("--draws", "20", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var uncertainty = run.Json.GetProperty("uncertainty");
        Assert.Equal(1, uncertainty.GetProperty("parameters").GetInt32());
        var only = uncertainty.GetProperty("priors")[0];
        Assert.Equal(("propensity", prior, "judgement"), (only.GetProperty("parameter").GetString(), only.GetProperty("prior").GetString(), only.GetProperty("source").GetString()));
        Assert.Equal(mean, only.GetProperty("mean").GetDouble(), 0.01);
        double[] quantiles = [.. only.GetProperty("quantiles").EnumerateObject().Select(q => q.Value.GetDouble())];
        Assert.Equal(quantiles.Order(), quantiles);
        Assert.All(quantiles, q => Assert.InRange(q, 0.4, 0.6));
        Assert.Contains("1 by their priors", Tiny("--draws", "20").Output, StringComparison.Ordinal);
    }

    /// <summary>The weights are read by the identity of income.</summary>
    [Fact]
    public void A_parameter_with_a_prior_that_an_identity_reads_is_held()
    {
        GiveUncertainty("draw: [parameters]\nparameters:\n  - {names: [weight], prior: gamma, deviation: 0.1, source: judgement}\n");
        var run = Tiny("--draws", "20");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains("1 triangular within their ranges, 2 with a prior held", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_width_of_fans_is_compared_with_published_forecasts()
    {
        GiveUncertainty("draw: [shocks]\nyardsticks:\n  - {growth_of: income, forecasts: [one, two], outcome: came, unusual: [2015], source: nobody}\n");
        _tiny.Write("project.yaml", File.ReadAllText(Path.Combine(_tiny.Folder, "project.yaml")) + "data: data\n");
        Directory.CreateDirectory(Path.Combine(_tiny.Folder, "data"));
        _tiny.Write("data/growth.csv", "series,period,value\none,2014,2\none,2015,3\ntwo,2015,4\ncame,2014,2.5\ncame,2015,1\n");
        var run = Tiny("--draws", "50", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var first = Assert.Single(run.Json.GetProperty("yardsticks").EnumerateArray());
        Assert.Equal((2023, 1), (first.GetProperty("year").GetInt32(), first.GetProperty("years_ahead").GetInt32()));
        Assert.Equal(Math.Sqrt((0.25 + 4.0) / 2.0), first.GetProperty("errors").GetProperty("root_mean_square").GetDouble(), 1e-12);
        Assert.Equal(0.5, first.GetProperty("usual").GetProperty("root_mean_square").GetDouble(), 1e-12);
        Assert.Contains("2023, 1 year ahead", Tiny("--draws", "50").Output, StringComparison.Ordinal);
        Assert.All(Tiny("--draws", "50").Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        _tiny.Write("uncertainty.yaml", "draw: [shocks]\nyardsticks:\n  - {growth_of: income, forecasts: [won], outcome: came, source: nobody}\n");
        Assert.Contains("PL0418", Tiny("--draws", "50").Error, StringComparison.Ordinal);
        _tiny.Write("uncertainty.yaml", "draw: [shocks]\nyardsticks:\n  - {growth_of: incom, forecasts: [one], outcome: came, source: nobody}\n");
        Assert.Contains("PL0507", Tiny("--draws", "50").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_forecasts_that_cannot_be_read_is_named_and_not_only_its_series()
    {
        GiveUncertainty("draw: [shocks]\nyardsticks:\n  - {growth_of: income, forecasts: [one], outcome: came, source: nobody}\n");
        _tiny.Write("project.yaml", File.ReadAllText(Path.Combine(_tiny.Folder, "project.yaml")) + "data: data\n");
        Directory.CreateDirectory(Path.Combine(_tiny.Folder, "data"));
        _tiny.Write("data/growth.csv", "series,period,value\none,2014,two\ncame,2014,2.5\n");
        Assert.Contains("growth.csv:2:10: error PL0404", Tiny("--draws", "50").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Draws_are_shown_where_a_condition_holds_unless_too_few_are_left()
    {
        GiveHistory();
        var run = Tiny("--draws", "1000", "--given", "income < 20 at 2023Q4", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        int kept = run.Json.GetProperty("given").GetProperty("draws").GetInt32();
        Assert.InRange(kept, 100, 999);
        var last = run.Json.GetProperty("fans").EnumerateArray().Last(f => f.GetProperty("variable").GetString() == "income");
        Assert.All(last.GetProperty("quantiles").EnumerateObject(), q => Assert.InRange(q.Value.GetDouble(), 0.0, 20.0));
        Assert.InRange(last.GetProperty("mean").GetDouble(), 0.0, 20.0);
        var few = Tiny("--draws", "50", "--given", "income < 20 at 2023Q4");
        Assert.Equal(ExitCode.BadInput, few.Code);
        Assert.Contains("PL0546", few.Error, StringComparison.Ordinal);
        Assert.Contains("--draws", few.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tornado_divides_the_variance_among_independent_sources_and_groups()
    {
        GiveHistory();
        var run = Tiny("--draws", "400", "--risk", "S1=30%", "--tornado", "income", "--at", "2023Q4", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var tornado = run.Json.GetProperty("tornado");
        double[] shares = [.. tornado.GetProperty("sources").EnumerateArray().Select(s => s.GetProperty("share").GetDouble())];
        Assert.Equal(2, shares.Length);
        Assert.Equal(1.0, shares.Sum(), 1e-9);
        Assert.All(shares, s => Assert.InRange(s, 0.01, 0.99));

        // The model is linear, and has one block with shocks.
        Assert.Equal(shares[0], Assert.Single(tornado.GetProperty("groups").EnumerateArray()).GetProperty("share").GetDouble(), 1e-9);
        string text = Tiny("--draws", "200", "--tornado", "income", "--correlations").Output;
        Assert.Contains("#", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("PL0548", Tiny("--draws", "20", "--tornado", "cost").Error, StringComparison.Ordinal);
        Assert.Contains("PL0506", Tiny("--draws", "20", "--tornado", "income", "--at", "2031Q1").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Fan_charts_are_written_as_a_picture()
    {
        GiveHistory();
        var run = Tiny("--draws", "50", "--svg", "fans.svg");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var svg = System.Xml.Linq.XDocument.Load(Path.Combine(_tiny.Folder, "fans.svg"));
        Assert.Equal(4, svg.Descendants().Count(e => e.Name.LocalName == "polygon"));
    }
}
