using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Language.Syntax;

namespace Plenum.Tests.Binding;

public class BinderTests
{
    private const string Trade = """
        model trade "Trade by partner"
        frequency quarterly
        set partner "Partners" = us "United States" zh "美国", eu "European Union", asean
        set region = west, east
        subset atlantic of partner = us, eu
        map bloc of partner to region = us: west, eu: west, asean: east
        unit yuan = currency "trillion yuan"
        unit yuan2015 = volume of yuan
        unit price = yuan/yuan2015

        block exports "Exports by partner"
          exogenous demand[partner] : index "Demand of {partner}" zh "{partner}的需求"
          exogenous tariff[region] : share "Duty in {region}"
          shock surprise : log
          parameter elasticity[partner] = { us: 1.9, eu: 6/5, asean: -(-1) } "Elasticity, {partner}"
            range 0.7 .. 2.8
            source "Kumar (2009), table 4"
          parameter speed = 0.25 : 1/quarter
          parameter twice = 2 * speed + elasticity[us]
          behavioural exports[p in atlantic] : yuan2015/quarter "Exports to {p}"
            dlog(exports[p]) = speed * log(exports[p](-4) / exports[p](-1))
              + elasticity[p] * dlog(demand[p])   // by partner
              - diff(tariff[bloc[p]])
            observed customs.exports[p] / customs.deflator
          behavioural exports[asean] : yuan2015/quarter
            exports[asean] = exports[asean](-1)
            add-factor multiplicative
          identity total : yuan2015/quarter "Exports, all partners"
            total = sum(p in partner: exports[p])
            source "by definition"
          endogenous rate : share "Exchange rate"
          equation clearing "A condition"
            rate = 0.1 + 0 * total
        """;

    private static readonly string[] s_insertions = ["", " ", "[", "p", "us", "(", ",", "\n"];

    [Fact]
    public void Columns_run_from_endogenous_over_exogenous_and_parameters_to_add_factors()
    {
        var model = Models.Bind(Trade);
        string[] expected =
        [
            "exports[us]", "exports[eu]", "exports[asean]", "total", "rate",
            "demand[us]", "demand[eu]", "demand[asean]", "tariff[west]", "tariff[east]", "surprise",
            "elasticity[us]", "elasticity[eu]", "elasticity[asean]", "speed", "twice",
            "add_factor(exports[us])", "add_factor(exports[eu])", "add_factor(exports[asean])",
        ];
        Assert.Equal(expected, model.Symbols.Select(s => s.Name));
        Assert.All(model.Symbols, s => Assert.Same(s, model.Symbols[s.Column]));
    }

    [Fact]
    public void Symbols_carry_what_their_declaration_says()
    {
        var model = Models.Bind(Trade);
        var demand = model.Find("demand[us]")!;
        Assert.Equal(("Demand of United States", "美国的需求", "exports", "index"), (demand.Label, demand.LabelZh, demand.Block, demand.Unit!.ToString()));
        Assert.Equal("Exports to European Union", model.Find("exports[eu]")!.Label);
        Assert.Equal("customs.exports[eu] / customs.deflator", model.Find("exports[eu]")!.Observed);
        Assert.Equal("yuan2015/quarter", model.Find("exports[asean]")!.Unit!.ToString());
        Assert.Equal(Role.Shock, model.Find("surprise")!.Role);
        Assert.Equal("by definition", model.Find("total")!.Source);
        var elasticity = model.Find("elasticity[eu]")!;
        Assert.Equal((1.2, (0.7, 2.8), "Kumar (2009), table 4", "elasticity"), (elasticity.Value, elasticity.Range, elasticity.Source, elasticity.Family));
        Assert.Equal(["eu"], elasticity.Members);
        Assert.Equal(2.4, model.Find("twice")!.Value);
    }

    [Fact]
    public void An_indexed_text_gives_one_equation_for_each_member()
    {
        var model = Models.Bind(Trade);
        Assert.Equal(["exports[us]", "exports[eu]", "exports[asean]", "total", "clearing"], model.Equations.Select(e => e.Name));
        Assert.Equal([0, 1, 2, 3, -1], model.Equations.Select(e => e.Determines));
        Assert.Equal([0, 0, 1, 2, 3], model.Equations.Select(e => e.Text));
        Assert.Equal(["exports[p in atlantic]", "exports[asean]", "total", "clearing"], model.Texts.Select(t => t.Name));
        Assert.Equal("dlog(exports[p]) = speed * log(exports[p](-4) / exports[p](-1)) + elasticity[p] * dlog(demand[p]) - diff(tariff[bloc[p]])", model.Texts[0].Text);
        Assert.Contains("tariff[west] - tariff[west](-1)", Models.Equation(model, "exports[eu]"), StringComparison.Ordinal);
        Assert.Equal("total = exports[us] + exports[eu] + exports[asean]", Models.Equation(model, "total"));
        Assert.Equal((-4, 0), model.Reach);
    }

    [Fact]
    public void An_add_factor_is_added_or_multiplies_by_its_exponential()
    {
        var model = Models.Bind(Trade);
        Assert.EndsWith(" + add_factor(exports[us])", Models.Equation(model, "exports[us]"), StringComparison.Ordinal);
        Assert.Equal("exports[asean] = exports[asean](-1) * exp(add_factor(exports[asean]))", Models.Equation(model, "exports[asean]"));
        Assert.Equal("1/quarter", model.Find("add_factor(exports[us])")!.Unit!.ToString());
        Assert.Equal("log", model.Find("add_factor(exports[asean])")!.Unit!.ToString());
        Assert.Equal(-1, model.Equations.Single(e => e.Name == "total").AddFactor);
    }

    [Fact]
    public void An_endogenous_declaration_may_stand_before_or_after_its_equation()
    {
        const string declaration = "endogenous wage : share \"Wage\"\n";
        const string equation = "behavioural wage\n  wage = 0.5\n";
        foreach (string text in new[] { declaration + equation, equation + declaration })
        {
            var model = Models.Bind(text);
            Assert.Equal(("Wage", "share"), (model.Find("wage")!.Label, model.Find("wage")!.Unit!.ToString()));
            Assert.Equal(0, model.Equations[0].Determines);
        }
    }

    [Fact]
    public void A_variant_replaces_one_member_adds_names_and_sets_values()
    {
        string text = Trade + """

            variant fixed "Exports to the EU are fixed"
              parameter level = 3 : yuan2015/quarter
              replace exports[eu] with
                exports[eu] = level
              let speed = 0.5
              let tariff[west] = 0.1
            """;
        var off = Models.Bind(text);
        Assert.Null(off.Find("level"));
        Assert.Equal("fixed", Assert.Single(off.Variants).Name);

        var on = Models.Bind(text, "fixed");
        Assert.Equal(["fixed"], on.ActiveVariants);
        Assert.Equal("exports[eu] = level + add_factor(exports[eu])", Models.Equation(on, "exports[eu]"));
        Assert.Equal(Models.Equation(off, "exports[us]"), Models.Equation(on, "exports[us]"));
        Assert.Equal((0.5, 2.9), (on.Find("speed")!.Value, on.Find("twice")!.Value));
        Assert.Equal(0.1, on.VariantValues[on.Find("tariff[west]")!.Column]);
        Assert.Contains("exports[eu]", on.Texts.Select(t => t.Name));
    }

    [Fact]
    public void A_variant_that_is_not_declared_is_reported()
    {
        var result = Models.TryBind("variant fixed \"A\"\n  exogenous b\n", "fixd");
        Assert.Null(result.Model);
        Assert.Equal("did you mean 'fixed'?", Assert.Single(result.Diagnostics).Help);
    }

    [Fact]
    public void Two_variants_that_are_on_may_not_replace_the_same_equation()
    {
        string[] replacements = ["low", "high"];
        string text = "identity y\n  y = 1\n" + string.Concat(replacements.Select(v => $"variant {v}\n  replace y with\n    y = 2\n"));
        Assert.NotNull(Models.Bind(text, "low"));
        Assert.Equal([BindingCodes.TwoEquations], Models.TryBind(text, replacements).Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void A_damaged_text_gives_findings_and_never_an_exception() =>
        Gen.Select(Gen.Int[0, Trade.Length - 1], Gen.Int[1, 60], Gen.Int[0, s_insertions.Length - 1].Select(i => s_insertions[i]))
            .Sample((start, length, inserted) =>
            {
                string damaged = Trade.Remove(start, Math.Min(length, Trade.Length - start)).Insert(start, inserted);
                var result = Models.TryBind(damaged);
                Assert.Equal(result.Model is null, result.Diagnostics.Any(d => d.Severity == Severity.Error));
            }, iter: 1000);

    [Fact]
    public void Accounts_take_sectors_signs_and_the_variables_of_their_rows()
    {
        var model = Models.Bind("""
            unit yuan = currency
            exogenous deposits : yuan
            exogenous housing : yuan
            exogenous worth : yuan
            balance-sheet "Who owes whom"
              sectors households, banks
              row deposits "Deposits" : households +, banks -
              real row dwellings : households +housing
              total households = worth
            """);
        var sheet = model.BalanceSheet!;
        var printer = new ScalarPrinter(model.Graph, c => model.Symbols[c].Name);
        Assert.Equal(["households", "banks"], sheet.Sectors);
        Assert.Equal([false, true], sheet.Rows.Select(r => r.IsReal));
        Assert.Equal([(0, 0, "deposits"), (0, 1, "-deposits"), (1, 0, "housing")], sheet.Cells.Select(c => (c.Row, c.Sector, printer.Print(c.Expression))));
        Assert.Equal((0, "worth"), (sheet.Totals[0].Sector, printer.Print(sheet.Totals[0].Total)));
        Assert.Null(model.Flows);
    }

    [Fact]
    public void A_table_gives_each_pair_of_members_its_value()
    {
        var model = Models.Bind("""
            set industry = farms, mills
            set demand = homes, exports
            parameter content[industry, demand] : share "Share of {industry} in {demand}"
              table    exports  homes
                mills  0.4      0.3
                farms  0.2      1/4
            """);
        Assert.Equal([("content[farms,homes]", 0.25), ("content[farms,exports]", 0.2), ("content[mills,homes]", 0.3), ("content[mills,exports]", 0.4)], model.Symbols.Select(s => (s.Name, s.Value!.Value)));
        Assert.Equal("Share of farms in exports", model.Find("content[farms,exports]")!.Label);
    }

    [Theory]
    [InlineData(10, 1000, "names")]
    [InlineData(1000, 10, "equations")]
    public void Limits_on_names_and_equations_count_before_they_expand(int maxSymbols, int maxEquations, string what)
    {
        string members = string.Join(", ", Enumerable.Range(0, 20).Select(i => $"m{i}"));
        var tree = Parser.Parse(new SourceText("m", $"set s = {members}\nidentity x[i in s]\n  x[i] = 1\n"));
        var result = Binder.Bind([tree], new BinderOptions { MaxSymbols = maxSymbols, MaxEquations = maxEquations });
        Assert.Contains(what, Assert.Single(result.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_sums_and_means_stop_at_the_limit_of_nodes()
    {
        string members = string.Join(", ", Enumerable.Range(0, 100).Select(i => $"m{i}"));
        var sums = Parser.Parse(new SourceText("m", $"set s = {members}\nexogenous x\nidentity y\n  y = sum(i in s: sum(j in s: sum(k in s: sum(l in s: x))))\n"));
        Assert.Equal(BindingCodes.LimitExceeded, Assert.Single(Binder.Bind([sums]).Diagnostics).Code);
        var means = Parser.Parse(new SourceText("m", "exogenous x\nidentity y\n  y = ma(ma(ma(x, 20), 20), 20)\n"));
        Assert.Contains("40 periods", Assert.Single(Binder.Bind([means]).Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_files_are_one_model()
    {
        var first = Parser.Parse(new SourceText("a.plenum", "identity y\n  y = x\n"));
        var second = Parser.Parse(new SourceText("b.plenum", "exogenous x\nexogenous y\n"));
        string message = Assert.Single(Binder.Bind([first, second]).Diagnostics).ToString();
        Assert.Contains("a.plenum:1", message, StringComparison.Ordinal);
        Assert.NotNull(Binder.Bind([first, Parser.Parse(new SourceText("b.plenum", "exogenous x\n"))]).Model);
    }
}
