using Plenum.Language.Expressions;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Claims;
using Plenum.Workspace.Experiments;

namespace Plenum.Tests.Workspace;

/// <summary>How claims are read, and how their verdicts follow.</summary>
public sealed class ClaimTests
{
    private static readonly Period At = Period.Quarter(2021, 1);

    /// <summary>The model is held against the data where there are any: what agrees with data that contradict the statement does not reproduce it.</summary>
    [Theory]
    [InlineData(5.0, 5.0, 5.0, ClaimVerdict.Holds)]
    [InlineData(5.0, 5.4, 5.9, ClaimVerdict.Holds)]
    [InlineData(5.0, 5.5, 5.0, ClaimVerdict.Holds)]
    [InlineData(5.0, 5.0, 9.0, ClaimVerdict.HoldsInDataOnly)]
    [InlineData(5.0, 5.0, null, ClaimVerdict.HoldsInDataOnly)]
    [InlineData(5.0, 9.0, 9.0, ClaimVerdict.NotReproducible)]
    [InlineData(5.0, 9.0, 5.0, ClaimVerdict.NotReproducible)]
    [InlineData(5.0, null, 5.2, ClaimVerdict.Holds)]
    [InlineData(5.0, null, 5.6, ClaimVerdict.NotReproducible)]
    [InlineData(null, 5.0, 5.2, ClaimVerdict.Holds)]
    [InlineData(null, 5.0, 5.6, ClaimVerdict.NotReproducible)]
    public void The_verdict_follows_from_what_is_stated_observed_and_modelled(double? stated, double? observed, double? fit, ClaimVerdict expected)
    {
        var score = Scored(null, Figure(stated, observed, fit, Tolerance.Within(0.5)));
        Assert.Equal(expected, score.Verdict);
        Assert.Equal(expected == ClaimVerdict.NotReproducible, score.IsRefuted);
    }

    [Fact]
    public void A_declared_reason_excuses_and_changes_no_verdict()
    {
        var score = Scored("a private calculation", Figure(5, 9, 1, Tolerance.Within(0.5)));
        Assert.Equal((ClaimVerdict.NotReproducible, false), (score.Verdict, score.IsRefuted));
    }

    [Fact]
    public void One_figure_that_fails_fails_the_claim()
    {
        var good = Figure(5, 5, 5, Tolerance.Within(0.5));
        Assert.Equal(ClaimVerdict.HoldsInDataOnly, Scored(null, good, Figure(5, 5, 6, Tolerance.Within(0.5))).Verdict);
        Assert.Equal(ClaimVerdict.Holds, Scored(null, good, Figure(5, 5, 6, null)).Verdict);
    }

    [Fact]
    public void A_range_counts_whatever_is_stated_and_its_border_belongs_to_it()
    {
        var range = Tolerance.In(new Bounds(10.9, 13.1));
        Assert.Equal(ClaimVerdict.Holds, Scored(null, Figure(12.4, 13.1, 10.9, range)).Verdict);
        Assert.Equal(ClaimVerdict.HoldsInDataOnly, Scored(null, Figure(12.4, 12.4, 13.2, range)).Verdict);
        Assert.Equal(ClaimVerdict.HoldsInDataOnly, Scored(null, Figure(null, -1, 0, Tolerance.In(Bounds.Negative))).Verdict);
    }

    [Fact]
    public void The_simulation_has_a_tolerance_of_its_own_and_no_say_in_the_verdict()
    {
        var score = Scored(null, Figure(5, 5, 5, Tolerance.Within(0.1)) with { Sim = 6.2 });
        Assert.Equal((ClaimVerdict.Holds, false), (score.Verdict, score.SimHolds));
    }

    [Fact]
    public void Every_mistake_in_the_claims_is_reported_at_once()
    {
        using var tiny = Tiny("""
            source: nobody
            simulation:
              from: 2022Q1
              to: 2022Q4
              mean_from: 2021Q1
              mean_to: 2021Q4
              hold: [income, consumptoin]
            claims:
            - id: A
              title: Nothing
              text: Nothing tests this.
              kind: number
              reason: none
            - id: B
              title: Tolerances
              text: Many figures.
              kind: numbr
              reason: none
              tolerance_fit: {low: 3, high: 1}
              figures:
                - {at: 2021Q1, stated: 1, model: income, tolerance_sim: -1}
            - id: C
              title: Figures
              text: More figures.
              kind: number
              reason: none
              figures:
                - {at: 2021Q1, stated: 1, data: sales, model: incme, tolerance_fit: 1}
                - {at: 2021Q1, data: sales, data_at: 2021M02, model: income, tolerance_fit: 1}
                - {at: 2021Q2, stated: 1, data: sum_of_months(sales), tolerance_fit: 1}
                - {at: 2031Q2, stated: 1, data: sails, tolerance_fit: 1}
                - {at: 2021Q1, stated: 1, data: growth_yoy(sails), tolerance_fit: 1}
            - id: C
              title: Again
              text: The id is taken.
              kind: number
              reason: none
              figures:
                - {at: 2021Q1, stated: 1, model: income}
            """);
        Snapshot.Match(tiny.Findings(), "Workspace/claim_mistakes.txt");
    }

    [Fact]
    public void A_simulation_does_not_know_what_it_simulates()
    {
        using var tiny = Tiny("""
            simulation: {from: 2022Q1, to: 2022Q4, mean_from: 2021Q1, mean_to: 2022Q1}
            claims: []
            """);
        Assert.Contains($"error {WorkspaceCodes.WrongSimulation}: the means of 2021Q1 to 2022Q1 and the simulation of 2022Q1 to 2022Q4 do not follow one another.", tiny.Findings(), StringComparison.Ordinal);
    }

    /// <summary>A tiny project with claims and a monthly series of 2021M01 to 2021M03.</summary>
    internal static TinyProject Tiny(string claims)
    {
        var tiny = new TinyProject();
        tiny.Write("project.yaml", $"claims: claims.yaml\n{TinyProject.Settings}");
        tiny.Write("claims.yaml", claims);
        tiny.Write("data/sales.csv", "series,period,value,unit\nsales,2021M01,4,yuan\nsales,2021M02,6,yuan\nsales,2021M03,10,yuan\n");
        return tiny;
    }

    private static ClaimScore Scored(string? known, params FigureScore[] figures) =>
        new(new Claim("C01", "Title", "Text.", ClaimKind.Number, [.. figures.Select(f => f.Figure)], null, [], "Reason.", known, default), figures, [], null);

    private static FigureScore Figure(double? stated, double? observed, double? fit, Tolerance? tolerance)
    {
        var figure = new ClaimFigure("figure", "%", At, stated, observed is null ? null : new PlacedName("sales", default), At, null, new PlacedName("income", default), null, null, tolerance, tolerance, default);
        var graph = new ExpressionGraph();
        return new FigureScore(new BoundFigure(figure, observed, null, 1.0, graph.Zero, graph), fit, null);
    }
}
