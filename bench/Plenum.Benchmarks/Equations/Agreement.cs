using Plenum.Benchmarks.HandWritten;
using Plenum.Engine;
using Plenum.Engine.Kernels;
using Plenum.Language.Binding;

namespace Plenum.Benchmarks.Equations;

/// <summary>Makes sure that the hand-written equations are those of the model.</summary>
internal static class Agreement
{
    /// <summary>Largest difference of two residuals, relative to the largest value that the equation reads.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>Compares every residual in every quarter of the window, on the baseline and on values that do not solve the model.</summary>
    /// <exception cref="InvalidOperationException">The equations or their residuals differ.</exception>
    public static void Require(ChinaCase china)
    {
        if (!china.Model.Equations.Select(e => e.Name).SequenceEqual(HandWrittenChina.Equations))
        {
            throw new InvalidOperationException("The model has other equations than HandWrittenChina; bring that up to date.");
        }

        Compare(china, china.Baseline);
        Compare(china, Disturbed(china.Baseline));
    }

    private static void Compare(ChinaCase china, Paths paths)
    {
        var model = china.Model;
        double[] rows = HandWrittenRows.Of(paths);
        var compiled = new double[model.Equations.Count];
        var byHand = new double[model.Equations.Count];
        var evaluator = new ResidualEvaluator(model);
        var reads = model.Equations.Select(e => Reads(model, e)).ToList();
        for (int t = paths.IndexOf(china.From); t <= paths.IndexOf(china.To); t++)
        {
            evaluator.Evaluate(paths, t, compiled);
            HandWrittenChina.Evaluate(rows, t, byHand);
            for (int e = 0; e < compiled.Length; e++)
            {
                // What a residual is the difference of, not the residual itself, gives its rounding error.
                double size = 0.0;
                foreach (var (column, lag) in reads[e]) { size = Math.Max(size, Math.Abs(paths.Row(t + lag)[column])); }
                if (Math.Abs(compiled[e] - byHand[e]) <= Tolerance * size) { continue; }
                throw new InvalidOperationException($"'{model.Equations[e].Name}': the compiled residual is {compiled[e]:R}, the hand-written {byHand[e]:R}.");
            }
        }
    }

    private static HashSet<(int Column, int Lag)> Reads(BoundModel model, BoundEquation equation)
    {
        var symbols = new HashSet<(int Column, int Lag)>();
        model.Graph.CollectSymbols([equation.Left, equation.Right], symbols);
        return symbols;
    }

    /// <summary>Moves every value by up to two per cent, and what is zero by a little, so that no residual and no term is zero.</summary>
    private static Paths Disturbed(Paths paths)
    {
        var disturbed = paths.Copy();
        for (int i = 0; i < disturbed.Values.Length; i++) { disturbed.Values[i] = disturbed.Values[i] == 0.0 ? 1e-4 * Math.Sin(i) : disturbed.Values[i] * (1.0 + (0.02 * Math.Sin(i))); }
        return disturbed;
    }
}
