using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Plenum.Engine.Ensembles;
using Plenum.Report;
using Plenum.Workspace;
using Plenum.Workspace.Plans;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum plan</c>: finds the instruments that reach a plan's targets, or lists the plans.</summary>
internal static class PlanCommand
{
    private const int UsualPoints = 9;
    private const int MostPoints = 1000;
    private const int UsualDraws = 500;
    private const int MostDraws = 100_000;

    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var name = new Argument<string?>("NAME") { Description = "A plan: its id, or the name of its file. All are listed where left out.", Arity = ArgumentArity.ZeroOrOne };
        var save = new Option<string?>("--save") { Description = "Writes the instruments as a scenario.", HelpName = "FILE" };
        var frontier = new Option<string[]>("--frontier") { Description = "Traces what the first target costs in terms of the second.", HelpName = "TARGET TARGET", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true };
        var points = new Option<int>("--points") { Description = "Points of the frontier, with its ends.", HelpName = "N", DefaultValueFactory = _ => UsualPoints };
        var draws = new Option<int?>("--draws") { Description = $"Meets probabilities over an ensemble of so many draws; {UsualDraws} with --probability or --joint.", HelpName = "N" };
        var seed = new Option<ulong>("--seed") { Description = "The seed of the draws; the next one checks the outcome.", HelpName = "S", DefaultValueFactory = _ => new EnsembleOptions().Seed };
        var probability = new Option<double?>("--probability") { Description = "The probability of targets with a range whose file gives none.", HelpName = "0.8" };
        var joint = new Option<bool>("--joint") { Description = "Meets all targets with a probability at once, with the least of their probabilities." };
        var replan = new Option<string?>("--replan-from") { Description = "Makes the plan anew from this period on; what came before stays.", HelpName = "PERIOD" };
        var shock = new Option<string?>("--shock") { Description = "A scenario that comes unannounced in that period.", HelpName = "SCENARIO" };
        var cluster = new Option<string?>("--cluster") { Description = "Has draws and points of a frontier worked out by the silos of a cluster (plenum worker).", HelpName = "ADDRESS" };
        draws.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => int.TryParse(t.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int n) && n is < 10 or > MostDraws)) { result.AddError($"--draws takes a count from 10 to {MostDraws}."); }
        });
        probability.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => double.TryParse(t.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double p) && p is <= 0.0 or >= 1.0)) { result.AddError("--probability takes a number between 0 and 1, such as 0.8."); }
        });
        points.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => int.TryParse(t.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int n) && n is < 2 or > MostPoints)) { result.AddError($"--points takes a count from 2 to {MostPoints}."); }
        });
        cluster.Validators.Add(result =>
        {
            bool isDivided = result.GetResult(frontier) is not null || result.GetResult(draws) is not null || result.GetResult(probability) is not null || result.GetResult(joint) is { Implicit: false };
            if (!isDivided) { result.AddError("--cluster goes with --draws, --probability, --joint or --frontier; the rest of a plan is one search, which cannot be divided."); }
        });
        var command = new Command("plan", "Finds the instruments that reach a plan's targets.") { name, save, frontier, points, draws, seed, probability, joint, replan, shock, cluster };
        command.Validators.Add(result =>
        {
            bool isMadeAnew = result.GetResult(replan) is not null || result.GetResult(shock) is not null;
            bool isDrawn = result.GetResult(draws) is not null || result.GetResult(probability) is not null || result.GetResult(joint) is { Implicit: false };
            bool isTraced = result.GetResult(frontier) is not null;
            if ((isMadeAnew ? 1 : 0) + (isDrawn ? 1 : 0) + (isTraced ? 1 : 0) > 1) { result.AddError("choose one of --frontier, --draws (with --probability or --joint), and --replan-from (with --shock): each solves the plan in a way of its own."); }
        });
        command.SetAction(parsed => parsed.GetValue(name) is not { } plan ? List(console, common.Read(parsed))
            : parsed.GetValue(frontier) is { Length: 2 } targets ? PlanFrontierAnswer.Run(console, common.Read(parsed), plan, targets, parsed.GetValue(points), parsed.GetValue(cluster))
            : (parsed.GetValue(replan) ?? parsed.GetValue(shock)) is not null ? PlanRevisionAnswer.Run(console, common.Read(parsed), plan, parsed.GetValue(replan), parsed.GetValue(shock))
            : parsed.GetValue(draws) is not null || parsed.GetValue(probability) is not null || parsed.GetValue(joint)
                ? PlanChanceAnswer.Run(console, common.Read(parsed), plan, parsed.GetValue(probability), parsed.GetValue(joint), new EnsembleOptions { Draws = parsed.GetValue(draws) ?? UsualDraws, Seed = parsed.GetValue(seed) }, parsed.GetValue(cluster))
            : Solve(console, common.Read(parsed), plan, parsed.GetValue(save)));
        command.Subcommands.Add(PlanStatusCommand.Create(console, common));
        command.Subcommands.Add(PlanCompareCommand.Create(console, common));
        return new Verb(command, ["plenum plan", "plenum plan fifteenth_plan_balanced", "plenum plan fifteenth_plan_supply --save supply.yaml", "plenum plan fifteenth_plan_consumption --json", "plenum plan compare", "plenum plan status fourteenth_plan", "plenum plan fifteenth_plan_balanced --frontier gdp_growth consumption_share", "plenum plan fifteenth_plan_balanced --draws 500 --probability 0.8", "plenum plan fifteenth_plan_balanced --draws 20000 --probability 0.8 --cluster localhost:30000", "plenum plan fifteenth_plan_balanced --replan-from 2027Q1 --shock S01"]);
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
        if (plan.To < runner.Project.ScenarioStart) { return PlanStatusCommand.Run(console, request, name, null, PlanStatusCommand.UsualDraws, new EnsembleOptions().Seed); }
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
