using System.Diagnostics;
using System.Runtime;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;

namespace Plenum.Benchmarks.Cold;

/// <summary>Takes the China model from text to the solution of one quarter, once, in a process that has done nothing before.</summary>
internal static class ColdCompile
{
    /// <summary>The stages in order, each with whether it counts towards compiling the model.</summary>
    public static IReadOnlyList<(string Name, bool IsCompiling)> Stages { get; } =
    [
        ("open the project", false), ("parse", true), ("bind", true), ("structure and kernels", true), ("read the baseline", false), ("solve the first quarter", false),
    ];

    /// <summary>Runs every stage once and writes a line for each: its milliseconds, the milliseconds of compiling methods at run time among them, and the number of these methods.</summary>
    public static int Run(TextWriter output)
    {
        var laps = new List<string>();
        var (started, compilation, methods) = Now();
        var project = ChinaCase.OpenProject();
        Lap();
        var findings = new DiagnosticBag();
        var texts = project.ReadModel(findings);
        var syntax = new ModelSyntax[texts.Count];
        for (int i = 0; i < syntax.Length; i++) { syntax[i] = Parser.Parse(texts[i]); }
        Lap();
        var model = Binder.Bind(syntax).Model ?? throw new InvalidOperationException("The model has errors.");
        Lap();
        var solver = new PeriodSolver(model);
        if (solver.Compile().Structure is null) { throw new InvalidOperationException("The equations do not determine the unknowns."); }
        Lap();
        var paths = Workspace.Baseline.Read(project, model, findings) ?? throw new InvalidOperationException("The baseline has errors.");
        Lap();
        var outcome = solver.Solve(paths, project.Start, project.Start);
        Lap();
        if (!outcome.IsSolved) { throw new InvalidOperationException(outcome.ToString()); }
        foreach (string lap in laps) { output.WriteLine(lap); }
        return 0;

        void Lap()
        {
            var now = Now();
            laps.Add(Text.Of($"{Stopwatch.GetElapsedTime(started, now.Time).TotalMilliseconds:F3} {(now.Compilation - compilation).TotalMilliseconds:F3} {now.Methods - methods}"));
            (started, compilation, methods) = Now();
        }
    }

    private static (long Time, TimeSpan Compilation, long Methods) Now() =>
        (Stopwatch.GetTimestamp(), JitInfo.GetCompilationTime(currentThread: true), JitInfo.GetCompiledMethodCount(currentThread: true));
}
