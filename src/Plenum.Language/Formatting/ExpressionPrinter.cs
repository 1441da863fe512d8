using System.Globalization;
using System.Text;
using Plenum.Language.Syntax;

namespace Plenum.Language.Formatting;

/// <summary>Prints expressions with the fewest parentheses that keep their meaning.</summary>
public static class ExpressionPrinter
{
    /// <summary>Prints an expression on one line; reading it again gives the same expression.</summary>
    /// <exception cref="ArgumentException">A part is missing: the expression was not read without mistakes.</exception>
    public static string Print(ExpressionSyntax expression) => Print(expression, Precedence.Lowest);

    /// <summary>Prints an expression for a place where looser operators need parentheses around them.</summary>
    internal static string Print(ExpressionSyntax expression, int minimum)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var writer = new Writer(new StringBuilder(), isCompact: false);
        writer.Write(expression, minimum);
        return writer.Text.ToString();
    }

    /// <summary>Prints an expression without white space outside parentheses, as a cell of a table or an account has it.</summary>
    internal static string PrintCell(ExpressionSyntax expression, int minimum = Precedence.Comparison)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var writer = new Writer(new StringBuilder(), isCompact: true);
        writer.Write(expression, minimum);
        return writer.Text.ToString();
    }

    /// <summary>Prints the value of a parameter: a fraction of two numbers without blanks, anything else as in an equation.</summary>
    internal static string PrintValue(ExpressionSyntax expression) =>
        expression is BinarySyntax { Operator: SyntaxOperator.Divide, Left: NumberSyntax or UnarySyntax { Operand: NumberSyntax }, Right: NumberSyntax } ? PrintCell(expression) : Print(expression);

    /// <summary>Prints the indices of a declaration, <c>[p in partner]</c>; nothing where there are none.</summary>
    internal static string PrintBinders(IReadOnlyList<BinderSyntax> binders) => binders.Count == 0 ? "" : $"[{JoinBinders(binders)}]";

    internal static string JoinBinders(IReadOnlyList<BinderSyntax> binders) => string.Join(", ", binders.Select(b => b.Index is null ? b.Set : $"{b.Index} in {b.Set}"));

    internal static string Sign(SyntaxOperator op) => op switch
    {
        SyntaxOperator.Negate or SyntaxOperator.Subtract => "-",
        SyntaxOperator.Not => "not",
        SyntaxOperator.Add => "+",
        SyntaxOperator.Multiply => "*",
        SyntaxOperator.Divide => "/",
        SyntaxOperator.Power => "^",
        SyntaxOperator.Less => "<",
        SyntaxOperator.LessOrEqual => "<=",
        SyntaxOperator.Greater => ">",
        SyntaxOperator.GreaterOrEqual => ">=",
        SyntaxOperator.Equal => "==",
        SyntaxOperator.NotEqual => "!=",
        SyntaxOperator.And => "and",
        SyntaxOperator.Or => "or",
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "Not an operator of the language."),
    };

    private sealed class Writer(StringBuilder text, bool isCompact)
    {
        private int _depth;

        public StringBuilder Text => text;

        public void Write(ExpressionSyntax expression, int minimum)
        {
            int precedence = Precedence.Of(expression);
            bool isLoose = precedence < minimum;
            if (isLoose) { Open("("); }
            WriteBare(expression, precedence);
            if (isLoose) { Close(")"); }
        }

        private void Open(string bracket)
        {
            text.Append(bracket);
            _depth++;
        }

        private void Close(string bracket)
        {
            text.Append(bracket);
            _depth--;
        }

        private void WriteBare(ExpressionSyntax expression, int precedence)
        {
            switch (expression)
            {
                case NumberSyntax number:
                    text.Append(number.Text);
                    break;
                case NameSyntax name:
                    WriteName(name);
                    break;
                case UnarySyntax unary:
                    text.Append(Sign(unary.Operator));
                    if (unary.Operator == SyntaxOperator.Not) { text.Append(' '); }
                    Write(unary.Operand, precedence);
                    break;
                case BinarySyntax binary:
                    WriteBinary(binary, precedence);
                    break;
                case CallSyntax call:
                    WriteCall(call);
                    break;
                case AggregateSyntax aggregate:
                    text.Append(aggregate.IsProduct ? "prod" : "sum");
                    Open("(");
                    text.Append(JoinBinders(aggregate.Binders)).Append(": ");
                    Write(aggregate.Body, Precedence.Lowest);
                    Close(")");
                    break;
                default:
                    throw new ArgumentException("A part of the expression is missing; only expressions read without mistakes can be printed.", nameof(expression));
            }
        }

        private void WriteBinary(BinarySyntax binary, int precedence)
        {
            Write(binary.Left, Precedence.OfLeft(precedence));
            string space = isCompact && _depth == 0 ? "" : " ";
            text.Append(space).Append(Sign(binary.Operator)).Append(space);
            Write(binary.Right, Precedence.OfRight(precedence));
        }

        private void WriteCall(CallSyntax call)
        {
            text.Append(call.Function);
            Open("(");
            for (int i = 0; i < call.Arguments.Count; i++)
            {
                if (i > 0) { text.Append(", "); }
                Write(call.Arguments[i], Precedence.Lowest);
            }

            if (call.Width is not null)
            {
                text.Append(call.Arguments.Count > 0 ? ", width " : "width ");
                Write(call.Width, Precedence.Lowest);
            }

            Close(")");
        }

        private void WriteName(NameSyntax name)
        {
            text.Append(name.Name);
            if (name.Indices.Count > 0)
            {
                text.Append('[').AppendJoin(", ", name.Indices.Select(PrintIndex)).Append(']');
            }

            if (name.Lag != 0) { text.Append(CultureInfo.InvariantCulture, $"({name.Lag:+0;-0})"); }
        }

        private static string PrintIndex(IndexSyntax index) => index.Argument is null ? index.Name : $"{index.Name}[{PrintIndex(index.Argument)}]";
    }
}
