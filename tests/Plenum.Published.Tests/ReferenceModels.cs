using System.Globalization;
using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Language.Accounts;
using Plenum.Language.Binding;
using Plenum.Series;

namespace Plenum.Published.Tests;

/// <summary>The textbook models under <c>models/reference</c> against the numbers printed about them.</summary>
/// <remarks>
/// Each number in an <c>expected.csv</c> names where it is printed, or that it follows in closed form from printed equations. The closed
/// forms, all for propensities with (1 - alpha1) / alpha2 = 1, so that households hold wealth V of just a year's disposable income YD:
/// <list type="bullet">
/// <item>SIM: no more money is created when taxes equal spending, theta Y = G; then Y = G / theta, and C = YD = H = (1 - theta) Y.</item>
/// <item>PC: households hold bills B = s YD with s = lambda0 + lambda1 r - lambda2. The budget balances when T = G + r B, while
/// T = theta / (1 - theta) YD. So YD = G / (theta / (1 - theta) - r s), C = V = YD, Y = C + G.</item>
/// <item>LP: bills are s YD with s = lambda20 + lambda22 rb - lambda23 / p - lambda24, bonds are worth z YD with
/// z = lambda30 - lambda32 rb + lambda33 / p - lambda34, and each pays 1 at a price of p. So
/// YD = G / (theta / (1 - theta) - rb s - z / p).</item>
/// <item>OPEN: wealth is constant, though gold still moves, when YD = (1 - theta) (Y + r s YD), so YD = c Y with
/// c = (1 - theta) / (1 - (1 - theta) r s). Then (1 - c + mu) Y = G + mu* Y* in each country, two equations in Y and Y*, and gold
/// leaves the country whose mu Y exceeds the other's mu* Y*.</item>
/// </list>
/// </remarks>
public sealed class ReferenceModels
{
    private static readonly string[] s_accounted = ["sim", "pc", "lp", "open"];
    private static readonly string[] s_all = [.. s_accounted, "klein"];

    /// <summary>Every reference model.</summary>
    public static TheoryData<string> All => [.. s_all];

    /// <summary>Those with a balance sheet and flows.</summary>
    public static TheoryData<string> Accounted => [.. s_accounted];

    [Theory]
    [MemberData(nameof(All))]
    public void Text_reads_and_binds_without_a_finding(string name)
    {
        var project = ReferenceProject.Open(name);
        Assert.Empty(project.Syntax.Diagnostics);
        Assert.Empty(project.Binding.Diagnostics);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Units_are_checked_in_every_equation(string name)
    {
        var model = ReferenceProject.Open(name).Model;
        Assert.All(model.Symbols.Where(s => s.Role != Role.AddFactor), symbol => Assert.NotNull(symbol.Unit));
        Assert.All(model.Equations, equation => Assert.Null(equation.UnitEscape));
    }

    [Theory]
    [MemberData(nameof(Accounted))]
    public void Every_row_and_column_is_proven(string name)
    {
        var model = ReferenceProject.Open(name).Model;
        Assert.Empty(AccountProver.Prove(model, model.BalanceSheet!, AccountKind.BalanceSheet).Diagnostics);
        Assert.Empty(AccountProver.Prove(model, model.Flows!, AccountKind.Flows).Diagnostics);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Solution_agrees_with_the_numbers_printed(string name)
    {
        var project = ReferenceProject.Open(name);
        var paths = project.Solve();
        Assert.All(project.Expected, expected => AssertPrinted(expected, paths[expected.Variable, expected.Period]));
    }

    [Theory]
    [MemberData(nameof(Accounted))]
    public void Accounts_hold_on_the_solved_path(string name)
    {
        var project = ReferenceProject.Open(name);
        var (model, paths) = (project.Model, project.Solve());
        foreach (var account in new[] { model.BalanceSheet!, model.Flows! })
        {
            var check = new AccountCheck(model, account);
            for (var period = project.Start; period <= project.End; period += 1)
            {
                Assert.InRange(check.LargestError((column, lag) => paths[column, period + lag]).Size, 0.0, 1e-9);
            }
        }
    }

    /// <summary>Godley and Lavoie (2007), chapters 4 and 5: what households hold and what the central bank issues agree, though no equation says so.</summary>
    [Theory]
    [InlineData("pc")]
    [InlineData("lp")]
    public void Money_held_equals_money_issued(string name)
    {
        var project = ReferenceProject.Open(name);
        var paths = project.Solve();
        for (var period = project.Start; period <= project.End; period += 1) { Assert.Equal(paths["bills_central_bank", period], paths["money", period], 1e-9); }
    }

    /// <summary>Godley and Lavoie (2007), chapter 6: what one country loses in gold in a year the other gains, though no equation says so.</summary>
    [Fact]
    public void Gold_only_changes_hands()
    {
        var project = ReferenceProject.Open("open");
        var paths = project.Solve();
        for (var period = project.Start; period <= project.End; period += 1) { Assert.Equal(0.0, Change("gold_north", period) + Change("gold_south", period), 1e-9); }

        double Change(string name, Period period) => paths[name, period] - paths[name, period - 1];
    }

    /// <summary>
    /// Godley and Lavoie (2007), chapter 6, section 6.8.1, "ever-falling gold reserves": the South ends up importing more than it exports, by
    /// mu Y - mu* Y* of the closed form above, and pays for it in gold each year.
    /// </summary>
    [Fact]
    public void Gold_leaves_the_country_that_imports_more()
    {
        var project = ReferenceProject.Open("open");
        var paths = project.Solve();
        const double kept = 0.8 / (1.0 - (0.8 * 0.025 * 0.75)), north = 0.18781, south = 0.20781;
        const double determinant = ((1.0 - kept + north) * (1.0 - kept + south)) - (north * south);
        const double outputNorth = 20.0 * (1.0 - kept + south + south) / determinant;
        const double outputSouth = 20.0 * (1.0 - kept + north + north) / determinant;
        double loss = paths["gold_south", project.End - 1] - paths["gold_south", project.End];
        Assert.Equal((south * outputSouth) - (north * outputNorth), loss, 1e-6);
    }

    /// <summary>
    /// bimets (A. Luciani, R package), reference manual, SIMULATE, examples, "FORECAST GNP in 1942 and 1943": started on the data of 1939,
    /// income is 74.5781 in 1940 and 94.0153 in 1941. Tolerance as in <c>expected.csv</c>.
    /// </summary>
    [Fact]
    public void Klein_started_in_1940_agrees_with_bimets()
    {
        var project = ReferenceProject.Open("klein");
        var paths = OnData(project);
        project.Solve(paths, Period.Annual(1940), Period.Annual(1941));
        Assert.Equal(74.5781, paths["national_income", Period.Annual(1940)], 1e-4);
        Assert.Equal(94.0153, paths["national_income", Period.Annual(1941)], 1e-4);
    }

    /// <summary>
    /// systemfit (A. Henningsen and J. Hamann, R package), tests/KleinI.Rout.save, OLS, residuals: they are the add-factors with which the
    /// equations reproduce the data. Tolerance: the estimates are printed to seven decimals, and capital is about 200.
    /// </summary>
    [Fact]
    public void Klein_reproduces_the_data_with_the_residuals_as_add_factors()
    {
        var project = ReferenceProject.Open("klein");
        var paths = OnData(project);
        int[] behavioural = [.. project.Model.Equations.Where(e => e.AddFactor >= 0).Select(e => e.Determines)];
        var (from, to) = (Period.Annual(1921), Period.Annual(1941));
        project.Solve(paths, from, to, Closure.Declared(project.Model).InvertAddFactors(behavioural, from, to));
        Assert.All(project.Table("residuals.csv"), printed => Assert.Equal(printed.Value, paths[$"add_factor({printed.Name})", printed.Period], 1e-5));
        Assert.All(project.Table("data/klein.csv").Where(d => d.Name is "P" or "X"), datum => Assert.Equal(datum.Value, paths[KleinName(datum.Name), datum.Period], 1e-9));
    }

    /// <summary>Klein's data from 1920 to 1941 under the names of the model.</summary>
    private static Paths OnData(ReferenceProject project)
    {
        var paths = new Paths(project.Model, Period.Annual(1920), 22);
        foreach (var (name, period, value) in project.Table("data/klein.csv")) { paths[KleinName(name), period] = value; }
        for (var period = paths.Start; period <= paths.End; period += 1) { paths["trend", period] = period.Year - 1931; }
        return paths;
    }

    private static string KleinName(string letter) => letter switch
    {
        "C" => "consumption",
        "P" => "profits",
        "Wp" => "private_wages",
        "I" => "investment",
        "K" => "capital",
        "X" => "output",
        "Wg" => "government_wages",
        "G" => "government_spending",
        _ => "taxes",
    };

    private static void AssertPrinted(Expectation expected, double actual) => Assert.True(
        Math.Abs(actual - expected.Value) <= expected.Tolerance,
        string.Create(CultureInfo.InvariantCulture, $"{expected.Variable} in {expected.Period} is {actual:G12}, printed {expected.Value} within {expected.Tolerance}: {expected.Citation}"));
}
