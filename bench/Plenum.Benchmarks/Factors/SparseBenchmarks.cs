using BenchmarkDotNet.Attributes;
using Plenum.Numerics.Factorization;

namespace Plenum.Benchmarks.Factors;

/// <summary>Does it pay to keep the analysis and the pivots of a large sparse system?</summary>
[MemoryDiagnoser]
public class SparseBenchmarks
{
    private StackedChina _stacked = null!;
    private SymbolicLu _symbolic = null!;
    private SparseLu _lu = null!;
    private double[] _rightHandSide = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _stacked = StackedChina.Build(ChinaCase.Load());
        _symbolic = SymbolicLu.Analyse(_stacked.Pattern);
        _lu = Factorise();
        _rightHandSide = new double[_symbolic.Order];
    }

    /// <summary>Orders rows and columns, from the pattern alone.</summary>
    [Benchmark]
    public SymbolicLu Analyse() => SymbolicLu.Analyse(_stacked.Pattern);

    /// <summary>Chooses pivots and factorises.</summary>
    [Benchmark(Baseline = true)]
    public SparseLu Factorise() => SparseLu.TryFactorise(_symbolic, _stacked.Values, out var lu, out var deficiency)
        ? lu
        : throw new InvalidOperationException($"The stacked Jacobian is singular: {deficiency}.");

    /// <summary>Fills the factors with new values under the same pivots.</summary>
    [Benchmark]
    public PivotQuality Refactorise() => _lu.Refactorise(_stacked.Values);

    /// <summary>Solves with known factors.</summary>
    [Benchmark]
    public void Solve()
    {
        Array.Fill(_rightHandSide, 1.0);
        _lu.Solve(_rightHandSide);
    }

    /// <summary>The size of the system.</summary>
    internal static (int Order, int Entries, int FactorEntries, int Blocks, int LargestBlock) Size()
    {
        var benchmark = new SparseBenchmarks();
        benchmark.Prepare();
        var starts = benchmark._symbolic.BlockStarts;
        int largest = 0;
        for (int b = 0; b + 1 < starts.Length; b++) { largest = Math.Max(largest, starts[b + 1] - starts[b]); }
        return (benchmark._symbolic.Order, benchmark._stacked.Pattern.EntryCount, benchmark._lu.EntryCount, benchmark._symbolic.BlockCount, largest);
    }
}
