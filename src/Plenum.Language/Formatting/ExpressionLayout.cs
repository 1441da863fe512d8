using System.Text;
using Plenum.Language.Syntax;

namespace Plenum.Language.Formatting;

/// <summary>Lays expressions out over lines of at most <see cref="Width"/> columns.</summary>
/// <remarks>
/// What fits stays on its line. A sum that does not breaks before each <c>+</c> and <c>-</c>, but plain names share a line; then
/// a product breaks before <c>*</c> and <c>/</c>, or inside its last parentheses where they hold a sum; then a call breaks after its commas.
/// Each part is indented deeper than the one it belongs to, and broken in turn where it must be.
/// </remarks>
internal sealed class ExpressionLayout
{
    /// <summary>Columns of a line.</summary>
    public const int Width = 120;

    /// <summary>Columns by which a part is indented deeper than what it belongs to.</summary>
    public const int Hang = 4;

    /// <summary>Indentation goes no deeper than this, so that there is always room to the right of it.</summary>
    private const int DeepestIndent = 64;

    private readonly List<string> _lines = [];
    private readonly StringBuilder _line = new();

    /// <summary>Where the current line begins; what its parentheses hold is indented deeper.</summary>
    private int _start;

    /// <param name="indent">Where the first line begins.</param>
    /// <param name="start">Where the first line counts as beginning for the lines that continue it.</param>
    public ExpressionLayout(int indent, int start)
    {
        _line.Append(' ', indent);
        _start = start;
    }

    /// <summary>The column that comes next.</summary>
    public int Column => _line.Length;

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<string> Lines => [.. _lines, _line.ToString()];

    /// <summary>Puts text on the current line.</summary>
    public void Put(string text) => _line.Append(text);

    /// <summary>Begins a new line.</summary>
    public void NewLine(int indent)
    {
        _lines.Add(_line.ToString().TrimEnd());
        _line.Clear().Append(' ', indent);
        _start = indent;
    }

    /// <summary>Whether a text of that length fits on the rest of the line.</summary>
    public bool Fits(int length) => Column + length <= Width;

    /// <summary>Writes an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="minimum">Operators that bind less tightly stand in parentheses.</param>
    /// <param name="indent">Where the lines begin that continue it.</param>
    /// <param name="after">Columns to be kept free behind it.</param>
    public void Write(ExpressionSyntax expression, int minimum, int indent, int after)
    {
        string flat = ExpressionPrinter.Print(expression, minimum);
        if (Fits(flat.Length + after))
        {
            Put(flat);
            return;
        }

        if (Precedence.Of(expression) < minimum)
        {
            WriteEnclosed("(", expression, ")", indent, after);
            return;
        }

        switch (expression)
        {
            case BinarySyntax { Operator: SyntaxOperator.Power } power: WritePower(power, indent, after); break;
            case BinarySyntax { Operator: SyntaxOperator.Multiply or SyntaxOperator.Divide } product: WriteProduct(product, indent, after); break;
            case BinarySyntax sum: WriteSum(sum, indent, after); break;
            case UnarySyntax unary: WriteUnary(unary, indent, after); break;
            case CallSyntax call: WriteCall(call, indent, after); break;
            case AggregateSyntax aggregate: WriteEnclosed(Opening(aggregate), aggregate.Body, ")", indent, after); break;
            default: PutWhole(flat, indent, after); break;
        }
    }

    /// <summary>Writes the value of a parameter, in which a fraction of two numbers has no blanks.</summary>
    public void WriteValue(ExpressionSyntax value, int indent, int after)
    {
        string flat = ExpressionPrinter.PrintValue(value);
        if (Fits(flat.Length + after)) { Put(flat); }
        else { Write(value, Precedence.Lowest, indent, after); }
    }

    /// <summary>Whether an expression is broken before its operators of one column, which line up below one another.</summary>
    public static bool IsSum(ExpressionSyntax expression) => expression is BinarySyntax { Operator: SyntaxOperator.Add or SyntaxOperator.Subtract };

    private static int Deeper(int indent) => Math.Min(indent + Hang, DeepestIndent);

    private static bool IsPlain(ExpressionSyntax expression) => expression is NumberSyntax or NameSyntax;

    /// <summary>Puts a text that cannot be broken; on a line of its own where this one has no room left and another has.</summary>
    private void PutWhole(string text, int indent, int after)
    {
        bool isFresh = string.IsNullOrWhiteSpace(_line.ToString());
        if (!isFresh && indent < Column && !Fits(text.Length + after)) { NewLine(indent); }
        Put(text);
    }

    /// <summary>The operands of a chain of operators that bind alike, each with the operator before it.</summary>
    private static List<(string Sign, ExpressionSyntax Operand, int Minimum)> Chain(BinarySyntax top)
    {
        int precedence = Precedence.Of(top.Operator);
        var chain = new List<(string, ExpressionSyntax, int)>();
        ExpressionSyntax left = top;
        while (left is BinarySyntax binary && Precedence.Of(binary.Operator) == precedence && (chain.Count == 0 || Precedence.OfLeft(precedence) == precedence))
        {
            chain.Add((ExpressionPrinter.Sign(binary.Operator), binary.Right, Precedence.OfRight(precedence)));
            left = binary.Left;
        }

        chain.Add(("", left, Precedence.OfLeft(precedence)));
        chain.Reverse();
        return chain;
    }

    /// <summary>Writes a sum, a comparison or a condition with each operand on a line of its own, but plain names together.</summary>
    private void WriteSum(BinarySyntax sum, int indent, int after)
    {
        var terms = Chain(sum);
        for (int i = 0; i < terms.Count; i++)
        {
            var (sign, term, minimum) = terms[i];
            int kept = i + 1 < terms.Count ? 0 : after;
            if (i > 0)
            {
                bool isShort = IsPlain(term) && IsPlain(terms[i - 1].Operand) && Fits(1 + sign.Length + 1 + ExpressionPrinter.Print(term).Length + kept);
                bool followsNumber = i == 1 && terms[0].Operand is NumberSyntax && Fits(1 + sign.Length + 1 + LeastLength(term, minimum));
                if (isShort || followsNumber) { Put(" "); }
                else { NewLine(indent); }
                Put(sign + " ");
            }

            Write(term, minimum, Deeper(indent), kept);
        }
    }

    /// <summary>Writes a product with as many factors on a line as fit; a sum in its last parentheses opens on the first line.</summary>
    private void WriteProduct(BinarySyntax product, int indent, int after)
    {
        int firstLine = _lines.Count;
        var factors = Chain(product);
        for (int i = 0; i < factors.Count; i++)
        {
            var (sign, factor, minimum) = factors[i];
            bool isLast = i + 1 == factors.Count;
            int kept = isLast ? after : 0;
            bool isBelow = false;
            if (i > 0)
            {
                int length = sign.Length + 1 + ExpressionPrinter.Print(factor, minimum).Length + kept;
                bool fits = Fits(1 + length);
                bool isTooLong = indent + length > Width;
                bool opensHere = isLast && isTooLong && _lines.Count == firstLine && Opened(factor, minimum) is { } opened && Fits(1 + sign.Length + 1 + opened);
                isBelow = !fits && !opensHere;
                if (isBelow) { NewLine(indent); }
                else { Put(" "); }
                Put(sign + " ");
            }

            Write(factor, minimum, isBelow ? Deeper(indent) : indent, kept);
        }
    }

    /// <summary>The length of a factor up to the first break in the sum or the arguments it encloses; null where it encloses none.</summary>
    private static int? Opened(ExpressionSyntax factor, int minimum)
    {
        if (Precedence.Of(factor) < minimum) { return 1 + OpenedInside(factor); }
        return factor switch
        {
            BinarySyntax { Operator: SyntaxOperator.Power } power when IsPlain(power.Right) => Opened(power.Left, Precedence.OfLeft(Precedence.Power)),
            CallSyntax { Arguments: [var only] } call => call.Function.Length + 1 + OpenedInside(only),
            CallSyntax { Arguments: [var first, ..] } call => call.Function.Length + 1 + ExpressionPrinter.Print(first).Length + 1,
            AggregateSyntax aggregate => Opening(aggregate).Length + OpenedInside(aggregate.Body),
            _ => null,
        };
    }

    private static int? OpenedInside(ExpressionSyntax content)
    {
        if (content is not BinarySyntax binary) { return Opened(content, Precedence.Lowest); }
        if (Precedence.Of(binary.Operator) < Precedence.Multiplicative) { return FirstTerm(binary); }
        if (binary.Operator == SyntaxOperator.Power) { return Opened(binary, Precedence.Lowest); }
        string lead = ExpressionPrinter.Print(binary.Left, Precedence.OfLeft(Precedence.Of(binary.Operator)));
        return lead.Length + 3 + Opened(binary.Right, Precedence.OfRight(Precedence.Of(binary.Operator)));
    }

    /// <summary>The length of a sum up to its first break, which does not come behind a number.</summary>
    private static int FirstTerm(BinarySyntax sum)
    {
        var terms = Chain(sum);
        int first = ExpressionPrinter.Print(terms[0].Operand, terms[0].Minimum).Length;
        return terms[0].Operand is NumberSyntax ? first + 1 + terms[1].Sign.Length + 1 + LeastLength(terms[1].Operand, terms[1].Minimum) : first;
    }

    /// <summary>The length of what comes before the first break of an expression; of the whole, where there is no good one.</summary>
    private static int LeastLength(ExpressionSyntax expression, int minimum)
    {
        if ((Precedence.Of(expression) < minimum ? Opened(expression, minimum) : OpenedInside(expression)) is { } opened) { return opened; }
        if (expression is not BinarySyntax { Operator: SyntaxOperator.Multiply or SyntaxOperator.Divide } product) { return ExpressionPrinter.Print(expression, minimum).Length; }
        var (_, first, firstMinimum) = Chain(product)[0];
        return ExpressionPrinter.Print(first, firstMinimum).Length;
    }

    private void WritePower(BinarySyntax power, int indent, int after)
    {
        string exponent = " ^ " + ExpressionPrinter.Print(power.Right, Precedence.OfRight(Precedence.Power));
        bool isShort = IsPlain(power.Right);
        Write(power.Left, Precedence.OfLeft(Precedence.Power), indent, isShort ? exponent.Length + after : 0);
        if (Fits(exponent.Length + after))
        {
            Put(exponent);
            return;
        }

        NewLine(indent);
        Put("^ ");
        Write(power.Right, Precedence.OfRight(Precedence.Power), Deeper(indent), after);
    }

    private void WriteUnary(UnarySyntax unary, int indent, int after)
    {
        PutWhole(unary.Operator == SyntaxOperator.Not ? "not " : "-", indent, 0);
        Write(unary.Operand, Precedence.Of(unary), indent, after);
    }

    private static string Opening(AggregateSyntax aggregate) => $"{(aggregate.IsProduct ? "prod" : "sum")}({ExpressionPrinter.JoinBinders(aggregate.Binders)}: ";

    /// <summary>Writes what stands in parentheses; it begins on a line of its own where its first part fits only there.</summary>
    private void WriteEnclosed(string opening, ExpressionSyntax content, string closing, int indent, int after)
    {
        PutWhole(opening, indent, 0);
        int inner = Math.Max(indent, Deeper(_start));
        int first = LeastLength(content, Precedence.Lowest);
        if (!Fits(first) && inner < Column && inner + first <= Width)
        {
            NewLine(inner);
            if (IsSum(content)) { Put("  "); }
        }

        Write(content, Precedence.Lowest, inner, closing.Length + after);
        PutWhole(closing, indent, 0);
    }

    private void WriteCall(CallSyntax call, int indent, int after)
    {
        string width = call.Width is null ? "" : $"width {ExpressionPrinter.Print(call.Width)}";
        if (call.Arguments.Count == 1 && (call.Width is null || IsPlain(call.Width)))
        {
            WriteEnclosed(call.Function + "(", call.Arguments[0], call.Width is null ? ")" : $", {width})", indent, after);
            return;
        }

        PutWhole(call.Function + "(", indent, 0);
        int inner = Math.Max(indent, Deeper(_start));
        List<ExpressionSyntax> items = call.Width is null ? [.. call.Arguments] : [.. call.Arguments, call.Width];
        for (int i = 0; i < items.Count; i++)
        {
            bool isLast = i + 1 == items.Count;
            string keyword = isLast && call.Width is not null ? "width " : "";
            int kept = isLast ? 1 + after : 1;
            if (i > 0)
            {
                Put(",");
                bool followsPlain = IsPlain(items[i - 1]) && Fits(1 + keyword.Length + LeastLength(items[i], Precedence.Lowest));
                bool isShort = IsPlain(items[i]) && Fits(1 + keyword.Length + ExpressionPrinter.Print(items[i]).Length + kept);
                if (followsPlain || isShort) { Put(" "); }
                else { NewLine(inner); }
            }

            if (keyword.Length > 0) { PutWhole(keyword, inner, 0); }
            Write(items[i], Precedence.Lowest, Deeper(inner), kept);
        }

        PutWhole(")", indent, 0);
    }
}
