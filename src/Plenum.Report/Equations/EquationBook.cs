using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;

namespace Plenum.Report.Equations;

/// <summary>All equation texts of a model, set for reading.</summary>
public sealed class EquationBook
{
    private readonly Dictionary<(SourceText Source, int Start), EquationBodySyntax> _bodies = [];
    private readonly BoundModel _model;
    private readonly EquationMarkup _markup;

    /// <summary>Reads the files of a model.</summary>
    /// <param name="model">The model that was bound from them.</param>
    public EquationBook(BoundModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        (_model, _markup) = (model, new EquationMarkup(model));
        foreach (var file in model.Texts.Select(t => t.Span.Source).Distinct())
        {
            foreach (var statement in Parser.Parse(file).Statements.SelectMany(Inside)) { Take(statement); }
        }
    }

    /// <summary>The equation text that determines a name, as MathML; null where there is none.</summary>
    /// <param name="equation">The equation.</param>
    public string? Of(BoundEquation equation)
    {
        ArgumentNullException.ThrowIfNull(equation);
        var text = _model.Texts[equation.Text];
        return _bodies.TryGetValue((text.Span.Source, text.Span.Start), out var body) || _bodies.TryGetValue((text.Span.Source, equation.Span.Start), out body) ? _markup.Of(body.Left, body.Right) : null;
    }

    private static IEnumerable<StatementSyntax> Inside(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => block.Statements.SelectMany(Inside),
        VariantSyntax variant => variant.Statements.SelectMany(Inside),
        _ => [statement],
    };

    private void Take(StatementSyntax statement)
    {
        var body = statement switch
        {
            EquationSyntax equation => equation.Body,
            ReplaceSyntax replace => replace.Body,
            _ => null,
        };
        if (body is null) { return; }
        _bodies[(statement.Span.Source, statement.Span.Start)] = body;
        _bodies[(body.Span.Source, body.Span.Start)] = body;
    }
}
