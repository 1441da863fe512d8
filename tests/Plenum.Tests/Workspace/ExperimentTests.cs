using Plenum.Language.Diagnostics;
using Plenum.Workspace;
using Plenum.Workspace.Experiments;

namespace Plenum.Tests.Workspace;

/// <summary>Experiments on an economy in which two more spent raise income by 2, 3, 3.5, ... and income is 20 in the baseline.</summary>
public class ExperimentTests
{
    [Theory]
    [InlineData("variable: income\n    at: 1", 10.0)]
    [InlineData("variable: income\n    kind: amount\n    at: 2", 3.0)]
    [InlineData("variable: income / 20\n    kind: points\n    at: 1", 10.0)]
    [InlineData("variable: income\n    kind: amount\n    at: 1..2\n    take: sum", 5.0)]
    [InlineData("variable: income\n    at: 1..2\n    take: mean", 12.5)]
    [InlineData("variable: income\n    at: [1, 3]\n    take: largest", 17.5)]
    [InlineData("variable: income\n    at: 1..3\n    take: peak", 3.0)]
    [InlineData("variable: income\n    at: 1\n    take: share\n    of: 3", 10.0 / 17.5)]
    [InlineData("variable: income\n    over: spending[north]\n    at: 1", 10.0 / 50.0)]
    [InlineData("variable: income\n    kind: amount\n    over: spending[north]\n    at: 1..2\n    take: sum", 1.25)]
    [InlineData("variable: income\n    kind: amount\n    less: S2\n    at: 2", -3.0)]
    [InlineData("variable: income\n    ratio_to: S2\n    at: 2", 0.5)]
    [InlineData("variable: income\n    kind: amount\n    less:\n      run: S1\n      under:\n        changes: [{parameter: propensity, set: 0}]\n    at: 3", 1.5)]
    public void A_measure_is_the_number_that_one_finds_by_hand(string measure, double expected)
    {
        var measured = Measure($"  - {measure}\n    low: -100\n    high: 100");
        Assert.Equal(expected, measured.Value!.Value, 9);
        Assert.True(measured.Holds);
    }

    [Theory]
    [InlineData("at: [1, 2]\n    low: 10\n    high: 15", true)]
    [InlineData("at: [1, 2]\n    low: 10\n    high: 14.9", false)]
    [InlineData("at: [1, 2]\n    low: 14\n    high: 16", false)]
    [InlineData("at: [1, 2]\n    low: 14\n    high: 16\n    take: any", true)]
    [InlineData("at: [1, 2]\n    low: 20\n    take: any", false)]
    [InlineData("at: 1\n    high: 9", false)]
    [InlineData("at: 1\n    low: 0", true)]
    [InlineData("at: 1\n    sign: positive", true)]
    [InlineData("at: 1\n    sign: negative", false)]
    public void A_number_holds_where_it_is_expected(string expectation, bool holds) => Assert.Equal(holds, Measure($"  - variable: income\n    {expectation}").Holds);

    [Fact]
    public void Of_several_quarters_the_one_that_decides_is_told()
    {
        Assert.Equal((17.5, 3), Decides("at: [1, 2, 3]\n    high: 12"));
        Assert.Equal((10.0, 1), Decides("at: [1, 2, 3]\n    high: 12\n    take: any"));

        static (double, int) Decides(string expectation)
        {
            var measured = Measure($"  - variable: income\n    {expectation}");
            return (Math.Round(measured.Value!.Value, 9), measured.Quarter!.Value);
        }
    }

    [Fact]
    public void Nothing_is_no_sign()
    {
        Assert.False(Bounds.Positive.Contains(0.0));
        Assert.False(Bounds.Negative.Contains(-Bounds.Nothing / 2.0));
        Assert.True(new Bounds(-1.0, 1.0).Contains(0.0));
        Assert.False(new Bounds(-1.0, null).Contains(null));
        Assert.False(new Bounds(-1.0, null).Contains(double.NaN));
    }

    [Fact]
    public void A_quotient_by_nothing_cannot_be_had()
    {
        var measured = Measure("  - variable: income\n    over: spending[south]\n    at: 1\n    low: -1");
        Assert.Null(measured.Value);
        Assert.False(measured.Holds);
    }

    [Fact]
    public void The_same_changes_are_solved_once()
    {
        using var tiny = new TinyProject();
        var (laboratory, bound) = Prepare(tiny, "  - variable: income\n    at: 1\n    low: 0\n  - variable: cost\n    at: 1\n    low: 0\n  - variable: income\n    at: 1\n    less: {changes: [{exogenous: \"spending[north]\", add: 2}]}\n    low: 0");
        foreach (var expectation in bound) { laboratory.Measure(expectation); }
        Assert.Equal(1, laboratory.Solves);
        laboratory.Measure(bound[0]);
        Assert.Equal(1, laboratory.Solves);
    }

    [Fact]
    public void Every_mistake_of_an_expectation_is_reported_at_once()
    {
        using var tiny = new TinyProject();
        tiny.Write("scenarios/bad.yaml", """
            id: bad
            title: Mistakes
            changes:
              - exogenous: rate
                add: 0.01
            expected:
              - variable: incom
                at: 1
                low: 0
              - variable: income +
                at: 1
                low: 0
              - variable: income + rate
                at: 1
                low: 0
              - variable: rate
                at: 1
                low: 0
              - variable: income
                at: 1
              - variable: income
                at: 1
                low: 2
                high: 1
              - variable: income
                at: 1
                sign: positive
                high: 1
              - variable: income
                at: 1
                sign: upwards
              - variable: income
                at: 2021Q1
                low: 0
              - variable: income
                at: 0
                low: 0
              - variable: income
                at: 4..2
                low: 0
              - variable: income
                at: [1, 13]
                low: 0
              - variable: income
                at: 4
                of: 8
                low: 0
              - variable: income
                at: 4
                take: share
                low: 0
              - variable: income
                at: 4
                take: share
                of: 4
                low: 0
              - variable: income
                at: 4
                less: S1
                ratio_to: S2
                low: 0
              - variable: income
                at: 4
                less: S9
                low: 0
              - variable: income
                at: 4
                less: {under: S1}
                low: 0
              - variabel: income
                at: 4
                low: 0
              - more
            """);
        Snapshot.Match(tiny.Findings(), "Workspace/expectation_mistakes.txt");
    }

    private static Measured Measure(string expected)
    {
        using var tiny = new TinyProject();
        var (laboratory, bound) = Prepare(tiny, expected);
        return laboratory.Measure(Assert.Single(bound));
    }

    private static (Laboratory Laboratory, IReadOnlyList<BoundExpectation> Bound) Prepare(TinyProject tiny, string expected)
    {
        tiny.Write("scenarios/spending.yaml", $"{TinyProject.Scenario}expected:\n{expected}\n");
        tiny.WriteScenario("S2", "  - exogenous: spending[north]\n    add: 4");
        var findings = new DiagnosticBag();
        var project = tiny.Open().Project!;
        var model = ProjectModel.Load(project, [], findings)!;
        var runner = new Runner(project, model, TimeProvider.System);
        var baseline = runner.SolveBaseline(Baseline.Read(project, model, findings)!);
        var binder = new ExperimentBinder(project, model, findings);
        var bound = project.Scenarios.Find("S1", null, findings)!.Expected.Select(binder.Bind).ToList();
        Assert.Empty(findings.Select(f => f.ToString()));
        return (new Laboratory(runner, baseline.Paths), [.. bound.Select(b => b!)]);
    }
}
