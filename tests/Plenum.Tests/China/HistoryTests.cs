using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Data;
using Plenum.Workspace.History;

namespace Plenum.Tests.China;

/// <summary>History on official data, and the forecast that goes on from it.</summary>
public sealed class HistoryTests(ITestOutputHelper output)
{
    private static readonly Lazy<(Project Project, BoundModel Model, ProjectData Data, BuiltBaseline Built)> China = new(Build);

    [Fact]
    public void Every_measured_path_is_met_and_the_accounts_add_up()
    {
        var met = China.Value.Built.Fits.Where(f => f.IsMet).ToList();
        Assert.True(met.Count >= 30, $"{met.Count} paths");
        var worst = met.MaxBy(f => f.Worst)!;
        output.WriteLine($"{met.Count} measured paths, worst {worst.Worst:E1} ({worst.Symbol.Name} in {worst.WorstAt}); accounts {China.Value.Built.Accounts}");
        Assert.All(met, f => Assert.True(f.Worst <= 1e-9, $"{f.Symbol.Name} is off by {f.Worst:E1} in {f.WorstAt}"));
        Assert.InRange(China.Value.Built.Accounts!.Size, 0.0, 1e-12);
    }

    [Fact]
    public void The_baseline_in_the_project_is_the_one_that_is_built()
    {
        var findings = new DiagnosticBag();
        var different = BaselineTables.Differences(China.Value.Project, China.Value.Built, findings);
        Assert.Empty(findings);
        Assert.True(different.Count == 0, $"{different.Count} rows differ, such as {string.Join(", ", different.Take(1))}; renew them by: plenum baseline --write");
    }

    /// <summary>
    /// Customs exports as revised, in billion dollars. Seasonal factors that are the same in every year keep the sum of all years, and leave a single
    /// year off where season and course go together: at worst 0.7 % in the pandemic year 2020.
    /// </summary>
    [Fact]
    public void Exports_have_the_level_of_customs_data_in_every_year()
    {
        var months = China.Value.Data.Data["exports_usd_revised"].Values;
        var years = Enumerable.Range(2015, 10).Select(year => (
            Year: year,
            Customs: Enumerable.Range(1, 12).Sum(m => months[Period.Month(year, m)]) / 10,
            Model: Enumerable.Range(1, 4).Sum(q => China.Value.Built.Paths["customs_exports", Period.Quarter(year, q)]))).ToList();
        foreach (var (year, customs, model) in years) { output.WriteLine($"{year}: {model:F1} against {customs:F1}, {100 * ((model / customs) - 1):F2} %"); }
        Assert.All(years, y => Assert.Equal(1.0, y.Model / y.Customs, 0.01));
        Assert.Equal(1.0, years.Sum(y => y.Model) / years.Sum(y => y.Customs), 0.002);
    }

    [Fact]
    public void Growth_and_prices_of_the_last_quarters_are_those_of_the_releases()
    {
        var paths = China.Value.Built.Paths;
        Assert.Equal([5.4, 5.4, 5.2, 4.8], Enumerable.Range(0, 4).Select(k => Math.Round(100 * paths["gdp_growth", Period.Quarter(2024, 4) + k], 9)));
        for (var period = Period.Quarter(2023, 2); period <= Period.Quarter(2025, 3); period += 1) { Assert.True(paths["deflator_inflation", period] < 0, $"{period}"); }
        Assert.True(paths["deflator_inflation", Period.Quarter(2023, 1)] > 0);
        Assert.Equal(10, paths["deflation_run", Period.Quarter(2025, 3)]);
    }

    [Fact]
    public void Every_add_factor_goes_on_by_a_rule_and_every_exogenous_path_has_a_source()
    {
        var findings = new DiagnosticBag();
        var assumptions = AssumptionsReader.Read(China.Value.Project, findings)!;
        Assert.Empty(findings);
        var ruled = assumptions.Rules.SelectMany(r => r.Equations).Select(e => e.Name).ToList();
        Assert.All(China.Value.Model.Equations.Where(e => e.AddFactor >= 0), e => Assert.True(ruled.Contains(e.Name) || ruled.Contains(e.Name.Split('[')[0]), e.Name));
        var given = assumptions.Exogenous.Select(p => p.Name.Name).ToHashSet();
        var found = China.Value.Data.Measurements.Select(m => m.Endogenise?.Name).ToHashSet();
        Assert.All(China.Value.Model.Symbols.Where(s => s.Role == Role.Exogenous), s => Assert.True(given.Contains(s.Name) || found.Contains(s.Name), s.Name));
        Assert.All(assumptions.Exogenous, p => Assert.False(string.IsNullOrWhiteSpace(p.Source), p.Name.Name));
        Assert.All(assumptions.StartLevels, l => Assert.False(string.IsNullOrWhiteSpace(l.Source), l.Name.Name));
    }

    [Fact]
    public void The_judgement_is_no_larger_than_what_is_said_of_it()
    {
        var judgement = China.Value.Built.Judgement!;
        output.WriteLine($"added to {judgement.Leader.Name}: {judgement.Size.Min():F4} to {judgement.Size.Max():F4}");
        Assert.Equal("core_consumption", judgement.Leader.Name);
        Assert.All(judgement.Size, size => Assert.InRange(size, -0.03, 0.03));
    }

    /// <summary>Variants with leads are left out, because their history depends on the future that they expect, and one that lets tariffs of the past differ.</summary>
    [Theory]
    [InlineData("partners_answer_surplus")]
    [InlineData("credit_rationing")]
    [InlineData("annual_targets")]
    public void A_variant_has_the_history_of_the_reference_version(string variant)
    {
        var findings = new DiagnosticBag();
        var project = Project.Open(ChinaFiles.Folder).Project!;
        var model = ProjectModel.Load(project, [variant], findings)!;
        var given = VariantBaseline.Prepare(project, model, Baseline.Read(project, model, findings)!, findings);
        Assert.Empty(findings);
        var solved = new Runner(project, model, TimeProvider.System).SolveBaseline(given!);
        Assert.True(solved.Outcome.IsSolved, solved.Outcome.ToString());
        Assert.InRange(solved.AccountError!.Size, 0.0, 1e-12);
        var reference = China.Value.Built.Paths;
        foreach (string name in new[] { "gdp_real", "gdp_nominal", "customs_exports", "house_price", "investment[emerging]" })
        {
            for (var period = project.Start; period <= project.HistoryEnd; period += 1) { Assert.Equal(1.0, solved.Paths[name, period] / reference[name, period], 1e-9); }
        }

        output.WriteLine($"{variant}: surplus of 2035 {100 * solved.Paths["customs_balance_ratio", project.End]:F1} % of GDP against {100 * reference["customs_balance_ratio", project.End]:F1}");
    }

    private static (Project Project, BoundModel Model, ProjectData Data, BuiltBaseline Built) Build()
    {
        var findings = new DiagnosticBag();
        var project = Project.Open(ChinaFiles.Folder).Project!;
        var model = ProjectModel.Load(project, [], findings)!;
        var data = ProjectData.Read(project);
        var built = BaselineBuilder.Build(project, model, data, findings);
        Assert.True(built is not null, string.Join("\n", findings));
        return (project, model, data, built);
    }
}
