using System.Globalization;
using Plenum.Engine.Structure;
using Plenum.Language.Binding;
using Plenum.Language.Expressions;

namespace Plenum.Engine.Attribution;

/// <summary>Splits an equation into additive terms.</summary>
/// <remarks>
/// The equation is turned into "variable = sum" or "log(variable) = sum"; a difference on the left (diff, dlog) puts the variable's own past
/// among the terms. A sum in brackets is split where what stands before it is made of numbers and parameters alone. The change of
/// a name between two periods stays one term, and a logarithm of a product is split where the variable's own past stands in it.
/// </remarks>
internal sealed class EquationTerms
{
    private const int LongestChange = 12;

    private readonly BoundModel _model;
    private readonly int _column;
    private readonly ScalarPrinter _printer;
    private readonly List<EquationTerm> _terms = [];

    private EquationTerms(BoundModel model, BoundEquation equation)
    {
        (_model, _column, Equation) = (model, equation.Determines, equation);
        Graph = model.Graph.Copy();
        _printer = new ScalarPrinter(Graph, column => model.Symbols[column].Name);
    }

    /// <summary>The equation.</summary>
    public BoundEquation Equation { get; }

    /// <summary>The model's expressions and the terms.</summary>
    public ExpressionGraph Graph { get; }

    /// <summary>Whether the terms sum to the variable or to its logarithm.</summary>
    public ChannelMeasure Measure { get; private set; }

    /// <summary>The terms, those that are numbers left out.</summary>
    public IReadOnlyList<EquationTerm> Terms => _terms;

    /// <summary>Splits the equation that determines a variable; null where it has none, or one that cannot be solved for it.</summary>
    public static EquationTerms? Of(BoundModel model, int column)
    {
        var equation = model.Equations.FirstOrDefault(e => e.Determines == column);
        if (equation is null) { return null; }
        var terms = new EquationTerms(model, equation);
        if (terms.TurnAround() is not { IsNone: false } right) { return null; }
        terms.Split(right, terms.Graph.One);
        return terms;
    }

    /// <summary>The right-hand side after the left one has become the variable, or its logarithm.</summary>
    private ExpressionId TurnAround()
    {
        var g = Graph;
        var left = g[Equation.Left];
        var own = g.Symbol(_column);
        if (Equation.Left == own) { return Equation.Right; }
        if (Equation.Left == g.Log(own)) { return AsLogarithm(Equation.Right); }
        if (left.Operation == Operation.Subtract && left.A == own && IsOwnLag(left.B)) { return g.Add(left.B, Equation.Right); }
        if (left.Operation == Operation.Subtract && left.A == g.Log(own) && g[left.B] is { Operation: Operation.Log, A: var past } && IsOwnLag(past)) { return AsLogarithm(g.Add(left.B, Equation.Right)); }
        return Isolation.Solve(g, Equation.Left, Equation.Right, _column);
    }

    private ExpressionId AsLogarithm(ExpressionId right)
    {
        Measure = ChannelMeasure.Logarithm;
        return right;
    }

    private void Split(ExpressionId id, ExpressionId before)
    {
        var g = Graph;
        var node = g[id];
        switch (node.Operation)
        {
            case Operation.Add:
                Split(node.A, before);
                Split(node.B, before);
                break;
            case Operation.Subtract when !IsChange(node, out _):
                Split(node.A, before);
                Split(node.B, g.Negate(before));
                break;
            case Operation.Negate: Split(node.A, g.Negate(before)); break;
            case Operation.Multiply when IsCoefficient(node.A): Split(node.B, g.Multiply(before, node.A)); break;
            case Operation.Multiply when IsCoefficient(node.B): Split(node.A, g.Multiply(before, node.B)); break;
            case Operation.Divide when IsCoefficient(node.B): Split(node.A, g.Divide(before, node.B)); break;
            case Operation.Log when Reads(node.A, _column) && g[node.A] is { Operation: Operation.Multiply } product:
                Split(g.Log(product.A), before);
                Split(g.Log(product.B), before);
                break;
            case Operation.Log when Reads(node.A, _column) && g[node.A] is { Operation: Operation.Divide } ratio:
                Split(g.Log(ratio.A), before);
                Split(g.Log(ratio.B), g.Negate(before));
                break;
            default: Add(id, before); break;
        }
    }

    private void Add(ExpressionId core, ExpressionId before)
    {
        if (IsCoefficient(core) && Graph[core].Operation == Operation.Constant && Graph[before].Operation == Operation.Constant) { return; }
        var whole = Graph.Multiply(before, core);
        var (lag, coefficient) = OwnPast(core, before);
        _terms.Add(new EquationTerm(whole, Text(core, before), lag, coefficient));
    }

    /// <summary>Whether a term is a multiple of the variable's own past, and by how many periods and by what.</summary>
    private (int Lag, ExpressionId Coefficient) OwnPast(ExpressionId core, ExpressionId before)
    {
        var rest = before;
        int lag = 0;
        var pending = new Stack<(ExpressionId Id, bool IsDivided)>();
        pending.Push((core, false));
        while (pending.TryPop(out var factor))
        {
            var node = Graph[factor.Id];
            if (!factor.IsDivided && node.Operation is Operation.Multiply or Operation.Divide)
            {
                pending.Push((node.B, node.Operation == Operation.Divide));
                pending.Push((node.A, false));
                continue;
            }

            var past = Measure == ChannelMeasure.Logarithm && node.Operation == Operation.Log ? node.A : Measure == ChannelMeasure.Level ? factor.Id : ExpressionId.None;
            if (!factor.IsDivided && lag == 0 && !past.IsNone && IsOwnLag(past)) { lag = -Graph[past].Lag; }
            else if (Reads(factor.Id, _column)) { return (0, ExpressionId.None); }
            else { rest = factor.IsDivided ? Graph.Divide(rest, factor.Id) : Graph.Multiply(rest, factor.Id); }
        }

        return lag == 0 ? (0, ExpressionId.None) : (lag, rest);
    }

    private bool IsOwnLag(ExpressionId id) => Graph[id] is { Operation: Operation.Symbol } symbol && symbol.Symbol == _column && symbol.Lag < 0;

    /// <summary>Whether a difference is that of one expression between two periods, of which the variable itself is no part.</summary>
    private bool IsChange(ExpressionNode difference, out int periods)
    {
        periods = 0;
        if (Reads(difference.A, _column)) { return false; }
        for (periods = 1; periods <= LongestChange; periods++)
        {
            if (Graph.Shift(difference.A, -periods, IsDated) == difference.B) { return true; }
        }

        return false;
    }

    private bool IsDated(int column) => _model.Symbols[column].Role != Role.Parameter;

    private bool IsCoefficient(ExpressionId id)
    {
        var symbols = new HashSet<(int Column, int Lag)>();
        Graph.CollectSymbols([id], symbols);
        return symbols.All(s => !IsDated(s.Column));
    }

    private bool Reads(ExpressionId id, int column)
    {
        var symbols = new HashSet<(int Column, int Lag)>();
        Graph.CollectSymbols([id], symbols);
        return symbols.Any(s => s.Column == column);
    }

    /// <summary>The term as text; a change of one period is written as the language writes it.</summary>
    private string Text(ExpressionId core, ExpressionId before)
    {
        var node = Graph[core];
        if (node.Operation != Operation.Subtract || !IsChange(node, out int periods)) { return _printer.Print(Graph.Multiply(before, core)); }
        var level = Graph[node.A] is { Operation: Operation.Log } log ? log.A : node.A;
        string function = level == node.A ? "diff" : "dlog";
        string change = periods == 1 ? $"{function}({_printer.Print(level)})" : $"({_printer.Print(core)})";
        if (Graph.TryNumber(before, out double factor) && Math.Abs(factor) == 1.0) { return factor > 0.0 ? change : $"-{change}"; }
        bool isSum = Graph[before].Operation is Operation.Add or Operation.Subtract;
        return string.Create(CultureInfo.InvariantCulture, $"{(isSum ? $"({_printer.Print(before)})" : _printer.Print(before))} * {change}");
    }
}
