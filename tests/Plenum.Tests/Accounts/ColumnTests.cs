using Plenum.Language.Accounts;

namespace Plenum.Tests.Accounts;

public sealed class ColumnTests
{
    [Fact]
    public void A_wrong_sign_is_found()
    {
        var proof = Household("taxes").Prove(AccountKind.Flows);
        var column = Assert.Single(proof.Statements, s => !s.Proven);
        Assert.Equal("2*taxes", column.Leftover);
        Assert.Equal("PL0272", Assert.Single(proof.Diagnostics).Code);
        Assert.Equal("taxes/households: taxes", proof.Diagnostics[0].Span!.Value.Text);
    }

    [Fact]
    public void The_right_sign_is_proven() => Assert.True(Household("-taxes").Prove(AccountKind.Flows).Proven);

    [Fact]
    public void A_term_that_the_identity_lacks_is_named()
    {
        var proof = Household("-taxes").RealRow("gifts", "households: gift_rate*gdp").Identity("gifts", "gift_rate*gdp").Prove(AccountKind.Flows);
        Assert.Equal("gift_rate*gdp", proof.Statements[^1].Leftover);
        Assert.Equal("gifts/households: gift_rate*gdp", proof.Diagnostics[0].Span!.Value.Text);
    }

    [Fact]
    public void An_entry_that_the_column_lacks_is_named_and_the_total_shown()
    {
        var proof = new AccountModel()
            .Identity("deposits", "deposits(-1) + income - consumption - fees")
            .RealRow("income", "households: income").RealRow("consumption", "households: -consumption").RealRow("fees", "banks: fees")
            .Total("households", "diff(deposits)").Prove(AccountKind.Flows);
        Assert.Equal("fees", proof.Statements[^1].Leftover);
        Assert.Equal("total households", proof.Diagnostics[0].Span!.Value.Text);
    }

    [Fact]
    public void A_sector_without_total_is_not_checked() =>
        Assert.Empty(new AccountModel().RealRow("x", "abroad: x").Prove(AccountKind.Flows).Statements);

    [Fact]
    public void Behavioural_equations_prove_nothing()
    {
        var model = new AccountModel().Behavioural("consumption", "0.6*income").RealRow("c", "households: consumption").Total("households", "0.6*income");
        Assert.False(model.Prove(AccountKind.Flows).Proven);
    }

    [Theory]
    [InlineData("diff(stock)", "flow")]
    [InlineData("stock - flow", "stock(-1)")]
    [InlineData("2*stock", "2*stock(-1) + 2*flow")]
    [InlineData("price*stock/2", "price*(stock(-1) + flow)/2")]
    public void An_identity_may_be_written_in_any_form_that_can_be_solved(string left, string right)
    {
        var model = new AccountModel().Identity(left, right, "stock").RealRow("flow", "whole: flow").Total("whole", "diff(stock)");
        Assert.Equal(["stock"], Assert.Single(model.Prove(AccountKind.Flows).Statements).Identities);
    }

    [Theory]
    [InlineData("stock^2", "flow")]
    [InlineData("stock + exp(stock)", "flow + exp(stock(-1))")]
    [InlineData("stock*stock(-1) + stock", "flow")]
    public void An_identity_that_cannot_be_solved_is_left_alone(string left, string right) =>
        Assert.Equal(ProofOutcome.NotProven, new AccountModel().Identity(left, right, "stock").ProveZero("stock - flow").Outcome);

    private static AccountModel Household(string taxes) => new AccountModel()
        .Identity("income", "wages + benefits - taxes")
        .Identity("deposits", "deposits(-1) + income - consumption + diff(loans)")
        .Identity("taxes", "tax_rate*wages")
        .Identity("wages", "wage*jobs")
        .RealRow("wages", "households: wages")
        .RealRow("taxes", $"households: {taxes}")
        .RealRow("benefits", "households: benefits")
        .RealRow("consumption", "households: -consumption")
        .Total("households", "diff(deposits - loans)");
}
