using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Plenum.Language.Diagnostics;
using Plenum.Workspace;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum check</c>: reads everything, solves nothing, and lists all findings at once.</summary>
internal static class CheckCommand
{
    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var project = new Argument<string?>("PROJECT") { Description = "The project's folder; found from the current folder where left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("check", "Checks text, names, units, accounts, structure, baseline and scenarios; lists every finding.") { project };
        command.SetAction(parsed =>
        {
            var request = common.Read(parsed, parsed.GetValue(project));
            var workbench = new Workbench(console, request);
            if (workbench.OpenProject() is not { } opened) { return workbench.Failure; }
            var check = ProjectCheck.Run(opened, request.Variants);
            if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteJson(writer, check)); }
            else { WriteText(console, opened, check); }
            return check.HasErrors ? ExitCode.Negative : ExitCode.Done;
        });
        return new Verb(command, ["plenum check", "plenum check models/china --json"]);
    }

    private static void WriteText(CommandConsole console, Project project, ProjectCheck check)
    {
        foreach (var finding in check.Diagnostics) { console.Out.WriteLine($"{finding}\n"); }
        int errors = check.Diagnostics.Count(d => d.Severity == Severity.Error);
        int warnings = check.Diagnostics.Count(d => d.Severity == Severity.Warning);
        if (check.Model is { } model)
        {
            console.Out.WriteLine(console.Style.Strong(model.Title.Length > 0 ? model.Title : model.Name));
            console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  equations   {check.Equations} from {model.Texts.Count} texts, {check.Behavioural} of them behavioural"));
            console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  units       {(check.UnitEscapes.Count == 0 ? "all checked" : $"{check.UnitEscapes.Count} equations not checked, with a reason (plenum show unit-escapes)")}"));
            if (check.Structure is { } structure)
            {
                var loops = structure.Blocks.Where(b => b.IsSimultaneous).OrderByDescending(b => b.Size).Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Size} ({b.Feedback.Count} iterated)"));
                console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  structure   {structure.Blocks.Count} blocks in order; simultaneous: {(structure.Blocks.Any(b => b.IsSimultaneous) ? string.Join(", ", loops) : "none")}"));
            }

            console.Out.WriteLine($"  accounts    {(check.Accounts.Count == 0 ? "none declared" : string.Join("; ", check.Accounts.Select(Describe)))}");
            console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  scenarios   {check.Scenarios} read"));
        }

        console.Out.WriteLine(errors + warnings == 0
            ? $"{project.Name}: no findings."
            : string.Create(CultureInfo.InvariantCulture, $"{project.Name}: {errors} {(errors == 1 ? "error" : "errors")}, {warnings} {(warnings == 1 ? "warning" : "warnings")}."));
    }

    private static string Describe(AccountAnswer account) => string.Create(CultureInfo.InvariantCulture,
        $"{account.Name} {(account.IsProven ? "proven" : "NOT proven")} ({account.Proven} of {account.Statements} sums, {account.Cells} cells)");

    /// <summary>Writes the answer for programs.</summary>
    internal static void WriteJson(Utf8JsonWriter writer, ProjectCheck check)
    {
        writer.WriteString("model", check.Model?.Name);
        JsonAnswer.Number(writer, "equations", check.Model is null ? null : check.Equations);
        JsonAnswer.Number(writer, "behavioural", check.Model is null ? null : check.Behavioural);
        JsonAnswer.Number(writer, "texts", check.Model?.Texts.Count);
        JsonAnswer.Number(writer, "scenarios", check.Scenarios);
        writer.WriteStartArray("unit_escapes");
        foreach (var (equation, reason) in check.UnitEscapes)
        {
            writer.WriteStartObject();
            writer.WriteString("equation", equation);
            writer.WriteString("reason", reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("blocks");
        foreach (var block in check.Structure?.Blocks ?? [])
        {
            writer.WriteStartObject();
            writer.WriteNumber("size", block.Size);
            writer.WriteNumber("feedback", block.Feedback.Count);
            JsonAnswer.Texts(writer, "feedback_variables", block.Feedback.Select(s => check.Model!.Symbols[s.Unknown].Name));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("accounts");
        foreach (string name in new[] { "balance_sheet", "flows" })
        {
            if (check.Accounts.FirstOrDefault(a => a.Key == name) is not { } account)
            {
                writer.WriteNull(name);
                continue;
            }

            writer.WriteStartObject(name);
            writer.WriteBoolean("proven", account.IsProven);
            writer.WriteNumber("cells", account.Cells);
            writer.WriteNumber("statements", account.Statements);
            writer.WriteNumber("statements_proven", account.Proven);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        JsonAnswer.Diagnostics(writer, check.Diagnostics);
    }
}
