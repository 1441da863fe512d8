using Plenum.Engine;
using Plenum.Engine.Structure;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace;

namespace Plenum.Tests.China;

/// <summary>The figures that are computed from the core of the China model once it is solved.</summary>
public sealed class ReportingTests
{
    /// <summary>The block that holds them.</summary>
    public const string Block = "reporting";

    private const double Rounding = 1e-12;

    private static readonly Lazy<(Project Project, BoundModel Model, Paths Paths)> Solved = new(Solve);

    private static BoundModel Model => Solved.Value.Model;

    [Fact]
    public void No_equation_of_the_core_reads_a_reported_figure()
    {
        var reported = Reported().Select(s => s.Column).ToHashSet();
        Assert.InRange(reported.Count, 60, 200);
        foreach (string? variant in Model.Variants.Select(v => v.Name).Prepend(null))
        {
            var model = variant is null ? Model : ChinaFiles.Bind(variant).Model!;
            var names = reported.Select(c => Model.Symbols[c].Name).ToHashSet();
            Assert.All(model.Equations.Where(e => e.Block != Block), e => Assert.DoesNotContain(Reads(model, e), s => names.Contains(s.Name)));
        }
    }

    [Fact]
    public void A_reported_figure_is_never_iterated() =>
        Assert.All(
            ModelStructure.Analyse(Model).Structure!.Blocks.Where(b => b.IsSimultaneous),
            b => Assert.DoesNotContain(b.Explicit.Concat(b.Feedback), e => Model.Equations[e.Equation].Block == Block));

    [Fact]
    public void All_reported_figures_are_identities_with_a_label_in_chinese_unless_their_set_gives_it() =>
        Assert.All(Model.Equations.Where(e => e.Block == Block), e =>
        {
            var symbol = Model.Symbols[e.Determines];
            Assert.Equal(EquationKind.Identity, e.Kind);
            Assert.True(symbol.LabelZh is not null || symbol.Members.Count > 0, symbol.Name);
        });

    [Fact]
    public void Every_figure_is_known_in_every_solved_period() => Always((paths, period) => Assert.All(Reported(), s => Assert.True(double.IsFinite(paths[s.Column, period]), $"{s.Name} in {period}")));

    /// <summary>In the first year growth starts from measured GDP, its parts from working paths.</summary>
    [Fact]
    public void The_contributions_of_demand_add_up_to_growth() => Always(
        (paths, period) => Assert.Equal(paths["gdp_growth", period], new[] { "consumption", "investment", "net_exports" }.Sum(d => paths[$"growth_contribution_{d}", period]), Rounding),
        first: 4);

    [Fact]
    public void Exports_to_partners_add_up_to_customs_exports() => Always((paths, period) =>
    {
        Assert.Equal(1.0, Members("partner_share").Sum(s => paths[s.Column, period]), Rounding);
        Assert.Equal(paths["customs_exports", period], Members("partner_exports").Sum(s => paths[s.Column, period]), 1e-9);
    });

    [Fact]
    public void House_prices_in_the_worst_cities_never_fall_less_than_elsewhere() => Always((paths, period) =>
    {
        Assert.True(paths["house_price_peak", period] >= paths["house_price", period]);
        Assert.True(paths["worst_house_price_fall", period] <= paths["house_price_fall", period]);
    });

    [Fact]
    public void A_run_of_deflation_counts_the_quarters_since_prices_last_rose()
    {
        int run = 0;
        Always((paths, period) =>
        {
            run = paths["deflator_inflation", period] < 0 ? run + 1 : 0;
            Assert.Equal(run, paths["deflation_run", period]);
        });
    }

    private static void Always(Action<Paths, Period> holds, int first = 0)
    {
        var (project, _, paths) = Solved.Value;
        for (var period = project.Start + first; period <= project.End; period += 1) { holds(paths, period); }
    }

    private static IEnumerable<Symbol> Reported() => Model.Equations.Where(e => e.Block == Block).Select(e => Model.Symbols[e.Determines]);

    private static IEnumerable<Symbol> Members(string family) => Model.Symbols.Where(s => s.Family == family);

    private static IEnumerable<Symbol> Reads(BoundModel model, BoundEquation equation)
    {
        var symbols = new HashSet<(int Column, int Lag)>();
        model.Graph.CollectSymbols([equation.Left, equation.Right], symbols);
        return symbols.Select(s => model.Symbols[s.Column]);
    }

    private static (Project Project, BoundModel Model, Paths Paths) Solve()
    {
        var findings = new DiagnosticBag();
        var project = Project.Open(ChinaFiles.Folder).Project!;
        var model = ProjectModel.Load(project, [], findings)!;
        var solution = new Runner(project, model, TimeProvider.System).SolveBaseline(Baseline.Read(project, model, findings)!);
        Assert.Empty(findings);
        Assert.True(solution.Outcome.IsSolved, solution.Outcome.ToString());
        return (project, model, solution.Paths);
    }
}
