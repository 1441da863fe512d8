using System.Globalization;
using System.Runtime.CompilerServices;
using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Language.Syntax;
using Plenum.Language.Units;

namespace Plenum.Language.Binding;

/// <summary>Turns the syntax of an expression into nodes of a graph, checking names and units on the way.</summary>
/// <remarks>An expression that cannot be bound becomes <see cref="Unknown"/>, whose unit is not known, so that one finding never causes another.</remarks>
internal sealed partial class ExpressionLowering
{
    private readonly ModelScope _scope;
    private readonly ExpressionGraph _graph;
    private readonly Findings _findings;
    private readonly WorkBudget _budget;
    private readonly UnitChecker _units;
    private readonly Func<int, bool> _moves;
    private readonly List<IndexValue> _indices = [];

    public ExpressionLowering(ModelScope scope, ExpressionGraph graph, Findings findings, WorkBudget budget)
    {
        _scope = scope;
        _graph = graph;
        _findings = findings;
        _budget = budget;
        _units = new UnitChecker(scope, graph, findings);
        _moves = scope.Moves;
    }

    /// <summary>Whether units are checked; an equation marked <c>unchecked-units</c> and the values of parameters are not.</summary>
    public bool ChecksUnits { get; set; } = true;

    /// <summary>Whether names stand for the values of parameters that are known already, as in the value of another parameter.</summary>
    public bool IsConstantOnly { get; set; }

    /// <summary>Finds a data series <c>file.series</c>; null where an expression may not name any.</summary>
    public Func<string, (int Column, Unit? Unit)?>? FindSeries { get; init; }

    /// <summary>The graph that takes the expressions.</summary>
    public ExpressionGraph Graph => _graph;

    /// <summary>Whether the last expression holds a part that could not be read or has no value, which was reported where it stands.</summary>
    public bool SawMissing { get; private set; }

    private Typed Unknown => new(_graph.Constant(double.NaN), null);

    /// <summary>Binds an expression in which each index has the member given.</summary>
    public Typed Bind(ExpressionSyntax syntax, ReadOnlySpan<IndexValue> indices)
    {
        SawMissing = false;
        _indices.Clear();
        _indices.AddRange(indices);
        return Bind(syntax);
    }

    /// <summary>The number that an expression without variables is; null where it is none.</summary>
    public double? Number(ExpressionSyntax syntax) => _graph.TryNumber(Bind(syntax, []).Id, out double value) ? value : null;

    /// <summary>Binds both sides of an equation and checks that they have one unit.</summary>
    public (Typed Left, Typed Right) Bind(EquationBodySyntax body, ReadOnlySpan<IndexValue> indices)
    {
        var left = Bind(body.Left, indices);
        var right = Bind(body.Right);
        _ = _units.Common(left, right, body.Left, body.Right, body.Span, "equate");
        return (left, right);
    }

    /// <summary>Checks that two expressions that are added up elsewhere have one unit.</summary>
    public Unit? CheckCommon(Typed left, Typed right, ExpressionSyntax leftSyntax, ExpressionSyntax rightSyntax) =>
        _units.Common(left, right, leftSyntax, rightSyntax, rightSyntax.Span, "add");

    private Typed Bind(ExpressionSyntax syntax)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) { return ReportLimit(syntax.Span, "this expression is nested too deeply.", "give parts of it names of their own."); }
        if (!_budget.Spend(1)) { return ReportNodes(syntax.Span); }
        return syntax switch
        {
            NumberSyntax number => new Typed(_graph.Constant(number.Value), ChecksUnits ? Unit.None : null),
            NameSyntax name => BindName(name),
            UnarySyntax unary => BindUnary(unary),
            BinarySyntax binary => BindChain(binary),
            CallSyntax call => BindCall(call),
            AggregateSyntax aggregate => BindAggregate(aggregate),
            _ => BindMissing(),
        };
    }

    private Typed BindMissing()
    {
        SawMissing = true;
        return Unknown;
    }

    private Typed BindUnary(UnarySyntax syntax)
    {
        var operand = Bind(syntax.Operand);
        return syntax.Operator == SyntaxOperator.Negate
            ? new Typed(_graph.Negate(operand.Id), operand.Unit)
            : new Typed(_graph.Unary(Operation.Not, operand.Id), Truth(operand.Unit));
    }

    /// <summary>Binds a chain such as a + b + c down its left side without recursion, since it may have thousands of terms.</summary>
    private Typed BindChain(BinarySyntax syntax)
    {
        if (syntax.Left is not BinarySyntax) { return Combine(syntax, Bind(syntax.Left), Bind(syntax.Right)); }
        var chain = new Stack<BinarySyntax>();
        ExpressionSyntax leftmost = syntax;
        while (leftmost is BinarySyntax link)
        {
            chain.Push(link);
            leftmost = link.Left;
        }

        var result = Bind(leftmost);
        while (chain.TryPop(out var link))
        {
            if (!_budget.Spend(1)) { return ReportNodes(link.Span); }
            result = Combine(link, result, Bind(link.Right));
        }

        return result;
    }

    private Typed Combine(BinarySyntax syntax, Typed a, Typed b) => syntax.Operator switch
    {
        SyntaxOperator.Add => new Typed(_graph.Add(a.Id, b.Id), Common(syntax, a, b, "add")),
        SyntaxOperator.Subtract => new Typed(_graph.Subtract(a.Id, b.Id), Common(syntax, a, b, "subtract")),
        SyntaxOperator.Multiply => new Typed(_graph.Multiply(a.Id, b.Id), UnitChecker.Product(a, b)),
        SyntaxOperator.Divide => new Typed(_graph.Divide(a.Id, b.Id), UnitChecker.Quotient(a, b)),
        SyntaxOperator.Power => new Typed(_graph.Power(a.Id, b.Id), _units.Power(a, b, syntax.Right, syntax.Span)),
        SyntaxOperator.And => new Typed(_graph.Binary(Operation.And, a.Id, b.Id), Truth(a.Unit, b.Unit)),
        SyntaxOperator.Or => new Typed(_graph.Binary(Operation.Or, a.Id, b.Id), Truth(a.Unit, b.Unit)),
        _ => new Typed(Compare(syntax.Operator, a.Id, b.Id), Truth(Common(syntax, a, b, "compare"))),
    };

    private ExpressionId Compare(SyntaxOperator comparison, ExpressionId a, ExpressionId b) => comparison switch
    {
        SyntaxOperator.Less => _graph.Binary(Operation.Less, a, b),
        SyntaxOperator.LessOrEqual => _graph.Binary(Operation.LessOrEqual, a, b),
        SyntaxOperator.Greater => _graph.Binary(Operation.Less, b, a),
        SyntaxOperator.GreaterOrEqual => _graph.Binary(Operation.LessOrEqual, b, a),
        SyntaxOperator.Equal => _graph.Binary(Operation.Equal, a, b),
        SyntaxOperator.NotEqual => _graph.Unary(Operation.Not, _graph.Binary(Operation.Equal, a, b)),
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "Not a comparison."),
    };

    private Unit? Common(BinarySyntax syntax, Typed a, Typed b, string action) => _units.Common(a, b, syntax.Left, syntax.Right, syntax.Span, action);

    /// <summary>The unit of a truth value: a plain number, or unknown where an operand's is.</summary>
    private static Unit? Truth(Unit? a) => a is null ? null : Unit.None;

    private static Unit? Truth(Unit? a, Unit? b) => a is null || b is null ? null : Unit.None;

    private Typed ReportNodes(SourceSpan span) => _budget.IsReported
        ? Unknown
        : ReportLimit(span, string.Create(CultureInfo.InvariantCulture, $"the model has more than {_budget.Limit:N0} nodes in its expressions."), "sum over smaller sets, or give a repeated sum a name of its own.");

    private Typed ReportLimit(SourceSpan span, string message, string help)
    {
        _budget.IsReported |= _budget.IsExhausted;
        _findings.Error(BindingCodes.LimitExceeded, span, message, "limits keep a model from a stranger safe to open.", help);
        return Unknown;
    }
}
