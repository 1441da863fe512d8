using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Engine.Planning;
using Plenum.Engine.Sensitivities;
using Plenum.Engine.Solving;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Series;
using Plenum.Tests.Binding;

namespace Plenum.Tests.Planning;

/// <summary>A small model, solved on a path of constant given values.</summary>
internal sealed class Economy
{
    public static readonly Period Start = Period.Quarter(2020, 1);
    public static readonly Period First = Period.Quarter(2020, 3);
    public static readonly Period Last = Period.Quarter(2022, 4);

    private readonly ExpressionGraph _graph;

    public Economy(string text, params (string Name, double Value)[] values)
    {
        Model = Models.Bind(text);
        _graph = Model.Graph.Copy();
        Baseline = new Paths(Model, Start, Last - Start + 1);
        foreach (var (name, value) in values)
        {
            for (var period = Start; period <= Last; period += 1) { Baseline[name, period] = value; }
        }

        var outcome = new ModelSolver(Model).Solve(Baseline, First, Last, Closure.Declared(Model));
        Assert.True(outcome.IsSolved, outcome.ToString());
    }

    public BoundModel Model { get; }

    public Paths Baseline { get; }

    public PlanGoal Goal(string expression, Period period, double value, double? weight = null) => new(Quantity(expression, period, period), value, value, weight);

    public PlanGoal Range(string expression, Period period, double high) => new(Quantity(expression, period, period), double.NegativeInfinity, high, null);

    public PlanGoal Mean(string expression, Period from, Period to) => new(Quantity(expression, from, to), 0, 0, 1);

    public PlanInstrument Moves(string name, double low = double.NegativeInfinity, double high = double.PositiveInfinity, double cost = 1) =>
        new(new Perturbation([.. Enumerable.Range(0, Last - First + 1).Select(k => new ValueChange(Model.Find(name)!.Column, First + k, 1.0))]), low, high, cost);

    public PlanProblem Problem(IReadOnlyList<PlanInstrument> instruments, IReadOnlyList<PlanGoal> goals) => new(Baseline, First, Last, Closure.Declared(Model), instruments, goals);

    public PlanOutcome.Found Find(PlanProblem problem)
    {
        var found = Assert.IsType<PlanOutcome.Found>(PlanSolver.Solve(problem, new ModelSolver(Model)));
        Assert.InRange(found.Optimality.Stationarity, 0.0, PlanSolver.StationarityTolerance);
        return found;
    }

    public Paths Solved(PlanProblem problem, double[] sizes)
    {
        var paths = Baseline.Copy();
        Assert.Null(PlanSystem.Solve(problem, new ModelSolver(Model), sizes, paths, Last));
        return paths;
    }

    private PathQuantity Quantity(string expression, Period from, Period to)
    {
        var bound = new ExpressionBinder(Model, _graph).Bind(new SourceText("", expression), []);
        return new PathQuantity(_graph, bound!.Id, [.. Enumerable.Range(0, to - from + 1).Select(k => from + k)]);
    }
}
