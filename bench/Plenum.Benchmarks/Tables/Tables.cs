using Plenum.Benchmarks.Cold;
using Plenum.Benchmarks.Ensembles;
using Plenum.Benchmarks.Equations;
using Plenum.Benchmarks.Factors;
using Plenum.Benchmarks.Resolve;

namespace Plenum.Benchmarks;

/// <summary>Runs the measurements and writes one table for each question.</summary>
internal static class Tables
{
    /// <summary>Runs measurements one after the other; each table is written as soon as it is known.</summary>
    public static int Write(IEnumerable<Func<ResultTable>> measurements)
    {
        string folder = Path.Combine(Repository.Root, "bench", "results", Machine.Folder);
        Directory.CreateDirectory(folder);
        foreach (var measure in measurements)
        {
            var table = measure();
            string text = table.ToString();
            File.WriteAllText(Path.Combine(folder, $"{table.Name}.md"), text);
            Console.WriteLine(text);
        }

        return 0;
    }

    public static ResultTable Resolve()
    {
        var counts = ResolveBenchmarks.Count();
        var measured = Measurement.Of<ResolveBenchmarks>();
        var rival = measured[nameof(ResolveBenchmarks.GaussSeidel)];
        var table = new ResultTable("resolve", "Solving a scenario again",
            $"The scenario {ChinaCase.Scenario} of the China model over {counts.Quarters} quarters with {counts.Equations} equations each: the baseline is copied, the scenario applied, every quarter solved, with the compiled model at hand. Both methods reach the same paths.",
            ["method", "median", "ratio", "allocated", "work"]);
        Add("Newton on torn blocks", nameof(ResolveBenchmarks.Newton), $"{counts.NewtonSteps} Newton steps");
        Add(Text.Of($"Gauss-Seidel to {ResolveBenchmarks.SweepTolerance}"), nameof(ResolveBenchmarks.GaussSeidel), $"{counts.Sweeps} sweeps");
        Add("floor: copy and changes alone", nameof(ResolveBenchmarks.Shock), "");
        table.Notes.Add("Wanted: at most 3 ms and 64 KB a solution.");
        return table;

        void Add(string title, string method, string work) => table.Add(title, Text.Time(measured[method].Nanoseconds), Text.Ratio(measured[method], rival), Text.Bytes(measured[method].Bytes), work);
    }

    public static ResultTable Equations()
    {
        var measured = Measurement.Of<EquationBenchmarks>();
        var rival = measured[nameof(EquationBenchmarks.HandWritten)];
        int equations = HandWritten.HandWrittenChina.Equations.Count;
        var table = new ResultTable("equations", "Evaluating the equations",
            $"The residuals of the {equations} equations of the China model in one quarter, without the figures that are only reported, compiled from the model text, against the same equations written in C#. Both agree to 1e-12.",
            ["equations", "median", "per equation", "ratio"]);
        Add("compiled from the text", nameof(EquationBenchmarks.Compiled));
        Add("written by hand", nameof(EquationBenchmarks.HandWritten));
        return table;

        void Add(string title, string method) => table.Add(title, Text.Time(measured[method].Nanoseconds), Text.Time(measured[method].Nanoseconds / equations), Text.Ratio(measured[method], rival));
    }

    public static ResultTable Factors()
    {
        var size = SparseBenchmarks.Size();
        var sparse = Measurement.Of<SparseBenchmarks>();
        var dense = Measurement.Of<DenseBenchmarks>();
        var anew = sparse[nameof(SparseBenchmarks.Factorise)];
        var table = new ResultTable("factors", "Factorising",
            Text.Of($"Sparse: the stacked Jacobian of the China model whose home buyers look ahead, of order {size.Order:N0} with {size.Entries:N0} entries, {size.FactorEntries:N0} in the factors, {size.Blocks:N0} blocks of which the largest has {size.LargestBlock:N0} rows. Dense: a full random matrix, factorised and solved."),
            ["step", "median", "ratio", "against"]);
        AddSparse("sparse: analyse the pattern", nameof(SparseBenchmarks.Analyse));
        AddSparse("sparse: choose pivots and factorise", nameof(SparseBenchmarks.Factorise));
        AddSparse("sparse: refactorise under known pivots", nameof(SparseBenchmarks.Refactorise));
        AddSparse("sparse: solve", nameof(SparseBenchmarks.Solve));
        foreach (int order in new[] { 6, 20, 60 })
        {
            var ours = dense[$"{nameof(DenseBenchmarks.Plenum)} N={order}"];
            table.Add($"dense of order {order}", Text.Time(ours.Nanoseconds), Text.Ratio(ours, dense[$"{nameof(DenseBenchmarks.Textbook)} N={order}"]), "the loops of a textbook");
        }

        return table;

        void AddSparse(string title, string method) => table.Add(title, Text.Time(sparse[method].Nanoseconds), Text.Ratio(sparse[method], anew), "factorising anew");
    }

    public static ResultTable Ensembles() => EnsembleTable.Measure();

    public static ResultTable Cold() => ColdTable.Measure();
}
