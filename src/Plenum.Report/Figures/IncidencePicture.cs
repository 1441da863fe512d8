using System.Globalization;
using System.Text;
using Plenum.Engine.Structure;

namespace Plenum.Report.Figures;

/// <summary>Which variables stand in which equations in the same period, in the order in which the model is solved.</summary>
public static class IncidencePicture
{
    /// <summary>The picture as SVG: a row for each equation, a column for each variable, and an outline around each block solved together.</summary>
    /// <param name="structure">The structure of the model.</param>
    public static string Draw(ModelStructure structure)
    {
        ArgumentNullException.ThrowIfNull(structure);
        var model = structure.Model;
        var order = structure.Blocks.SelectMany(b => b.Explicit.Concat(b.Feedback)).ToList();
        var place = order.Select((s, k) => (s.Unknown, k)).ToDictionary(p => p.Unknown, p => p.k);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg class=\"incidence\" viewBox=\"-1 -1 {order.Count + 2} {order.Count + 2}\" role=\"img\" aria-label=\"Incidence of {order.Count} equations in {structure.Blocks.Count} blocks\">");
        text.Append(CultureInfo.InvariantCulture, $"<rect class=\"frame\" x=\"0\" y=\"0\" width=\"{order.Count}\" height=\"{order.Count}\"/>");
        int row = 0;
        foreach (var (block, b) in structure.Blocks.Select((block, b) => (block, b)))
        {
            if (block.Size > 1) { text.Append(CultureInfo.InvariantCulture, $"<rect class=\"together\" x=\"{row}\" y=\"{row}\" width=\"{block.Size}\" height=\"{block.Size}\"><title>Block {b + 1}: {block.Size} equations solved together, {block.Feedback.Count} of them by iteration</title></rect>"); }
            foreach (var solved in block.Explicit.Concat(block.Feedback))
            {
                var equation = model.Equations[solved.Equation];
                var symbols = new HashSet<(int Column, int Lag)>();
                model.Graph.CollectSymbols([equation.Left, equation.Right], symbols);
                var columns = symbols.Where(s => s.Lag == 0 && place.ContainsKey(s.Column)).Select(s => s.Column).OrderBy(c => place[c]).ToList();
                string read = string.Join(", ", columns.Where(c => c != solved.Unknown).Select(c => model.Symbols[c].Name));
                text.Append("<path d=\"").AppendJoin("", columns.Select(c => string.Create(CultureInfo.InvariantCulture, $"M{place[c]} {row}h1v1h-1z")));
                text.Append(CultureInfo.InvariantCulture, $"\"><title>{SvgChart.Escape(model.Symbols[solved.Unknown].Name)}{(read.Length > 0 ? " reads " + SvgChart.Escape(read) : " reads nothing of its own quarter")}</title></path>");
                row++;
            }
        }

        return text.Append("</svg>").ToString();
    }
}
