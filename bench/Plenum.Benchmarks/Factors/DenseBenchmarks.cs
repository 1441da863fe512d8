using BenchmarkDotNet.Attributes;
using Plenum.Numerics.Dense;

namespace Plenum.Benchmarks.Factors;

/// <summary>How far is the dense factorisation of a block from the loops of a textbook?</summary>
public class DenseBenchmarks
{
    private double[] _matrix = null!;
    private double[] _work = null!;
    private double[] _b = null!;
    private int[] _pivots = null!;

    /// <summary>Order of the matrix: from a small block of feedback variables to a large one.</summary>
    [Params(6, 20, 60)]
    public int N { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(N);
        _matrix = new double[N * N];
        foreach (ref double entry in _matrix.AsSpan()) { entry = (2.0 * random.NextDouble()) - 1.0; }
        _work = new double[N * N];
        _b = new double[N];
        _pivots = new int[N];
        RequireSameSolution();
    }

    /// <summary>Factorises and solves.</summary>
    [Benchmark]
    public double Plenum()
    {
        _matrix.AsSpan().CopyTo(_work);
        Array.Fill(_b, 1.0);
        DenseLu.TryFactorise(_work, N, _pivots, out _);
        DenseLu.Solve(_work, N, _pivots, _b);
        return _b[0];
    }

    /// <summary>The same by Gaussian elimination with partial pivoting, loop by loop.</summary>
    /// <remarks>Source: G. Golub and C. Van Loan (2013), "Matrix Computations", 4th ed., algorithm 3.4.1.</remarks>
    [Benchmark(Baseline = true)]
    public double Textbook()
    {
        _matrix.AsSpan().CopyTo(_work);
        Array.Fill(_b, 1.0);
        GaussianElimination.Solve(_work, N, _b);
        return _b[0];
    }

    private void RequireSameSolution()
    {
        Plenum();
        double[] ours = [.. _b];
        Textbook();
        for (int i = 0; i < N; i++)
        {
            if (!(Math.Abs(ours[i] - _b[i]) <= 1e-9 * Math.Max(1.0, Math.Abs(_b[i])))) { throw new InvalidOperationException("The two eliminations disagree."); }
        }
    }
}
