using Plenum.Report;
using Plenum.Workspace;
using Plenum.Workspace.Mechanisms;

namespace Plenum.Studio.Components.Why;

/// <summary>Links of the map in words and measures of their drawing.</summary>
internal static class LinkText
{
    /// <summary>The style of its arrow.</summary>
    public static string Kind(MeasuredLink link) => link.Sign switch { > 0 => "with", < 0 => "against", _ => "untold" };

    /// <summary>The width of its line: it grows with the logarithm of the measured response.</summary>
    public static double Thickness(MeasuredLink link) => Math.Clamp(1.2 + (1.1 * Math.Log10(1.0 + (20.0 * Math.Abs(link.To ?? 0.0)))), 1.2, 5.0);

    /// <summary>What it says, in a sentence.</summary>
    public static string Sentence(MeasuredLink link)
    {
        string holds = link.Mechanism.Holds ? "all its measures hold" : "not all its measures hold";
        return $"{link.Mechanism.Mechanism.Id}: {NodeText.Label(link.Link.From)} → {NodeText.Label(link.Link.To)}, {Response(link)}; {holds}";
    }

    /// <summary>What the experiment showed at both ends.</summary>
    public static string Response(MeasuredLink link) => link.Sign == 0
        ? $"{Size(link.To, link.Link.To)} in quarter {link.Quarter}; the experiment does not move the cause"
        : $"{Size(link.To, link.Link.To)} in quarter {link.Quarter}, where the cause moves by {Size(link.From, link.Link.From)}";

    private static string Size(double? value, Plenum.Language.Binding.Symbol symbol) =>
        $"{Numbers.Typeset(Numbers.Signed(value, 2))} {(Deviation.KindOf(symbol) == DeviationKind.Percent ? "%" : "pp")}";
}
