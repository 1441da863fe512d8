using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Data;
using Plenum.Workspace.History;

namespace Plenum.Tests.Workspace.History;

/// <summary>A baseline of two places whose spending follows an index; data exist for one place, and for income.</summary>
public sealed class BaselineBuilderTests
{
    private const string Model = """
        model places "Two places"
        frequency quarterly

        set place "Places" = north "the north", south "the south"

        block demand "Demand"

          exogenous climate : index "Climate"

          behavioural spending[p in place] : index "Spending in {p}"
            spending[p] = 0.5 * spending[p](-1) + climate
            add-factor additive

          identity income : index "Income"
            income = spending[north] + spending[south]

        """;

    private const string Settings = """
        model: [model.plenum]
        baseline:
          start_values: start.csv
          exogenous: exogenous.csv
          add_factors: add_factors.csv
          assumptions: assumptions.yaml
        start: 2020Q1
        end: 2023Q4
        scenario_start: 2022Q1
        history_end: 2021Q4

        """;

    private const string Assumptions = """
        working:
          start_values: working/start.csv
          exogenous: working/exogenous.csv
          add_factors: working/add_factors.csv
        exogenous:
          - name: climate
            path: { 2022Q1: 1, 2022Q3: 3 }
            source: nobody
        add_factors:
          - equations: [spending]
            rule: fade
            left: 0.5
            towards: 1
            over: 2

        """;

    private const string Observed = """
        measurements:
        - variable: spending[north]
          value: north
          endogenise: add_factor(spending[north])

        """;

    [Fact]
    public void History_meets_the_data_and_the_rule_carries_on()
    {
        var built = Build(Assumptions, Observed);
        var paths = built.Paths;
        Assert.Equal([3, 5, 4, 6, 3, 5, 4, 6], Enumerable.Range(0, 8).Select(t => paths["spending[north]", Period.Quarter(2020, 1) + t]));
        // The residual of 6 = 0.5 * 4 + 1 is 3, that of 4 = 0.5 * 5 + 1 is 0.5; their mean 1.75 fades half-way to 1 a quarter.
        Assert.Equal(3, paths["add_factor(spending[north])", Period.Quarter(2021, 4)], 1e-12);
        Assert.Equal([1.375, 1.1875, 1.09375], Enumerable.Range(0, 3).Select(t => paths["add_factor(spending[north])", Period.Quarter(2022, 1) + t]));
        Assert.Equal([1, 2, 3, 3], Enumerable.Range(0, 4).Select(t => paths["climate", Period.Quarter(2022, 1) + t]));
        Assert.Equal(0, built.Fits.Single().Worst);
        Assert.Equal((AddFactorBasis.Data, 8), built.AddFactors.Select(a => (a.Basis, a.Observed)).First());
        Assert.Equal((AddFactorBasis.Working, 0), built.AddFactors.Select(a => (a.Basis, a.Observed)).Last());
    }

    [Fact]
    public void A_shared_surprise_settles_where_follower_and_leader_agree()
    {
        var built = Build(
            Assumptions + "shared:\n  - add_factor: spending[south]\n    with: spending[north]\n    weight: 1.5\n",
            "measurements:\n- variable: income\n  value: north\n  endogenise: add_factor(spending[north])\n");
        for (var period = Period.Quarter(2020, 1); period <= Period.Quarter(2021, 4); period += 1)
        {
            Assert.Equal(0.2 + (1.5 * (built.Paths["add_factor(spending[north])", period] - 0.1)), built.Paths["add_factor(spending[south])", period], 1e-12);
        }

        Assert.Equal(6, built.Paths["income", Period.Quarter(2021, 4)], 1e-12);
    }

    [Fact]
    public void A_judgement_leads_the_forecast_and_its_size_is_told()
    {
        var built = Build(Assumptions + "judgement:\n  variable: income\n  path: { 2022Q2: 10 }\n  add_factor: spending[north]\n  reason: because\n", Observed);
        var paths = built.Paths;
        double before = paths["income", Period.Quarter(2021, 4)];
        Assert.Equal([(before + 10) / 2, 10, 10], Enumerable.Range(0, 3).Select(t => Math.Round(paths["income", Period.Quarter(2022, 1) + t], 12)));
        Assert.Equal(paths["add_factor(spending[north])", Period.Quarter(2022, 1)] - 1.375, built.Judgement!.Size[0], 1e-12);
        Assert.Equal(8, built.Judgement.Size.Count);
    }

    [Fact]
    public void Tables_written_are_the_baseline_that_was_built()
    {
        using var places = Places(Assumptions, Observed);
        var findings = new DiagnosticBag();
        var (project, built) = Build(places, findings);
        Assert.NotEmpty(BaselineTables.Differences(project, built!, []));
        BaselineTables.Write(project, built!);
        Assert.Empty(BaselineTables.Differences(project, built!, findings));
        var model = ProjectModel.Load(project, [], findings)!;
        var solved = new Runner(project, model, TimeProvider.System).SolveBaseline(Baseline.Read(project, model, findings)!);
        Assert.False(findings.HasErrors);
        Assert.Equal(built!.Paths["income", project.End], solved.Paths["income", project.End], 1e-12);
    }

    [Fact]
    public void Start_levels_scale_what_lies_before()
    {
        var built = Build(Assumptions + "start_levels:\n  - name: spending[south]\n    level: 8\n    source: nobody\n", Observed);
        Assert.Equal((6, 8), (built.Paths["spending[south]", Period.Quarter(2019, 3)], built.Paths["spending[south]", Period.Quarter(2019, 4)]));
    }

    [Fact]
    public void An_empty_file_of_assumptions_or_measurements_is_named()
    {
        Assert.Contains(Findings("", Observed), f => f.Contains("assumptions.yaml:1:1: error PL0504: the file is empty.", StringComparison.Ordinal));
        Assert.Contains(Findings(Assumptions, ""), f => f.Contains("observed.yaml:1:1: error PL0504: the file is empty.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_percentage_in_place_of_a_share_is_warned_of()
    {
        using var places = Places(Assumptions.Replace("2022Q3: 3", "2022Q3: 30", StringComparison.Ordinal), Observed);
        places.Write("model.plenum", Model.Replace("exogenous climate : index", "exogenous climate : share", StringComparison.Ordinal));
        var findings = new DiagnosticBag();
        Build(places, findings);
        Assert.Contains(findings, f => f.Code == WorkspaceCodes.LargeShare && f.ToString().Contains("write 0.3 if 30 per cent is meant", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_mistake_in_assumptions_is_reported_at_once() => Snapshot.Match(string.Join("\n\n",
        Findings("worker: 1\nexogenous:\n  - name: climate\n    path: { 2022: 1, 2022Q3: x, 2022Q2: 1 }\n    growth: { 2022Q1: 0.1 }\nadd_factors:\n  - equations: [spending]\n    rule: fades\n  - equations: [spending]\n    rule: fade\njudgement:\n  variable: income\n", Observed)
            .Concat(Findings(Assumptions.Replace("climate", "climates", StringComparison.Ordinal) + "  - equations: [spending]\n    rule: hold\nshared:\n  - add_factor: income\n    with: spending[north]\njudgement:\n  variable: climate\n  path: { 2022Q1: 1 }\n  add_factor: spending[west]\n  reason: because\n", Observed))
            .Concat(Findings(Assumptions, Observed + "- variable: incomes\n  value: north\n- variable: income\n  value: every_month(north)\n- variable: income\n  value: gappy\n  endogenise: climate\n- variable: income\n  value: until(north, 2019Q4)\n"))
            .Concat(Findings(Assumptions, Observed + "- variable: spending[north]\n  value: north\n  endogenise: climate\n"))), "Workspace/assumption_mistakes.txt");

    private static IEnumerable<string> Findings(string assumptions, string observed)
    {
        using var places = Places(assumptions, observed);
        var findings = new DiagnosticBag();
        var (_, built) = Build(places, findings);
        Assert.Null(built);
        return findings.Select(f => f.ToString());
    }

    private static BuiltBaseline Build(string assumptions, string observed)
    {
        using var places = Places(assumptions, observed);
        var findings = new DiagnosticBag();
        var (_, built) = Build(places, findings);
        Assert.True(built is not null, string.Join("\n", findings));
        return built;
    }

    private static (Project Project, BuiltBaseline? Built) Build(TinyProject places, DiagnosticBag findings)
    {
        var opened = places.Open();
        Assert.True(opened.Project is not null, string.Join("\n", opened.Diagnostics));
        var model = ProjectModel.Load(opened.Project, [], findings)!;
        var data = ProjectData.Read(opened.Project);
        findings.AddRange(data.Findings.Where(f => f.Severity == Severity.Error));
        return (opened.Project, BaselineBuilder.Build(opened.Project, model, data, findings));
    }

    private static TinyProject Places(string assumptions, string observed)
    {
        var places = new TinyProject();
        places.Write("model.plenum", Model);
        places.Write("project.yaml", Settings);
        places.Write("assumptions.yaml", assumptions);
        places.Write("working/start.csv", "name,2019Q3,2019Q4\nspending[north],2,2\nspending[south],3,4\nincome,5,6\n");
        places.Write("working/exogenous.csv", $"name,{string.Join(',', TinyProject.Periods)}\n{TinyProject.Row("climate", "1")}");
        places.Write("working/add_factors.csv", $"name,{string.Join(',', TinyProject.Periods)}\n{TinyProject.Row("spending[north]", "0.1")}{TinyProject.Row("spending[south]", "0.2")}");
        foreach (string old in new[] { "start.csv", "exogenous.csv" }) { File.Delete(Path.Combine(places.Folder, old)); }
        places.Write("data/north.csv", "series,period,value\n" + string.Concat(Enumerable.Range(0, 12).Select(t => $"north,{Period.Quarter(2019, 1) + t},{new[] { 3, 5, 4, 6 }[t % 4]}\n")) + "gappy,2020Q1,1\ngappy,2020Q3,2\n");
        places.Write("data/observed.yaml", observed);
        return places;
    }
}
