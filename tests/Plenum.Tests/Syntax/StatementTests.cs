using Plenum.Language.Diagnostics;
using Plenum.Language.Formatting;
using Plenum.Language.Syntax;

namespace Plenum.Tests.Syntax;

public sealed class StatementTests
{
    private static ModelSyntax Read(string text)
    {
        var model = Parser.Parse(new SourceText("model.plenum", text));
        Assert.Equal([], model.Diagnostics.Select(d => d.ToString()));
        return model;
    }

    private static T Only<T>(string text)
        where T : StatementSyntax => Assert.IsType<T>(Assert.Single(Read(text).Statements));

    [Fact]
    public void A_model_has_a_name_and_a_title()
    {
        var model = Only<ModelDeclarationSyntax>("model china \"China's \\\"plan\\\" \\\\ 5\"");
        Assert.Equal(("china", "China's \"plan\" \\ 5"), (model.Name.Value, model.Title?.Value));
    }

    [Theory]
    [InlineData("annual")]
    [InlineData("quarterly")]
    [InlineData("monthly")]
    public void A_frequency_is_one_of_three(string frequency) => Assert.Equal(frequency, Only<FrequencySyntax>($"frequency {frequency}").Frequency.Value);

    [Fact]
    public void A_set_lists_members_with_labels()
    {
        var set = Only<SetSyntax>("set partner \"Trading partners\" = us \"United States\" zh \"美国\", eu,\n  other");
        Assert.Null(set.Parent);
        Assert.Equal([("us", "United States", "美国"), ("eu", null, null), ("other", null, null)], set.Members.Select(m => (m.Name.Value, m.Label?.Value, m.LabelZh?.Value)));
    }

    [Fact]
    public void A_subset_names_its_set() => Assert.Equal("industry", Only<SetSyntax>("subset manufacturing of industry = traditional, emerging").Parent?.Value);

    [Fact]
    public void A_map_gives_one_member_for_each()
    {
        var map = Only<MapSyntax>("map bloc of partner to region = us: west, asean: east");
        Assert.Equal([("us", "west"), ("asean", "east")], map.Entries.Select(e => (e.From.Value, e.To.Value)));
    }

    [Theory]
    [InlineData("unit yuan = currency \"trillion yuan\"", BaseUnitKind.Currency)]
    [InlineData("unit yuan2015 = volume of yuan", BaseUnitKind.Volume)]
    [InlineData("unit person = count", BaseUnitKind.Count)]
    [InlineData("unit price = yuan/yuan2015", BaseUnitKind.None)]
    public void A_unit_is_a_base_or_a_short_name(string text, BaseUnitKind kind) => Assert.Equal(kind, Only<UnitDeclarationSyntax>(text).Kind);

    [Theory]
    [InlineData("yuan/person/quarter", "yuan^1 person^-1 quarter^-1")]
    [InlineData("1/quarter", "quarter^-1")]
    [InlineData("1", "")]
    [InlineData("yuan^2*person^-0.5", "yuan^2 person^-0.5")]
    public void A_unit_expression_is_a_product_of_powers(string text, string factors)
    {
        var unit = Only<VariableSyntax>($"exogenous x : {text} \"label\"").Unit!;
        Assert.Equal(factors, string.Join(' ', unit.Factors.Select(f => FormattableString.Invariant($"{f.Name.Value}^{f.Power}"))));
    }

    [Fact]
    public void A_block_holds_what_is_indented_below_it()
    {
        var model = Read("block a \"A\"\n  exogenous x\n  exogenous y\nexogenous z");
        Assert.Equal(2, Assert.IsType<BlockSyntax>(model.Statements[0]).Statements.Count);
        Assert.Equal("z", Assert.IsType<VariableSyntax>(model.Statements[1]).Name.Value);
    }

    [Theory]
    [InlineData("exogenous", DeclaredRole.Exogenous)]
    [InlineData("endogenous", DeclaredRole.Endogenous)]
    [InlineData("shock", DeclaredRole.Shock)]
    public void A_variable_has_a_role_and_clauses(string keyword, DeclaredRole role)
    {
        var variable = Only<VariableSyntax>($"{keyword} demand[partner] : index \"Demand\"\n  zh \"需求\"\n  source \"IMF\"\n  observed weo.demand / 100");
        Assert.Equal((role, "partner", "Demand", "需求", "IMF"), (variable.Role, variable.Indices[0].Set, variable.Label?.Value, variable.LabelZh?.Value, variable.SourceNote?.Value));
        Assert.Equal("weo.demand / 100", ExpressionPrinter.Print(variable.Observed!));
    }

    [Theory]
    [InlineData("parameter speed = 0.25 : 1/quarter \"Speed\"")]
    [InlineData("parameter speed \"Speed\" : 1/quarter = 0.25")]
    [InlineData("parameter speed : 1/quarter \"Speed\" = 0.25")]
    public void The_parts_of_a_head_line_stand_in_any_order(string text)
    {
        var parameter = Only<ParameterSyntax>(text);
        Assert.Equal(0.25, Assert.IsType<NumberSyntax>(parameter.Value).Value);
        Assert.Equal("Speed", parameter.Label?.Value);
        Assert.Equal(-1, Assert.Single(parameter.Unit!.Factors).Power);
    }

    [Fact]
    public void A_parameter_over_a_set_has_entries()
    {
        var parameter = Only<ParameterSyntax>("parameter elasticity[partner] = { us: 1.9, eu: -1/3 }\n  range 0.7 .. 2.8");
        Assert.Equal(["us: 1.9", "eu: -1 / 3"], parameter.Entries!.Select(e => $"{e.Members[0].Value}: {ExpressionPrinter.Print(e.Value)}"));
        Assert.Equal(("0.7", "2.8"), (ExpressionPrinter.Print(parameter.Range!.Value.Low), ExpressionPrinter.Print(parameter.Range.Value.High)));
    }

    [Fact]
    public void White_space_separates_the_cells_of_a_table()
    {
        var parameter = Only<ParameterSyntax>("parameter content[industry, demand]\n  table        households  exports\n    farming   0.17        -0.01\n    services  1/3         (0.5 - 0.1)");
        Assert.True(parameter.IsTable);
        Assert.Equal(
            ["farming households 0.17", "farming exports -0.01", "services households 1 / 3", "services exports 0.5 - 0.1"],
            parameter.Entries!.Select(e => $"{e.Members[0].Value} {e.Members[1].Value} {ExpressionPrinter.Print(e.Value)}"));
    }

    [Fact]
    public void A_row_of_a_table_over_three_sets_begins_with_two_members()
    {
        var parameter = Only<ParameterSyntax>("parameter cost[a, b, c]\n  table  c1  c2\n    a1 b1  1  2\n    a1 b2  3  4");
        Assert.Equal(["a1 b1 c1", "a1 b1 c2", "a1 b2 c1", "a1 b2 c2"], parameter.Entries!.Select(e => string.Join(' ', e.Members.Select(m => m.Value))));
    }

    [Fact]
    public void A_table_over_one_set_has_one_row_of_values()
    {
        var parameter = Only<ParameterSyntax>("parameter cost[a]\n  table  a1  a2\n         1   2");
        Assert.Equal(["a1", "a2"], parameter.Entries!.Select(e => Assert.Single(e.Members).Value));
    }

    [Theory]
    [InlineData("behavioural", DeclaredEquation.Behavioural)]
    [InlineData("identity", DeclaredEquation.Identity)]
    [InlineData("equation", DeclaredEquation.Condition)]
    public void An_equation_stands_below_its_declaration(string keyword, DeclaredEquation kind)
    {
        var equation = Only<EquationSyntax>($"{keyword} price[i in industry, us] \"Price\"\n  unchecked-units \"estimated\"\n  dlog(price[i, us]) = a\n    - b");
        Assert.Equal(kind, equation.Kind);
        Assert.Equal([("i", "industry"), (null, "us")], equation.Indices.Select(i => (i.Index, i.Set)));
        Assert.Equal("a - b", ExpressionPrinter.Print(equation.Body!.Right));
        Assert.Equal("estimated", equation.UncheckedUnits?.Value);
    }

    [Theory]
    [InlineData("additive")]
    [InlineData("multiplicative")]
    public void A_behavioural_equation_says_how_its_add_factor_works(string form) =>
        Assert.Equal(form, Only<EquationSyntax>($"behavioural x\n  x = 1\n  add-factor {form}").AddFactor?.Value);

    [Theory]
    [InlineData("source = source(-1) + 1")]
    [InlineData("observed(-1) = 2")]
    [InlineData("table = range * zh")]
    [InlineData("add-factor = 3")]
    [InlineData("row = model[set]")]
    public void Words_of_clauses_and_statements_may_be_names_in_an_equation(string equation) =>
        Assert.NotNull(Only<EquationSyntax>($"equation e\n  {equation}").Body);

    [Fact]
    public void An_account_has_sectors_rows_and_totals()
    {
        var account = Only<AccountSyntax>(
            """
            balance-sheet "Who owes whom"
              sectors households, banks
              row deposits "Deposits" : households +, banks -
              real row dwellings : households +(a - b)*2
              total households = wealth
            """);
        Assert.True(account.IsBalanceSheet);
        Assert.Equal(["households", "banks"], account.Sectors.Select(s => s.Value));
        var row = Assert.IsType<AccountRowSyntax>(account.Lines[0]);
        Assert.Equal([("households", false, true), ("banks", true, true)], row.Cells.Select(c => (c.Sector.Value, c.IsNegative, c.Expression is null)));
        var real = Assert.IsType<AccountRowSyntax>(account.Lines[1]);
        Assert.True(real.IsReal);
        Assert.Equal("(a - b) * 2", ExpressionPrinter.Print(real.Cells[0].Expression!));
        Assert.Equal("households", Assert.IsType<AccountTotalSyntax>(account.Lines[2]).Sector.Value);
    }

    [Fact]
    public void A_variant_replaces_equations_and_sets_values()
    {
        var variant = Only<VariantSyntax>("variant v \"V\"\n  parameter w = 1\n  replace x[p in partner] with\n    x[p] = w\n  replace y with y = 2\n  let rule = -0.5\n  let tariff[us] = 1");
        Assert.Equal([typeof(ParameterSyntax), typeof(ReplaceSyntax), typeof(ReplaceSyntax), typeof(LetSyntax), typeof(LetSyntax)], variant.Statements.Select(s => s.GetType()));
        Assert.Equal("w", ExpressionPrinter.Print(((ReplaceSyntax)variant.Statements[1]).Body!.Right));
        Assert.Equal("-0.5", ExpressionPrinter.Print(((LetSyntax)variant.Statements[3]).Value));
    }

    [Fact]
    public void A_span_covers_the_whole_statement()
    {
        const string text = "exogenous a\nidentity x\n  x = 1\n    + 2\n\nexogenous b\n";
        Assert.Equal("identity x\n  x = 1\n    + 2", Read(text).Statements[1].Span.Text);
    }
}
