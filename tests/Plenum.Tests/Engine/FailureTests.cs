using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Engine.Kernels;
using Plenum.Engine.Solving;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Engine.Structure;
using Plenum.Series;
using Plenum.Tests.Binding;
using Plenum.Tests.Workspace;

namespace Plenum.Tests.Engine;

/// <summary>What a reader is told when a model cannot be solved; each text and what is said of it stand together in <c>Snapshots/Solving</c>.</summary>
public sealed class FailureTests
{
    private static readonly Period Start = Period.Quarter(2020, 1);

    [Theory]
    [InlineData("too many equations", """
        endogenous x
        endogenous y
        exogenous energy_price
        equation cost
          x = y + energy_price
        equation markup
          x = 1.2 * y
        equation parity
          x + y = 3
        """)]
    [InlineData("too few equations", """
        endogenous demand
        endogenous supply
        endogenous price
        identity stock
          stock = stock(-1) + supply - demand
        equation market
          demand = supply - 0.2 * price
        equation cost
          supply = 2 * price
        """)]
    [InlineData("too many here and too few there", """
        endogenous wage
        endogenous profit
        endogenous rent
        exogenous output
        equation share
          wage = 0.6 * output
        equation bargain
          wage = 0.5 * output
        equation distribution
          profit + rent = output - wage
        """)]
    [InlineData("an equation without unknowns", """
        exogenous exports
        exogenous imports
        identity income
          income = exports - imports
        equation balance
          exports = imports(-1)
        """)]
    [InlineData("a family without unknowns", """
        set partner = us, eu, asean
        endogenous tariff[partner]
        exogenous price[partner]
        exogenous cost[partner]
        equation parity[p in partner]
          price[p] = 1.1 * cost[p]
        """)]
    [InlineData("a name in no equation", """
        endogenous inflation
        identity output
          output = 0.9 * output(-1) + 2 - 0.1 * inflation(-1)
        """)]
    public void What_is_said_when_equations_and_unknowns_do_not_match(string name, string text) => Match(name, text, _ => { });

    [Theory]
    [InlineData("definitions in a circle", """
        identity a
          a = b + 1
        identity b
          b = a - 1
        """)]
    [InlineData("definitions that say the same", """
        identity x
          x = y
        identity y
          y = x + 0 * z
        exogenous z
        """)]
    [InlineData("a coefficient that is zero", """
        endogenous x
        parameter slope = 0
        equation balance
          slope * x * abs(x) = 2
        """)]
    [InlineData("no solution exists", """
        endogenous x
        parameter a = 0.5
        equation balance
          x * x = -1 - a
        """)]
    public void What_is_said_when_the_equations_determine_nothing(string name, string text) => Match(name, text, paths =>
    {
        foreach (string given in new[] { "x", "z" }) { Fill(paths, given, 2.0); }
    });

    [Fact]
    public void Logarithm_of_a_negative_number_names_the_negative_variable() => Match("logarithm of a negative number", """
        unit yuan = currency
        exogenous saving : yuan/quarter
        exogenous scale : yuan
        identity deposits : yuan "Deposits of households"
          diff(deposits) = saving
        behavioural debt_service : log
          debt_service = log(deposits / scale)
        """, paths =>
    {
        paths["deposits", Start] = 1.0;
        Fill(paths, "saving", -0.375);
        Fill(paths, "scale", 4.0);
    });

    [Fact]
    public void Division_by_zero_names_the_period_in_which_it_happens()
    {
        var outcome = Match("division by zero in the seventh period", """
            exogenous population
            exogenous income
            identity income_per_person
              income_per_person = income / (population - 2)
            identity wealth
              wealth = wealth(-1) + income_per_person
            """, paths =>
        {
            paths["wealth", Start] = 10.0;
            Fill(paths, "income", 5.0);
            Fill(paths, "population", 3.0);
            paths["population", Start + 7] = 2.0;
        });
        Assert.Equal(Start + 7, Assert.IsType<SolveOutcome.OutOfDomain>(outcome).Period);
    }

    [Fact]
    public void Square_root_of_a_negative_number() => Match("square root of a negative number", """
        exogenous assets
        exogenous debt
        identity volatility
          volatility = sqrt(assets - debt)
        """, paths =>
    {
        Fill(paths, "assets", 3.0);
        Fill(paths, "debt", 2.0);
        paths["debt", Start + 3] = 4.5;
    });

    [Fact]
    public void Power_of_a_negative_number() => Match("power of a negative number", """
        exogenous capital
        parameter share = 0.35
        identity output
          output = 2 * capital ^ share
        """, paths => Fill(paths, "capital", -1.0));

    [Fact]
    public void Overflow() => Match("a number too large", """
        exogenous growth
        identity level
          log(level) = 100 * growth
        """, paths =>
    {
        Fill(paths, "growth", 1.0);
        paths["growth", Start + 2] = 8.0;
    });

    [Fact]
    public void Domain_left_inside_a_simultaneous_block() => Match("outside the domain in a block", """
        set bank = north, south
        exogenous shock[bank]
        behavioural deposits[b in bank]
          deposits[b] = 0.5 * spread[b] + shock[b]
        behavioural spread[b in bank]
          spread[b] = 1 + log(deposits[b])
        """, paths =>
    {
        Fill(paths, "shock[north]", 1.0);
        Fill(paths, "shock[south]", -4.0);
        foreach (string name in new[] { "deposits[north]", "deposits[south]", "spread[north]", "spread[south]" }) { Fill(paths, name, 1.0); }
    });

    /// <summary>The branch that is not taken divides by zero as well, and is not at fault.</summary>
    [Fact]
    public void Branch_that_is_not_taken_is_not_blamed() => Match("the branch that is taken", """
        exogenous debt
        exogenous income
        identity burden
          burden = if(income > 0, log(debt), 1 / income)
        """, paths =>
    {
        Fill(paths, "income", 1.0);
        Fill(paths, "debt", 0.0);
    });

    [Fact]
    public void Missing_start_value() => Match("a start value is missing", """
        exogenous saving
        identity wealth
          wealth = wealth(-1) + saving
        identity debt
          debt = 0.9 * debt(-2) + saving(-1)
        """, paths =>
    {
        Fill(paths, "saving", 1.0);
        (paths["debt", Start], paths["debt", Start + 1]) = (1.0, 1.0);
    }, from: 2);

    [Fact]
    public void Missing_exogenous_values_in_the_middle_of_the_window() => Match("exogenous values are missing", """
        exogenous exports
        exogenous imports
        identity balance
          balance = exports - imports
        """, paths =>
    {
        Fill(paths, "exports", 3.0);
        Fill(paths, "imports", 2.0);
        paths["exports", Start + 4] = double.NaN;
        paths["imports", Start + 5] = double.NaN;
    });

    [Fact]
    public void Exogenised_variable_without_a_path() => Match("an exogenised variable has no path", Multiplier, paths =>
    {
        FillMultiplier(paths);
        for (int t = 2; t < paths.Count; t++) { (paths["income", Start + t], paths["spending", Start + t]) = (double.NaN, double.NaN); }
    }, closure => closure.Swap("income", "spending", Start + 2, Start + 9));

    [Fact]
    public void Window_that_begins_before_there_are_lags() => Match("the window begins too early", """
        exogenous saving
        identity wealth
          wealth = wealth(-1) + saving(-4)
        """, paths => Fill(paths, "saving", 1.0));

    [Fact]
    public void Model_that_looks_ahead() => Match("the model looks ahead", """
        exogenous rate
        behavioural price
          price = price(+1) / (1 + rate)
        identity return
          return = price(+1) / price - 1
        """, paths => Fill(paths, "rate", 0.01));

    [Fact]
    public void Swap_for_a_name_that_does_not_matter() => Match("a swap for a name that does not matter", Multiplier, FillMultiplier, closure => closure.Swap("income", "tax_rate_ahead", Start + 3, Start + 5));

    [Fact]
    public void Swap_that_leaves_an_equation_without_unknowns() => Match("a swap that leaves an equation without unknowns", Multiplier, FillMultiplier, closure => closure.Swap("rate", "spending", Start + 3, Start + 5));

    [Fact]
    public void Wrong_swaps_are_told_by_name()
    {
        var declared = Closure.Declared(Models.Bind(Multiplier));
        string said = string.Join("\n\n", new Action[]
        {
            () => declared.Swap("incme", "spending", Start, Start + 1),
            () => declared.Swap("income", "zzz", Start, Start + 1),
            () => declared.Swap("spending", "income", Start, Start + 1),
            () => declared.Swap("income", "consumption", Start, Start + 1),
            () => declared.Swap("propensity", "spending", Start, Start + 1),
            () => declared.Swap("income", "spending", Start + 1, Start),
            () => declared.Swap("income", "spending", Start, Start + 8).Swap("income", "add_factor(consumption)", Start + 4, Start + 12),
            () => declared.InvertAddFactors([declared.Model.Find("rate")!.Column], Start, Start + 1),
        }.Select(wrong => Assert.Throws<ArgumentException>(wrong).Message));
        Snapshot.Match($"{Multiplier}\n\n----\n\n{said}", "Closures/wrong swaps.txt");
    }

    [Fact]
    public void Circular_definitions_are_found_even_where_their_start_values_agree()
    {
        var model = Models.Bind("""
            identity a
              a = b + 1
            identity b
              b = a - 1
            """);
        var paths = new Paths(model, Start, 2);
        (paths["a", Start + 1], paths["b", Start + 1]) = (3.0, 2.0);
        Assert.IsType<SolveOutcome.Singular>(new PeriodSolver(model).Solve(paths, Start + 1, Start + 1));
    }

    [Fact]
    public void Period_after_a_homotopy_starts_from_where_it_led()
    {
        var model = Models.Bind("""
            endogenous x
            exogenous a
            equation balance
              x + exp(x) = a
            """);
        var paths = new Paths(model, Start, 4);
        Fill(paths, "x", 0.0);
        Fill(paths, "a", 1e6);
        paths["a", Start] = 1.0;
        var solver = new PeriodSolver(model);
        Assert.Equal(1, Assert.IsType<SolveOutcome.Converged>(solver.Solve(paths, Start + 1, Start + 3)).HomotopyPeriods);
        Assert.InRange(solver.Iterations[1], 0, 1);
    }

    /// <summary>The derivative of a square root is infinite at zero, which no Newton step survives; the message still has finite numbers.</summary>
    [Fact]
    public void Infinite_derivative_ends_in_words()
    {
        var model = Models.Bind("""
            endogenous x
            equation balance
              x + sqrt(x) = 1
            """);
        var paths = new Paths(model, Start, 1);
        paths["x", Start] = 0.0;
        var stalled = Assert.IsType<SolveOutcome.Stalled>(new PeriodSolver(model).Solve(paths, Start, Start));
        Assert.Equal(-1.0, Assert.Single(stalled.Worst).Residual);
    }

    [Fact]
    public void Empty_window_is_refused()
    {
        var model = Models.Bind(Multiplier);
        Assert.Throws<ArgumentException>(() => new PeriodSolver(model).Solve(new Paths(model, Start, 4), Start + 2, Start + 1));
    }

    [Fact]
    public void Gauss_seidel_does_not_read_before_the_paths()
    {
        var model = Models.Bind("""
            identity y
              y = 0.5 * y(-1) + 1
            """);
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussSeidelSolver(model).Solve(new Paths(model, Start, 4), Start, Start + 1));
    }

    [Fact]
    public void Residuals_of_a_model_without_equations_are_none()
    {
        var model = Models.Bind("exogenous a");
        new ResidualEvaluator(model).Evaluate(new Paths(model, Start, 1), 0, []);
    }

    public static TheoryData<string> Codes =>
        [.. new[] { typeof(StructureCodes), typeof(SolveCodes) }.SelectMany(t => t.GetFields()).Select(f => (string)f.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_page_of_a_code_shows_one_of_these_models_and_what_is_said_of_it(string code)
    {
        string[] parts = Repository.Read("docs", "diagnostics", $"{code}.md").Split("```\n");
        Assert.Contains($" {code}: ", parts[3], StringComparison.Ordinal);
        string[] snapshots = [.. Directory.GetFiles(Snapshot.Folder("Solving")).Select(file => File.ReadAllText(file).ReplaceLineEndings("\n"))];
        Assert.Contains($"{parts[1]}\n----\n\n{parts[3]}", snapshots);
    }

    private const string Multiplier = """
        exogenous spending
        exogenous tax_rate_ahead
        exogenous target
        parameter propensity = 0.6
        behavioural consumption
          consumption = propensity * income(-1)
        identity income
          income = consumption + spending
        identity rate
          rate = 0.01 + 0.5 * (target - tax_rate_ahead(-1))
        """;

    private static void FillMultiplier(Paths paths)
    {
        foreach (string name in new[] { "spending", "tax_rate_ahead", "target", "income", "rate" }) { Fill(paths, name, 1.0); }
    }

    private static void Fill(Paths paths, string name, double value)
    {
        if (paths.Model.Find(name) is not { } symbol) { return; }
        for (int t = 0; t < paths.Count; t++) { paths[symbol.Column, Start + t] = value; }
    }

    private static SolveOutcome Match(string name, string text, Action<Paths> fill, Func<Closure, Closure>? swap = null, int from = 1)
    {
        var model = Models.Bind(text);
        var paths = new Paths(model, Start, 12);
        fill(paths);
        var outcome = new PeriodSolver(model).Solve(paths, Start + from, paths.End, swap?.Invoke(Closure.Declared(model)));
        Assert.False(outcome.IsSolved);
        Snapshot.Match($"{text}\n\n----\n\n{outcome}", $"Solving/{name}.txt");
        return outcome;
    }
}
