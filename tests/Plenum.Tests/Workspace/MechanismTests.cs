using Plenum.Language.Diagnostics;
using Plenum.Workspace;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Mechanisms;

namespace Plenum.Tests.Workspace;

public class MechanismTests
{
    public const string Map = """
        mechanisms:
          - id: M1
            title: Spending to income
            cause: spending
            effect: income
            chain: Spending is income, and part of it is spent again.
            equations: [income, consumption]
            observable: The accounts of the nation.
            experiments:
              - run: S1
                measures:
                  - variable: income
                    at: [1, 4]
                    sign: positive
              - name: rate +1 point
                changes:
                  - exogenous: rate
                    add: 0.01
                measures:
                  - variable: income
                    at: 1
                    sign: negative
                    known: income does not depend on the rate.

        """;

    [Fact]
    public void A_mechanism_is_read_with_its_equations_and_experiments()
    {
        using var tiny = WithMap(Map);
        var findings = new DiagnosticBag();
        var project = tiny.Open().Project!;
        var map = MechanismMap.Read(project, findings);
        var bound = Assert.Single(map.Bind(map.All, tiny.Bind(), findings));
        Assert.Empty(findings.Select(f => f.ToString()));
        Assert.Equal(("M1", "spending", "income"), (bound.Mechanism.Id, bound.Mechanism.Cause, bound.Mechanism.Effect));
        Assert.Equal(["income", "consumption"], bound.Equations.Select(e => e.Name).OrderDescending(StringComparer.Ordinal));
        Assert.Equal(["S1", "rate +1 point"], bound.Expectations.Select(e => e.Expectation.Experiment.Name));
        Assert.Same(map.Find("m1"), bound.Mechanism);
        Assert.Null(map.Find("M2"));
    }

    [Fact]
    public void A_link_is_measured_at_both_ends_by_the_experiment_of_its_mechanism()
    {
        using var tiny = WithMap(Map.Replace("    observable:", "    links: [\"income -> consumption\", \"rate -> income\"]\n    observable:", StringComparison.Ordinal));
        var findings = new DiagnosticBag();
        var project = tiny.Open().Project!;
        var model = tiny.Bind();
        var map = MechanismMap.Read(project, findings);
        var bound = Assert.Single(map.Bind(map.All, model, findings));
        Assert.Empty(findings.Select(f => f.ToString()));
        var runner = new Runner(project, model, TimeProvider.System);
        var laboratory = new Laboratory(runner, runner.SolveBaseline(Baseline.Read(project, model, findings)!).Paths);
        var links = MeasuredLink.Of(new MeasuredMechanism(bound, [.. bound.Expectations.Select(e => laboratory.Measure(e))]), laboratory);
        Assert.Equal([1, 0], links.Select(l => l.Sign));
        Assert.True(links[0].To > 0.0);
    }

    [Fact]
    public void A_link_that_is_no_arrow_or_leads_nowhere_is_reported()
    {
        using var tiny = WithMap(Map.Replace("    observable:", "    links: [\"income to consumption\", \"rate -> incom\"]\n    observable:", StringComparison.Ordinal));
        string found = tiny.Findings();
        Assert.Contains("'income to consumption' is not an arrow between two variables.", found, StringComparison.Ordinal);
        Assert.Contains("the model has no name 'incom'.", found, StringComparison.Ordinal);
        Assert.Contains("did you mean 'income'?", found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_a_map_has_no_mechanisms()
    {
        using var tiny = new TinyProject();
        Assert.Empty(MechanismMap.Read(tiny.Open().Project!, []).All);
    }

    [Fact]
    public void Every_mistake_of_a_map_is_reported_at_once()
    {
        using var tiny = WithMap("""
            mechanisms:
              - id: M1
                title: Untested
                cause: a
                effect: b
                chain: c
                equations: [incom, rate, propensity]
              - id: m1
                titel: Twice
                experiments:
                  - measures:
                      - variable: income
                        at: 1
                        low: 0
                  - run: [S1, S2]
                    measures:
                      - variable: income
                        at: 1
                        low: 0
                  - run: S1
                  - changes:
                      - exogenous: income
                        add: 1
                    measures:
                      - variable: income
                        at: 1
                        low: 0
            """);
        Snapshot.Match(tiny.Findings(), "Workspace/mechanism_mistakes.txt");
    }

    [Fact]
    public void A_map_that_is_not_there_is_reported()
    {
        using var tiny = new TinyProject();
        tiny.Write("project.yaml", TinyProject.Settings + "mechanisms: map.yaml\n");
        Assert.Contains("error PL0511: there is no file 'tiny/map.yaml'.", tiny.Findings(), StringComparison.Ordinal);
    }

    /// <summary>The tiny project with a mechanism map.</summary>
    internal static TinyProject WithMap(string map)
    {
        var tiny = new TinyProject();
        tiny.Write("project.yaml", TinyProject.Settings + "mechanisms: mechanisms.yaml\n");
        tiny.Write("mechanisms.yaml", map);
        return tiny;
    }
}
