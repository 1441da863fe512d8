using System.CommandLine;
using System.Text.Json;
using Plenum.Report;
using Plenum.Workspace;
using Plenum.Workspace.Plans;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum plan</c>: finds the instruments that reach a plan's targets, or lists the plans.</summary>
internal static class PlanCommand
{
    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var name = new Argument<string?>("NAME") { Description = "A plan: its id, or the name of its file. All are listed where left out.", Arity = ArgumentArity.ZeroOrOne };
        var save = new Option<string?>("--save") { Description = "Writes the instruments as a scenario.", HelpName = "FILE" };
        var command = new Command("plan", "Finds the instruments that reach a plan's targets.") { name, save };
        command.SetAction(parsed => parsed.GetValue(name) is { } plan
            ? Solve(console, common.Read(parsed), plan, parsed.GetValue(save))
            : List(console, common.Read(parsed)));
        return new Verb(command, ["plenum plan", "plenum plan fifteenth_plan_balanced", "plenum plan fifteenth_plan_supply --save supply.yaml", "plenum plan fifteenth_plan_consumption --json"]);
    }

    private static int List(CommandConsole console, Request request)
    {
        var workbench = new Workbench(console, request);
        if (workbench.OpenProject() is not { } project) { return workbench.Failure; }
        var plans = project.Plans.All(workbench.Findings);
        if (workbench.Findings.HasErrors)
        {
            console.Report([.. workbench.Findings], request.Json);
            return ExitCode.BadInput;
        }

        if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteList(writer, plans)); }
        else if (request.Csv)
        {
            Csv.Write(console.Out, ["id", "title", "file"]);
            foreach (var plan in plans) { Csv.Write(console.Out, [plan.Id, plan.Title, plan.File.Path]); }
        }
        else if (plans.Count == 0) { console.Out.WriteLine("The project has no plans."); }
        else
        {
            console.Write(new Table("Plans", [new TableColumn("", Alignment.Left), new TableColumn("", Alignment.Left), new TableColumn("", Alignment.Left, MaySqueeze: true)],
                [.. plans.Select(p => (IReadOnlyList<string>)[p.Id, PlanCatalog.FileName(p), p.Title])]));
        }

        return ExitCode.Done;
    }

    private static int Solve(CommandConsole console, Request request, string name, string? save)
    {
        var workbench = new Workbench(console, request);
        if (workbench.OpenModel() is not { } runner) { return workbench.Failure; }
        var findings = workbench.Findings;
        if (runner.Project.Plans.Find(name, findings) is not { } plan || findings.HasErrors) { return Failed(workbench, ExitCode.BadInput); }
        if (workbench.Solve(runner, []) is not { } run) { return workbench.Failure; }
        if (new PlanBinder(runner.Project, run.Baseline.Paths, findings).Bind(plan) is not { } bound) { return Failed(workbench, ExitCode.BadInput); }
        long started = console.Environment.Clock.GetTimestamp();
        var answer = new Planner(runner).Solve(bound, findings, console.Environment.Cancellation);
        double seconds = console.Environment.Clock.GetElapsedTime(started).TotalSeconds;
        if (answer is null) { return Failed(workbench, ExitCode.NotSolved); }
        if (save is not null && !workbench.Save(save, PlanScenario.Write(answer))) { return ExitCode.BadInput; }

        if (request.Json) { JsonAnswer.Write(console.Out, writer => PlanAnswers.WriteJson(writer, answer, seconds, findings)); }
        else if (request.Csv) { PlanAnswers.WriteCsv(console.Out, answer); }
        else { PlanText.Write(console, answer, seconds, findings, save); }
        return !answer.IsOptimal ? ExitCode.NotSolved : answer.Unmet.Count > 0 ? ExitCode.Negative : ExitCode.Done;
    }

    private static int Failed(Workbench workbench, int code)
    {
        workbench.Fail<Project>(code);
        return code;
    }

    /// <summary>Writes the plans for programs.</summary>
    internal static void WriteList(Utf8JsonWriter writer, IReadOnlyList<Plan> plans)
    {
        writer.WriteStartArray("plans");
        foreach (var plan in plans)
        {
            writer.WriteStartObject();
            writer.WriteString("id", plan.Id);
            writer.WriteString("title", plan.Title);
            writer.WriteString("description", plan.Description);
            writer.WriteString("reading", plan.Reading);
            writer.WriteString("file", plan.File.Path);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
