namespace Plenum.Report.Figures;

/// <summary>A colour by its part in the charts, the same for the same thing on every page; a theme says how it looks.</summary>
/// <param name="Slot">0 for the colour of text, 1 to <see cref="Slots"/> for hues; higher ones begin again.</param>
public readonly record struct ChartColour(int Slot)
{
    /// <summary>The number of hues.</summary>
    public const int Slots = 8;

    /// <summary>The colour of text: the baseline, the sum.</summary>
    public static ChartColour Ink => new(0);

    /// <summary>The colour of the k-th thing, from 0.</summary>
    public static ChartColour Of(int index) => new(1 + (index % Slots));

    /// <summary>The name that styles give it.</summary>
    public string Name => Slot == 0 ? "ink" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"c{Slot}");
}

/// <summary>How colours look on one background.</summary>
/// <remarks>
/// The hues differ in lightness as well, and stay apart for the common kinds of colour blindness. Source: M. Okabe and K. Ito (2008),
/// "Color Universal Design", and P. Tol (2021), "Colour Schemes", SRON; darkened or lightened to stand out from the background.
/// </remarks>
/// <param name="Paper">The background.</param>
/// <param name="Ink">Text and the baseline.</param>
/// <param name="Muted">Labels of axes.</param>
/// <param name="Grid">Grid lines.</param>
/// <param name="Zero">The line at zero.</param>
/// <param name="History">The shade over history.</param>
/// <param name="Hues">The hues, by slot from 1.</param>
public sealed record ChartTheme(string Paper, string Ink, string Muted, string Grid, string Zero, string History, IReadOnlyList<string> Hues)
{
    /// <summary>Dark on light.</summary>
    public static ChartTheme Light { get; } = new("#ffffff", "#1c2430", "#5d6776", "#e4e7ec", "#8e97a4", "#f1f3f6",
        ["#0072b2", "#d1540a", "#00896a", "#a3408f", "#b98300", "#3f9fd8", "#7d1f4f", "#6d7684"]);

    /// <summary>Light on dark.</summary>
    public static ChartTheme Dark { get; } = new("#14181f", "#e9edf3", "#9aa5b4", "#2b323d", "#697485", "#1c222b",
        ["#4da6e0", "#f0813f", "#35bd98", "#d67fc4", "#e0ae3c", "#8fcdf2", "#d2749e", "#a6afbc"]);

    /// <summary>How a colour looks.</summary>
    public string Of(ChartColour colour) => colour.Slot == 0 ? Ink : Hues[(colour.Slot - 1) % Hues.Count];

    /// <summary>All its colours in a fixed order, so that two themes can be told side by side.</summary>
    public IReadOnlyList<string> All => [Paper, Ink, Muted, Grid, Zero, History, .. Hues];
}
