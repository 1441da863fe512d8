using Plenum.Language.Binding;
using Plenum.Numerics.Orderings;

namespace Plenum.Engine.Structure;

/// <summary>Which unknowns stand in which equations, in the same period.</summary>
/// <param name="Unknowns">Column of each unknown, ascending.</param>
/// <param name="Candidates">For each equation, the unknowns in it by position in <paramref name="Unknowns"/>.</param>
/// <param name="Preferred">For each equation, the unknown it was written for, by position; -1 where that is given.</param>
internal sealed record Incidence(int[] Unknowns, DirectedGraph Candidates, int[] Preferred)
{
    /// <summary>Reads the incidence off the expression graph.</summary>
    public static Incidence Of(BoundModel model, IReadOnlySet<int> unknowns)
    {
        int[] columns = [.. unknowns];
        Array.Sort(columns);
        var position = new Dictionary<int, int>(columns.Length);
        for (int i = 0; i < columns.Length; i++) { position[columns[i]] = i; }
        var candidates = new int[model.Equations.Count][];
        var preferred = new int[model.Equations.Count];
        var symbols = new HashSet<(int Column, int Lag)>();
        for (int e = 0; e < candidates.Length; e++)
        {
            var equation = model.Equations[e];
            symbols.Clear();
            model.Graph.CollectSymbols([equation.Left, equation.Right], symbols);
            var found = new List<int>();
            foreach (var (column, lag) in symbols)
            {
                if (lag == 0 && position.TryGetValue(column, out int at)) { found.Add(at); }
            }

            found.Sort();
            candidates[e] = [.. found];
            preferred[e] = position.TryGetValue(equation.Determines, out int own) ? own : position.GetValueOrDefault(equation.AddFactor, -1);
            if (preferred[e] >= 0 && !found.Contains(preferred[e])) { preferred[e] = -1; }
        }

        return new Incidence(columns, DirectedGraph.FromLists(candidates, columns.Length), preferred);
    }
}
