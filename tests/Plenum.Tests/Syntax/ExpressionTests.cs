using Plenum.Language.Diagnostics;
using Plenum.Language.Formatting;
using Plenum.Language.Syntax;

namespace Plenum.Tests.Syntax;

public sealed class ExpressionTests
{
    private static ExpressionSyntax Read(string text, bool allowSeries = false)
    {
        var diagnostics = new DiagnosticBag();
        var expression = Parser.ParseExpression(new SourceText("text", text), diagnostics, allowSeries);
        Assert.Equal([], diagnostics.Select(d => d.ToString()));
        return expression;
    }

    private static Diagnostic Finding(string text)
    {
        var diagnostics = new DiagnosticBag();
        Parser.ParseExpression(new SourceText("text", text), diagnostics);
        return Assert.Single(diagnostics);
    }

    /// <summary>The expression with every operation in square brackets.</summary>
    private static string Shape(ExpressionSyntax expression) => expression switch
    {
        BinarySyntax binary => $"[{Shape(binary.Left)} {binary.OperatorSpan.Text} {Shape(binary.Right)}]",
        UnarySyntax unary => $"[{(unary.Operator == SyntaxOperator.Not ? "not " : "-")}{Shape(unary.Operand)}]",
        _ => ExpressionPrinter.Print(expression),
    };

    [Theory]
    [InlineData("a - b - c", "[[a - b] - c]")]
    [InlineData("a - (b - c)", "[a - [b - c]]")]
    [InlineData("a / b * c", "[[a / b] * c]")]
    [InlineData("a + b * c ^ d", "[a + [b * [c ^ d]]]")]
    [InlineData("a ^ b ^ c", "[a ^ [b ^ c]]")]
    [InlineData("-a ^ 2", "[-[a ^ 2]]")]
    [InlineData("(-a) ^ 2", "[[-a] ^ 2]")]
    [InlineData("-a * b", "[[-a] * b]")]
    [InlineData("a ^ -b * c", "[[a ^ [-b]] * c]")]
    [InlineData("a ^ -b ^ c", "[a ^ [-[b ^ c]]]")]
    [InlineData("a * -b + c", "[[a * [-b]] + c]")]
    [InlineData("- - a", "[-[-a]]")]
    [InlineData("+a - +b", "[a - b]")]
    [InlineData("+a ^ 2", "[a ^ 2]")]
    [InlineData("a + 1 < b * 2", "[[a + 1] < [b * 2]]")]
    [InlineData("not a < b and c or d", "[[[not [a < b]] and c] or d]")]
    [InlineData("a or b and not c", "[a or [b and [not c]]]")]
    [InlineData("(a or b) and c", "[[a or b] and c]")]
    [InlineData("(a < b) == (c < d)", "[[a < b] == [c < d]]")]
    [InlineData("a(-1) - 1", "[a(-1) - 1]")]
    public void Operators_bind_as_the_reference_says(string text, string shape) => Assert.Equal(shape, Shape(Read(text)));

    [Theory]
    [InlineData("(a * b) + (c)", "a * b + c")]
    [InlineData("a-(b+c)", "a - (b + c)")]
    [InlineData("((a)/(b/c))", "a / (b / c)")]
    [InlineData("log( a/b )", "log(a / b)")]
    [InlineData("x[p,bloc[q]](+2)", "x[p, bloc[q]](+2)")]
    [InlineData("x(0)", "x")]
    [InlineData("x(3)", "x(+3)")]
    [InlineData("1.50e-3*x", "1.50e-3 * x")]
    [InlineData("pos(x,width 0.1)", "pos(x, width 0.1)")]
    [InlineData("if(a<b,1,2,width w)", "if(a < b, 1, 2, width w)")]
    [InlineData("sum(i in a,j in b:x[i,j])/2", "sum(i in a, j in b: x[i, j]) / 2")]
    [InlineData("prod( i in a : (x[i]) )", "prod(i in a: x[i])")]
    public void An_expression_prints_with_the_fewest_parentheses(string text, string printed) => Assert.Equal(printed, ExpressionPrinter.Print(Read(text)));

    [Fact]
    public void A_data_series_has_dots_where_it_is_allowed()
    {
        Assert.Equal("customs.exports_us(-1) / 2", ExpressionPrinter.Print(Read("customs.exports_us(-1) / 2", allowSeries: true)));
        Assert.Equal(SyntaxCodes.SeriesOutsideObserved, Finding("customs.exports_us / 2").Code);
    }

    [Theory]
    [InlineData("x(t-1)", "write x(-1).")]
    [InlineData("x(-1.5)", "write x(-1) for the period before, or x * (-1.5) to multiply.")]
    [InlineData("x(y)", "write x(-1) for the period before, or x * (y) to multiply.")]
    [InlineData("x()", "write x, or x(-1) for the period before.")]
    public void A_wrong_lag_is_told_how_to_be_written(string text, string help)
    {
        var finding = Finding(text + " + 1");
        Assert.Equal((SyntaxCodes.BadLag, help), (finding.Code, finding.Help));
    }

    [Theory]
    [InlineData("lgo(x)", "log")]
    [InlineData("smoothmax(a, b, width 1)", "smooth_max")]
    [InlineData("positive_prt(a, width 1)", "positive_part")]
    [InlineData("Exp(a)", "exp")]
    public void A_misspelt_function_is_told_the_nearest(string text, string nearest)
    {
        var finding = Finding(text);
        Assert.Equal(SyntaxCodes.UnknownFunction, finding.Code);
        Assert.Contains($"'{nearest}'", finding.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b", SyntaxCodes.MissingOperator)]
    [InlineData("2(a)", SyntaxCodes.MissingOperator)]
    [InlineData("2a", SyntaxCodes.BadNumber)]
    [InlineData("1_000", SyntaxCodes.BadNumber)]
    [InlineData("12%", SyntaxCodes.BadNumber)]
    [InlineData(".5", SyntaxCodes.BadNumber)]
    [InlineData("1e999", SyntaxCodes.BadNumber)]
    [InlineData("a < b < c", SyntaxCodes.ChainedComparison)]
    [InlineData("if(a = b, 1, 2)", SyntaxCodes.SingleEquals)]
    [InlineData("log(x)(-1)", SyntaxCodes.BadLag)]
    [InlineData("(a + b)(-1)", SyntaxCodes.BadLag)]
    [InlineData("x(-41)", SyntaxCodes.BadLag)]
    [InlineData("x[-1]", SyntaxCodes.BadIndex)]
    [InlineData("x[t-1]", SyntaxCodes.BadIndex)]
    [InlineData("log + 1", SyntaxCodes.FunctionWithoutArguments)]
    [InlineData("pos(width 1, x)", SyntaxCodes.MisplacedWidth)]
    [InlineData("a ** b", SyntaxCodes.ForeignSpelling)]
    [InlineData("max(a，b)", SyntaxCodes.ForeignSpelling)]
    [InlineData("消费 + 1", SyntaxCodes.BadName)]
    [InlineData("a @ b", SyntaxCodes.UnknownCharacter)]
    [InlineData("sum(x)", SyntaxCodes.Expected)]
    [InlineData("a = b", SyntaxCodes.Expected)]
    [InlineData("(a", SyntaxCodes.Expected)]
    [InlineData("a)", SyntaxCodes.Expected)]
    [InlineData("", SyntaxCodes.Expected)]
    public void One_slip_gives_one_finding(string text, string code) => Assert.Equal(code, Finding(text).Code);

    [Fact]
    public void An_equation_has_two_sides()
    {
        var diagnostics = new DiagnosticBag();
        var body = Parser.ParseEquation(new SourceText("text", "dlog(x) = a\n- b"), diagnostics);
        Assert.Empty(diagnostics);
        Assert.Equal(("dlog(x)", "a - b"), (ExpressionPrinter.Print(body!.Left), ExpressionPrinter.Print(body.Right)));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("x == 1")]
    [InlineData("x = 1 = 2")]
    [InlineData("= 1")]
    [InlineData("x = ")]
    public void What_has_not_two_sides_is_no_equation(string text)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(Parser.ParseEquation(new SourceText("text", text), diagnostics));
        Assert.Single(diagnostics);
    }

    [Fact]
    public void The_table_of_functions_is_the_one_in_the_reference() =>
        Assert.All(Functions.All, f => Assert.IsType<CallSyntax>(Read(f.Form)));
}
