using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.History;

namespace Plenum.Tests.Workspace;

/// <summary>Simulations and counterfactuals of a history of three equations: consumption = 0.5 income(-1) + add-factor, income = consumption + 10.</summary>
public sealed class HistoryTests
{
    private static readonly Period From = Period.Quarter(2022, 1);
    private static readonly Period To = Period.Quarter(2022, 4);

    [Theory]
    [InlineData(AddFactorRule.Mean, 2.5)]
    [InlineData(AddFactorRule.Hold, 4.0)]
    [InlineData(AddFactorRule.Zero, 0.0)]
    public void A_simulation_goes_on_from_history_with_the_add_factor_of_its_rule(AddFactorRule rule, double addFactor)
    {
        using var tiny = Tiny("1", "2", "3", "4");
        var run = tiny.Run("S1");
        var simulation = DynamicSimulation.Run(Runner(run), run.Baseline.Paths, Options(rule));
        Assert.True(simulation.Outcome.IsSolved, simulation.Outcome.ToString());
        double income = run.Baseline.Paths["income", From - 1];
        for (var period = From; period <= To; period += 1)
        {
            income = (0.5 * income) + addFactor + 10.0;
            Assert.Equal(income, simulation.Paths["income", period], 1e-12);
        }
    }

    [Fact]
    public void Add_factors_that_never_change_simulate_history_itself()
    {
        using var tiny = Tiny("2", "2", "2", "2");
        var run = tiny.Run("S1");
        var simulation = DynamicSimulation.Run(Runner(run), run.Baseline.Paths, Options(AddFactorRule.Mean));
        Always(period => Assert.Equal(run.Baseline.Paths["income", period], simulation.Paths["income", period], 1e-12));
    }

    [Fact]
    public void History_stays_as_it_is_and_so_does_what_follows_a_simulation()
    {
        using var tiny = Tiny("1", "2", "3", "4");
        var run = tiny.Run("S1");
        double[] before = [.. run.Baseline.Paths.Values];
        var simulation = DynamicSimulation.Run(Runner(run), run.Baseline.Paths, Options(AddFactorRule.Zero));
        Assert.Equal(before, run.Baseline.Paths.Values);
        Assert.Equal(run.Baseline.Paths["income", To + 1], simulation.Paths["income", To + 1]);
    }

    [Fact]
    public void A_rule_for_one_name_counts_before_that_of_its_family()
    {
        var symbol = new TinyProject().Bind().Find("spending[north]")!;
        var options = Options(AddFactorRule.Mean) with { Rules = new Dictionary<string, AddFactorRule> { ["spending"] = AddFactorRule.Zero, ["spending[north]"] = AddFactorRule.Hold } };
        Assert.Equal(AddFactorRule.Hold, options.RuleOf(symbol));
        Assert.Equal(AddFactorRule.Zero, options.RuleOf(symbol with { Name = "spending[south]" }));
        Assert.Equal(AddFactorRule.Mean, options.RuleOf(symbol with { Name = "cost", Family = "cost" }));
    }

    [Fact]
    public void A_mean_that_reaches_into_the_simulation_is_refused()
    {
        using var tiny = Tiny("1", "2", "3", "4");
        var run = tiny.Run("S1");
        Assert.Throws<ArgumentException>(() => DynamicSimulation.Run(Runner(run), run.Baseline.Paths, Options(AddFactorRule.Mean) with { MeanTo = From }));
    }

    [Fact]
    public void A_counterfactual_keeps_a_proportion_and_lets_the_rest_follow()
    {
        using var tiny = Tiny("1", "2", "3", "4");
        var run = tiny.Run("S1");
        var (model, history) = (run.Model, run.Baseline.Paths);
        var counterfactual = new Counterfactual([new HeldShare(model.Find("consumption")!.Column, model.Find("spending[north]")!.Column)], From, To).Run(Runner(run), history);
        Assert.True(counterfactual.Outcome.IsSolved, counterfactual.Outcome.ToString());
        double consumption = history["consumption", From - 1];
        for (var period = From; period <= To; period += 1)
        {
            Assert.Equal(consumption, counterfactual.Paths["consumption", period], 1e-12);
            Assert.Equal(consumption + 10.0, counterfactual.Paths["income", period], 1e-12);
        }
    }

    private static Runner Runner(Run run) => new(run.Project, run.Model, TimeProvider.System);

    private static DynamicSimulationOptions Options(AddFactorRule rule) =>
        new() { From = From, To = To, MeanFrom = From - 4, MeanTo = From - 1, Rules = new Dictionary<string, AddFactorRule> { ["consumption"] = rule } };

    private static void Always(Action<Period> holds)
    {
        for (var period = From; period <= To; period += 1) { holds(period); }
    }

    /// <summary>Add-factors of consumption in the four quarters before the simulation; in all others they are those of the last.</summary>
    private static TinyProject Tiny(params string[] year)
    {
        var tiny = new TinyProject();
        tiny.Write("project.yaml", TinyProject.Settings.Replace("  exogenous: exogenous.csv", "  exogenous: exogenous.csv\n  add_factors: add.csv", StringComparison.Ordinal));
        tiny.Write("add.csv", $"name,{string.Join(',', TinyProject.Periods)}\nconsumption,{string.Join(',', TinyProject.Periods.Select((_, i) => i is >= 4 and < 8 ? year[i - 4] : year[3]))}\n");
        return tiny;
    }
}
