using Plenum.Language.Accounts;
using Plenum.Language.Binding;
using Plenum.Language.Expressions;

namespace Plenum.Tests.China;

/// <summary>What holds of the China model's text before anything is solved.</summary>
public class China_text
{
    private static readonly Lazy<BoundModel> Reference = new(() => ChinaFiles.Bind().Model!);

    private static BoundModel Model => Reference.Value;

    public static TheoryData<string> Variants => [.. Model.Variants.Select(v => v.Name)];

    [Fact]
    public void All_files_parse_without_findings() => Assert.Empty(ChinaFiles.Syntax.SelectMany(f => f.Diagnostics));

    [Fact]
    public void The_model_binds_without_findings() => Assert.Empty(ChinaFiles.Bind().Diagnostics);

    [Theory, MemberData(nameof(Variants))]
    public void Every_variant_binds_without_findings(string variant)
    {
        var result = ChinaFiles.Bind(variant);
        Assert.Empty(result.Diagnostics);
        Assert.Equal(271, result.Model!.Equations.Count(IsCore));
    }

    [Fact]
    public void It_is_as_large_as_its_source()
    {
        Assert.Equal(271, Model.Equations.Count(IsCore));
        Assert.Equal(56, Model.Equations.Count(e => e.Kind == EquationKind.Behavioural));
        Assert.Equal(72, Model.Symbols.Count(s => s.Role == Role.Exogenous));
        // Nine of the source, and partners_answer_surplus.
        Assert.Equal(10, Model.Variants.Count);
    }

    private static bool IsCore(BoundEquation equation) => equation.Block != ReportingTests.Block;

    [Fact]
    public void Every_name_says_what_it_is()
    {
        var named = Model.Symbols.Where(s => s.Role != Role.AddFactor);
        Assert.All(named, s => Assert.True(s.Label.Length > 0 && s.Unit is not null, s.Name));
        Assert.All(named.Where(s => s.Role == Role.Parameter), s => Assert.False(string.IsNullOrEmpty(s.Source), s.Name));
    }

    [Fact]
    public void Every_parameter_lies_in_its_range() =>
        Assert.All(
            Model.Symbols.Where(s => s.Range is not null),
            s => Assert.InRange(s.Value!.Value, s.Range!.Value.Low, s.Range.Value.High));

    [Fact]
    public void Only_empirical_equations_escape_the_check_of_units() =>
        Assert.Equal(
            ["capacity", "consumption_target", "home_sales_target", "land_revenue", "productivity", "unit_labour_cost"],
            Model.Equations.Where(e => e.UnitEscape is not null).Select(e => Model.Symbols[e.Determines].Family).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Domestic_content_is_all_somebodys_value_added()
    {
        var content = Model.Symbols.Where(s => s.Family == "content");
        Assert.All(content.GroupBy(s => s.Members[1]), use => Assert.Equal(1.0, use.Sum(s => s.Value!.Value), 14));
    }

    [Fact]
    public void Names_of_the_reference_solution_cover_the_model()
    {
        var names = ChinaFiles.Names().Values;
        Assert.All(names, n => Assert.NotNull(Model.Find(n)));
        Assert.Equal(
            Model.Symbols.Where(s => (s.Role is Role.Endogenous or Role.Exogenous) && s.Block != ReportingTests.Block).Select(s => s.Name).Order(StringComparer.Ordinal),
            names.Where(n => Model.Find(n)!.Role != Role.Parameter).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Parameters_have_the_values_of_the_reference_solution()
    {
        var names = ChinaFiles.Names();
        var (_, rows) = ChinaFiles.Table(Path.Combine(ChinaFiles.Fixtures, "parameters.csv"));
        Assert.Equal(names.Values.Count(n => Model.Find(n)!.Role == Role.Parameter), rows.Count);
        Assert.All(rows, r => Assert.Equal(r.Value[0], Model.Find(names[r.Key])!.Value));
    }

    [Theory]
    [InlineData("start_values.csv", Role.Endogenous, "2012Q3", "2014Q4")]
    [InlineData("exogenous.csv", Role.Exogenous, "2012Q3", "2035Q4")]
    [InlineData("add_factors.csv", Role.AddFactor, "2015Q1", "2035Q4")]
    public void The_baseline_gives_every_name_a_path(string file, Role role, string first, string last)
    {
        var (periods, rows) = ChinaFiles.Table(Path.Combine(ChinaFiles.Folder, "baseline", file));
        Assert.Equal((first, last), (periods[0], periods[^1]));
        Assert.All(rows.Values, r => Assert.Equal(periods.Count, r.Length));
        Assert.Equal(
            Model.Symbols.Where(s => s.Role == role && s.Block != ReportingTests.Block).Select(s => s.Name).Order(StringComparer.Ordinal),
            rows.Keys.Where(n => Model.Find(n)?.Block != ReportingTests.Block).Select(n => role == Role.AddFactor ? $"add_factor({n})" : n).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("scenarios", 29)]
    [InlineData("probes", 15)]
    public void Scenarios_change_names_that_exist(string folder, int count)
    {
        string[] files = Directory.GetFiles(Path.Combine(ChinaFiles.Folder, folder), "*.yaml");
        Assert.Equal(count, files.Length);
        Assert.All(files, file => Assert.True(ChinaFiles.Changes(file).Any() || File.ReadAllText(file).Contains("\ninclude: ", StringComparison.Ordinal), file));
        Assert.All(files.SelectMany(ChinaFiles.Changes), c => Assert.Equal(
            c.Role switch { "exogenous" => Role.Exogenous, "shock" => Role.Shock, "parameter" => Role.Parameter, _ => Role.AddFactor },
            Model.Find(c.Role == "add_factor" ? $"add_factor({c.Name})" : c.Name)?.Role));
    }

    [Fact]
    public void Every_equation_holds_at_the_reference_solution()
    {
        var (values, periods, start) = ReferenceValues();
        var evaluator = new GraphEvaluator(Model.Graph, Model.Equations.Where(IsCore).SelectMany(e => new[] { e.Left, e.Right }));
        for (int t = start; t < periods.Count; t++)
        {
            evaluator.Evaluate((column, lag) => values[column][t + lag]);
            foreach (var equation in Model.Equations.Where(IsCore))
            {
                double left = evaluator[equation.Left];
                double right = evaluator[equation.Right];
                double size = Math.Max(Smallest, Math.Max(Math.Abs(left), Math.Abs(right)));
                Assert.True(Math.Abs(left - right) < 1e-9 * size, $"{equation.Name} in {periods[t]}: {left:R} against {right:R}");
            }
        }
    }

    [Fact]
    public void Both_matrices_are_proven_from_the_identities()
    {
        Assert.Empty(AccountProver.Prove(Model, Model.BalanceSheet!, AccountKind.BalanceSheet).Diagnostics);
        Assert.Empty(AccountProver.Prove(Model, Model.Flows!, AccountKind.Flows).Diagnostics);
    }

    [Fact]
    public void Every_sector_has_a_column_that_is_checked() => Assert.Equal(Model.Flows!.Sectors.Count, Model.Flows.Totals.Count);

    [Fact]
    public void Both_matrices_hold_at_the_reference_solution()
    {
        var (values, periods, start) = ReferenceValues();
        foreach (var account in new[] { Model.BalanceSheet!, Model.Flows! })
        {
            var check = new AccountCheck(Model, account);
            for (int t = start; t < periods.Count; t++)
            {
                var error = check.LargestError((column, lag) => values[column][t + lag]);
                Assert.True(error.Size < 1e-9, $"{error} in {periods[t]}: {error.Size:R}");
            }
        }
    }

    /// <summary>Values by column and period; parameters are constant, shocks zero, and add-factors have none before the first solved period.</summary>
    private static (double[][] Values, IReadOnlyList<string> Periods, int Start) ReferenceValues()
    {
        var names = ChinaFiles.Names();
        var (periods, rows) = ChinaFiles.Table(Path.Combine(ChinaFiles.Fixtures, "baseline.csv"));
        var (solved, addFactors) = ChinaFiles.Table(Path.Combine(ChinaFiles.Folder, "baseline", "working", "add_factors.csv"));
        int start = periods.Count - solved.Count;
        var values = Model.Symbols.Select(s => Enumerable.Repeat(s.Value ?? (s.Role == Role.Shock ? 0.0 : double.NaN), periods.Count).ToArray()).ToArray();
        foreach (var (name, row) in rows) { row.CopyTo(values[Model.Find(names[name])!.Column], 0); }
        foreach (var (name, row) in addFactors) { row.CopyTo(values[Model.Find($"add_factor({name})")!.Column], start); }
        return (values, periods, start);
    }

    /// <summary>The terms of a growth rate may cancel to nothing; below this size a difference counts as absolute.</summary>
    private const double Smallest = 1e-6;
}
