using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Engine.Sensitivities;
using Plenum.Engine.Solving;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Language.Binding;
using Plenum.Series;
using Plenum.Tests.Binding;

namespace Plenum.Tests.Sensitivities;

public sealed class SensitivityTests
{
    private const string Economy = """
        behavioural consumption
          consumption = propensity * income + 0.2 * consumption(-1)
        behavioural investment
          dlog(investment) = accelerator * dlog(income) - 0.1 * log(investment(-1) / (0.2 * income(-1))) + news
        identity income
          income = consumption + investment + spending
        behavioural rate
          rate = max(floor, 0.5 * rate(-1) + 0.01 * log(income / income(-1)))
        identity wealth
          diff(wealth) = income - consumption + rate * wealth(-2)
        exogenous spending
        shock news
        parameter propensity = 0.6
        parameter accelerator = 0.5
        parameter floor = 0.001
        """;

    private static readonly Period Start = Period.Quarter(2020, 1);
    private static readonly Period First = Period.Quarter(2020, 3);
    private static readonly Period Last = Period.Quarter(2022, 4);
    private static readonly BoundModel Model = Models.Bind(Economy);
    private static readonly string[] Given = ["spending", "news", "propensity", "floor", "add_factor(consumption)", "add_factor(investment)"];
    private static readonly string[] Found = ["consumption", "investment", "income", "rate", "wealth"];
    private static readonly string[] Stocks = ["wealth", "consumption", "income"];

    private static readonly Gen<ValueChange> AnyChange = Gen.OneOf(
        Gen.Select(AnyOf(Given), Gen.Int[0, Last - First], Gen.Double[0.2, 1.0], (name, k, size) => new ValueChange(Column(name), First + k, size)),
        Gen.Select(AnyOf(Stocks), Gen.Int[0, 1], Gen.Double[0.2, 1.0], (name, k, size) => new ValueChange(Column(name), Start + k, size)));

    private static readonly Gen<Closure> AnyClosure = Gen.OneOf(
        Gen.Const(Closure.Declared(Model)),
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 4], (k, length) => Closure.Declared(Model).Swap("income", "spending", First + k, First + (k + length))),
        Gen.Int[0, 5].Select(k => Closure.Declared(Model).Swap("consumption", "add_factor(consumption)", First + k, First + (k + 2))));

    [Fact]
    public void Tangents_are_finite_differences() =>
        Gen.Select(AnyChange.Array[1, 4], AnyClosure).Sample((changes, closure) =>
        {
            var solved = Solved(closure, [], 0.0);
            var direction = new Perturbation(changes);
            Assert.True(Solver(closure).TryTangents(solved, First, Last, [direction], out var tangents, out _));
            const double step = 2e-6;
            var ahead = Solved(closure, changes, step);
            var behind = Solved(closure, changes, -step);
            var twiceAhead = Solved(closure, changes, 2.0 * step);
            var twiceBehind = Solved(closure, changes, -2.0 * step);
            for (var period = First; period <= Last; period += 1)
            {
                foreach (string name in Found)
                {
                    int column = Column(name);
                    double difference = ((8.0 * (ahead[column, period] - behind[column, period])) - (twiceAhead[column, period] - twiceBehind[column, period])) / (12.0 * step);
                    double tangent = tangents[0, column, period];
                    if (IsGiven(closure, column, period)) { continue; }
                    Assert.Equal(difference, tangent, 1e-6 * Math.Max(1.0, Math.Abs(solved[column, period])));
                }
            }
        }, iter: 60);

    [Fact]
    public void Gradient_and_tangents_tell_the_same_of_any_direction_and_outcome() =>
        Gen.Select(AnyChange.Array[1, 6], AnyClosure, Gen.Select(AnyOf(Found), Gen.Int[0, Last - First], Gen.Double[-2, 2], (n, k, w) => new ValueChange(Column(n), First + k, w)).Array[1, 4]).Sample((changes, closure, outcome) =>
        {
            var solved = Solved(closure, [], 0.0);
            var solver = Solver(closure);
            var direction = new Perturbation(changes);
            Assert.True(solver.TryTangents(solved, First, Last, [direction], out var tangents, out _));
            Assert.True(solver.TryGradient(solved, First, outcome, out var gradient, out _));
            double forward = outcome.Sum(o => o.Change * tangents[0, o.Column, o.Period]);
            double size = changes.Sum(c => Math.Abs(c.Change * gradient[c.Column, c.Period]));
            Assert.Equal(forward, gradient.Along(direction), 1e-12 * Math.Max(1.0, size));
        }, iter: 100);

    [Fact]
    public void Directions_at_once_are_directions_one_by_one() =>
        AnyChange.Array[2, 9].Sample(changes =>
        {
            var closure = Closure.Declared(Model);
            var solved = Solved(closure, [], 0.0);
            var solver = Solver(closure);
            Assert.True(solver.TryTangents(solved, First, Last, [.. changes.Select(c => new Perturbation([c]))], out var each, out _));
            Assert.True(solver.TryTangents(solved, First, Last, [new Perturbation(changes)], out var together, out _));
            int column = Column("wealth");
            Assert.Equal(together[0, column, Last], changes.Select((_, d) => each[d, column, Last]).Sum(), 1e-10 * Math.Max(1.0, Math.Abs(together[0, column, Last])));
        }, iter: 50);

    [Fact]
    public void A_name_that_is_found_cannot_be_moved()
    {
        var closure = Closure.Declared(Model);
        var solved = Solved(closure, [], 0.0);
        Assert.True(Solver(closure).TryTangents(solved, First, Last, [Perturbation.Unit(Column("income"), First + 2)], out var tangents, out _));
        Assert.All(Found, name => Assert.Equal(0.0, tangents[0, Column(name), Last]));
    }

    [Fact]
    public void A_name_that_was_not_announced_is_refused() =>
        Assert.Contains("'spending'", Assert.Throws<ArgumentException>(() => new SensitivitySolver(Model, []).TryTangents(Solved(Closure.Declared(Model), [], 0.0), First, Last, [Perturbation.Unit(Column("spending"), First)], out _, out _)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_model_that_looks_ahead_is_refused()
    {
        var model = Models.Bind("""
            identity y
              y = 0.5 * y(+1) + a
            exogenous a
            """);
        var solver = new SensitivitySolver(model, [model.Find("a")!.Column]);
        Assert.False(solver.TryTangents(new Paths(model, Start, 4), Start, Start + 2, [], out _, out var failure));
        Assert.IsType<SolveOutcome.LooksAhead>(failure);
    }

    private static Gen<string> AnyOf(string[] names) => Gen.Int[0, names.Length - 1].Select(i => names[i]);

    private static SensitivitySolver Solver(Closure closure) => new(Model, Given.Select(Column), closure);

    private static int Column(string name) => Model.Find(name)!.Column;

    private static bool IsGiven(Closure closure, int column, Period period) => !closure.UnknownsAt(period).Contains(column);

    /// <summary>The solution after some changes, each times a step; names that are given by a swap keep a path of their own.</summary>
    private static Paths Solved(Closure closure, IReadOnlyList<ValueChange> changes, double step)
    {
        var paths = new Paths(Model, Start, Last - Start + 1);
        for (int t = 0; t < paths.Count; t++)
        {
            paths["spending", Start + t] = 5.0 + (0.1 * t);
            paths["consumption", Start + t] = 75.0 + t;
            paths["investment", Start + t] = 20.0 + (0.2 * t);
            paths["income", Start + t] = 100.0 + (1.3 * t);
            paths["wealth", Start + t] = 300.0;
            paths["rate", Start + t] = 0.01;
        }

        var solver = new PeriodSolver(Model);
        foreach (var change in changes) { paths[change.Column, change.Period] += step * change.Change; }
        var outcome = solver.Solve(paths, First, Last, closure);
        Assert.True(outcome.IsSolved, outcome.ToString());
        return paths;
    }
}
