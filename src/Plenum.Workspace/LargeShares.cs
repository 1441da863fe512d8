using System.Globalization;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Units;

namespace Plenum.Workspace;

/// <summary>Warns of a share so large that a percentage was probably meant.</summary>
internal static class LargeShares
{
    private const double Largest = 2.0;

    /// <summary>Checks a value that somebody gave for a name.</summary>
    public static void Check(Symbol symbol, double value, SourceSpan place, DiagnosticBag findings)
    {
        if (symbol.Unit is { Kind: Kind.Share }) { Check(symbol.Name, value, place, findings); }
    }

    /// <summary>Checks a value that somebody gave for a share or a rate.</summary>
    public static void Check(string name, double value, SourceSpan place, DiagnosticBag findings)
    {
        if (Math.Abs(value) <= Largest) { return; }
        string percent = (100.0 * value).ToString("N0", CultureInfo.InvariantCulture);
        string fraction = (value / 100.0).ToString("0.######", CultureInfo.InvariantCulture);
        findings.Add(Diagnostic.Warning(WorkspaceCodes.LargeShare, string.Create(CultureInfo.InvariantCulture, $"'{name}' is a share, and {value:0.######} is {percent} per cent."), place, "values are in the unit of the model, where shares and rates are fractions.", string.Create(CultureInfo.InvariantCulture, $"write {fraction} if {value:0.######} per cent is meant; otherwise leave it.")));
    }
}
