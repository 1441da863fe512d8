using System.Globalization;
using Plenum.Language.Accounts;
using Plenum.Language.Expressions;

namespace Plenum.Tests.Accounts;

public sealed class RowTests
{
    [Fact]
    public void An_entry_and_its_mirror_cancel_without_any_identity()
    {
        var proof = new AccountModel().Row("wages", "households: wage*jobs/4", "firms: -0.25*jobs*wage").Prove(AccountKind.Flows);
        Assert.True(proof.Proven);
        Assert.Empty(Assert.Single(proof.Statements).Identities);
        Assert.Empty(proof.Diagnostics);
    }

    [Fact]
    public void A_missing_counterpart_is_named_and_shown()
    {
        var proof = new AccountModel()
            .Row("consumption", "households: -price*consumption", "firms: price*consumption")
            .Row("benefits", "households: benefits", "government: -benefits", "abroad: remittances")
            .Prove(AccountKind.Flows);
        Assert.False(proof.Proven);
        Assert.Equal("remittances", proof.Statements[1].Leftover);
        Assert.Equal("""
            test.plenum:1:1: error PL0271: row 'benefits' of the flow matrix does not sum to zero: remittances is left over.
              benefits/abroad: remittances
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              why:  what one sector pays, another receives.
              help: check the entry of 'abroad': its sign, and whether another sector has the same amount with the other sign.
            """, Assert.Single(proof.Diagnostics).ToString(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_real_row_claims_nothing() =>
        Assert.Empty(new AccountModel().RealRow("dwellings", "households: dwellings").Prove(AccountKind.BalanceSheet).Statements);

    [Fact]
    public void A_share_and_its_complement_make_the_whole()
    {
        var proof = new AccountModel().Parameter("local_share", 0.86)
            .Row("purchases", "firms: price*purchases", "central: -(1-local_share)*price*purchases", "local: -local_share*price*purchases")
            .Row("subsidies", "firms: subsidy", "central: -(1-0.86)*subsidy", "local: -0.86*subsidy")
            .Prove(AccountKind.Flows);
        Assert.True(proof.Proven);
        Assert.All(proof.Statements, s => Assert.Empty(s.Parameters));
    }

    [Fact]
    public void Weights_that_add_to_one_only_by_their_values_are_reported_as_such()
    {
        var model = new AccountModel();
        string[] weights = ["0.17", "0.18", "0.05", "0.10", "0.43", "0.07"];
        for (int k = 0; k < weights.Length; k++) { model.Parameter($"w{k}", double.Parse(weights[k], CultureInfo.InvariantCulture)); }
        var statement = model.ProveZero("w0*x + w1*x + w2*x + w3*x + w4*x + w5*x - x");
        Assert.Equal(ProofOutcome.Proven, statement.Outcome);
        Assert.Equal(["w0", "w1", "w2", "w3", "w4", "w5"], statement.Parameters.Order());
    }

    [Theory]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("1/3 + 1/3", "2/3")]
    [InlineData("1 - 0.9", "0.1")]
    [InlineData("0.57*100", "57")]
    public void Constants_that_were_folded_in_binary_are_read_as_written(string left, string right) =>
        Assert.Equal(ProofOutcome.Proven, new AccountModel().ProveZero($"({left})*x - ({right})*x").Outcome);

    [Fact]
    public void A_small_but_true_difference_of_constants_is_not_zero()
    {
        var statement = new AccountModel().ProveZero("0.3000000001*x - 0.3*x");
        Assert.Equal(ProofOutcome.NotProven, statement.Outcome);
        Assert.Equal("0.0000000001*x", statement.Leftover);
    }

    [Fact]
    public void Functions_of_equal_arguments_are_equal()
    {
        var model = new AccountModel().Identity("u", "a + b").Identity("v", "b + 2*a - a").Identity("w", "max(log(u), c)");
        Assert.Equal(ProofOutcome.Proven, model.ProveZero("w*exp(u)^2 - max(c, log(v))*exp(v)*exp(a + b)").Outcome);
    }

    [Theory]
    [InlineData("max(a, log(b)) - max(a, log(c))")]
    [InlineData("exp(a) - exp(a(-1))")]
    [InlineData("a^0.3 - a^0.4")]
    [InlineData("min(a, b) - max(a, b)")]
    public void Functions_of_other_arguments_are_not(string sum) => Assert.Equal(ProofOutcome.NotProven, new AccountModel().ProveZero(sum).Outcome);

    [Theory]
    [InlineData("a/(a + b) + b/(a + b) - 1")]
    [InlineData("x/(a + b) - x/c")]
    [InlineData("1/(1/a + 1/b) - a*b/c")]
    [InlineData("(a^2 - b^2)/(a - b) - c")]
    [InlineData("(a + b)^(-2) - 1/c^2")]
    [InlineData("c*(x/c - y/c) + y - x")]
    public void Quotients_by_sums_cancel(string sum) => Assert.Equal(ProofOutcome.Proven, new AccountModel().Identity("c", "a + b").ProveZero(sum).Outcome);

    [Theory]
    [InlineData("a/(a + b) - 1")]
    [InlineData("1/0*a - a")]
    [InlineData("log(0) - log(0)*a")]
    public void Quotients_that_differ_or_have_no_value_do_not(string sum) => Assert.Equal(ProofOutcome.NotProven, new AccountModel().ProveZero(sum).Outcome);

    [Fact]
    public void A_power_is_multiplied_out_once_its_exponent_is_known()
    {
        var statement = new AccountModel().Parameter("n", 2).ProveZero("(a + b)^n - a^2 - 2*a*b - b^2");
        Assert.Equal(ProofOutcome.Proven, statement.Outcome);
        Assert.Equal(["n"], statement.Parameters);
    }

    [Fact]
    public void A_sum_with_too_many_terms_is_given_up()
    {
        string names = string.Join(" + ", Enumerable.Range(0, 40).Select(k => $"a{k}"));
        var model = new AccountModel().Identity("x", names).Identity("y", names).Row("sum", "a: x^8", "b: -y^8");
        var proof = model.Prove(AccountKind.Flows);
        Assert.Equal(ProofOutcome.TooLarge, Assert.Single(proof.Statements).Outcome);
        Assert.Equal("PL0273", Assert.Single(proof.Diagnostics).Code);
    }

    [Fact]
    public void A_long_sum_is_added_up_in_one_go()
    {
        var names = Enumerable.Range(0, 5_000).Select(k => $"a{k}").ToList();
        var model = new AccountModel().Identity("x", string.Join(" + ", names));
        names.Reverse();
        Assert.Equal(ProofOutcome.Proven, model.ProveZero($"x - ({string.Join(" + ", names)})").Outcome);
    }

    [Fact]
    public void Numbers_that_square_themselves_are_given_up()
    {
        var model = new AccountModel().Identity("x0", "3*a");
        for (int k = 1; k <= 60; k++) { model.Identity($"x{k}", $"x{k - 1}*x{k - 1}"); }
        Assert.Equal(ProofOutcome.NotProven, model.ProveZero("x60 - b").Outcome);
    }

    [Fact]
    public void Depth_costs_no_stack()
    {
        var model = new AccountModel().Identity("b", "a");
        var graph = model.Graph;
        var difference = graph.Subtract(Nested("a"), Nested("b"));
        Assert.Equal(ProofOutcome.Proven, model.ProveZero(difference).Outcome);

        ExpressionId Nested(string name)
        {
            var nested = model.Read(name);
            for (int k = 0; k < 10_000; k++) { nested = graph.Log(graph.Add(nested, graph.One)); }
            return nested;
        }
    }
}
