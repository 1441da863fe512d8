using Plenum.Language.Diagnostics;
using Plenum.Language.Formatting;
using Plenum.Language.Syntax;

namespace Plenum.Tests.Syntax;

/// <summary>Whatever the text, the parser returns, keeps to its limits, and points into the text.</summary>
public sealed class ParserFuzz
{
    private static readonly Gen<string> s_anyText = Gen.String[Gen.Frequency((6, Gen.Char['\0', '\u007f']), (6, Gen.Char["()[]{},:=+-*/^<>!.\"\\ \n\t\r;#%"]), (1, Gen.Char['\u0080', '\uffff'])), 0, 200];

    private static readonly Gen<string> s_tokens = Gen.OneOf(
        "model", "set", "subset", "map", "unit", "block", "exogenous", "endogenous", "shock", "parameter", "behavioural", "identity", "equation", "balance-sheet", "flows", "sectors", "row", "real", "total", "variant",
        "replace", "with", "let", "of", "to", "in", "table", "range", "source", "zh", "observed", "add-factor", "unchecked-units", "width", "and", "or", "not", "if", "sum", "log", "pos", "x", "y", "1", "0.5", "1e", "\"a\"", "\"", "//c",
        "(", ")", "[", "]", "{", "}", ",", ":", "=", "==", "<", "..", ".", "+", "-", "*", "/", "^", "(-1)", "\n", "\n  ", "\n    ", "\n      ", "\n", "\n  ", "\t", "\uff0c", "@", "é");

    private static readonly Gen<string> s_tokenSoup = Gen.Select(s_tokens.Array[0, 120], Gen.Bool, (tokens, spaced) => string.Join(spaced ? " " : "", tokens));

    private static readonly Gen<string> s_brokenModel =
        from model in AnySyntax.Model
        let text = Formatter.Format(model)
        from at in Gen.Int[0, text.Length]
        from removed in Gen.Int[0, Math.Min(12, text.Length - at)]
        from inserted in s_tokens
        select string.Concat(text.AsSpan(0, at), inserted, text.AsSpan(at + removed));

    [Fact]
    public void Any_characters_are_read_without_failing() => s_anyText.Sample(CheckModel, iter: 1000);

    [Fact]
    public void Any_tokens_are_read_without_failing() => s_tokenSoup.Sample(CheckModel, iter: 1000);

    [Fact]
    public void Any_broken_model_is_read_without_failing() => s_brokenModel.Sample(CheckModel, iter: 250);

    [Fact]
    public void Any_tokens_are_read_as_a_fragment_without_failing() => s_tokenSoup.Sample(
        text =>
        {
            var diagnostics = new DiagnosticBag();
            var source = new SourceText("fuzz", text);
            var expression = Parser.ParseExpression(source, diagnostics);
            Assert.InRange(expression.Span.End, expression.Span.Start, text.Length);
            var equationDiagnostics = new DiagnosticBag();
            if (Parser.ParseEquation(source, equationDiagnostics) is null) { Assert.True(equationDiagnostics.HasErrors); }
            foreach (var diagnostic in diagnostics.Concat(equationDiagnostics)) { CheckDiagnostic(diagnostic, text); }
        },
        iter: 1000);

    private static void CheckModel(string text)
    {
        var model = Parser.Parse(new SourceText("fuzz", text));
        Assert.InRange(model.Diagnostics.Count, 0, DiagnosticBag.Limit);
        foreach (var diagnostic in model.Diagnostics) { CheckDiagnostic(diagnostic, text); }
        foreach (var statement in model.Statements) { CheckSpans(statement, text.Length); }
        string formatted = Formatter.Format(model);
        Assert.Equal(formatted, Formatter.Format(Parser.Parse(new SourceText("fuzz", formatted))));
        if (!model.Diagnostics.Any(d => d.Severity == Severity.Error)) { Assert.Null(SyntaxDifference.First(model, Parser.Parse(new SourceText("fuzz", formatted)))); }
    }

    private static void CheckDiagnostic(Diagnostic diagnostic, string text)
    {
        var span = Assert.NotNull(diagnostic.Span);
        Assert.InRange(span.Start, 0, text.Length);
        Assert.InRange(span.End, span.Start, text.Length);
        Assert.StartsWith("fuzz:", diagnostic.ToString(), StringComparison.Ordinal);
        Assert.True(diagnostic.Message.Length < 300, diagnostic.Message);
    }

    /// <summary>Every span in a statement lies in the text; all properties are read, so that none can be forgotten.</summary>
    private static void CheckSpans(object node, int length)
    {
        foreach (var property in node.GetType().GetProperties())
        {
            switch (property.GetValue(node))
            {
                case SourceSpan span:
                    Assert.InRange(span.Start, 0, length);
                    Assert.InRange(span.End, span.Start, length);
                    break;
                case System.Collections.IEnumerable items and not string:
                    foreach (object item in items)
                    {
                        if (item is not string) { CheckSpans(item, length); }
                    }

                    break;
                case { } value when value.GetType().Namespace == typeof(Parser).Namespace && !value.GetType().IsEnum:
                    CheckSpans(value, length);
                    break;
            }
        }
    }
}
