using System.Globalization;
using Plenum.Language.Expressions;
using Plenum.Language.Syntax;
using Plenum.Language.Units;

namespace Plenum.Language.Binding;

/// <summary>The functions of the language, lowered to operations of the graph.</summary>
internal sealed partial class ExpressionLowering
{
    private Typed BindCall(CallSyntax call)
    {
        if (Functions.Find(call.Function) is not { } signature) { return BindMissing(); }
        if (!IsWellFormed(call, signature)) { return Unknown; }
        if (signature.Name == "if") { return BindIf(call); }
        var first = call.Arguments[0];
        var x = Bind(first);
        switch (signature.Name)
        {
            case "log": return new Typed(_graph.Log(x.Id), _units.OfPlainNumber("log", x, first, Unit.Log));
            case "exp": return new Typed(_graph.Exp(x.Id), _units.OfPlainNumber("exp", x, first, Unit.None));
            case "sqrt": return new Typed(_graph.Unary(Operation.Sqrt, x.Id), x.Unit?.Power(0.5));
            case "abs": return new Typed(_graph.Unary(Operation.Abs, x.Id), x.Unit);
            case "min": return BindExtreme(call, x, Operation.Min);
            case "max": return BindExtreme(call, x, Operation.Max);
            case "pow": return BindPower(call, x);
            case "pos" or "positive_part": return BindPositivePart(call, x);
            case "step": return BindStep(call, x);
            case "smooth_max": return BindSmoothExtreme(call, x, isMaximum: true);
            case "smooth_min": return BindSmoothExtreme(call, x, isMaximum: false);
            case "diff": return Change(call, x, 1, _units.Change(x));
            case "dlog": return LogChange(call, x, 1, _units.Growth(x));
            case "pct": return RelativeChange(call, x, 1, _units.Growth(x));
            case "diff4": return Change(call, x, 4, _units.YearlyChange(x));
            case "dlog4": return LogChange(call, x, 4, _units.FourPeriodGrowth(x));
            case "pct4": return RelativeChange(call, x, 4, _units.FourPeriodGrowth(x));
            case "yoy": return RelativeChange(call, x, (int)_scope.Frequency, UnitChecker.YearlyGrowth(x));
            case "ma": return BindMovingAverage(call, x);
            case "annual_sum": return SumOfPeriods(call, x, (int)_scope.Frequency) with { Unit = _units.AnnualSum(x, first) };
            case "quarterly": return new Typed(_graph.Divide(x.Id, _graph.Constant(4.0)), _units.Quarterly(x, first));
            case "annual": return new Typed(_graph.Multiply(_graph.Constant(4.0), x.Id), _units.Annual(x, first));
            default: throw new InvalidOperationException($"The function '{signature.Name}' has no meaning.");
        }
    }

    private bool IsWellFormed(CallSyntax call, FunctionSignature signature)
    {
        int count = call.Arguments.Count;
        if (count < signature.MinimumArguments || count > signature.MaximumArguments)
        {
            string takes = signature.MinimumArguments == signature.MaximumArguments ? Arguments(signature.MinimumArguments) : $"{signature.MinimumArguments} or more arguments";
            _findings.Error(BindingCodes.WrongArguments, call.Span, $"'{call.Function}' takes {takes}, but {Arguments(count)} {(count == 1 ? "stands" : "stand")} here.", $"its form is {signature.Form}.", $"write it as {signature.Form}");
            return false;
        }

        if (signature.Width == WidthRule.Required && call.Width is null)
        {
            _findings.Error(BindingCodes.WrongWidth, call.Span, $"'{call.Function}' has no width.", "the width says over what range the passage is smooth; a hidden default would hide a scale.", $"write it as {signature.Form}");
            return false;
        }

        if (signature.Width == WidthRule.None && call.Width is not null)
        {
            _findings.Error(BindingCodes.WrongWidth, call.Width.Span, $"'{call.Function}' takes no width.", "only smooth functions have a width.", $"write it as {signature.Form}");
            return false;
        }

        return true;
    }

    private static string Arguments(int count) => count == 1 ? "1 argument" : string.Create(CultureInfo.InvariantCulture, $"{count} arguments");

    private Typed BindIf(CallSyntax call)
    {
        if (call.Width is not null) { return BindSmoothIf(call, call.Width); }
        var condition = Bind(call.Arguments[0]);
        var then = Bind(call.Arguments[1]);
        var otherwise = Bind(call.Arguments[2]);
        return new Typed(_graph.If(condition.Id, then.Id, otherwise.Id), _units.Common(then, otherwise, call.Arguments[1], call.Arguments[2], call.Span, "choose between"));
    }

    /// <summary><c>if(a > b, y, z, width w)</c> as <c>z + (y - z) * logistic((a - b)/w)</c>.</summary>
    private Typed BindSmoothIf(CallSyntax call, ExpressionSyntax widthSyntax)
    {
        if (call.Arguments[0] is not BinarySyntax { Operator: SyntaxOperator.Less or SyntaxOperator.LessOrEqual or SyntaxOperator.Greater or SyntaxOperator.GreaterOrEqual } comparison)
        {
            _findings.Error(BindingCodes.WrongArguments, call.Arguments[0].Span, "a smooth 'if' takes one comparison as its condition.", "the passage runs along the difference of the two sides of '<' or '>'.", "compare two amounts, or leave the width out.");
            return Unknown;
        }

        var left = Bind(comparison.Left);
        var right = Bind(comparison.Right);
        var width = Bind(widthSyntax);
        var compared = new Typed(_graph.Subtract(left.Id, right.Id), Common(comparison, left, right, "compare"));
        _units.Width(compared, width, comparison, widthSyntax, call.Span);
        bool isLess = comparison.Operator is SyntaxOperator.Less or SyntaxOperator.LessOrEqual;
        var excess = isLess ? _graph.Subtract(right.Id, left.Id) : compared.Id;
        var then = Bind(call.Arguments[1]);
        var otherwise = Bind(call.Arguments[2]);
        var gap = _graph.Subtract(then.Id, otherwise.Id);
        var weight = _graph.Unary(Operation.Logistic, _graph.Divide(excess, width.Id));
        var blend = _graph.Add(otherwise.Id, _graph.Multiply(gap, weight));
        return new Typed(blend, _units.Common(then, otherwise, call.Arguments[1], call.Arguments[2], call.Span, "choose between"));
    }

    private Typed BindExtreme(CallSyntax call, Typed first, Operation operation)
    {
        var result = first;
        for (int i = 1; i < call.Arguments.Count; i++)
        {
            var next = Bind(call.Arguments[i]);
            result = new Typed(_graph.Binary(operation, result.Id, next.Id), _units.Common(result, next, call.Arguments[i - 1], call.Arguments[i], call.Span, "compare"));
        }

        return result;
    }

    private Typed BindPower(CallSyntax call, Typed @base)
    {
        var exponent = Bind(call.Arguments[1]);
        return new Typed(_graph.Power(@base.Id, exponent.Id), _units.Power(@base, exponent, call.Arguments[1], call.Span));
    }

    private Typed BindPositivePart(CallSyntax call, Typed x)
    {
        var width = Bind(call.Width!);
        _units.Width(x, width, call.Arguments[0], call.Width!, call.Span);
        return new Typed(PositivePart(x.Id, width.Id), x.Unit);
    }

    private Typed BindStep(CallSyntax call, Typed x)
    {
        var width = Bind(call.Width!);
        _units.Width(x, width, call.Arguments[0], call.Width!, call.Span);
        return new Typed(_graph.Unary(Operation.Logistic, _graph.Divide(x.Id, width.Id)), Truth(x.Unit));
    }

    /// <summary><c>b + pos(a - b)</c>, and for the minimum its mirror <c>b - pos(b - a)</c>.</summary>
    private Typed BindSmoothExtreme(CallSyntax call, Typed a, bool isMaximum)
    {
        var b = Bind(call.Arguments[1]);
        var width = Bind(call.Width!);
        var unit = _units.Common(a, b, call.Arguments[0], call.Arguments[1], call.Span, "compare");
        _units.Width(new Typed(a.Id, unit), width, call.Arguments[0], call.Width!, call.Span);
        var id = isMaximum
            ? _graph.Add(b.Id, PositivePart(_graph.Subtract(a.Id, b.Id), width.Id))
            : _graph.Subtract(b.Id, PositivePart(_graph.Subtract(b.Id, a.Id), width.Id));
        return new Typed(id, unit);
    }

    private ExpressionId PositivePart(ExpressionId x, ExpressionId width) =>
        _graph.Multiply(width, _graph.Unary(Operation.Softplus, _graph.Divide(x, width)));

    private Typed Change(CallSyntax call, Typed x, int periods, Unit? unit) =>
        TryLag(call, x.Id, periods, out var before) ? new Typed(_graph.Subtract(x.Id, before), unit) : Unknown;

    /// <summary><c>log(x) - log(x(-n))</c>, so that every logarithm is one node however often it is used.</summary>
    private Typed LogChange(CallSyntax call, Typed x, int periods, Unit? unit) =>
        TryLag(call, x.Id, periods, out var before) ? new Typed(_graph.Subtract(_graph.Log(x.Id), _graph.Log(before)), unit) : Unknown;

    private Typed RelativeChange(CallSyntax call, Typed x, int periods, Unit? unit) =>
        TryLag(call, x.Id, periods, out var before) ? new Typed(_graph.Subtract(_graph.Divide(x.Id, before), _graph.One), unit) : Unknown;

    private Typed BindMovingAverage(CallSyntax call, Typed x)
    {
        var count = Bind(call.Arguments[1]);
        if (!_graph.TryNumber(count.Id, out double periods) || periods < 1.0 || periods > Limits.Periods + 1 || periods != Math.Floor(periods))
        {
            if (!double.IsNaN(periods)) { _findings.Error(BindingCodes.WrongArguments, call.Arguments[1].Span, "the number of periods of 'ma' is not a whole literal number.", $"the mean runs over 1 to {Limits.Periods + 1} periods, this one included.", "write it as ma(x, 4)"); }
            return Unknown;
        }

        var sum = SumOfPeriods(call, x, (int)periods);
        return new Typed(_graph.Divide(sum.Id, count.Id), x.Unit);
    }

    /// <summary><c>x + x(-1) + ... </c> over the last periods, this one included.</summary>
    private Typed SumOfPeriods(CallSyntax call, Typed x, int periods)
    {
        var sum = x.Id;
        for (int lag = 1; lag < periods; lag++)
        {
            if (!TryLag(call, x.Id, lag, out var before)) { return Unknown; }
            sum = _graph.Add(sum, before);
        }

        return new Typed(sum, x.Unit);
    }

    /// <summary>Lags every variable of an expression; false where that reaches too far, which is reported.</summary>
    private bool TryLag(CallSyntax call, ExpressionId id, int periods, out ExpressionId before)
    {
        int known = _graph.Count;
        before = _graph.Shift(id, -periods, _moves);
        if (!_budget.Spend(_graph.Count - known))
        {
            ReportNodes(call.Span);
            return false;
        }

        for (int i = known; i < _graph.Count; i++)
        {
            if (_graph[new ExpressionId(i)].Lag >= -Limits.Periods) { continue; }
            ReportReach(call.Span);
            return false;
        }

        return true;
    }
}
