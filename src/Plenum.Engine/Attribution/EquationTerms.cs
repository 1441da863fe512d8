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
        terms.Split(right, new Prefix(terms.Graph.One, terms.Graph.One, false));
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

    private void Split(ExpressionId id, Prefix before)
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
                Split(node.B, before.Negated);
                break;
            case Operation.Negate: Split(node.A, before.Negated); break;
            case Operation.Multiply when IsCoefficient(node.A): Split(node.B, before with { Over = g.Multiply(before.Over, node.A) }); break;
            case Operation.Multiply when IsCoefficient(node.B): Split(node.A, before with { Over = g.Multiply(before.Over, node.B) }); break;
            case Operation.Divide when IsCoefficient(node.B): Split(node.A, before with { Under = g.Multiply(before.Under, node.B) }); break;
            case Operation.Log when Reads(node.A) && g[node.A] is { Operation: Operation.Multiply } product:
                Split(g.Log(product.A), before);
                Split(g.Log(product.B), before);
                break;
            case Operation.Log when Reads(node.A) && g[node.A] is { Operation: Operation.Divide } ratio:
                Split(g.Log(ratio.A), before);
                Split(g.Log(ratio.B), before.Negated);
                break;
            default: Add(id, before); break;
        }
    }

    private void Add(ExpressionId core, Prefix before)
    {
        var factor = Graph.Divide(before.Over, before.Under);
        if (before.IsSubtracted) { factor = Graph.Negate(factor); }
        var whole = Graph.Multiply(factor, core);
        if (Graph.TryNumber(whole, out _)) { return; }
        var (lag, coefficient) = OwnPast(core, factor);
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
            else if (Reads(factor.Id)) { return (0, ExpressionId.None); }
            else { rest = factor.IsDivided ? Graph.Divide(rest, factor.Id) : Graph.Multiply(rest, factor.Id); }
        }

        return lag == 0 ? (0, ExpressionId.None) : (lag, rest);
    }

    private bool IsOwnLag(ExpressionId id) => Graph[id] is { Operation: Operation.Symbol } symbol && symbol.Symbol == _column && symbol.Lag < 0;

    /// <summary>Whether a difference is that of one expression between two periods, of which the variable itself is no part.</summary>
    private bool IsChange(ExpressionNode difference, out int periods)
    {
        periods = 0;
        if (Reads(difference.A)) { return false; }
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

    /// <summary>Whether the variable stands in an expression, in this period or another.</summary>
    private bool Reads(ExpressionId id)
    {
        var symbols = new HashSet<(int Column, int Lag)>();
        Graph.CollectSymbols([id], symbols);
        return symbols.Any(s => s.Column == _column);
    }

    /// <summary>The term as text, its coefficient first; a change of one period is written as the language writes it.</summary>
    private string Text(ExpressionId core, Prefix before)
    {
        string text = TextOf(core);
        if (before.Over != Graph.One) { text = $"{Enclosed(before.Over)} * {text}"; }
        if (before.Under != Graph.One) { text = $"{text} / {Enclosed(before.Under)}"; }
        return before.IsSubtracted ? $"-{text}" : text;
    }

    private string TextOf(ExpressionId core)
    {
        var node = Graph[core];
        if (node.Operation != Operation.Subtract || !IsChange(node, out int periods)) { return Enclosed(core); }
        if (periods > 1) { return $"({_printer.Print(core)})"; }
        return Graph[node.A] is { Operation: Operation.Log } log ? $"dlog({_printer.Print(log.A)})" : $"diff({_printer.Print(node.A)})";
    }

    private string Enclosed(ExpressionId id) => Graph[id].Operation is Operation.Add or Operation.Subtract ? $"({_printer.Print(id)})" : _printer.Print(id);

    /// <summary>What stands before an expression on the way down to it.</summary>
    private readonly record struct Prefix(ExpressionId Over, ExpressionId Under, bool IsSubtracted)
    {
        public Prefix Negated => this with { IsSubtracted = !IsSubtracted };
    }
}
