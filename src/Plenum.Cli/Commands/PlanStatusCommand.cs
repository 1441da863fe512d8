using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Plenum.Engine.Ensembles;
using Plenum.Language.Diagnostics;
using Plenum.Report;
using Plenum.Report.Contents;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Plans;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum plan status</c>: each target against outcomes so far, the baseline ahead and the probability of reaching it.</summary>
internal static class PlanStatusCommand
{
    public const int UsualDraws = 500;
    private const int MostDraws = 100_000;

    public static Command Create(CommandConsole console, CommonOptions common)
    {
        var name = new Argument<string>("PLAN") { Description = "The plan: its id, or the name of its file." };
        var at = new Option<string?>("--at") { Description = "The last period whose outcomes are known; the end of history where left out.", HelpName = "PERIOD" };
        var draws = new Option<int>("--draws") { Description = "Draws from which probabilities are taken.", HelpName = "N", DefaultValueFactory = _ => UsualDraws };
        var seed = new Option<ulong>("--seed") { Description = "The seed of the draws.", HelpName = "S", DefaultValueFactory = _ => new EnsembleOptions().Seed };
        draws.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => int.TryParse(t.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int n) && n is < 10 or > MostDraws)) { result.AddError($"--draws takes a count from 10 to {MostDraws}."); }
        });
        var command = new Command("status", "Sets each target of a plan against outcomes so far, the baseline ahead and the probability of reaching it.") { name, at, draws, seed };
        command.SetAction(parsed => Run(console, common.Read(parsed), parsed.GetValue(name)!, parsed.GetValue(at), parsed.GetValue(draws), parsed.GetValue(seed)));
        return command;
    }

    /// <summary>Where a plan stands; 1 where a target was missed.</summary>
    public static int Run(CommandConsole console, Request request, string name, string? at, int draws, ulong seed)
    {
        if (PlanWorkbench.Open(console, request, [name], out int failure) is not { } bench) { return failure; }
        var (project, findings, plan) = (bench.Runner.Project, bench.Workbench.Findings, bench.Plans[0]);
        if (At(project, plan, at, findings) is not { } last || PlanStatus.Of(bench.Runner, bench.Baseline, plan, last, new EnsembleOptions { Draws = draws, Seed = seed }, findings, console.Environment.Cancellation) is not { } status)
        {
            bench.Workbench.Fail<object>();
            return ExitCode.BadInput;
        }

        if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteJson(writer, status)); }
        else if (request.Csv) { WriteCsv(console.Out, status); }
        else { WriteText(console, status); }
        return status.Targets.Any(t => t.State == TargetState.Missed) ? ExitCode.Negative : ExitCode.Done;
    }

    private static Period? At(Project project, Plan plan, string? text, DiagnosticBag findings)
    {
        var latest = plan.To < project.HistoryEnd ? plan.To : project.HistoryEnd;
        if (text is null) { return latest; }
        if (Period.TryParse(text, out var period) && period.Frequency == project.Start.Frequency && period >= project.Start && period <= project.End) { return period; }
        findings.Add(Diagnostic.Error(WorkspaceCodes.WrongPeriod, $"--at takes a period from {project.Start} to {project.End}, not '{text}'.", null, null, $"write for instance:  --at {latest}"));
        return null;
    }

    private static void WriteText(CommandConsole console, PlanStatus status)
    {
        var plan = status.Plan;
        console.Out.WriteLine(console.Style.Strong($"{plan.Id} {plan.Title}"));
        console.WriteWrapped(plan.Description);
        if (plan.Stages.Count > 0)
        {
            console.Out.WriteLine();
            console.Write(new Table("Stages", [new TableColumn("", Alignment.Left), new TableColumn("", Alignment.Left), new TableColumn("", Alignment.Left, MaySqueeze: true), new TableColumn("", Alignment.Left, MaySqueeze: true)],
                [.. plan.Stages.Select(s => (IReadOnlyList<string>)[s == status.Stage ? $"{s.Name} (now)" : s.Name, s.IsConfirmed ? s.Date : $"{s.Date} (unconfirmed)", s.Fixes ?? "", s.Source ?? ""])]));
        }

        console.Out.WriteLine();
        console.Write(PlanStatusTable.Of(status));
        console.Out.WriteLine();
        if (plan.Targets.Concat(plan.Conditions).Any(t => !t.IsConfirmed) || plan.Stages.Any(s => !s.IsConfirmed)) { console.WriteWrapped("Unconfirmed: what the plan's file says could not be checked against the document."); }
        console.WriteWrapped(status.Draws > 0
            ? string.Create(CultureInfo.InvariantCulture, $"Probabilities are shares of {status.Draws:N0} draws around the baseline from {status.At + 1} on, without instruments of the plan.")
            : "All periods of the targets are known, or no draws can be taken of this model: probabilities are left out.");
    }

    private static void WriteJson(Utf8JsonWriter writer, PlanStatus status)
    {
        writer.WriteString("plan", status.Plan.Id);
        writer.WriteString("at", status.At.ToString());
        writer.WriteString("stage", status.Stage?.Name);
        JsonAnswer.Objects(writer, "stages", status.Plan.Stages, stage =>
        {
            writer.WriteString("stage", stage.Name);
            writer.WriteString("date", stage.Date);
            writer.WriteString("period", stage.Period.ToString());
            writer.WriteString("fixes", stage.Fixes);
            writer.WriteString("source", stage.Source);
            writer.WriteBoolean("confirmed", stage.IsConfirmed);
        });
        JsonAnswer.Objects(writer, "targets", status.Targets, target =>
        {
            writer.WriteString("name", target.Target.Target.Quantity.Name);
            writer.WriteString("label", target.Target.Label);
            writer.WriteString("period", target.Target.When);
            writer.WriteBoolean("condition", target.Target.IsCondition);
            writer.WriteString("announced", target.Target.Target.Stage?.Date);
            JsonAnswer.Number(writer, "low", target.Target.Goal.Low);
            JsonAnswer.Number(writer, "high", target.Target.Goal.High);
            JsonAnswer.Number(writer, "so_far", target.SoFar);
            JsonAnswer.Number(writer, "ahead", target.Ahead);
            JsonAnswer.Number(writer, "whole", target.Whole);
            JsonAnswer.Number(writer, "probability", target.Probability);
            writer.WriteString("state", PlanStatusTable.InWords(target.State).Replace(' ', '_'));
            writer.WriteString("wording", target.Target.Target.Wording);
            writer.WriteString("source", target.Target.Target.Source);
            writer.WriteBoolean("confirmed", target.Target.Target.IsConfirmed);
        });
        writer.WriteNumber("draws", status.Draws);
    }

    private static void WriteCsv(TextWriter output, PlanStatus status)
    {
        Csv.Write(output, ["kind", "name", "period", "announced", "low", "high", "so_far", "ahead", "whole", "probability", "state"]);
        foreach (var target in status.Targets)
        {
            Csv.Write(output, [target.Target.IsCondition ? "condition" : "target", target.Target.Target.Quantity.Name, target.Target.When, target.Target.Target.Stage?.Date ?? "", Csv.Number(target.Target.Goal.Low), Csv.Number(target.Target.Goal.High), Csv.Number(target.SoFar), Csv.Number(target.Ahead), Csv.Number(target.Whole), Csv.Number(target.Probability), PlanStatusTable.InWords(target.State).Replace(' ', '_')]);
        }
    }
}
