namespace Plenum.Tests.Binding;

/// <summary>What a reader is told about models that cannot be used; each text and its findings stand together in <c>Snapshots/Binding</c>.</summary>
public class BrokenModelTests
{
    [Theory]
    [InlineData("undeclared names", """
        exogenous income
        parameter speed = 0.5
        behavioural consumption
          consumption = sped * incme + wealth(-1)
        """)]
    [InlineData("real and nominal", """
        unit yuan = currency
        unit yuan2015 = volume of yuan
        unit price = yuan/yuan2015
        exogenous exports_deflator : price
        exogenous gdp_real : yuan2015/quarter
        exogenous exports_nominal : yuan/quarter
        identity total : yuan2015/quarter
          total = gdp_real + exports_nominal
        """)]
    [InlineData("stock and flow", """
        unit yuan = currency
        exogenous saving : yuan/quarter
        identity deposits : yuan
          deposits = deposits(-1) + saving
        """)]
    [InlineData("per year and per quarter", """
        exogenous interest : 1/year
        exogenous price : index
        identity real_rate : 1/year
          real_rate = interest - pct(price)
        """)]
    [InlineData("share and index", """
        exogenous tariff : share
        exogenous cost : index
        identity price : index
          price = cost + tariff
        """)]
    [InlineData("log of money", """
        unit yuan = currency
        exogenous income : yuan/quarter
        identity scale : log
          scale = log(income)
        """)]
    [InlineData("literal with a unit", """
        unit yuan = currency
        exogenous income : yuan/quarter
        behavioural spending : yuan/quarter
          spending = 0.6 * income + 20
        """)]
    [InlineData("powers and conversions", """
        unit yuan = currency
        exogenous money : yuan
        exogenous curvature : share
        exogenous flow : yuan/quarter
        identity a
          a = money ^ curvature
        identity b
          b = quarterly(flow)
        identity c
          c = annual_sum(money)
        """)]
    [InlineData("two equations for one variable", """
        set industry = steel, cars, services
        behavioural capacity[i in industry]
          capacity[i] = capacity[i](-1)
        identity capacity[cars]
          capacity[cars] = 1
        """)]
    [InlineData("equation for an exogenous name", """
        exogenous rate
        parameter speed = 1
        identity rate
          rate = 3
        behavioural speed
          speed = 3
        """)]
    [InlineData("sets", """
        set partner = us, eu, us
        set partner = us
        subset west of partner = us, ue
        subset east of partners = eu
        set region = near, far
        map distance of partner to region = us: far
        """)]
    [InlineData("indices", """
        set partner = us, eu
        set industry = steel, cars
        exogenous tariff[partner]
        exogenous plain
        identity y
          y = tariff + tariff[us, eu] + plain[us] + tariff[usa] + tariff[steel] + tariff[partner]
        identity z[partner]
          z = 1
        """)]
    [InlineData("lag on a parameter", """
        parameter speed = 0.25
        exogenous x
        identity y
          y = speed(-1) * x
        """)]
    [InlineData("set blow-up", """
        set big = {MEMBERS}
        exogenous cube[big, big, big]
        exogenous x
        identity y
          y = sum(i in big, j in big, k in big: x)
        """)]
    [InlineData("functions", """
        exogenous a
        identity y
          y = lgo(a) + log(a, 2) + pos(a) + log(a, width 1) + ma(a, 2.5) + if(a, 1, 2, width 1)
        """)]
    [InlineData("values of parameters", """
        parameter a = b + 1
        parameter b = a * 2
        parameter c = c
        exogenous x
        parameter d = x
        parameter e = 1 / 0
        parameter f = 0.5
          range 0.9 .. 0.7
        parameter g = 2
          range 0 .. 1
        parameter early = late
        parameter late = 1
        """)]
    [InlineData("entries of a parameter", """
        set partner = us, eu, asean
        parameter elasticity[partner] = { us: 1.9, eu: 1.2 }
        parameter weight[partner] = { us: 1.9, us: 1.2, eu: 1, asean: 1 }
        parameter speed[partner] = { us: 1.9, eu: 1.2, asan: 1 }
        """)]
    [InlineData("variants", """
        exogenous rate
        parameter speed = 1
        identity income
          income = rate
        variant forward "Looks ahead"
          replace incom with
            income = rate(+1)
          let sped = 2
          let income = 3
        variant wrong "An unknown name in a variant that is off"
          replace income with
            income = rte
        """)]
    [InlineData("names declared twice", """
        unit yuan = currency
        unit yuan = count
        unit loop = loop2/quarter
        unit loop2 = loop
        exogenous x : yuann
        exogenous x
        block one
          exogenous a
        block one
          exogenous b
        identity d
          d = 1
        equation d
          x = 2
        """)]
    [InlineData("accounts", """
        unit yuan = currency
        exogenous deposits : yuan
        exogenous saving : yuan/quarter
        balance-sheet "Who owes whom"
          sectors households, banks
          row deposits "Deposits" : households +, bank -
          row loans "Loans" : households -, banks +
          row bonds "Bonds" : households +deposits, households -deposits, banks +saving
          row deposits "Deposits" : households +, banks -
          total households = deposits
          total households = deposits
        """)]
    [InlineData("one mistake, one finding", """
        set partner = us, eu
        unit yuan = currency
        exogenous demand[partners] : yuan
        exogenous income : yuan
        identity a : yuan
          a = demand[us] + income
        identity b : yuan
          b = income + unknown * 3 + log(unknown)
        identity c[p in partner] : yuan
          c[p] = income + mystery[p]
        """)]
    public void Findings_say_what_where_why_and_how_to_mend_it(string name, string text)
    {
        text = text.Replace("{MEMBERS}", string.Join(", ", Enumerable.Range(1, 1000).Select(i => $"m{i}")), StringComparison.Ordinal);
        string shown = text.Length > 2000 ? "(a set of 1000 members, cubed)" : text;
        Snapshot.Match($"{shown}\n\n----\n\n{Models.Print(Models.TryBind(text))}", $"Binding/{name}.txt");
    }
}
