using Plenum.Language.Binding;

namespace Plenum.Tests.Binding;

public class UnitTests
{
    private const string Names = """
        unit yuan = currency
        unit yuan2015 = volume of yuan
        unit person = count
        unit price = yuan/yuan2015
        exogenous stock : yuan
        exogenous flow : yuan/quarter
        exogenous real : yuan2015/quarter
        exogenous p : price
        exogenous i : index
        exogenous s : share
        exogenous l : log
        exogenous people : person
        exogenous yearly : share/year
        exogenous quarterly_rate : 1/quarter
        exogenous free
        parameter speed = 0.25 : 1/quarter

        """;

    [Theory]
    [InlineData("yuan/quarter", "p * real")]
    [InlineData("yuan/quarter", "diff(stock)")]
    [InlineData("yuan/quarter", "flow + speed * stock - flow(-1)")]
    [InlineData("yuan/quarter", "0")]
    [InlineData("yuan/quarter", "max(0, flow)")]
    [InlineData("yuan/quarter", "free + 3")]
    [InlineData("yuan/quarter", "if(s > 0.5, flow, 0)")]
    [InlineData("yuan/quarter", "pos(flow, width 0.1)")]
    [InlineData("yuan/quarter", "ma(flow, 4)")]
    [InlineData("yuan/year", "annual_sum(flow)")]
    [InlineData("yuan/year", "annual(flow)")]
    [InlineData("yuan/person/quarter", "flow / people")]
    [InlineData("yuan^2", "stock ^ 2")]
    [InlineData("yuan^0.5", "sqrt(stock)")]
    [InlineData("1/quarter", "dlog(flow)")]
    [InlineData("1/quarter", "pct(i) + speed * log(flow / flow(-1))")]
    [InlineData("1/year", "yoy(flow) + dlog4(i) + pct4(p) + yearly")]
    [InlineData("1/quarter", "quarterly(yearly)")]
    [InlineData("1/year", "annual(quarterly_rate)")]
    [InlineData("1/year", "annual_sum(dlog(i))")]
    [InlineData("share", "1 - s")]
    [InlineData("index", "i * (1 + s)")]
    [InlineData("number", "step(flow, width 1)")]
    [InlineData("number", "exp(l) + log(i)")]
    [InlineData("number", "i ^ s")]
    public void Units_that_balance_pass(string unit, string expression) => Assert.Equal("", Models.Print(Models.TryBind($"{Names}identity y : {unit}\n  y = {expression}\n")).Trim());

    [Theory]
    [InlineData("yuan/quarter", "real", BindingCodes.UnitsDiffer)]
    [InlineData("yuan/quarter", "stock", BindingCodes.UnitsDiffer)]
    [InlineData("yuan/quarter", "flow + 1", BindingCodes.UnitsDiffer)]
    [InlineData("yuan/quarter", "min(flow, stock)", BindingCodes.UnitsDiffer)]
    [InlineData("yuan/quarter", "if(s > 0.5, flow, real)", BindingCodes.UnitsDiffer)]
    [InlineData("yuan/quarter", "if(flow > stock, flow, 0)", BindingCodes.UnitsDiffer)]
    [InlineData("yuan/quarter", "pos(flow, width s)", BindingCodes.UnitsDiffer)]
    [InlineData("yuan", "sum(j in pair: z[j])", BindingCodes.UnitsDiffer)]
    [InlineData("1/quarter", "dlog4(flow)", BindingCodes.UnitsDiffer)]
    [InlineData("1/quarter", "yearly", BindingCodes.UnitsDiffer)]
    [InlineData("share", "s + i", BindingCodes.KindsDiffer)]
    [InlineData("number", "exp(stock)", BindingCodes.NotDimensionless)]
    [InlineData("number", "log(p)", BindingCodes.NotDimensionless)]
    [InlineData("number", "2 ^ stock", BindingCodes.NotDimensionless)]
    [InlineData("number", "stock ^ s", BindingCodes.WrongPower)]
    [InlineData("number", "annual(stock)", BindingCodes.WrongTime)]
    public void Units_that_clash_are_found(string unit, string expression, string code)
    {
        string text = $"{Names}set pair = one, two\nidentity z[one] : yuan\n  z[one] = stock\nidentity z[two] : yuan/quarter\n  z[two] = flow\nidentity y : {unit}\n  y = {expression}\n";
        Assert.Equal([code], Models.Codes(text));
        Assert.Empty(Models.Codes(text + "  unchecked-units \"a regression\"\n"));
    }

    [Fact]
    public void A_clash_in_an_indexed_text_is_reported_once() =>
        Assert.Equal([BindingCodes.UnitsDiffer], Models.Codes($"{Names}set many = a, b, c\nidentity y[k in many] : yuan\n  y[k] = stock + flow\n"));

    [Theory]
    [InlineData("annual", "year")]
    [InlineData("monthly", "month")]
    public void A_change_is_per_period_of_the_model(string frequency, string period) =>
        Assert.Empty(Models.Codes($"frequency {frequency}\nunit euro = currency\nexogenous x : euro\nidentity y : euro/{period}\n  y = diff(x)\n"));
}
