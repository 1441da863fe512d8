using System.Globalization;
using Plenum.Engine;
using Plenum.Engine.Solving;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Scenarios;

namespace Plenum.Tests.China;

/// <summary>
/// The model text, solved by the engine, against an independent solution of the same equations by other means: a check of the
/// transcription and of the solver to the digit, never of the economics.
/// </summary>
public sealed class TranscriptionTests(ITestOutputHelper output)
{
    /// <summary>Below this size, a gap or a check that is zero but for rounding, deviations are measured absolutely.</summary>
    private const double Smallest = 1e-3;

    [Fact]
    public void Baseline_and_responses_are_those_of_the_reference_solution()
    {
        var findings = new DiagnosticBag();
        var project = Project.Open(ChinaFiles.Folder).Project!;
        var model = ProjectModel.Load(project, [], findings)!;
        var runner = new Runner(project, model, TimeProvider.System);
        var baseline = runner.SolveBaseline(Baseline.ReadFrom(project, ChinaFiles.Working, model, findings)!);
        Assert.Empty(findings);
        Assert.True(baseline.Outcome.IsSolved, baseline.Outcome.ToString());
        Assert.True(baseline.AccountError!.Size <= 1e-12, baseline.AccountError.ToString());

        var worstLevel = WorstLevel(model, baseline.Paths);
        output.WriteLine($"baseline: worst of {worstLevel.Count} values {worstLevel.Deviation:E1} relative ({worstLevel.Place}); accounts within {baseline.AccountError.Size:E1}; {baseline.Outcome}");
        Assert.InRange(worstLevel.Deviation, 0.0, 1e-9);

        var worst = (Deviation: 0.0, Place: "", Count: 0);
        var catalog = new ScenarioBinder(model, project.Scenarios, findings);
        double accounts = 0.0;
        foreach (var rows in Responses().GroupBy(r => r.Scenario))
        {
            var plan = catalog.Bind(rows.Key.Trim('"').Split(' ')[0]);
            Assert.True(plan is not null, string.Join("\n", findings));
            var run = runner.SolveScenario(baseline.Paths, plan).Solution;
            var converged = Assert.IsType<SolveOutcome.Converged>(run.Outcome);
            Assert.InRange(converged.MaxIterations, 1, 6);
            Assert.InRange(converged.MedianIterations, 1, 4);
            accounts = Math.Max(accounts, run.AccountError!.Size);
            foreach (var row in rows) { Compare(model, baseline.Paths, run.Paths, project.ScenarioStart, row, ref worst); }
        }

        output.WriteLine($"responses: worst of {worst.Count} values {worst.Deviation:E1} ({worst.Place}); accounts within {accounts:E1}");
        Assert.InRange(worst.Deviation, 0.0, 1e-7);
        Assert.InRange(accounts, 0.0, 1e-12);
    }

    [Fact]
    public void Tariff_protection_and_slump_together_converge()
    {
        var findings = new DiagnosticBag();
        var project = Project.Open(ChinaFiles.Folder).Project!;
        var model = ProjectModel.Load(project, [], findings)!;
        var runner = new Runner(project, model, TimeProvider.System);
        var baseline = runner.SolveBaseline(Baseline.ReadFrom(project, ChinaFiles.Working, model, findings)!);
        var plan = new ScenarioBinder(model, project.Scenarios, findings).Bind("S01+S04+S11");
        var run = runner.SolveScenario(baseline.Paths, plan!).Solution;
        Assert.InRange(Assert.IsType<SolveOutcome.Converged>(run.Outcome).MaxIterations, 1, 6);
        Assert.InRange(run.AccountError!.Size, 0.0, 1e-12);

        // The effect on GDP after 4, 12, 20 and 36 quarters that the reference solution states, to the digit it prints.
        foreach (var (quarter, expected) in new[] { (4, -1.7), (12, -4.3), (20, -6.4), (36, -5.1) })
        {
            var period = project.ScenarioStart + (quarter - 1);
            Assert.Equal(expected, 100.0 * ((run.Paths["gdp_real", period] / baseline.Paths["gdp_real", period]) - 1.0), 0.05);
        }
    }

    private static (double Deviation, string Place, int Count) WorstLevel(BoundModel model, Paths paths)
    {
        var names = ChinaFiles.Names();
        var (periods, rows) = ChinaFiles.Table(Path.Combine(ChinaFiles.Fixtures, "baseline.csv"));
        var worst = (Deviation: 0.0, Place: "", Count: 0);
        foreach (var (name, values) in rows)
        {
            var symbol = model.Find(names[name])!;
            if (symbol.Role != Role.Endogenous) { continue; }
            for (int i = 0; i < periods.Count; i++)
            {
                var period = Period.Parse(periods[i]);
                if (period < Period.Quarter(2015, 1)) { continue; }
                double deviation = Math.Abs(paths[symbol.Column, period] - values[i]) / Math.Max(Math.Abs(values[i]), Smallest);
                worst.Count++;
                if (!(deviation <= worst.Deviation)) { (worst.Deviation, worst.Place) = (deviation, $"{symbol.Name} in {period}"); }
            }
        }

        return worst;
    }

    private static void Compare(BoundModel model, Paths baseline, Paths scenario, Period start, ResponseRow row, ref (double Deviation, string Place, int Count) worst)
    {
        var symbol = model.Find(ChinaFiles.Names()[row.Variable])!;
        foreach (var (quarter, expected) in row.At)
        {
            var period = start + (quarter - 1);
            double from = baseline[symbol.Column, period];
            double to = scenario[symbol.Column, period];
            double response = Deviation.KindOf(symbol) == DeviationKind.Percent ? 100.0 * ((to / from) - 1.0) : 100.0 * (to - from);
            double deviation = Math.Abs(response - expected) / Math.Max(1.0, Math.Abs(expected));
            worst.Count++;
            if (!(deviation <= worst.Deviation)) { (worst.Deviation, worst.Place) = (deviation, $"{symbol.Name} in {row.Scenario} after {quarter} quarters: {response:R} against {expected:R}"); }
        }
    }

    private static IEnumerable<ResponseRow> Responses()
    {
        string[] lines = File.ReadAllLines(Path.Combine(ChinaFiles.Fixtures, "responses.csv"));
        int[] quarters = [.. lines[0].Split(',').Skip(2).Select(q => int.Parse(q.AsSpan(1), CultureInfo.InvariantCulture))];
        foreach (string line in lines.Skip(1))
        {
            string[] fields = line.Split(',');
            var at = quarters.Select((q, i) => (q, double.Parse(fields[^(quarters.Length - i)], CultureInfo.InvariantCulture))).ToList();
            yield return new ResponseRow(string.Join(',', fields[..^(quarters.Length + 1)]), fields[^(quarters.Length + 1)], at);
        }
    }

    private sealed record ResponseRow(string Scenario, string Variable, IReadOnlyList<(int Quarter, double Value)> At);
}
