using System.Globalization;
using System.Text;
using Plenum.Report.Graphs;

namespace Plenum.Studio.Components.Why;

/// <summary>Where the parts of the map are drawn, in units of its picture.</summary>
internal static class MapGeometry
{
    public const double NodeWidth = 138.0;
    public const double NodeHeight = 44.0;
    private const double Column = 156.0;
    private const double Row = 92.0;
    private const double Margin = 10.0;

    public static double Width(LayeredGraph layout) => (2 * Margin) + (layout.Width * Column);

    public static double Height(LayeredGraph layout) => (2 * Margin) + ((layout.Layers - 1) * Row) + NodeHeight;

    /// <summary>The middle of a place across.</summary>
    public static double X(GraphPlace place) => Margin + (Column / 2) + (place.Across * Column);

    /// <summary>The middle of a place down.</summary>
    public static double Y(GraphPlace place) => Margin + (NodeHeight / 2) + (place.Layer * Row);

    /// <summary>The curve of an arrow, from the edge of one node to the edge of the other.</summary>
    public static string Curve(LayeredEdge edge)
    {
        var places = edge.Places;
        double down = edge.IsFeedback ? -1.0 : 1.0;
        var text = new StringBuilder();
        double shift = edge.IsFeedback ? 14.0 : 0.0;
        double x = X(places[0]) + shift, y = Y(places[0]) + (down * NodeHeight / 2);
        text.Append(CultureInfo.InvariantCulture, $"M{N(x)} {N(y)}");
        for (int k = 1; k < places.Count; k++)
        {
            bool isLast = k == places.Count - 1;
            double toX = X(places[k]) + shift, toY = Y(places[k]) - (isLast ? down * ((NodeHeight / 2) + 5) : 0.0);
            double bend = (toY - y) * 0.5;
            text.Append(CultureInfo.InvariantCulture, $"C{N(x)} {N(y + bend)} {N(toX)} {N(toY - bend)} {N(toX)} {N(toY)}");
            (x, y) = (toX, toY);
        }

        return text.ToString();
    }

    /// <summary>A number of the picture.</summary>
    public static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
