using System.Globalization;

namespace Plenum.Benchmarks.Cold;

/// <summary>One stage over all runs.</summary>
internal sealed class ColdStage
{
    /// <summary>Milliseconds.</summary>
    public Sample Time { get; } = new();

    /// <summary>Milliseconds of them spent compiling methods at run time.</summary>
    public Sample Compilation { get; } = new();

    /// <summary>Number of methods compiled at run time.</summary>
    public Sample Methods { get; } = new();

    public void Add(double time, double compilation, double methods)
    {
        Time.Add(time);
        Compilation.Add(compilation);
        Methods.Add(methods);
    }
}

/// <summary>All stages of a program that is started afresh for each run.</summary>
internal sealed class ColdStages(ChildProcess program)
{
    /// <summary>The stages, in the order of <see cref="ColdCompile.Stages"/>.</summary>
    public IReadOnlyList<ColdStage> Stages { get; } = [.. ColdCompile.Stages.Select(_ => new ColdStage())];

    /// <summary>The stages that compile the model, taken together.</summary>
    public ColdStage Compiling { get; } = new();

    /// <summary>The whole process, from start to exit.</summary>
    public Sample Whole { get; } = new();

    /// <summary>Starts the program once more.</summary>
    public void Run()
    {
        var (milliseconds, output) = program.Run();
        var together = new double[3];
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (int stage = 0; stage < Stages.Count; stage++)
        {
            double[] numbers = [.. lines[stage].Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
            Stages[stage].Add(numbers[0], numbers[1], numbers[2]);
            if (!ColdCompile.Stages[stage].IsCompiling) { continue; }
            for (int i = 0; i < together.Length; i++) { together[i] += numbers[i]; }
        }

        Compiling.Add(together[0], together[1], together[2]);
        Whole.Add(milliseconds);
    }
}
