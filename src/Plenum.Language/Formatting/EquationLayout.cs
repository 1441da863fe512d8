using Plenum.Language.Syntax;

namespace Plenum.Language.Formatting;

/// <summary>
/// Lays out an equation in whichever way fits the width, of several such in the one with the fewest lines, and of several such in the first: with what continues its
/// right-hand side aligned below the <c>=</c>; with all of its right-hand side below; with what continues it indented.
/// </summary>
internal static class EquationLayout
{
    /// <summary>Columns that a right-hand side needs to be aligned below the <c>=</c>.</summary>
    private const int LeastRoom = 60;

    /// <summary>Lays out <c>left = right</c>.</summary>
    public static ExpressionLayout Of(ExpressionSyntax left, ExpressionSyntax right, int indent)
    {
        string flat = ExpressionPrinter.Print(left);
        if (indent + flat.Length + 2 <= ExpressionLayout.Width) { return Of(flat, right, indent); }
        var layout = new ExpressionLayout(indent, indent);
        layout.Write(left, Precedence.Lowest, indent + ExpressionLayout.Hang, 2);
        return WriteBelow(layout, right, indent);
    }

    /// <summary>Lays out <c>left = right</c> with a left-hand side that stays on its line.</summary>
    public static ExpressionLayout Of(string left, ExpressionSyntax right, int indent)
    {
        int sign = indent + left.Length + 1;
        var below = new ExpressionLayout(indent, indent);
        below.Put(left);
        WriteBelow(below, right, indent);
        if (ExpressionLayout.Width - sign - 2 < LeastRoom && sign + 2 + ExpressionPrinter.Print(right).Length > ExpressionLayout.Width) { return below; }
        return new[] { WriteBeside(sign), below, WriteBeside(indent + ExpressionLayout.Hang) }.MinBy(l => (Overflow(l), l.Lines.Count))!;

        ExpressionLayout WriteBeside(int continuation)
        {
            var layout = new ExpressionLayout(indent, continuation);
            layout.Put($"{left} = ");
            layout.Write(right, Precedence.Lowest, continuation, 0);
            return layout;
        }
    }

    /// <summary>By how many columns the longest line exceeds the width; 0 where all fit.</summary>
    private static int Overflow(ExpressionLayout layout) => Math.Max(0, layout.Lines.Max(line => line.Length) - ExpressionLayout.Width);

    private static ExpressionLayout WriteBelow(ExpressionLayout layout, ExpressionSyntax right, int indent)
    {
        int below = indent + ExpressionLayout.Hang;
        layout.Put(" =");
        layout.NewLine(below);
        bool isBroken = !layout.Fits(ExpressionPrinter.Print(right).Length);
        if (isBroken && ExpressionLayout.IsSum(right)) { layout.Put("  "); }
        layout.Write(right, Precedence.Lowest, below, 0);
        return layout;
    }
}
