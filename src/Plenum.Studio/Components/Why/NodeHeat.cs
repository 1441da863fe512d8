using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Report;
using Plenum.Series;
using Plenum.Workspace;

namespace Plenum.Studio.Components.Why;

/// <summary>How far each node of the map is from the baseline, quarter by quarter.</summary>
/// <remarks>A node is measured in units of its own largest deviation, so that small things and large ones can be followed alike.</remarks>
public sealed class NodeHeat
{
    /// <summary>Deviations that are taken for none, in per cent or percentage points.</summary>
    private const double Nothing = 1e-4;

    private readonly double[][] _deviations;
    private readonly double[] _largest;
    private readonly IReadOnlyList<Symbol> _nodes;

    /// <summary>Takes the deviations of a scenario.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="baseline">The baseline.</param>
    /// <param name="paths">The scenario.</param>
    /// <param name="from">The first quarter.</param>
    /// <param name="quarters">The number of quarters.</param>
    public NodeHeat(IReadOnlyList<Symbol> nodes, Paths baseline, Paths paths, Period from, int quarters)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(paths);
        (_nodes, From, Quarters) = (nodes, from, quarters);
        _deviations = [.. nodes.Select(n => Enumerable.Range(0, quarters).Select(q => Deviation.Between(baseline[n.Column, from + q], paths[n.Column, from + q], Deviation.KindOf(n)) ?? 0.0).ToArray())];
        _largest = [.. _deviations.Select(d => d.Append(0.0).Max(Math.Abs))];
    }

    /// <summary>The first quarter.</summary>
    public Period From { get; }

    /// <summary>The number of quarters.</summary>
    public int Quarters { get; }

    /// <summary>Between -1 and 1: the deviation relative to the node's largest; 0 where it hardly moves at all.</summary>
    public double Share(int node, int quarter) => _largest[node] < Nothing ? 0.0 : _deviations[node][quarter] / _largest[node];

    /// <summary>The deviation as people read it, such as "−1.20 %".</summary>
    public string Text(int node, int quarter)
    {
        double value = _deviations[node][quarter];
        string unit = Deviation.KindOf(_nodes[node]) == DeviationKind.Percent ? "%" : "pp";
        return $"{Numbers.Typeset(Numbers.Signed(value, 2))} {unit}";
    }

    /// <summary>The nodes that are farthest from the baseline in a quarter, relative to their own largest deviation, in words.</summary>
    public string Sentence(int quarter)
    {
        var farthest = Enumerable.Range(0, _nodes.Count).Where(n => Math.Abs(Share(n, quarter)) > 0.5).OrderByDescending(n => Math.Abs(Share(n, quarter))).Take(4).ToList();
        return farthest.Count == 0 ? $"{From + quarter}: nothing on the map is far from the baseline." : $"{From + quarter}: near their largest deviation are {string.Join(", ", farthest.Select(n => $"{NodeText.Label(_nodes[n])} ({Text(n, quarter)})"))}.";
    }
}
