using System.Diagnostics;
using Plenum.Engine.Ensembles;
using Plenum.Language.Diagnostics;
using Plenum.Numerics.Lanes;
using Plenum.Workspace;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Runs;

namespace Plenum.Benchmarks.Ensembles;

/// <summary>How many draws of the China model can be had in a second, and where their time goes?</summary>
internal static class EnsembleTable
{
    private const int Draws = 2000;
    private const int Quarters = 40;
    private const int Repetitions = 5;

    /// <summary>Milliseconds, quarters and equations of one draw of the rival.</summary>
    private static readonly (double Milliseconds, int Quarters, int Equations) s_published = (54.0, 24, 284);

    /// <summary>What a part of the time is called; in the order of the note.</summary>
    private static readonly (DrawWork Kind, string Name)[] s_parts =
        [(DrawWork.Evaluating, "evaluating equations"), (DrawWork.Solving, "solving linear systems"), (DrawWork.Drawing, "drawing shocks and writing them"), (DrawWork.Keeping, "keeping values and trying the condition"), (DrawWork.Alone, "draws solved alone")];

    private static readonly int[] s_threads = [1, 2];

    private static readonly EnsembleOptions s_kept = new() { Draws = Draws, Threads = 1 };

    private static readonly string[] s_tracked = ["gdp_real", "unemployment", "gdp_growth"];

    public static ResultTable Measure()
    {
        using var folder = new TemporaryCopy(ChinaCase.Folder);
        var question = Prepare(folder.Path);
        var full = question.Simulation.Ensemble;
        RequireSameDraws(full);
        int equations = full.Baseline.Model.Equations.Count;
        var table = new ResultTable("ensembles", "Draws of an ensemble",
            Text.Of($"{Draws:N0} draws of the China model over {Quarters} quarters with {equations} equations each around the baseline: shocks of {full.Uncertainty.Shocks!.Rules.Count} add-factors and exogenous paths, {s_tracked.Length} variables kept, one condition tried. Best of {Repetitions} runs; compiling for the first is left out. Lanes and draws solved one by one agree to 1e-9 relative in every number."),
            ["solved", "threads", "draws a second", "a draw", "a draw, quarter and equation", "ratio"]);
        double slowest = 0.0, best = 0.0;
        int[] threads = [.. s_threads.Where(n => n <= Environment.ProcessorCount)];
        foreach (bool vectorised in new[] { false, true })
        {
            foreach (int count in threads)
            {
                double seconds = Time(full, vectorised, count);
                if (slowest == 0.0) { slowest = seconds; }
                if (vectorised && count == 1) { best = seconds; }
                table.Add(vectorised ? Text.Of($"in {Lane.Count} lanes") : "one by one", Text.Of($"{count}"), Text.Of($"{Draws / seconds:N0}"), Text.Time(1e9 * seconds / Draws), Text.Time(1e9 * seconds / Draws / Quarters / equations), Text.Digits(seconds / slowest));
            }
        }

        AddShares(table, full, best);
        AddStore(table, question);
        double rival = 1e6 * s_published.Milliseconds / s_published.Quarters / s_published.Equations;
        double ours = 1e9 * best / Draws / Quarters / equations;
        table.Notes.Add(Text.Of($"Against a published figure: stochastic simulation of the FRB/US model in bimets takes {s_published.Milliseconds} ms a draw of {s_published.Quarters} quarters and {s_published.Equations} equations, on another machine: {Text.Time(rival)} a draw, quarter and equation, {Text.Digits(rival / ours)} times the {Text.Time(ours)} of one thread with lanes. Wanted: 100 times."));
        return table;
    }

    /// <summary>Shares of the time of one thread with lanes: how often each part is done, times what it takes alone.</summary>
    private static void AddShares(ResultTable table, Ensemble ensemble, double all)
    {
        var anatomy = DrawAnatomy.Of(ensemble, new EnsembleOptions { Draws = Draws, Threads = 1 }) ?? throw new InvalidOperationException("nothing is solved side by side.");
        var parts = anatomy.Operations.Select(o => (o.Kind, o.Name, Seconds: o.Times * Math.Max(0.0, Alone(o.Once) - (o.Without is { } without ? Alone(without) : 0.0)))).ToList();
        double Share(Func<DrawWork, bool> kind) => 100.0 * parts.Where(p => kind(p.Kind)).Sum(p => p.Seconds) / all;
        string shares = string.Join(", ", s_parts.Select(p => Text.Of($"{p.Name} {Text.Digits(Share(k => k == p.Kind))} %")));
        table.Notes.Add(Text.Of($"Shares of the time of one thread with lanes, each by how often a part is done times what it takes alone on the same draws: {shares}. They leave {Text.Digits(100.0 - Share(_ => true))} % of the whole unexplained: guesses, norms and masks, and memory that a part done again and again finds nearer than in a run."));
        string details = string.Join(", ", parts.GroupBy(p => p.Name).Select(g => (Name: g.Key, Share: 100.0 * g.Sum(p => p.Seconds) / all)).Where(d => d.Share >= 0.5).OrderByDescending(d => d.Share).Select(d => Text.Of($"{d.Name} {Text.Digits(d.Share)} %")));
        table.Notes.Add($"In more detail: {details}.");
        var work = anatomy.Work;
        table.Notes.Add(Text.Of($"A block of a period takes {Text.Digits(work.StepsPerSolve)} steps for the {Lane.Width} draws of a vector; after {Text.Digits(100.0 * work.Jacobians / work.Steps)} % of the steps an exact Jacobian is inverted. {work.Alone} of {Draws:N0} draws are solved alone."));
    }

    /// <summary>What keeping the draws takes, portion by portion as they are taken.</summary>
    private static void AddStore(ResultTable table, Question question)
    {
        double without = Best(() => new LocalDraws().Complete(new EnsembleAssembly(question.Simulation.Ensemble, s_kept), null, CancellationToken.None));
        double with = Best(() => Keep(question));
        table.Notes.Add(Text.Of($"The store: with one thread, portions of {LocalDraws.UsualPortion} draws and each of them written to DuckDB before the next is taken, as by `simulate --keep`, the draws take {Text.Digits(with / without)} times as long as without; the store has {Text.Digits(100.0 * (with - without) / with)} % of that time, the opening and closing of its file included."));
    }

    private static void Keep(Question question)
    {
        var findings = new DiagnosticBag();
        var store = new RunStore(question.Project, TimeProvider.System);
        var description = RunDescription.Of(question.Project, "baseline", question.Request, question.Simulation);
        var assembly = new EnsembleAssembly(question.Simulation.Ensemble, s_kept);
        using (var run = store.Open(description, findings) ?? throw new InvalidOperationException(string.Join("\n", findings)))
        {
            new LocalDraws().Complete(assembly, run.Add, CancellationToken.None);
            run.Finish(assembly.Result());
        }

        _ = store.Delete(description.Id, findings) ?? throw new InvalidOperationException(string.Join("\n", findings));
    }

    /// <summary>Seconds of something short, the best of several rounds.</summary>
    private static double Alone(Action action)
    {
        const double Round = 0.02;
        action();
        long begun = Stopwatch.GetTimestamp();
        action();
        int times = (int)Math.Clamp(Round / Math.Max(1e-9, Stopwatch.GetElapsedTime(begun).TotalSeconds), 1.0, 1e6);
        return Best(() =>
        {
            for (int i = 0; i < times; i++) { action(); }
        }) / times;
    }

    private static double Time(Ensemble ensemble, bool vectorised, int threads) => Best(() => ensemble.Run(new EnsembleOptions { Draws = Draws, Threads = threads, Vectorised = vectorised }));

    private static double Best(Action action)
    {
        action();
        double best = double.MaxValue;
        for (int i = 0; i < Repetitions; i++)
        {
            long started = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        return best;
    }

    private static Question Prepare(string folder)
    {
        var findings = new DiagnosticBag();
        var project = Project.Open(folder).Project ?? throw new InvalidOperationException("the copy of the model cannot be opened.");
        var model = ChinaCase.Bind(project);
        var runner = new Runner(project, model, TimeProvider.System);
        var given = Workspace.Baseline.Read(project, model, findings) ?? throw new InvalidOperationException(string.Join("\n", findings));
        var request = new SimulationRequest(Quarters, 1, [.. s_tracked.Select(n => model.Find(n)!)]) { Conditions = ["gdp_growth < 0.02 in any year"] };
        var simulation = Simulation.Prepare(runner, runner.SolveBaseline(given).Paths, null, request, findings) ?? throw new InvalidOperationException(string.Join("\n", findings));
        return new Question(project, request, simulation);
    }

    private static void RequireSameDraws(Ensemble ensemble)
    {
        var lanes = ensemble.Run(new EnsembleOptions { Draws = Draws });
        var alone = ensemble.Run(new EnsembleOptions { Draws = Draws, Vectorised = false });
        for (int i = 0; i < lanes.Values.Length; i++)
        {
            double difference = Math.Abs(lanes.Values[i] - alone.Values[i]);
            if (!(difference <= 1e-9 * Math.Max(1e-3, Math.Abs(alone.Values[i])))) { throw new InvalidOperationException("draws in lanes differ from those solved one by one."); }
        }
    }

    /// <summary>What is drawn, and the project in whose folder it is kept.</summary>
    private sealed record Question(Project Project, SimulationRequest Request, Simulation Simulation);

    /// <summary>A folder with the files of another, which is removed in the end.</summary>
    private sealed class TemporaryCopy : IDisposable
    {
        public TemporaryCopy(string folder)
        {
            foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                string copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(folder, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("plenum-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
