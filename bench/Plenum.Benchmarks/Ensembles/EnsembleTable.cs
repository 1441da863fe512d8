using System.Diagnostics;
using Plenum.Engine.Ensembles;
using Plenum.Language.Diagnostics;
using Plenum.Numerics.Lanes;
using Plenum.Workspace;
using Plenum.Workspace.Ensembles;

namespace Plenum.Benchmarks.Ensembles;

/// <summary>How many draws of the China model can be had in a second, and where their time goes?</summary>
internal static class EnsembleTable
{
    private const int Draws = 2000;
    private const int Quarters = 40;
    private const int Repetitions = 5;

    /// <summary>Milliseconds, quarters and equations of one draw of the rival.</summary>
    private static readonly (double Milliseconds, int Quarters, int Equations) s_published = (54.0, 24, 284);

    private static readonly int[] s_threads = [1, 2];

    private static readonly string[] s_tracked = ["gdp_real", "unemployment", "gdp_growth"];

    public static ResultTable Measure()
    {
        var full = Prepare(s_tracked, ["gdp_growth < 0.02 in any year"]);
        RequireSameDraws(full);
        int equations = full.Baseline.Model.Equations.Count;
        var table = new ResultTable("ensembles", "Draws of an ensemble",
            Text.Of($"{Draws:N0} draws of the China model over {Quarters} quarters with {equations} equations each around the baseline: shocks of {full.Uncertainty.Shocks!.Rules.Count} add-factors, {s_tracked.Length} variables kept, one condition tried. Best of {Repetitions} runs; compiling for the first is left out. Lanes and draws solved one by one agree to 1e-9 relative in every number."),
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

        AddShares(table, best);
        double rival = 1e6 * s_published.Milliseconds / s_published.Quarters / s_published.Equations;
        double ours = 1e9 * best / Draws / Quarters / equations;
        table.Notes.Add(Text.Of($"Against a published figure: stochastic simulation of the FRB/US model in bimets takes {s_published.Milliseconds} ms a draw of {s_published.Quarters} quarters and {s_published.Equations} equations, on another machine: {Text.Time(rival)} a draw, quarter and equation, {Text.Digits(rival / ours)} times the {Text.Time(ours)} of one thread with lanes. Wanted: 100 times."));
        return table;
    }

    /// <summary>Shares of the time of one thread with lanes, each by what is left when a part is not done.</summary>
    private static void AddShares(ResultTable table, double all)
    {
        double drawing = Best(DrawShocks(Prepare([], []).Uncertainty.Shocks!));
        double keeping = Math.Max(0.0, all - Time(Prepare([], []), true, 1));
        table.Notes.Add(Text.Of($"Shares of the time of one thread with lanes: drawing shocks {Text.Digits(100.0 * drawing / all)} %, keeping values and trying the condition {Text.Digits(100.0 * keeping / all)} %, solving {Text.Digits(100.0 * (all - drawing - keeping) / all)} %. The first is measured alone, the second by leaving it out."));
    }

    private static Action DrawShocks(ShockSource shocks)
    {
        var innovations = new double[shocks.Rules.Count * Lane.Count];
        return () =>
        {
            for (int draw = 0; draw < Draws; draw += Lane.Count)
            {
                for (int quarter = 0; quarter < Quarters; quarter++) { shocks.FillLanes(draw, quarter, innovations); }
            }
        };
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

    private static Ensemble Prepare(string[] tracked, string[] conditions)
    {
        var findings = new DiagnosticBag();
        var project = ChinaCase.OpenProject();
        var model = ChinaCase.Bind(project);
        var runner = new Runner(project, model, TimeProvider.System);
        var given = Workspace.Baseline.Read(project, model, findings) ?? throw new InvalidOperationException(string.Join("\n", findings));
        var request = new SimulationRequest(Quarters, 1, [.. tracked.Select(n => model.Find(n)!)]) { Conditions = conditions };
        return Simulation.Prepare(runner, runner.SolveBaseline(given).Paths, null, request, findings)?.Ensemble ?? throw new InvalidOperationException(string.Join("\n", findings));
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
}
