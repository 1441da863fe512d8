using Plenum.Language.Diagnostics;
using Plenum.Language.Formatting;
using Plenum.Language.Syntax;
using Plenum.Tests.Syntax;

namespace Plenum.Tests.Formatting;

public sealed class FormatterProperties
{
    [Fact]
    public void A_printed_expression_reads_back_as_the_same_expression() =>
        AnySyntax.Expression.Sample(
            expression =>
            {
                string printed = ExpressionPrinter.Print(expression);
                var diagnostics = new DiagnosticBag();
                var read = Parser.ParseExpression(new SourceText("any", printed), diagnostics);
                Assert.True(diagnostics.Count == 0, printed + "\n" + string.Join("\n", diagnostics));
                Assert.Null(SyntaxDifference.First(expression, read));
            },
            iter: 1000);

    [Fact]
    public void Removing_any_pair_of_parentheses_changes_an_expression() =>
        AnySyntax.Expression.Sample(
            expression =>
            {
                string printed = ExpressionPrinter.Print(expression);
                for (int open = 0; open < printed.Length; open++)
                {
                    if (printed[open] != '(' || (open > 0 && (char.IsLetterOrDigit(printed[open - 1]) || printed[open - 1] is '_' or ']'))) { continue; }
                    int close = Closing(printed, open);
                    string without = string.Concat(printed.AsSpan(0, open), " ", printed.AsSpan(open + 1, close - open - 1), printed.AsSpan(close + 1));
                    var diagnostics = new DiagnosticBag();
                    var read = Parser.ParseExpression(new SourceText("any", without), diagnostics);
                    Assert.True(diagnostics.Count > 0 || SyntaxDifference.First(expression, read) is not null, printed);
                }
            },
            iter: 150);

    private static int Closing(string text, int open)
    {
        int depth = 0;
        for (int i = open; ; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0) { return i; }
        }
    }

    [Fact]
    public void A_formatted_model_reads_back_as_the_same_model() =>
        AnySyntax.Model.Sample(
            model =>
            {
                string text = Formatter.Format(model);
                var read = Parser.Parse(new SourceText("any.plenum", text));
                Assert.True(read.Diagnostics.Count == 0, text + "\n" + string.Join("\n", read.Diagnostics));
                string? difference = SyntaxDifference.First(model, read);
                Assert.True(difference is null, difference + "\n" + text);
            },
            iter: 250);

    [Fact]
    public void Formatting_twice_changes_nothing() =>
        AnySyntax.Model.Sample(
            model =>
            {
                string once = Formatter.Format(model);
                Assert.Equal(once, Formatter.Format(Parser.Parse(new SourceText("any.plenum", once))));
            },
            iter: 150);

    [Fact]
    public void Canonical_text_has_no_blanks_at_line_ends_and_no_doubled_blank_lines() =>
        AnySyntax.Model.Sample(
            model =>
            {
                string text = Formatter.Format(model);
                Assert.DoesNotContain(" \n", text, StringComparison.Ordinal);
                Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
            },
            iter: 100);

    /// <summary>Rows of tables are the exception: their columns stay aligned.</summary>
    [Fact]
    public void No_line_is_longer_than_120_columns() =>
        AnySyntax.Model.Sample(
            model =>
            {
                int table = int.MaxValue;
                foreach (string line in Formatter.Format(model).Split('\n'))
                {
                    int indent = line.Length - line.TrimStart().Length;
                    if (indent <= table) { table = line.AsSpan(indent).StartsWith("table  ", StringComparison.Ordinal) ? indent : int.MaxValue; }
                    Assert.True(table != int.MaxValue || DisplayWidth.Of(line) <= 120, line);
                }
            },
            iter: 250);

    [Fact]
    public void A_deeply_nested_equation_keeps_to_the_width() =>
        Gen.Select(Gen.Int[1, 31], Gen.OneOf("(", "log(", "-(", "x_of_some_length * ("), (depth, opening) => (depth, opening)).Sample(
            nested =>
            {
                string inner = string.Concat(Enumerable.Repeat($"a_name + {nested.opening}", nested.depth)) + "b" + new string(')', nested.depth);
                var model = Parser.Parse(new SourceText("any.plenum", $"identity y\n  y = {inner}\n"));
                Assert.Empty(model.Diagnostics);
                string text = Formatter.Format(model);
                Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 120, text));
                Assert.Null(SyntaxDifference.First(model, Parser.Parse(new SourceText("any.plenum", text))));
            },
            iter: 60);
}
