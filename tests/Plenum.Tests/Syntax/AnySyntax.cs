using System.Globalization;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;

namespace Plenum.Tests.Syntax;

/// <summary>Random syntax trees as the parser could have made them, without spans.</summary>
internal static class AnySyntax
{
    private static readonly SourceSpan s_nowhere = new(new SourceText("nowhere", ""), 0, 0);

    /// <summary>Plain names, and the words that are keywords only where the grammar expects them.</summary>
    public static readonly Gen<string> Name = Gen.Frequency(
        (4, Gen.Select(Gen.Char["abcxyzNQ"], Gen.String[Gen.Char["abz_019"], 0, 6], (c, s) => c + s).Where(s => !Functions.IsReserved(s))),
        (1, Gen.OneOf("in", "of", "with", "table", "source", "zh", "row", "total", "real", "range", "observed", "model", "set", "to", "sectors", "replace", "t", "e1", "unit", "currency", "volume", "additive")));

    private static readonly Gen<WordSyntax> s_word = Name.Select(n => new WordSyntax(n, s_nowhere));

    private static readonly Gen<TextSyntax> s_text = Gen.String[Gen.Char["ab {}\"\\/.,:=出口é"], 0, 12].Select(s => new TextSyntax(s, s_nowhere));

    private static readonly Gen<IReadOnlyList<string>> s_comments = Gen.Frequency(
        (3, Gen.Const<IReadOnlyList<string>>([])),
        (1, Gen.String[Gen.Char["ab /\"=("], 0, 8].Select(s => s.TrimEnd()).List[1, 3].Select(l => (IReadOnlyList<string>)l)));

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.Frequency((1, Gen.Const((T?)null)), (1, gen.Select(T? (x) => x)));

    private static Gen<IReadOnlyList<T>> Some<T>(Gen<T> gen, int least, int most) => gen.List[least, most].Select(l => (IReadOnlyList<T>)l);

    public static readonly Gen<ExpressionSyntax> Number = Gen.OneOf(
            Gen.Int[0, 2000].Select(i => i.ToString(CultureInfo.InvariantCulture)),
            Gen.OneOf("0.5", "12.50", "1e-4", "1E+5", "2.5e3", "007"))
        .Select(ExpressionSyntax (s) => new NumberSyntax(double.Parse(s, CultureInfo.InvariantCulture), s, s_nowhere));

    private static readonly Gen<IndexSyntax> s_index = Gen.Select(Name, Name, Gen.Bool, (a, b, nested) => new IndexSyntax(a, nested ? new IndexSyntax(b, null, s_nowhere) : null, s_nowhere));

    private static Gen<ExpressionSyntax> Named(Gen<string> name) => Gen.Select(name, Some(s_index, 0, 2), Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[-40, 40])),
        ExpressionSyntax (n, indices, lag) => new NameSyntax(n, indices, lag, s_nowhere, s_nowhere));

    private static readonly Gen<string> s_series = Name.Array[2, 3].Select(parts => string.Join('.', parts));

    public static readonly Gen<ExpressionSyntax> Expression = ExpressionOf(Named(Name), 4);

    private static readonly Gen<ExpressionSyntax> s_shortExpression = ExpressionOf(Named(Name), 2);

    private static readonly Gen<ExpressionSyntax> s_observed = ExpressionOf(Named(Gen.OneOf(Name, s_series)), 3);

    private static Gen<ExpressionSyntax> ExpressionOf(Gen<ExpressionSyntax> named, int depth)
    {
        var leaf = Gen.Frequency((2, named), (1, Number));
        if (depth == 0) { return leaf; }
        var inner = ExpressionOf(named, depth - 1);
        var unary = Gen.Select(Gen.OneOf(SyntaxOperator.Negate, SyntaxOperator.Not), inner, ExpressionSyntax (op, x) => new UnarySyntax(op, x, s_nowhere));
        var binary = Gen.Select(Gen.Int[(int)SyntaxOperator.Add, (int)SyntaxOperator.Or], inner, inner, ExpressionSyntax (op, x, y) => new BinarySyntax((SyntaxOperator)op, x, y, s_nowhere, s_nowhere));
        var call = Gen.Select(Gen.OneOf([.. Functions.All]), inner.Array[1, 3], inner, ExpressionSyntax (f, arguments, width) => new CallSyntax(f.Name, arguments, f.Width == WidthRule.None ? null : width, s_nowhere, s_nowhere));
        var aggregate = Gen.Select(Gen.Bool, Some(Over, 1, 2), inner, ExpressionSyntax (isProduct, binders, body) => new AggregateSyntax(isProduct, binders, body, s_nowhere));
        return Gen.Frequency((2, leaf), (2, unary), (5, binary), (1, call), (1, aggregate));
    }

    private static Gen<BinderSyntax> Over => Gen.Select(Name, Name, (i, s) => new BinderSyntax(i, s, s_nowhere));

    private static readonly Gen<BinderSyntax> s_bare = Name.Select(s => new BinderSyntax(null, s, s_nowhere));

    private static readonly Gen<IReadOnlyList<BinderSyntax>> s_sets = Some(s_bare, 0, 3);

    private static readonly Gen<IReadOnlyList<BinderSyntax>> s_indices = Some(Gen.OneOf(s_bare, Over), 0, 2);

    private static readonly Gen<UnitSyntax> s_unit = Some(Gen.Select(Name.Where(n => n is not ("currency" or "volume")), Gen.OneOf(1.0, -1.0, 2.0, -2.0, 0.5), (n, power) => new UnitFactorSyntax(new WordSyntax(n, s_nowhere), power)), 0, 3)
        .Select(factors => new UnitSyntax(factors, s_nowhere));

    private static readonly Gen<string> s_longName = Gen.String[Gen.Char["abcdemnorstu_"], 8, 40].Select(s => "x" + s);

    /// <summary>Expressions that fill many lines.</summary>
    public static readonly Gen<ExpressionSyntax> LongExpression = Gen.OneOf(
        ExpressionOf(Named(Gen.OneOf(Name, s_longName)), 5),
        Some(ExpressionOf(Named(Gen.OneOf(Name, s_longName)), 2), 3, 12).Select(Sum));

    private static readonly Gen<EquationBodySyntax> s_body = Gen.Select(
        Gen.Frequency((4, s_shortExpression), (1, LongExpression)),
        Gen.OneOf(Expression, LongExpression),
        (left, right) => new EquationBodySyntax(left, right, s_nowhere));

    private static ExpressionSyntax Sum(IReadOnlyList<ExpressionSyntax> terms) => terms.Aggregate((x, y) => new BinarySyntax(SyntaxOperator.Add, x, y, s_nowhere, s_nowhere));

    private static readonly Gen<StatementSyntax> s_set = Gen.Select(s_word, Maybe(s_word), Maybe(s_text), Some(Gen.Select(s_word, Maybe(s_text), Maybe(s_text), (n, l, zh) => new MemberSyntax(n, l, zh)), 1, 12),
        StatementSyntax (name, parent, label, members) => new SetSyntax(name, parent, label, members, s_nowhere));

    private static readonly Gen<StatementSyntax> s_map = Gen.Select(s_word, s_word, s_word, Some(Gen.Select(s_word, s_word, (f, t) => new MapEntrySyntax(f, t)), 1, 12),
        StatementSyntax (name, from, to, entries) => new MapSyntax(name, from, to, entries, s_nowhere));

    private static readonly Gen<StatementSyntax> s_unitDeclaration = Gen.Select(s_word, Gen.Enum<BaseUnitKind>(), s_word, s_unit, Maybe(s_text),
        StatementSyntax (name, kind, of, unit, label) => new UnitDeclarationSyntax(name, kind, kind == BaseUnitKind.Volume ? of : null, kind == BaseUnitKind.None ? unit : null, label, s_nowhere));

    private static readonly Gen<StatementSyntax> s_variable = Gen.Select(Gen.Enum<DeclaredRole>(), s_word, s_sets, Maybe(s_unit), Gen.Select(Maybe(s_text), Maybe(s_text), Maybe(s_text)), Maybe(s_observed),
        StatementSyntax (role, name, sets, unit, texts, observed) => new VariableSyntax(role, name, sets, unit, texts.Item1, texts.Item2, texts.Item3, observed, s_nowhere));

    private static Gen<IReadOnlyList<ParameterEntrySyntax>> Entries(int sets) =>
        Some(Gen.Select(s_word.Array[sets], s_shortExpression, (members, value) => new ParameterEntrySyntax(members, value)), 1, 8);

    private static Gen<IReadOnlyList<ParameterEntrySyntax>> Table(int sets) =>
        from columns in s_word.Array[1, 4].Where(c => c.Distinct().Count() == c.Length)
        from rows in s_word.Array[sets - 1].Array[1, sets == 1 ? 1 : 4].Where(r => r.Select(m => string.Join(' ', m.Select(w => w.Value))).Distinct().Count() == r.Length)
        from values in s_shortExpression.Array[rows.Length * columns.Length]
        select (IReadOnlyList<ParameterEntrySyntax>)[.. rows.SelectMany((row, r) => columns.Select((column, c) => new ParameterEntrySyntax([.. row, column], values[r * columns.Length + c])))];

    private static readonly Gen<StatementSyntax> s_parameter =
        from name in s_word
        from sets in s_sets
        from form in Gen.Int[0, sets.Count == 0 ? 0 : 2]
        from value in s_shortExpression
        from entries in form == 0 ? Gen.Const<IReadOnlyList<ParameterEntrySyntax>>([]) : form == 1 ? Entries(sets.Count) : Table(sets.Count)
        from unit in Maybe(s_unit)
        from texts in Gen.Select(Maybe(s_text), Maybe(s_text), Maybe(s_text))
        from range in Gen.Select(Gen.Bool, s_shortExpression, s_shortExpression)
        select (StatementSyntax)new ParameterSyntax(name, sets, unit, texts.Item1, texts.Item2, form == 0 ? value : null, form == 0 ? null : entries, form == 2, range.Item1 ? (range.Item2, range.Item3) : null, texts.Item3, s_nowhere);

    private static readonly Gen<StatementSyntax> s_equation =
        from kind in Gen.Enum<DeclaredEquation>()
        from name in s_word
        from indices in s_indices
        from unit in Maybe(s_unit)
        from texts in Gen.Select(Maybe(s_text), Maybe(s_text), Maybe(s_text), Maybe(s_text))
        from body in s_body
        from addFactor in Maybe(Gen.OneOf("additive", "multiplicative").Select(w => new WordSyntax(w, s_nowhere)))
        from observed in Maybe(s_observed)
        select (StatementSyntax)new EquationSyntax(kind, name, indices, kind == DeclaredEquation.Condition ? null : unit, texts.Item1, texts.Item2, body, kind == DeclaredEquation.Behavioural ? addFactor : null, texts.Item3, texts.Item4, kind == DeclaredEquation.Condition ? null : observed, s_nowhere);

    private static readonly Gen<StatementSyntax> s_row = Gen.Select(s_word, Maybe(s_text), Gen.Bool, Some(Gen.Select(s_word, Gen.Bool, Maybe(Gen.Frequency((4, s_shortExpression), (1, LongExpression))), (s, negative, x) => new AccountCellSyntax(s, negative, x, s_nowhere)), 1, 6),
        StatementSyntax (name, label, isReal, cells) => new AccountRowSyntax(name, label, isReal, cells, s_nowhere));

    private static readonly Gen<StatementSyntax> s_total = Gen.Select(s_word, Expression, StatementSyntax (sector, x) => new AccountTotalSyntax(sector, x, s_nowhere));

    private static Gen<IReadOnlyList<StatementSyntax>> Statements(Gen<StatementSyntax> gen, int most) => Some(Gen.Select(gen, s_comments, (s, c) => s with { Comments = c }), 0, most);

    private static readonly Gen<StatementSyntax> s_account = Gen.Select(Gen.Bool, Maybe(s_text), Some(s_word, 1, 20), Statements(Gen.OneOf(s_row, s_total), 4),
        StatementSyntax (isBalanceSheet, title, sectors, lines) => new AccountSyntax(isBalanceSheet, title, sectors, lines, s_nowhere));

    /// <summary>Statements that hold others, some with comments below the last of them.</summary>
    private static Gen<StatementSyntax> Ending(Gen<StatementSyntax> container) => Gen.Select(container, s_comments, (s, comments) => s switch
    {
        BlockSyntax { Statements.Count: 0 } or VariantSyntax { Statements.Count: 0 } or AccountSyntax { Lines.Count: 0 } => s,
        _ => s with { TrailingComments = comments },
    });

    private static readonly Gen<StatementSyntax> s_declaration = Gen.OneOf(s_variable, s_parameter, s_equation);

    private static readonly Gen<StatementSyntax> s_block = Gen.Select(s_word, Maybe(s_text), Statements(s_declaration, 4), StatementSyntax (name, title, inside) => new BlockSyntax(name, title, inside, s_nowhere));

    private static readonly Gen<StatementSyntax> s_replace = Gen.Select(s_word, s_indices, s_body, StatementSyntax (name, indices, body) => new ReplaceSyntax(name, indices, body, s_nowhere));

    private static readonly Gen<StatementSyntax> s_let = Gen.Select(s_word, s_indices, Number, StatementSyntax (name, indices, value) => new LetSyntax(name, indices, value, s_nowhere));

    private static readonly Gen<StatementSyntax> s_variant = Gen.Select(s_word, Maybe(s_text), Statements(Gen.OneOf(s_declaration, s_replace, s_let), 4), StatementSyntax (name, title, inside) => new VariantSyntax(name, title, inside, s_nowhere));

    private static readonly Gen<StatementSyntax> s_model = Gen.Select(s_word, Maybe(s_text), StatementSyntax (name, title) => new ModelDeclarationSyntax(name, title, s_nowhere));

    private static readonly Gen<StatementSyntax> s_frequency = Gen.OneOf("annual", "quarterly", "monthly").Select(StatementSyntax (f) => new FrequencySyntax(new WordSyntax(f, s_nowhere), s_nowhere));

    /// <summary>Whole models of any statements in any order.</summary>
    public static readonly Gen<ModelSyntax> Model = Gen.Select(
        Statements(Gen.OneOf(s_model, s_frequency, s_set, s_map, s_unitDeclaration, s_declaration, Ending(s_block), Ending(s_account), Ending(s_variant)), 8),
        s_comments,
        s_comments,
        (statements, leading, trailing) => new ModelSyntax(new SourceText("any.plenum", ""), statements, trailing, []) { LeadingComments = statements.Count > 0 ? leading : [] });
}
