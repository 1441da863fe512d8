using System.Globalization;
using System.Text;
using Plenum.Language.Binding;
using Plenum.Language.Syntax;

namespace Plenum.Report.Equations;

/// <summary>Sets equations as a book does, from the text that the author wrote: fractions, powers, sums over sets, lags as subscripts.</summary>
/// <remarks>The result is presentation markup of MathML Core (W3C, 2023), which browsers draw without a script. Names of parameters carry the class "par".</remarks>
public sealed class EquationMarkup
{
    private const int WidestLine = 64;
    private const string Time = "<mtext class=\"time\">t</mtext>";
    private readonly HashSet<string> _variables;

    /// <summary>Prepares for the names of a model.</summary>
    public EquationMarkup(BoundModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _variables = [.. model.Symbols.Where(s => s.Role != Role.Parameter).Select(s => s.Family)];
    }

    /// <summary>An equation as one element; a long right-hand side has one line for each of its terms.</summary>
    /// <exception cref="ArgumentException">A part is missing: the equation was not read without mistakes.</exception>
    public string Of(ExpressionSyntax left, ExpressionSyntax right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var text = new StringBuilder("<math display=\"block\">");
        if (right.Span.Length <= WidestLine)
        {
            Write(text, left, 0);
            text.Append("<mo>=</mo>");
            Write(text, right, 0);
        }
        else { WriteLines(text, left, right); }

        return text.Append("</math>").ToString();
    }

    private void WriteLines(StringBuilder text, ExpressionSyntax left, ExpressionSyntax right)
    {
        var terms = new List<(bool IsNegative, ExpressionSyntax Term)>();
        Split(right, false, terms);
        text.Append("<mtable class=\"lines\" displaystyle=\"true\">");
        for (int k = 0; k < terms.Count; k++)
        {
            text.Append("<mtr><mtd class=\"side\">");
            if (k == 0) { Write(text, left, 0); }
            text.Append("</mtd><mtd>").Append(k == 0 ? "<mo>=</mo>" : "").Append("</mtd><mtd class=\"term\"><mrow>");
            if (terms[k].IsNegative) { text.Append("<mo lspace=\"0\" rspace=\"0.22em\">−</mo>"); }
            else if (k > 0) { text.Append("<mo lspace=\"0\" rspace=\"0.22em\">+</mo>"); }
            Write(text, terms[k].Term, k > 0 || terms[k].IsNegative ? Tightness(SyntaxOperator.Add) + 1 : 0);
            text.Append("</mrow></mtd></mtr>");
        }

        text.Append("</mtable>");
    }

    private static void Split(ExpressionSyntax expression, bool isNegative, List<(bool IsNegative, ExpressionSyntax Term)> terms)
    {
        if (expression is BinarySyntax { Operator: SyntaxOperator.Add or SyntaxOperator.Subtract } sum && !isNegative)
        {
            Split(sum.Left, false, terms);
            Split(sum.Right, sum.Operator == SyntaxOperator.Subtract, terms);
            return;
        }

        terms.Add((isNegative, expression));
    }

    private void Write(StringBuilder text, ExpressionSyntax expression, int minimum)
    {
        bool isLoose = Tightness(expression) < minimum;
        text.Append("<mrow>");
        if (isLoose) { text.Append("<mo>(</mo>"); }
        WriteBare(text, expression);
        if (isLoose) { text.Append("<mo>)</mo>"); }
        text.Append("</mrow>");
    }

    private void WriteBare(StringBuilder text, ExpressionSyntax expression)
    {
        switch (expression)
        {
            case NumberSyntax number:
                text.Append(CultureInfo.InvariantCulture, $"<mn>{Escape(number.Text)}</mn>");
                break;
            case NameSyntax name:
                WriteName(text, name);
                break;
            case UnarySyntax unary:
                text.Append(unary.Operator == SyntaxOperator.Not ? "<mtext>not </mtext>" : "<mo form=\"prefix\">−</mo>");
                Write(text, unary.Operand, Tightness(unary.Operator));
                break;
            case BinarySyntax binary:
                WriteBinary(text, binary);
                break;
            case CallSyntax call:
                WriteCall(text, call);
                break;
            case AggregateSyntax aggregate:
                text.Append(CultureInfo.InvariantCulture, $"<munder><mo>{(aggregate.IsProduct ? "∏" : "∑")}</mo><mrow>");
                text.AppendJoin("<mo>,</mo>", aggregate.Binders.Select(b => b.Index is null ? Word(b.Set) : $"{Word(b.Index)}<mo>∈</mo>{Word(b.Set)}"));
                text.Append("</mrow></munder>");
                Write(text, aggregate.Body, Tightness(SyntaxOperator.Add) + 1);
                break;
            default:
                throw new ArgumentException("A part of the equation is missing; only equations read without mistakes can be set.", nameof(expression));
        }
    }

    private void WriteBinary(StringBuilder text, BinarySyntax binary)
    {
        if (binary.Operator == SyntaxOperator.Divide)
        {
            text.Append("<mfrac>");
            Write(text, binary.Left, 0);
            Write(text, binary.Right, 0);
            text.Append("</mfrac>");
            return;
        }

        int tightness = Tightness(binary.Operator);
        if (binary.Operator == SyntaxOperator.Power)
        {
            text.Append("<msup>");
            Write(text, binary.Left, binary.Left is NameSyntax or NumberSyntax ? 0 : int.MaxValue);
            Write(text, binary.Right, 0);
            text.Append("</msup>");
            return;
        }

        bool isComparison = tightness == Tightness(SyntaxOperator.Less);
        Write(text, binary.Left, isComparison ? tightness + 1 : tightness);
        text.Append(CultureInfo.InvariantCulture, $"<mo>{Sign(binary.Operator)}</mo>");
        Write(text, binary.Right, tightness + 1);
    }

    private void WriteCall(StringBuilder text, CallSyntax call)
    {
        switch (call.Function)
        {
            case "sqrt":
                text.Append("<msqrt>");
                Write(text, call.Arguments[0], 0);
                text.Append("</msqrt>");
                return;
            case "abs":
                text.Append("<mo>|</mo>");
                Write(text, call.Arguments[0], 0);
                text.Append("<mo>|</mo>");
                return;
            case "exp":
                text.Append("<msup><mi>e</mi>");
                Write(text, call.Arguments[0], 0);
                text.Append("</msup>");
                return;
            case "pow":
                text.Append("<msup>");
                Write(text, call.Arguments[0], call.Arguments[0] is NameSyntax or NumberSyntax ? 0 : int.MaxValue);
                Write(text, call.Arguments[1], 0);
                text.Append("</msup>");
                return;
            case "if" when call.Width is null:
                text.Append("<mo>{</mo><mtable class=\"cases\"><mtr><mtd>");
                Write(text, call.Arguments[1], 0);
                text.Append("</mtd><mtd><mtext>if </mtext>");
                Write(text, call.Arguments[0], 0);
                text.Append("</mtd></mtr><mtr><mtd>");
                Write(text, call.Arguments[2], 0);
                text.Append("</mtd><mtd><mtext>otherwise</mtext></mtd></mtr></mtable>");
                return;
        }

        text.Append(call.Function switch
        {
            "diff" => "<mi mathvariant=\"normal\">Δ</mi>",
            "dlog" => "<mi mathvariant=\"normal\">Δ</mi><mi>log</mi>",
            "diff4" => "<msub><mi mathvariant=\"normal\">Δ</mi><mn>4</mn></msub>",
            "dlog4" => "<msub><mi mathvariant=\"normal\">Δ</mi><mn>4</mn></msub><mi>log</mi>",
            _ when call.Width is not null => "<msub>" + Word(call.Function),
            _ => Word(call.Function),
        });
        if (call.Width is not null && call.Function is not ("diff" or "dlog" or "diff4" or "dlog4"))
        {
            Write(text, call.Width, 0);
            text.Append("</msub>");
        }

        text.Append("<mrow><mo>(</mo>");
        for (int k = 0; k < call.Arguments.Count; k++)
        {
            if (k > 0) { text.Append("<mo>,</mo>"); }
            Write(text, call.Arguments[k], 0);
        }

        text.Append("<mo>)</mo></mrow>");
    }

    /// <summary>A name with its members and its period below: "t" for the same period, "t−1" for the one before; parameters have no period.</summary>
    private void WriteName(StringBuilder text, NameSyntax name)
    {
        bool isVariable = _variables.Contains(name.Name);
        var below = name.Indices.Select(Index).ToList();
        if (isVariable || name.Lag != 0) { below.Add(name.Lag == 0 ? Time : string.Create(CultureInfo.InvariantCulture, $"<mrow>{Time}<mo>{(name.Lag < 0 ? "−" : "+")}</mo><mn>{Math.Abs(name.Lag)}</mn></mrow>")); }
        string word = $"<mtext class=\"{(isVariable ? "var" : "par")}\">{Escape(name.Name.Replace('_', ' '))}</mtext>";
        if (below.Count == 0) { text.Append(word); }
        else { text.Append("<msub>").Append(word).Append("<mrow>").AppendJoin("<mo>,</mo>", below).Append("</mrow></msub>"); }
    }

    private static string Index(IndexSyntax index) => index.Argument is null ? Word(index.Name) : $"{Word(index.Name)}<mo>(</mo>{Index(index.Argument)}<mo>)</mo>";

    private static string Word(string word) => $"<mtext>{Escape(word.Replace('_', ' '))}</mtext>";

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text) ?? "";

    private static int Tightness(ExpressionSyntax expression) => expression switch
    {
        BinarySyntax { Operator: SyntaxOperator.Divide } => Tightness(SyntaxOperator.Power),
        BinarySyntax binary => Tightness(binary.Operator),
        UnarySyntax unary => Tightness(unary.Operator),
        _ => 9,
    };

    private static int Tightness(SyntaxOperator op) => op switch
    {
        SyntaxOperator.Or => 1,
        SyntaxOperator.And => 2,
        SyntaxOperator.Not => 3,
        SyntaxOperator.Add or SyntaxOperator.Subtract => 5,
        SyntaxOperator.Multiply or SyntaxOperator.Divide => 6,
        SyntaxOperator.Negate => 7,
        SyntaxOperator.Power => 8,
        _ => 4,
    };

    private static string Sign(SyntaxOperator op) => op switch
    {
        SyntaxOperator.Add => "+",
        SyntaxOperator.Subtract => "−",
        SyntaxOperator.Multiply => "·",
        SyntaxOperator.Less => "&lt;",
        SyntaxOperator.LessOrEqual => "≤",
        SyntaxOperator.Greater => "&gt;",
        SyntaxOperator.GreaterOrEqual => "≥",
        SyntaxOperator.Equal => "=",
        SyntaxOperator.NotEqual => "≠",
        SyntaxOperator.And => "∧",
        SyntaxOperator.Or => "∨",
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "Not an operator between two operands that is written in a line."),
    };
}
