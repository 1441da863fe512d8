using MudBlazor;
using Plenum.Report.Figures;

namespace Plenum.Studio.Components.Layout;

/// <summary>The colours and fonts of the component library, taken from those of the charts.</summary>
internal static class StudioTheme
{
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = Fill(new PaletteLight(), ChartTheme.Light),
        PaletteDark = Fill(new PaletteDark(), ChartTheme.Dark),
        Typography = new Typography { Default = new DefaultTypography { FontFamily = ["Inter", "Segoe UI", "Helvetica Neue", "Helvetica", "Arial", "sans-serif"], FontSize = "15px" }, Button = new ButtonTypography { TextTransform = "none" } },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
    };

    private static T Fill<T>(T palette, ChartTheme theme)
        where T : Palette
    {
        palette.Primary = theme.Hues[0];
        palette.Secondary = theme.Hues[1];
        palette.Background = theme.Paper;
        palette.Surface = theme.Paper;
        palette.TextPrimary = theme.Ink;
        palette.TextSecondary = theme.Muted;
        palette.LinesDefault = theme.Grid;
        palette.LinesInputs = theme.Zero;
        palette.TableLines = theme.Grid;
        return palette;
    }
}
