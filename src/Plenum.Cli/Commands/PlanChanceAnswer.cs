using System.Text.Json;
using Plenum.Engine.Ensembles;
using Plenum.Report;
using Plenum.Report.Contents;
using Plenum.Workspace;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Plans;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum plan NAME --draws N</c>: one plan for all draws, which meets its targets with some probability.</summary>
internal static class PlanChanceAnswer
{
    public static int Run(CommandConsole console, Request request, string name, double? probability, bool isJoint, EnsembleOptions options, string? cluster)
    {
        if (PlanWorkbench.Open(console, request, [name], out int failure) is not { } bench) { return failure; }
        if (bench.Bind(bench.Plans[0]) is not { } bound) { return bench.Workbench.Failure; }
        if (isJoint) { bound = bound with { Plan = bound.Plan with { IsJoint = true } }; }
        var findings = bench.Workbench.Findings;
        var answer = cluster is null ? Solve(_ => new LocalDraws()) : PlanCluster.Solve(console, bench, request, cluster, Solve);
        if (answer is null)
        {
            bench.Workbench.Fail<object>();
            bool isInput = findings.Any(f => f.Code is WorkspaceCodes.WrongProbability or WorkspaceCodes.NothingUncertain) || (cluster is not null && ClusterBench.HasFailed(findings));
            return isInput ? ExitCode.BadInput : ExitCode.NotSolved;
        }

        if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteJson(writer, answer, findings.Where(f => f.Code == WorkspaceCodes.ChanceNotMet))); }
        else if (request.Csv) { WriteCsv(console.Out, answer); }
        else
        {
            console.Out.WriteLine(console.Style.Strong($"{bound.Plan.Id} {bound.Plan.Title}"));
            console.Out.WriteLine();
            console.Write(PlanChanceTables.Probabilities(answer));
            console.Out.WriteLine();
            console.Write(PlanChanceTables.Instruments(answer));
            console.Out.WriteLine();
            console.WriteWrapped(PlanChanceTables.InWords(answer));
            foreach (var finding in findings.Where(f => f.Code == WorkspaceCodes.ChanceNotMet)) { console.Error.WriteLine(finding); }
        }

        return !answer.Outcome.IsOptimal ? ExitCode.NotSolved : (answer.Outcome.JointWanted is null ? answer.Outcome.Results.All(r => ChancePlanner.IsMet(answer.Outcome, r)) : answer.Outcome.IsJointMet) ? ExitCode.Done : ExitCode.Negative;

        ChanceAnswer? Solve(Func<PlannedDraws, IDrawTaker> takers)
        {
            using var line = new ProgressLine(console.Error, console.Environment);
            return new ChancePlanner(bench.Runner, draws => new ShownDraws(takers(draws), draws, console.Environment, line)).Solve(bound, probability, options, findings, console.Environment.Cancellation);
        }
    }

    private static void WriteJson(Utf8JsonWriter writer, ChanceAnswer answer, IEnumerable<Language.Diagnostics.Diagnostic> findings)
    {
        var outcome = answer.Outcome;
        writer.WriteString("plan", answer.Plan.Plan.Id);
        JsonAnswer.Objects(writer, "probabilities", outcome.Results, result =>
        {
            var goal = answer.Plan.Goals[result.Goal.Goal];
            writer.WriteString("name", goal.Target.Quantity.Name);
            writer.WriteString("label", goal.Label);
            writer.WriteString("period", goal.When);
            JsonAnswer.Number(writer, "low", goal.Goal.Low);
            JsonAnswer.Number(writer, "high", goal.Goal.High);
            JsonAnswer.Number(writer, "probability", result.Goal.Probability);
            JsonAnswer.Number(writer, "before", result.Before);
            JsonAnswer.Number(writer, "after", result.After);
            JsonAnswer.Number(writer, "verified", result.Verified);
            JsonAnswer.Number(writer, "path_before", outcome.Before.Goals[result.Goal.Goal].Value);
            JsonAnswer.Number(writer, "path_after", outcome.Found.Goals[result.Goal.Goal].Value);
            JsonAnswer.Number(writer, "spread", result.Spread);
            JsonAnswer.Number(writer, "attainable", result.Band.Attainable);
            writer.WriteBoolean("met", ChancePlanner.IsMet(outcome, result));
        });
        writer.WriteStartObject("joint");
        JsonAnswer.Number(writer, "before", outcome.JointBefore);
        JsonAnswer.Number(writer, "after", outcome.JointAfter);
        JsonAnswer.Number(writer, "verified", outcome.JointVerified);
        JsonAnswer.Number(writer, "probability", outcome.JointWanted);
        writer.WriteBoolean("met", outcome.IsJointMet);
        writer.WriteEndObject();
        JsonAnswer.Objects(writer, "instruments", answer.Plan.Handles.Select((h, j) => (h, j)), x =>
        {
            writer.WriteString("name", x.h.Instrument.Name.Name);
            writer.WriteString("held_by", x.h.Instrument.HeldBy);
            writer.WriteString("from", x.h.From.ToString());
            JsonAnswer.Number(writer, "before", outcome.Before.Sizes[x.j]);
            JsonAnswer.Number(writer, "after", outcome.Found.Sizes[x.j]);
        });
        JsonAnswer.Number(writer, "cost_before", answer.CostBefore);
        JsonAnswer.Number(writer, "cost_after", answer.CostAfter);
        JsonAnswer.Number(writer, "loss_before", outcome.Before.Loss);
        JsonAnswer.Number(writer, "loss_after", answer.LossAfter);
        writer.WriteNumber("draws", outcome.Draws);
        writer.WriteNumber("seed", answer.Options.Seed);
        writer.WriteNumber("rounds", outcome.Rounds);
        writer.WriteBoolean("optimal", outcome.IsOptimal);
        JsonAnswer.Diagnostics(writer, findings);
    }

    private static void WriteCsv(TextWriter output, ChanceAnswer answer)
    {
        Csv.Write(output, ["kind", "name", "period", "low", "high", "probability", "before", "after", "verified"]);
        foreach (var result in answer.Outcome.Results)
        {
            var goal = answer.Plan.Goals[result.Goal.Goal];
            Csv.Write(output, [goal.IsCondition ? "condition" : "target", goal.Target.Quantity.Name, goal.When, Csv.Number(goal.Goal.Low), Csv.Number(goal.Goal.High), Csv.Number(result.Goal.Probability), Csv.Number(result.Before), Csv.Number(result.After), Csv.Number(result.Verified)]);
        }

        for (int j = 0; j < answer.Plan.Handles.Count; j++)
        {
            var handle = answer.Plan.Handles[j];
            Csv.Write(output, ["instrument", handle.Instrument.Name.Name, handle.From.ToString(), Csv.Number(answer.Plan.Problem.Instruments[j].Low), Csv.Number(answer.Plan.Problem.Instruments[j].High), "", Csv.Number(answer.Outcome.Before.Sizes[j]), Csv.Number(answer.Outcome.Found.Sizes[j]), ""]);
        }
    }

    /// <summary>Tells how far the draws of a round are.</summary>
    private sealed class ShownDraws(IDrawTaker taker, PlannedDraws draws, CommandEnvironment environment, ProgressLine line) : IDrawTaker
    {
        public void Complete(EnsembleAssembly assembly, Action<EnsemblePortion>? taken, CancellationToken cancellation)
        {
            var glance = new DrawGlance(environment, assembly, draws.Request.Tracked[0].Name);
            string round = draws.Round is { } number ? $"round {number}" : "check";
            line.Show($"{round}: {glance.Text(0)}");
            taker.Complete(assembly, portion =>
            {
                taken?.Invoke(portion);
                line.Show($"{round}: {glance.Look()}");
            }, cancellation);
        }
    }
}
