using BenchmarkDotNet.Attributes;
using Plenum.Benchmarks.HandWritten;
using Plenum.Engine;
using Plenum.Engine.Kernels;

namespace Plenum.Benchmarks.Equations;

/// <summary>Is the compiled model as fast as the same equations written by hand?</summary>
public class EquationBenchmarks
{
    private Paths _paths = null!;
    private ResidualEvaluator _compiled = null!;
    private double[] _rows = null!;
    private double[] _residuals = null!;
    private int _period;

    [GlobalSetup]
    public void Prepare()
    {
        var china = ChinaCase.Load().WithoutReporting();
        _paths = china.Baseline;
        _compiled = new ResidualEvaluator(china.Model);
        _rows = HandWrittenRows.Of(_paths);
        _residuals = new double[china.Model.Equations.Count];
        _period = _paths.IndexOf(china.To);
        Agreement.Require(china);
    }

    /// <summary>All equations of one quarter by the compiled kernel.</summary>
    [Benchmark]
    public double Compiled()
    {
        _compiled.Evaluate(_paths, _period, _residuals);
        return _residuals[0];
    }

    /// <summary>The same equations by hand.</summary>
    [Benchmark(Baseline = true)]
    public double HandWritten()
    {
        HandWrittenChina.Evaluate(_rows, _period, _residuals);
        return _residuals[0];
    }
}
