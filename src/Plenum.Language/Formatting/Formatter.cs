using System.Text;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;

namespace Plenum.Language.Formatting;

/// <summary>Prints model text in its canonical form.</summary>
/// <remarks>
/// Two blanks of indentation, a blank line between declarations (short ones of a kind stand together), clauses in a fixed
/// order, aligned tables and accounts, and long equations broken before each <c>+</c> and <c>-</c>. Comments stand above the
/// statement they belong to. Formatting twice changes nothing.
/// </remarks>
public static class Formatter
{
    /// <summary>The canonical form of a file. A text with errors is given back as it was, so that nothing is lost.</summary>
    public static string Format(ModelSyntax syntax)
    {
        ArgumentNullException.ThrowIfNull(syntax);
        if (syntax.Diagnostics.Any(d => d.Severity == Severity.Error)) { return syntax.Source.Text; }
        var writer = new StatementWriter(new StringBuilder());
        writer.WriteModel(syntax);
        return writer.Text.ToString();
    }
}
