using System.Text.RegularExpressions;
using Plenum.Engine;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Tests.Workspace;
using Plenum.Workspace;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Mechanisms;
using Plenum.Workspace.Scenarios;

namespace Plenum.Tests.China;

/// <summary>The scenarios of the China model and what is expected of them, and its mechanisms, measured on the baseline as it lies in the repository.</summary>
public sealed partial class CatalogueTests
{
    private static readonly Lazy<Catalogue> Shared = new(Catalogue.Open);

    private static Catalogue China => Shared.Value;

    [Fact]
    public void Every_scenario_is_solved_and_its_accounts_balance() => Assert.All(China.Scenarios, scenario =>
    {
        var solution = China.Laboratory.Runner.SolveScenario(China.Laboratory.Baseline, China.Plan(scenario.Id)).Solution;
        Assert.True(solution.Outcome.IsSolved, $"{scenario.Id}: {solution.Outcome}");
        Assert.InRange(solution.AccountError!.Size, 0.0, 1e-9);
    });

    [Fact]
    public void Every_scenario_says_what_is_expected_and_who_says_so() => Assert.All(China.Scenarios, scenario =>
    {
        Assert.True(scenario.Description.Length > 100 && scenario.Literature is not null, scenario.Id);
        Assert.NotEmpty(scenario.Expected);
        Assert.All(scenario.Expected, e => Assert.False(string.IsNullOrEmpty(e.Source), $"{scenario.Id}: {e.Measure.Quantity.Name}"));
    });

    [Fact]
    public void Every_expectation_of_a_scenario_can_be_measured()
    {
        var binder = new ExperimentBinder(China.Project, China.Laboratory.Runner.Model, China.Findings);
        var measured = China.Scenarios.Concat(China.Probes).SelectMany(s => s.Expected).Select(e => China.Laboratory.Measure(binder.Bind(e)!)).ToList();
        Assert.Empty(China.Findings.Select(f => f.ToString()));
        Assert.All(measured, m => Assert.True(m.Value is { } value && Math.Abs(value) > Bounds.Nothing, Words(m)));
    }

    [Fact]
    public void Decoupling_is_its_three_parts_together()
    {
        var parts = China.Plan("S01+S03+S04").Changes;
        Assert.Equal(parts, China.Plan("S25").Changes);
    }

    [Fact]
    public void What_vehicles_owe_less_is_what_banks_lose()
    {
        var (with, start) = China.With("shock: vehicle_write_off_rate\n    add: 0.02");
        double written = 0.02 * China.Laboratory.Baseline["vehicle_debt", start - 1];
        Assert.Equal(-written, Change(with, "vehicle_debt", start), 1e-9);
        Assert.Equal(-written, Change(with, "bank_net_worth", start), 1e-9);
        Assert.Equal(0.0, Change(with, "household_deposits", start), 1e-9);
    }

    [Fact]
    public void Owners_pay_the_tax_on_dwellings_and_local_governments_receive_it()
    {
        var (with, start) = China.With("shock: property_tax_rate\n    add: 0.01");
        double tax = 0.01 / 4.0 * China.Laboratory.Baseline["housing_wealth", start - 1];
        Assert.InRange(tax, 0.1, 2.0);
        Assert.Equal(tax, Change(with, "local_tax_revenue", start), 0.05 * tax);
        Assert.Equal(-tax, Change(with, "household_income", start), 0.25 * tax);
        Assert.Equal(-tax, Change(with, "local_bonds", start), 0.05 * tax);
        Assert.True(Change(with, "local_funding_gap", start) < 0.0);
    }

    [Fact]
    public void All_twenty_two_mechanisms_are_described_and_measured()
    {
        Assert.Equal(Enumerable.Range(1, 22).Select(i => $"M{i}"), China.Mechanisms.Select(m => m.Mechanism.Id));
        Assert.All(China.Mechanisms, m =>
        {
            Assert.NotEmpty(m.Bound.Equations);
            Assert.InRange(m.Measures.Count, 3, 20);
            Assert.True(m.Mechanism.Chain.Length > 60 && m.Mechanism.Observable is not null, m.Mechanism.Id);
        });
    }

    /// <summary>A sign or a profile that fails without a reason in the map, or one that has a reason but holds, is a finding.</summary>
    [Fact]
    public void All_signs_and_profiles_hold_but_those_that_are_marked_with_a_reason()
    {
        var wrong = China.Mechanisms.SelectMany(m => m.Measures.Where(x => x.Holds == (x.Expectation.Known is not null)).Select(x => $"{m.Mechanism.Id} {Words(x)} {(x.Holds ? "holds although it is marked" : "does not hold")}"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_measure_of_a_mechanism_is_vacuous() => Assert.All(China.Mechanisms.SelectMany(m => m.Measures), m =>
    {
        Assert.True(m.Value is not null, Words(m));
        bool mayBeNothing = m.Expectation.Bounds.Contains(0.0) && m.Expectation.Bounds is { Low: not null, High: not null };
        Assert.True(mayBeNothing || Math.Abs(m.Value!.Value) > Bounds.Nothing, Words(m));
    });

    [Fact]
    public void Most_mechanisms_hold_without_reserve() => Assert.InRange(China.Mechanisms.Count(m => m.Holds), 15, 22);

    [Fact]
    public void The_documents_tell_every_scenario_and_every_mechanism()
    {
        Assert.Equal(China.Scenarios.Concat(China.Probes).Select(s => $"{s.Id} {s.Title}"), Headings("scenarios.md"));
        Assert.Equal(China.Mechanisms.Select(m => $"{m.Mechanism.Id} {m.Mechanism.Title}"), Headings("mechanisms.md"));

        static IEnumerable<string> Headings(string file) => Heading().Matches(Repository.Read("docs", "china", file)).Select(m => m.Groups[1].Value);
    }

    private static double Change(Paths with, string name, Period period) => with[name, period] - China.Laboratory.Baseline[name, period];

    private static string Words(Measured m) => $"{m.Bound.Label} ({m.Expectation.Experiment.Name}, {m.Expectation.Span}): {m.Value} where {m.Expectation.Bounds} is expected";

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    /// <summary>The project with its solved baseline.</summary>
    private sealed record Catalogue(Project Project, Laboratory Laboratory, DiagnosticBag Findings, IReadOnlyList<Scenario> Scenarios, IReadOnlyList<Scenario> Probes, IReadOnlyList<MeasuredMechanism> Mechanisms)
    {
        public static Catalogue Open()
        {
            var findings = new DiagnosticBag();
            var project = Project.Open(ChinaFiles.Folder).Project!;
            var model = ProjectModel.Load(project, [], findings)!;
            var runner = new Runner(project, model, TimeProvider.System);
            var laboratory = new Laboratory(runner, runner.SolveBaseline(Baseline.Read(project, model, findings)!).Paths);
            var map = MechanismMap.Read(project, findings);
            var mechanisms = map.Bind(map.All, model, findings).Select(b => new MeasuredMechanism(b, [.. b.Expectations.Select(e => laboratory.Measure(e))])).ToList();
            return new Catalogue(project, laboratory, findings, project.Scenarios.All(findings), [.. project.Scenarios.Probes(findings).Where(p => p.Expected.Count > 0)], mechanisms);
        }

        public ScenarioPlan Plan(string name) => new ScenarioBinder(Laboratory.Runner.Model, Project.Scenarios, Findings).Bind(name)!;

        /// <summary>The path with one change in the first period of the scenarios.</summary>
        public (Paths Paths, Period Start) With(string change)
        {
            var source = new SourceText("change.yaml", $"id: x\ntitle: x\nchanges:\n  - {change}\n");
            var scenario = ScenarioReader.Read(source, Project.Scenarios.Window, Findings)!;
            var plan = new ScenarioBinder(Laboratory.Runner.Model, Project.Scenarios, Findings).Bind([scenario])!;
            return (Laboratory.Runner.SolveScenario(Laboratory.Baseline, plan).Solution.Paths, Project.ScenarioStart);
        }
    }
}
