using BenchmarkDotNet.Attributes;
using Plenum.Engine;
using Plenum.Engine.Solving.PeriodByPeriod;

namespace Plenum.Benchmarks.Resolve;

/// <summary>How long does it take to solve a scenario again, once the model is compiled?</summary>
[MemoryDiagnoser]
public class ResolveBenchmarks
{
    /// <summary>The tightest power of ten at which Gauss-Seidel settles: the model's checks are differences of large sums, and below it they are rounding.</summary>
    internal const double SweepTolerance = 1e-10;

    private ChinaCase _china = null!;
    private Paths _paths = null!;
    private PeriodSolver _newton = null!;
    private GaussSeidelSolver _gaussSeidel = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _china = ChinaCase.Load();
        _paths = _china.Baseline.Copy();
        _newton = new PeriodSolver(_china.Model);
        _gaussSeidel = new GaussSeidelSolver(_china.Model);
        Require(RequireSameSolution(), "the two solvers disagree.");
    }

    /// <summary>Copies the baseline, applies the scenario, solves every quarter by Newton's method on the torn blocks.</summary>
    [Benchmark]
    public int Newton()
    {
        Shock();
        Require(_newton.Solve(_paths, _china.From, _china.To).IsSolved, "Newton's method has not converged.");
        return _newton.PeriodsSolved;
    }

    /// <summary>The same by substituting through all equations until nothing changes.</summary>
    [Benchmark(Baseline = true)]
    public int GaussSeidel()
    {
        Shock();
        Require(_gaussSeidel.Solve(_paths, _china.From, _china.To, SweepTolerance), "Gauss-Seidel has not converged.");
        return _gaussSeidel.Sweeps;
    }

    /// <summary>The floor: the copy and the scenario's changes alone.</summary>
    [Benchmark]
    public void Shock()
    {
        _paths.CopyFrom(_china.Baseline);
        foreach (var change in _china.Changes) { change.Apply(_paths); }
    }

    /// <summary>The work each method does for one solution.</summary>
    internal static ResolveCounts Count()
    {
        var benchmark = new ResolveBenchmarks();
        benchmark.Prepare();
        benchmark.Newton();
        int steps = 0;
        foreach (int iterations in benchmark._newton.Iterations) { steps += iterations; }
        return new ResolveCounts(benchmark._china.Quarters, benchmark._china.Model.Equations.Count, steps, benchmark.GaussSeidel());
    }

    private bool RequireSameSolution()
    {
        Newton();
        double[] newton = [.. _paths.Values];
        GaussSeidel();
        for (int i = 0; i < newton.Length; i++)
        {
            double difference = Math.Abs(newton[i] - _paths.Values[i]);
            if (double.IsFinite(newton[i]) && !(difference <= 1e-8 * Math.Max(1e-3, Math.Abs(newton[i])))) { return false; }
        }

        return true;
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds) { throw new InvalidOperationException(otherwise); }
    }
}

/// <summary>The work behind one solution of the window.</summary>
/// <param name="Quarters">Quarters solved.</param>
/// <param name="Equations">Equations of the model.</param>
/// <param name="NewtonSteps">Newton steps over all quarters.</param>
/// <param name="Sweeps">Gauss-Seidel sweeps over all quarters.</param>
internal sealed record ResolveCounts(int Quarters, int Equations, int NewtonSteps, int Sweeps);
