using System.CommandLine;
using Plenum.Language.Diagnostics;
using Plenum.Report;
using Plenum.Report.Figures;
using Plenum.Workspace;
using Plenum.Workspace.Claims;
using Plenum.Workspace.Data;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum scorecard</c>: every claim as stated, in the data, in the model's history and in a simulation of it.</summary>
internal static class ScorecardCommand
{
    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var id = new Argument<string?>("CLAIM") { Description = "A claim to show in full.", Arity = ArgumentArity.ZeroOrOne };
        var markdown = new Option<string?>("--markdown") { Description = "Writes the whole scorecard into a Markdown file.", HelpName = "FILE" };
        var command = new Command("scorecard", "Tests the project's claims against data, history and a simulation.") { id, markdown };
        command.SetAction(parsed => Run(console, common.Read(parsed), parsed.GetValue(id), parsed.GetValue(markdown)));
        return new Verb(command, ["plenum scorecard", "plenum scorecard C05", "plenum scorecard --markdown docs/china/scorecard.md"]);
    }

    private static int Run(CommandConsole console, Request request, string? id, string? file)
    {
        var workbench = new Workbench(console, request);
        if (workbench.OpenModel() is not { } runner) { return workbench.Failure; }
        var claims = ClaimSet.Read(runner.Project, workbench.Findings);
        var chosen = claims.Claims.Where(c => id is null || string.Equals(c.Id, id, StringComparison.OrdinalIgnoreCase)).ToList();
        if (chosen.Count == 0 && !workbench.Findings.HasErrors) { workbench.Report(Unknown(runner.Project, claims, id)); }
        var bound = Bind(workbench, runner, claims, chosen);
        if (workbench.Findings.HasErrors)
        {
            workbench.Fail<object>();
            return ExitCode.BadInput;
        }

        if (workbench.OpenLaboratory(runner) is not { } laboratory) { return workbench.Failure; }
        using var progress = new ProgressLine(console.Error, console.Environment) { Task = "simulation" };
        var scorecard = new Scorecard(laboratory, claims.Simulation?.Options, progress, console.Environment.Cancellation);
        var scores = new List<ClaimScore>();
        foreach (var claim in bound)
        {
            progress.Task = claim.Claim.Id;
            scores.Add(scorecard.Score(claim));
        }

        progress.Dispose();
        if (file is not null && !Save(workbench, file, runner, claims, scores)) { return ExitCode.BadInput; }
        if (request.Json) { JsonAnswer.Write(console.Out, writer => ScorecardJson.Write(writer, claims, scores)); }
        else if (request.Csv) { WriteCsv(console.Out, scores); }
        else if (id is not null) { Tell(console, scores[0]); }
        else { List(console, claims, scores); }
        if (scorecard.Simulation is { Outcome.IsSolved: false } unsolved) { console.Error.WriteLine($"the simulation of history has no solution.\n{unsolved.Outcome}"); }
        if (!request.Json) { Warn(console, scores); }
        bool isSolved = scores.TrueForAll(s => s.Failure is null) && scorecard.Simulation is null or { Outcome.IsSolved: true };
        return !isSolved ? ExitCode.NotSolved : scores.Exists(s => s.IsRefuted) ? ExitCode.Negative : ExitCode.Done;
    }

    private static List<BoundClaim> Bind(Workbench workbench, Runner runner, ClaimSet claims, List<Claim> chosen)
    {
        if (chosen.Count == 0) { return []; }
        var data = ProjectData.Read(runner.Project);
        var binder = new ClaimBinder(runner.Project, runner.Model, data.WithDerived, workbench.Findings);
        if (claims.Simulation is { } simulation) { binder.Check(simulation); }
        return [.. chosen.Select(binder.Bind)];
    }

    private static Diagnostic Unknown(Project project, ClaimSet claims, string? id)
    {
        if (claims.Claims.Count == 0) { return Diagnostic.Error(WorkspaceCodes.WrongClaim, "the project has no claims.", new SourceSpan(project.File, 0, 0), null, "name their file in project.yaml:  claims: claims.yaml"); }
        string? near = Suggestion.Nearest((id ?? "").ToUpperInvariant(), claims.Claims.Select(c => c.Id));
        return Diagnostic.Error(WorkspaceCodes.WrongClaim, $"there is no claim '{id}'.", null, null, near is null ? "plenum scorecard lists them." : $"did you mean '{near}'? plenum scorecard lists them all.");
    }

    private static void List(CommandConsole console, ClaimSet claims, IReadOnlyList<ClaimScore> scores)
    {
        console.Write(ScorecardTable.InShort(scores));
        console.Out.WriteLine();
        foreach (var score in scores.Where(s => s.Verdict != ClaimVerdict.Holds)) { console.WriteWrapped($"{score.Claim.Id} {ScorecardTable.InWords(score.Verdict)}. {score.Failure?.ToString() ?? score.Known ?? score.Claim.Reason}"); }
        console.Out.WriteLine();
        console.WriteWrapped($"{ScorecardTable.Count(scores)} fit is history with its add-factors, which meets imposed series by construction{Simulated(claims)}; {ScorecardTable.Outside} is outside its tolerance. plenum scorecard C05 shows one claim in full.");
        if (claims.Source.Length > 0) { console.WriteWrapped($"Claims: {claims.Source}."); }
    }

    private static string Simulated(ClaimSet claims) => claims.Simulation is { Options: var options }
        ? $"; sim is a simulation of {options.From} to {options.To} with given paths as they were and add-factors that do not know these quarters"
        : "";

    private static void Tell(CommandConsole console, ClaimScore score)
    {
        console.Out.WriteLine(console.Style.Strong($"{score.Claim.Id} {score.Claim.Title}: {ScorecardTable.InWords(score.Verdict)}"));
        console.WriteWrapped(score.Claim.Text);
        console.Out.WriteLine();
        console.Write(ScorecardTable.InFull(score));
        console.Out.WriteLine();
        console.WriteWrapped(score.Claim.Reason);
        if (score.Known is { } known) { console.WriteWrapped(known); }
        if (score.Failure is { } failure) { console.Out.WriteLine(failure); }
    }

    /// <summary>Names the marks that are no longer needed.</summary>
    private static void Warn(CommandConsole console, IReadOnlyList<ClaimScore> scores)
    {
        foreach (var score in scores.Where(s => s.Verdict == ClaimVerdict.Holds && s.Claim.Known is not null))
        {
            console.Error.WriteLine(Diagnostic.Warning(WorkspaceCodes.NeedlessReason, $"the claim '{score.Claim.Id}' holds although it is marked as known not to.", score.Claim.Span, null, "remove 'known'."));
        }
    }

    private static void WriteCsv(TextWriter output, IReadOnlyList<ClaimScore> scores)
    {
        Csv.Write(output, ["id", "verdict", "figure", "unit", "at", "stated", "data", "counterpart", "fit", "fit_holds", "sim", "sim_holds"]);
        foreach (var score in scores)
        {
            string verdict = ScorecardTable.InWords(score.Verdict);
            foreach (var f in score.Figures)
            {
                Csv.Write(output, [score.Claim.Id, verdict, f.Figure.Label, f.Figure.Unit, $"{f.Figure.At}", Csv.Number(f.Figure.Stated), Csv.Number(f.Bound.Observed), Csv.Number(f.Bound.Counterpart), Csv.Number(f.Fit), Word(f.FitHolds), Csv.Number(f.Sim), Word(f.SimHolds)]);
            }

            foreach (var m in score.Experiments)
            {
                Csv.Write(output, [score.Claim.Id, verdict, $"{m.Bound.Label} ({m.Expectation.Experiment.Name})", m.Bound.Unit, ExpectationText.When(m.Expectation.Measure), "", "", "", Csv.Number(m.Value), Word(m.Holds), "", ""]);
            }
        }
    }

    private static string Word(bool? holds) => holds switch { true => "yes", false => "no", _ => "" };

    private static bool Save(Workbench workbench, string file, Runner runner, ClaimSet claims, IReadOnlyList<ClaimScore> scores)
    {
        using var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"""
            # Scorecard of {runner.Model.Title}

            Written by `plenum scorecard --markdown FILE` from the claims, the data and the baseline; not to be edited by hand.
            Claims: {MarkdownTable.Plain(claims.Source)}, in our own words.

            *Fit* is history with the add-factors of the baseline: where a series is imposed on history, its fit is agreement by construction{Simulated(claims).Replace("sim is", "*sim* is", StringComparison.Ordinal)}.
            {ScorecardTable.Outside} marks what lies outside its tolerance, an empty cell what is not tested. q4 is the fourth quarter of an experiment.

            {ScorecardTable.Count(scores)}

            """);
        MarkdownTable.Write(text, new Table("", [new("", Alignment.Left), new("claim", Alignment.Left), new("verdict", Alignment.Left), new("sim", Alignment.Left)],
            [.. scores.Select(s => (IReadOnlyList<string>)[s.Claim.Id, s.Claim.Text, ScorecardTable.InWords(s.Verdict), s.SimHolds switch { true => "agrees", false => "does not", _ => "" }])]));
        foreach (var score in scores)
        {
            text.WriteLine($"## {score.Claim.Id} {MarkdownTable.Plain(score.Claim.Title)}\n\n{MarkdownTable.Plain(score.Claim.Text)}\n\n**{ScorecardTable.InWords(score.Verdict)}.** {MarkdownTable.Plain(score.Claim.Reason)}\n");
            if (score.Known is { } known) { text.WriteLine($"{MarkdownTable.Plain(known)}\n"); }
            MarkdownTable.Write(text, ScorecardTable.InFull(score));
        }

        return workbench.Save(file, text.ToString().TrimEnd('\n') + "\n");
    }
}
