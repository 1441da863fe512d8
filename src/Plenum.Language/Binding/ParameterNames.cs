using Plenum.Language.Syntax;

namespace Plenum.Language.Binding;

/// <summary>Finds the plain names that the value of a parameter is computed from.</summary>
internal static class ParameterNames
{
    /// <summary>Adds every name without indices in <paramref name="syntax"/> to <paramref name="names"/>.</summary>
    public static void Collect(ExpressionSyntax syntax, List<string> names)
    {
        var pending = new Stack<ExpressionSyntax>();
        pending.Push(syntax);
        while (pending.TryPop(out var next))
        {
            switch (next)
            {
                case NameSyntax { Indices.Count: 0 } name: names.Add(name.Name); break;
                case UnarySyntax unary: pending.Push(unary.Operand); break;
                case BinarySyntax binary:
                    pending.Push(binary.Left);
                    pending.Push(binary.Right);
                    break;
                case CallSyntax call:
                    foreach (var argument in call.Arguments) { pending.Push(argument); }
                    break;
            }
        }
    }
}
