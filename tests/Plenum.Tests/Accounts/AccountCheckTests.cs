using Plenum.Language.Accounts;

namespace Plenum.Tests.Accounts;

public sealed class AccountCheckTests
{
    private readonly AccountModel _model = new AccountModel()
        .Row("wages", "households: wages", "firms: -wages_paid")
        .RealRow("dwellings", "households: dwellings")
        .Total("households", "diff(deposits)");

    [Fact]
    public void Numbers_that_add_up_have_no_error() => Assert.Equal(0.0, Error(wages: 7, wagesPaid: 7, deposits: 12, before: 3, dwellings: 2).Size);

    [Fact]
    public void The_row_with_the_largest_error_is_named()
    {
        var error = Error(wages: 7, wagesPaid: 6.5, deposits: 12, before: 3, dwellings: 2);
        Assert.Equal(0.5, error.Size);
        Assert.Equal("row 'wages'", error.ToString());
    }

    [Fact]
    public void The_column_with_the_largest_error_is_named()
    {
        var error = Error(wages: 7, wagesPaid: 6.5, deposits: 12, before: 4, dwellings: 2);
        Assert.Equal(1.0, error.Size);
        Assert.Equal("column 'households'", error.ToString());
    }

    [Fact]
    public void A_missing_value_outweighs_any_error() =>
        Assert.True(double.IsNaN(Error(wages: 100, wagesPaid: 0, deposits: double.NaN, before: 4, dwellings: 2).Size));

    private AccountError Error(double wages, double wagesPaid, double deposits, double before, double dwellings)
    {
        var model = _model.Model;
        return new AccountCheck(model, _model.Account).LargestError((column, lag) => (model.Symbols[column].Name, lag) switch
        {
            ("wages", 0) => wages,
            ("wages_paid", 0) => wagesPaid,
            ("deposits", 0) => deposits,
            ("deposits", -1) => before,
            ("dwellings", 0) => dwellings,
            var other => throw new InvalidOperationException($"{other} is not read by the account."),
        });
    }
}
