using Plenum.Language.Accounts;

namespace Plenum.Tests.Accounts;

public sealed class EconomyTests
{
    /// <summary>Godley and Lavoie (2007), "Monetary Economics", chapter 3, model SIM.</summary>
    [Fact]
    public void Sim_is_consistent_and_its_money_market_clears_by_accumulation()
    {
        Assert.True(Sim().Row("consumption", "households: -c", "firms: c")
            .Row("purchases", "firms: g", "government: -g")
            .Row("wages", "households: y", "firms: -y")
            .Row("taxes", "households: -t", "government: t")
            .Total("households", "diff(money_held)").Total("firms", "0").Total("government", "-diff(money_supplied)")
            .Prove(AccountKind.Flows).Proven);

        var money = Sim().Row("money", "households: money_held", "government: -money_supplied").Prove(AccountKind.BalanceSheet);
        Assert.Equal(ProofOutcome.ProvenByAccumulation, Assert.Single(money.Statements).Outcome);
    }

    [Fact]
    public void A_flow_matrix_is_never_proven_by_accumulation() =>
        Assert.Equal(ProofOutcome.NotProven, Sim().ProveZero("money_held - money_supplied").Outcome);

    /// <summary>Godley and Lavoie (2007), chapter 4, model PC: no equation says that the cash which households hold is the cash supplied.</summary>
    [Fact]
    public void Pc_closes_its_redundant_equation()
    {
        AccountModel Pc() => new AccountModel()
            .Identity("y", "c + g")
            .Identity("yd", "y - t + r(-1)*bills_held(-1)")
            .Identity("t", "theta*(y + r(-1)*bills_held(-1))")
            .Identity("v", "v(-1) + yd - c")
            .Behavioural("c", "a1*yd + a2*v(-1)")
            .Behavioural("bills_held", "v*(l0 + l1*r) - l2*yd")
            .Identity("cash_held", "v - bills_held")
            .Identity("bills_supplied", "bills_supplied(-1) + g + r(-1)*bills_supplied(-1) - t - r(-1)*bills_central(-1)")
            .Identity("diff(cash_supplied)", "diff(bills_central)", "cash_supplied")
            .Identity("bills_central", "bills_supplied - bills_held");

        var stocks = Pc().Row("cash", "households: cash_held", "central_bank: -cash_supplied")
            .Row("bills", "households: bills_held", "government: -bills_supplied", "central_bank: bills_central")
            .Total("households", "v").Total("government", "-bills_supplied").Total("central_bank", "0")
            .Prove(AccountKind.BalanceSheet);
        Assert.Equal(
            [ProofOutcome.ProvenByAccumulation, ProofOutcome.Proven, ProofOutcome.Proven, ProofOutcome.Proven, ProofOutcome.ProvenByAccumulation],
            stocks.Statements.Select(s => s.Outcome));
        Assert.Contains("bills_central(-1)", stocks.Statements[0].Identities);

        Assert.True(Pc().Row("consumption", "households: -c", "firms: c")
            .Row("purchases", "firms: g", "government: -g")
            .Row("income", "households: y", "firms: -y")
            .Row("interest", "households: r(-1)*bills_held(-1)", "government: -r(-1)*bills_supplied(-1)", "central_bank: r(-1)*bills_central(-1)")
            .Row("central_bank_profit", "government: r(-1)*bills_central(-1)", "central_bank: -r(-1)*bills_central(-1)")
            .Row("taxes", "households: -t", "government: t")
            .Total("households", "diff(cash_held + bills_held)").Total("firms", "0").Total("government", "-diff(bills_supplied)").Total("central_bank", "0")
            .Prove(AccountKind.Flows).Proven);
    }

    [Fact]
    public void A_bank_with_a_balancing_item_has_the_net_worth_that_it_earned()
    {
        var proof = Bank("profit").RealRow("loans", "banks: loans").RealRow("reserves", "banks: reserves")
            .RealRow("deposits", "banks: -deposits").RealRow("central_bank_credit", "banks: -credit").Total("banks", "equity").Prove(AccountKind.BalanceSheet);
        Assert.Equal(ProofOutcome.Proven, Assert.Single(proof.Statements).Outcome);
    }

    /// <summary>The central bank's balance is closed by no equation: it follows from all the others, through nominal GDP (the law of Walras).</summary>
    [Fact]
    public void The_last_balance_sheet_follows_from_all_the_others()
    {
        var statement = Assert.Single(Economy(remittance: "credit_rate*credit(-1)").Prove(AccountKind.BalanceSheet).Statements);
        Assert.Equal(ProofOutcome.ProvenByAccumulation, statement.Outcome);
        Assert.Contains("gdp", statement.Identities);
    }

    [Fact]
    public void A_leak_anywhere_in_the_economy_shows_in_the_last_balance_sheet()
    {
        var statement = Assert.Single(Economy(remittance: "credit_rate*credit(-1) - costs").Prove(AccountKind.BalanceSheet).Statements);
        Assert.Equal(ProofOutcome.NotProven, statement.Outcome);
        Assert.Matches("^-?costs in each period$", statement.Leftover);
    }

    [Fact]
    public void Prices_times_quantities_cancel_through_the_deflators()
    {
        var statement = Deflators("0.6").ProveZero("nominal_by_production - nominal_by_expenditure");
        Assert.Equal(ProofOutcome.Proven, statement.Outcome);
        Assert.Empty(statement.Parameters);
        Assert.Equal(ProofOutcome.Proven, Deflators("0.6").ProveZero("real_by_production - real_by_expenditure").Outcome);
    }

    [Fact]
    public void Weights_that_fall_short_of_one_show_in_real_terms()
    {
        var statement = Deflators("0.59").ProveZero("real_by_production - real_by_expenditure");
        Assert.Equal("-0.01*domestic_consumption", statement.Leftover);
    }

    [Fact]
    public void A_circle_of_identities_does_not_stand_in_the_way()
    {
        var model = new AccountModel()
            .Identity("consumption", "core + subsidy/price_consumption")
            .Identity("subsidy", "rate*gdp")
            .Identity("gdp", "added + price*exports")
            .Identity("added", "price*content")
            .Identity("content", "consumption*price_consumption/price")
            .Identity("gdp_by_expenditure", "price_consumption*consumption + price*exports");
        Assert.Equal(ProofOutcome.Proven, model.ProveZero("gdp - gdp_by_expenditure").Outcome);
        Assert.Equal(ProofOutcome.NotProven, model.ProveZero("gdp - 2*gdp_by_expenditure").Outcome);
    }

    /// <summary>In each circle the proof needs all identities but one, whichever it is.</summary>
    [Fact]
    public void Several_circles_are_broken_where_the_proof_allows()
    {
        var model = new AccountModel();
        for (int k = 0; k < 3; k++)
        {
            model.Identity($"consumption{k}", $"core{k} + subsidy{k}/cost{k}")
                .Identity($"subsidy{k}", $"rate{k}*gdp{k}")
                .Identity($"gdp{k}", $"price{k}*content{k} + exports{k}")
                .Identity($"content{k}", $"consumption{k}*cost{k}/price{k}")
                .Identity($"spending{k}", $"consumption{k}*cost{k} + exports{k}");
        }

        Assert.Equal(ProofOutcome.Proven, model.ProveZero("gdp0 - spending0 + a*(gdp1 - spending1) + b*(spending2 - gdp2)").Outcome);
    }

    private static AccountModel Sim() => new AccountModel()
        .Identity("y", "c + g")
        .Identity("t", "theta*y")
        .Identity("yd", "y - t")
        .Behavioural("c", "a1*yd + a2*money_held(-1)")
        .Identity("money_held", "money_held(-1) + yd - c")
        .Identity("diff(money_supplied)", "g - t", "money_supplied");

    private static AccountModel Bank(string profit) => new AccountModel()
        .Identity("profit", "loan_rate*loans(-1) - credit_rate*credit(-1)")
        .Identity("equity", $"equity(-1) + {profit}")
        .Identity("reserves", "reserve_ratio*deposits")
        .Identity("credit", "reserves + loans - deposits - equity");

    private static AccountModel Economy(string remittance) => Bank("profit")
        .Parameter("reserve_ratio", 0.1)
        .Identity("gdp", "price*consumption + price_investment*investment + price*purchases + price_exports*exports - price_imports*imports")
        .Identity("tax", "tax_rate*gdp")
        .Identity("wages", "wage_share*gdp")
        .Identity("deposits", "deposits(-1) + wages - price*consumption - diff(currency)")
        .Behavioural("currency", "0.1*price*consumption")
        .Behavioural("loan_rate", "max(0.03, loan_rate(-1))")
        .Identity("firm_profit", "gdp - wages - tax - loan_rate*loans(-1)")
        .Identity("loans", "loans(-1) + price_investment*investment - firm_profit")
        .Identity("remittance", remittance)
        .Identity("bonds_central", "bonds_central(-1) + price*purchases - tax - remittance")
        .Identity("current_account", "price_exports*exports - price_imports*imports")
        .Identity("foreign_reserves", "foreign_reserves(-1)*exchange_rate/exchange_rate(-1) + current_account")
        .Identity("revaluation", "revaluation(-1) + foreign_reserves(-1)*(exchange_rate/exchange_rate(-1) - 1)")
        .RealRow("foreign_reserves", "central_bank: foreign_reserves")
        .RealRow("credit", "central_bank: credit")
        .RealRow("bonds", "central_bank: bonds_central")
        .RealRow("reserves", "central_bank: -reserves")
        .RealRow("currency", "central_bank: -currency")
        .Total("central_bank", "revaluation");

    private static AccountModel Deflators(string industryShare) => new AccountModel()
        .Parameter("import_content", 0.13)
        .Identity("domestic_consumption", "(1 - import_content*import_share)*consumption")
        .Identity("domestic_exports", "(1 - 0.25*import_share)*exports")
        .Identity("imports", "import_share*(import_content*consumption + 0.25*exports)")
        .Identity("industry", $"high*({industryShare}*domestic_consumption + 0.9*domestic_exports) + (1 - high)*({industryShare}*domestic_consumption + 0.9*domestic_exports)")
        .Identity("services", "0.4*domestic_consumption + 0.1*domestic_exports")
        .Identity("price_consumption", $"(1 - import_content*import_share)*({industryShare}*price_industry + 0.4*price_services) + import_content*import_share*price_imports")
        .Identity("cost_exports", "(1 - 0.25*import_share)*(0.9*price_industry + 0.1*price_services) + 0.25*import_share*price_imports")
        .Identity("margin", "price_exports*exports - cost_exports*exports")
        .Identity("price_imports", "border_price*(1 + tariff)")
        .Identity("duties", "(price_imports - border_price)*imports")
        .Identity("nominal_by_production", "price_industry*industry + price_services*services + margin + duties")
        .Identity("nominal_by_expenditure", "price_consumption*consumption + price_exports*exports - border_price*imports")
        .Identity("real_by_production", "industry + services")
        .Identity("real_by_expenditure", "consumption + exports - imports");
}
