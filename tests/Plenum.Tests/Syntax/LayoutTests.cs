using Plenum.Language.Diagnostics;
using Plenum.Language.Formatting;
using Plenum.Language.Syntax;

namespace Plenum.Tests.Syntax;

public sealed class LayoutTests
{
    private static ModelSyntax Read(string text) => Parser.Parse(new SourceText("model.plenum", text));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    [InlineData("\ufeff")]
    public void A_blank_text_is_a_model_without_statements(string text)
    {
        var model = Read(text);
        Assert.Empty(model.Statements);
        Assert.Empty(model.Diagnostics);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void A_statement_goes_on_as_long_as_lines_are_indented_deeper(string lineEnd)
    {
        var model = Read(string.Join(lineEnd, "\ufeffidentity x : index", "  x = a", "", "        + b", "      - c", "exogenous a", ""));
        Assert.Empty(model.Diagnostics);
        Assert.Equal("a + b - c", ExpressionPrinter.Print(((EquationSyntax)model.Statements[0]).Body!.Right));
        Assert.Equal(2, model.Statements.Count);
    }

    [Fact]
    public void A_tab_moves_to_the_next_multiple_of_four_and_is_mentioned_once()
    {
        var model = Read("block a\n\texogenous x\n    exogenous y\n  \tshock z");
        Assert.Equal(3, Assert.IsType<BlockSyntax>(Assert.Single(model.Statements)).Statements.Count);
        Assert.Equal((SyntaxCodes.Tab, Severity.Warning), (Assert.Single(model.Diagnostics).Code, model.Diagnostics[0].Severity));
    }

    [Fact]
    public void Comments_belong_to_the_statement_below_or_before_them()
    {
        var model = Read(
            """
            // the file
            //
            block a // head
              // above x
              exogenous x // behind x
              identity y
                // inside y
                y = 1 // behind the equation
            //   the end
            """);
        var block = Assert.IsType<BlockSyntax>(Assert.Single(model.Statements));
        Assert.Equal(["the file", "", "head"], block.Comments);
        Assert.Equal(["above x", "behind x"], block.Statements[0].Comments);
        Assert.Equal(["inside y", "behind the equation"], block.Statements[1].Comments);
        Assert.Equal(["  the end"], model.TrailingComments);
    }

    [Fact]
    public void One_mistake_gives_one_finding_and_the_rest_is_read()
    {
        var model = Read("identity x\n  x = (a + * b)) + log(\n\nexogenous y z\nexogenous w");
        Assert.Equal(["PL0113", "PL0113"], model.Diagnostics.Select(d => d.Code));
        Assert.Contains(model.Statements, s => s is VariableSyntax { Name.Value: "w" });
    }

    [Fact]
    public void Findings_stand_in_the_order_of_the_text()
    {
        var model = Read("exogenous x = 3\nexogenous y @\nexogenous z = 4");
        Assert.Equal(model.Diagnostics.OrderBy(d => d.Span!.Value.Start), model.Diagnostics);
        Assert.Equal(3, model.Diagnostics.Count);
    }

    [Fact]
    public void A_text_over_the_limit_gives_one_finding()
    {
        var model = Read(new string('(', 10_000_000));
        Assert.Equal(SyntaxCodes.TooLarge, Assert.Single(model.Diagnostics).Code);
    }

    [Fact]
    public void A_binary_file_gives_one_finding()
    {
        var bytes = new byte[50_000];
        new Random(7).NextBytes(bytes);
        var model = Read(System.Text.Encoding.UTF8.GetString(bytes));
        Assert.Equal(SyntaxCodes.NotText, Assert.Single(model.Diagnostics).Code);
        Assert.Empty(model.Statements);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("- ")]
    [InlineData("not ")]
    [InlineData("+ ")]
    [InlineData("x ^ ")]
    [InlineData("log(")]
    [InlineData("sum(i in a: ")]
    [InlineData("x + ")]
    [InlineData("x[a] * ")]
    [InlineData("x < (")]
    public void An_expression_without_end_gives_one_finding(string part)
    {
        string text = string.Concat(Enumerable.Repeat(part, 200_000)) + "x";
        var diagnostics = new DiagnosticBag();
        Parser.ParseExpression(new SourceText("deep", text), diagnostics);
        Assert.Equal(SyntaxCodes.TooDeep, Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Maps_inside_maps_without_end_give_one_finding()
    {
        var diagnostics = new DiagnosticBag();
        Parser.ParseExpression(new SourceText("deep", string.Concat(Enumerable.Repeat("x[", 200_000))), diagnostics);
        Assert.Equal(SyntaxCodes.TooDeep, Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Nesting_up_to_the_limit_is_read()
    {
        string text = new string('(', SyntaxLimits.Nesting) + "x" + new string(')', SyntaxLimits.Nesting);
        var diagnostics = new DiagnosticBag();
        Assert.IsType<NameSyntax>(Parser.ParseExpression(new SourceText("deep", text), diagnostics));
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void Blocks_inside_blocks_are_reported_and_do_not_recurse_without_bound()
    {
        var text = new System.Text.StringBuilder();
        for (int i = 0; i < 1000; i++) { text.Append(' ', i).Append("block b\n"); }
        var model = Read(text.ToString());
        Assert.All(model.Diagnostics, d => Assert.Equal(SyntaxCodes.MisplacedStatement, d.Code));
        Assert.InRange(model.Diagnostics.Count, 1, 3);
    }

    [Fact]
    public void Many_mistakes_stop_at_the_limit()
    {
        var model = Read(string.Concat(Enumerable.Repeat("exogeneous x\n", 200_000)));
        Assert.Equal(DiagnosticBag.Limit, model.Diagnostics.Count);
    }
}
