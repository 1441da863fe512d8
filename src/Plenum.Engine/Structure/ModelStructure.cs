using Plenum.Engine.Closures;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Numerics.Orderings;

namespace Plenum.Engine.Structure;

/// <summary>The order in which the equations of a period determine its unknowns.</summary>
/// <remarks>
/// Method: maximum matching of equations to unknowns, strongly connected components of the graph "needs the value of", and in each
/// component a small set of feedback variables without which the rest follows by substitution (tearing). Sources: I. Duff, A. Erisman
/// and J. Reid (2017), "Direct Methods for Sparse Matrices", chapter 6; D. Steward (1962), "On an approach to techniques for the
/// analysis of the structure of large systems of equations", SIAM Review 4(4).
/// Only contemporaneous values are unknowns here: lags are known, and leads belong to the stacked-time solution.
/// </remarks>
public sealed class ModelStructure
{
    private ModelStructure(BoundModel model, ExpressionGraph graph, IReadOnlyList<StructureBlock> blocks)
    {
        Model = model;
        Graph = graph;
        Blocks = blocks;
    }

    /// <summary>The model.</summary>
    public BoundModel Model { get; }

    /// <summary>The model's expressions and the solved forms of its equations.</summary>
    public ExpressionGraph Graph { get; }

    /// <summary>The blocks, each after those it needs.</summary>
    public IReadOnlyList<StructureBlock> Blocks { get; }

    /// <summary>Analyses a model under its declared closure.</summary>
    public static StructureResult Analyse(BoundModel model) => Analyse(model, Closure.Declared(model).UnknownsAt(default));

    /// <summary>Analyses a model in which the given columns are the unknowns.</summary>
    /// <returns>The structure, or what is wrong with the count of equations and unknowns.</returns>
    public static StructureResult Analyse(BoundModel model, IReadOnlySet<int> unknowns)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(unknowns);
        var incidence = Incidence.Of(model, unknowns);
        var matching = BipartiteMatching.Find(incidence.Candidates, incidence.Preferred);
        if (!matching.IsPerfect) { return new StructureResult(null, StructureFindings.Of(model, incidence, matching)); }

        var graph = model.Graph.Copy();
        var solved = new SolvedEquation[model.Equations.Count];
        var dependsOn = new int[solved.Length][];
        for (int e = 0; e < solved.Length; e++)
        {
            var equation = model.Equations[e];
            int unknown = incidence.Unknowns[matching.ColumnOfRow[e]];
            solved[e] = new SolvedEquation(e, unknown, Isolation.Solve(graph, equation.Left, equation.Right, unknown));
            var needed = new List<int>();
            foreach (int column in incidence.Candidates.TargetsOf(e))
            {
                int other = matching.RowOfColumn[column];
                if (other != e) { needed.Add(other); }
            }

            dependsOn[e] = [.. needed];
        }

        var components = StronglyConnectedComponents.Find(DirectedGraph.FromLists(dependsOn));
        var blocks = new List<StructureBlock>(components.Count);
        for (int c = 0; c < components.Count; c++) { blocks.Add(Tear(model, solved, dependsOn, components.MembersOf(c))); }
        return new StructureResult(new ModelStructure(model, graph, blocks), []);
    }

    /// <summary>Chooses feedback variables, so that the other equations of the block follow one by one.</summary>
    private static StructureBlock Tear(BoundModel model, SolvedEquation[] solved, int[][] dependsOn, ReadOnlySpan<int> members)
    {
        if (members.Length == 1)
        {
            var only = solved[members[0]];
            return only.Assignment.IsNone ? new StructureBlock([], [only]) : new StructureBlock([only], []);
        }

        var position = new Dictionary<int, int>(members.Length);
        for (int i = 0; i < members.Length; i++) { position[members[i]] = i; }
        var lists = new int[members.Length][];
        var mustIterate = new List<int>();
        var weights = new double[members.Length];
        for (int i = 0; i < members.Length; i++)
        {
            var inside = new List<int>();
            foreach (int e in dependsOn[members[i]])
            {
                if (position.TryGetValue(e, out int at)) { inside.Add(at); }
            }

            lists[i] = [.. inside];
            if (solved[members[i]].Assignment.IsNone) { mustIterate.Add(i); }

            // An identity that is substituted holds to the last bit, so theory is iterated in preference.
            weights[i] = model.Equations[members[i]].Kind == EquationKind.Behavioural ? 1.0 : 1.05;
        }

        var cut = FeedbackVertexSet.Find(DirectedGraph.FromLists(lists), mustIterate.ToArray(), weights);
        return new StructureBlock([.. Take(solved, members, cut.Order)], [.. Take(solved, members, cut.Vertices)]);
    }

    private static List<SolvedEquation> Take(SolvedEquation[] solved, ReadOnlySpan<int> members, ReadOnlySpan<int> positions)
    {
        var taken = new List<SolvedEquation>(positions.Length);
        foreach (int position in positions) { taken.Add(solved[members[position]]); }
        return taken;
    }
}

/// <summary>How a structure analysis ended.</summary>
/// <param name="Structure">The structure; null where equations and unknowns do not match.</param>
/// <param name="Diagnostics">What is wrong.</param>
public sealed record StructureResult(ModelStructure? Structure, IReadOnlyList<Diagnostic> Diagnostics);
