using System.Text;
using Plenum.Language.Diagnostics;
using Plenum.Language.Sets;
using Plenum.Language.Syntax;

namespace Plenum.Language.Binding;

/// <summary>The text of an <c>observed</c> clause for one member, so that it stands by itself.</summary>
internal static class ObservedText
{
    /// <summary>The expression as written, on one line, with each index name replaced by its member.</summary>
    public static string Of(ExpressionSyntax observed, ReadOnlySpan<IndexValue> indices, SetTable sets)
    {
        if (indices.IsEmpty) { return SourceWords.Collapse(observed.Span); }
        var found = new List<IndexSyntax>();
        Collect(observed, [], found);
        found.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        var text = new StringBuilder();
        string source = observed.Span.Source.Text;
        int copied = observed.Span.Start;
        foreach (var index in found)
        {
            foreach (var value in indices)
            {
                if (value.Index != index.Name) { continue; }
                text.Append(source, copied, index.Span.Start - copied).Append(sets.NameOf(value.Member));
                copied = index.Span.End;
            }
        }

        text.Append(source, copied, observed.Span.End - copied);
        return SourceWords.Collapse(text.ToString());
    }

    /// <summary>Finds the plain indices, except those that a sum inside the expression binds itself.</summary>
    private static void Collect(ExpressionSyntax syntax, HashSet<string> bound, List<IndexSyntax> found)
    {
        while (syntax is BinarySyntax binary)
        {
            Collect(binary.Right, bound, found);
            syntax = binary.Left;
        }

        switch (syntax)
        {
            case NameSyntax name:
                foreach (var outer in name.Indices)
                {
                    var index = outer;
                    while (index.Argument is { } argument) { index = argument; }
                    if (!bound.Contains(index.Name)) { found.Add(index); }
                }

                break;
            case UnarySyntax unary: Collect(unary.Operand, bound, found); break;
            case CallSyntax call:
                foreach (var argument in call.Arguments) { Collect(argument, bound, found); }
                if (call.Width is not null) { Collect(call.Width, bound, found); }
                break;
            case AggregateSyntax aggregate:
                var inner = new HashSet<string>(bound, StringComparer.Ordinal);
                foreach (var binder in aggregate.Binders) { inner.Add(binder.Index ?? binder.Set); }
                Collect(aggregate.Body, inner, found);
                break;
        }
    }
}
