using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Plenum.Report;
using Plenum.Report.Figures;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Scenarios;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum scenarios</c>: lists the scenarios of a project, or tells one in full.</summary>
internal static class ScenariosCommand
{
    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var name = new Argument<string?>("NAME") { Description = "A scenario to tell in full: its id, or the path of a file.", Arity = ArgumentArity.ZeroOrOne };
        var measure = new Option<bool>("--measure") { Description = "Solves the scenarios and compares them with what is expected." };
        var strict = new Option<bool>("--strict") { Description = "With --measure: exit code 1 where a number lies outside." };
        var markdown = new Option<string?>("--markdown") { Description = "Measures, and writes a document.", HelpName = "FILE" };
        var command = new Command("scenarios", "Lists the scenarios and probes of the project, or measures them.") { name, measure, strict, markdown };
        command.SetAction(parsed => parsed.GetValue(measure) || parsed.GetValue(strict) || parsed.GetValue(markdown) is not null
            ? ScenarioMeasures.Run(console, common.Read(parsed), parsed.GetValue(name), parsed.GetValue(strict), parsed.GetValue(markdown))
            : Run(console, common.Read(parsed), parsed.GetValue(name)));
        return new Verb(command, ["plenum scenarios", "plenum scenarios S04", "plenum scenarios --measure", "plenum scenarios S04 --measure --json"]);
    }

    private static int Run(CommandConsole console, Request request, string? name)
    {
        var workbench = new Workbench(console, request);
        if (workbench.OpenProject() is not { } project) { return workbench.Failure; }
        var findings = workbench.Findings;
        if (name is not null) { workbench.OpenFiles(project, [name]); }
        IReadOnlyList<Scenario> scenarios = name is null ? project.Scenarios.All(findings) : project.Scenarios.Find(name, null, findings) is { } one ? [one] : [];
        var probes = name is null ? project.Scenarios.Probes(findings) : [];
        if (findings.HasErrors)
        {
            console.Report([.. findings], request.Json);
            return ExitCode.BadInput;
        }

        if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteJson(writer, scenarios, probes)); }
        else if (request.Csv) { WriteCsv(console.Out, scenarios.Concat(probes)); }
        else if (name is not null) { Tell(console, scenarios[0]); }
        else
        {
            List(console, "Scenarios", scenarios);
            List(console, "Probes: one change each, to see how the model answers", probes);
        }

        return ExitCode.Done;
    }

    private static void List(CommandConsole console, string title, IReadOnlyList<Scenario> scenarios)
    {
        if (scenarios.Count == 0) { return; }
        console.Write(new Table(title, [new TableColumn("", Alignment.Left), new TableColumn("", Alignment.Left), new TableColumn("", Alignment.Left, MaySqueeze: true)],
            [.. scenarios.Select(s => (IReadOnlyList<string>)[s.Id, FileName(s), s.Title])]));
    }

    private static string FileName(Scenario scenario) => Path.GetFileNameWithoutExtension(scenario.File.Path);

    private static void Tell(CommandConsole console, Scenario scenario)
    {
        console.Out.WriteLine(console.Style.Strong($"{scenario.Id} {scenario.Title}"));
        console.WriteWrapped(scenario.Description);
        if (scenario.Literature is { } literature) { console.WriteWrapped($"Literature: {literature}"); }
        if (scenario.Include.Count > 0) { console.Out.WriteLine($"Includes {string.Join(", ", scenario.Include.Select(i => i.Name))}."); }
        foreach (var change in scenario.Changes) { console.Out.WriteLine($"  {change.From} to {change.To}  {string.Join(", ", change.Names.Select(n => n.Name))}: {Describe(change)}"); }
        foreach (var expectation in scenario.Expected) { console.WriteWrapped($"expected: {Describe(expectation)}", 2); }
        console.Out.WriteLine(console.Style.Faint(scenario.File.Path));
    }

    private static string Describe(ScenarioChange change)
    {
        string amount = change.Amount switch
        {
            ChangeAmount.Step step => string.Create(CultureInfo.InvariantCulture, $"{Words(step.Kind)} {step.Value:0.######}{Shares(step.Weights)}"),
            ChangeAmount.Path path => $"is {string.Join(", ", path.Values.Select(v => v.ToString("0.######", CultureInfo.InvariantCulture)))}",
            _ => "",
        };
        return change.Instrument is { } instrument ? $"{amount}; found in exchange: {instrument.Name}" : amount;
    }

    private static string Describe(Expectation expectation)
    {
        var measure = expectation.Measure;
        string quantity = measure.Over is { } over ? $"{measure.Quantity.Name} / {over.Name}" : measure.Quantity.Name;
        return $"{quantity} {ExpectationText.When(measure)}: {expectation.Bounds}{(expectation.Source is { } source ? $" ({source})" : "")}";
    }

    private static string Shares(IReadOnlyList<double> weights)
    {
        if (weights.Count == 0) { return ""; }
        return weights.SequenceEqual(Engine.Scenarios.PathChange.Ramp(weights.Count))
            ? string.Create(CultureInfo.InvariantCulture, $" in {weights.Count} equal steps")
            : $", in shares of {string.Join(", ", weights.Select(w => w.ToString("0.##", CultureInfo.InvariantCulture)))}";
    }

    private static string Words(Engine.Scenarios.ChangeKind kind) => kind switch
    {
        Engine.Scenarios.ChangeKind.Add => "add",
        Engine.Scenarios.ChangeKind.Times => "times",
        _ => "move to",
    };

    private static void WriteCsv(TextWriter output, IEnumerable<Scenario> scenarios)
    {
        Csv.Write(output, ["id", "title", "file"]);
        foreach (var scenario in scenarios) { Csv.Write(output, [scenario.Id, scenario.Title, scenario.File.Path]); }
    }

    /// <summary>Writes the answer for programs.</summary>
    internal static void WriteJson(Utf8JsonWriter writer, IReadOnlyList<Scenario> scenarios, IReadOnlyList<Scenario> probes)
    {
        foreach (var (key, list) in new[] { ("scenarios", scenarios), ("probes", probes) })
        {
            writer.WriteStartArray(key);
            foreach (var scenario in list)
            {
                writer.WriteStartObject();
                writer.WriteString("id", scenario.Id);
                writer.WriteString("title", scenario.Title);
                writer.WriteString("description", scenario.Description);
                writer.WriteString("literature", scenario.Literature);
                JsonAnswer.Texts(writer, "include", scenario.Include.Select(i => i.Name));
                writer.WriteString("file", scenario.File.Path);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }
}
