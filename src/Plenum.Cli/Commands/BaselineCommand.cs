using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Plenum.Language.Diagnostics;
using Plenum.Report;
using Plenum.Report.Figures;
using Plenum.Workspace;
using Plenum.Workspace.Data;
using Plenum.Workspace.History;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum baseline</c>: builds history and forecast from data and assumptions, and says how much of it is judgement.</summary>
internal static class BaselineCommand
{
    private const int YearsBefore = 3;

    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var write = new Option<bool>("--write") { Description = "Writes the baseline's tables into the project." };
        var command = new Command("baseline", "Builds the baseline from data and assumptions, and says how much of it is judgement.") { write };
        command.SetAction(parsed => Run(console, common.Read(parsed), parsed.GetValue(write)));
        return new Verb(command, ["plenum baseline", "plenum baseline --write", "plenum baseline --json"]);
    }

    private static int Run(CommandConsole console, Request request, bool write)
    {
        var workbench = new Workbench(console, request);
        if (request.Variants.Count > 0)
        {
            console.Error.WriteLine("a baseline is built for the reference version; variants take their history from it.\n'plenum run --variant NAME' shows the baseline of a variant.");
            return ExitCode.BadInput;
        }

        if (workbench.OpenModel() is not { } runner) { return workbench.Failure; }
        var findings = new DiagnosticBag();
        var data = ProjectData.Read(runner.Project);
        findings.AddRange(data.Findings.Where(f => f.Severity == Severity.Error));
        var built = findings.HasErrors ? null : BaselineBuilder.Build(runner.Project, runner.Model, data, findings, console.Environment.Cancellation);
        if (built is null)
        {
            console.Report([.. findings], request.Json);
            return ExitCode.BadInput;
        }

        if (findings.Count > 0 && !request.Json) { console.Report([.. findings], false); }
        var different = BaselineTables.Differences(runner.Project, built, findings);
        if (write) { BaselineTables.Write(runner.Project, built); }
        if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteJson(writer, built, different)); }
        else if (request.Csv) { ShowAddFactors.WriteCsv(console.Out, built.AddFactors); }
        else { WriteText(console, workbench, runner, built, different, write); }
        return write || different.Count == 0 ? ExitCode.Done : ExitCode.Negative;
    }

    private static void WriteText(CommandConsole console, Workbench workbench, Runner runner, BuiltBaseline built, IReadOnlyList<string> different, bool write)
    {
        var project = runner.Project;
        var met = built.Fits.Where(f => f.IsMet).ToList();
        double worst = met.Count == 0 ? 0 : met.Max(f => f.Worst);
        console.WriteWrapped(string.Create(CultureInfo.InvariantCulture, $"History {project.Start} to {project.HistoryEnd} meets {met.Count} measured paths; the largest difference is {worst:0.0E+0}.{(built.Accounts is { } accounts ? $" The accounts add up to {accounts.Size:0.0E+0}." : "")}"));
        console.Out.WriteLine();
        console.Write(Compared(built));
        console.Out.WriteLine();
        console.Write(AddFactorRows.Draw("Add-factors: data are met by those found from data; the rest of history is judgement", built.AddFactors));
        console.Out.WriteLine();
        if (built.Judgement is { } judgement)
        {
            console.Write(Judged(project, judgement));
            console.WriteWrapped($"The forecast is led along a path of {judgement.Assumed.Variable.Name}: {judgement.Assumed.Reason.TrimEnd('.')}. Beyond the rules, so much is added to the add-factor of {judgement.Leader.Name}{Shared(judgement.Assumed)}.");
            console.Out.WriteLine();
        }

        if (workbench.Variables(runner, []) is { } shown) { console.Write(YearColumns.Draw("Baseline", built.Paths, shown, project.HistoryEnd.Year - YearsBefore, project.End.Year)); }
        console.Out.WriteLine();
        console.WriteWrapped(write ? "The tables of the baseline are written."
            : different.Count == 0 ? "The tables of the project are those of this baseline."
            : $"The tables of the project differ from this baseline in {different.Count} rows, such as {different[0]}. 'plenum baseline --write' renews them.");
    }

    private static string Shared(Judgement assumed) => assumed.Shared.Count == 0 ? ""
        : $", and to {string.Join(", ", assumed.Shared.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Follower.Name} {s.Weight:0.###} times as much")))}";

    private static Table Compared(BuiltBaseline built) => new("Measured, but not imposed: the model less the data, in the unit of the model",
        [new TableColumn("variable", Alignment.Left, MaySqueeze: true), new TableColumn("known", Alignment.Left), new TableColumn("mean"), new TableColumn("root mean square"), new TableColumn("worst in", Alignment.Left)],
        [.. built.Fits.Where(f => !f.IsMet).Select(f => (IReadOnlyList<string>)[f.Symbol.Name, $"{f.Measured.Start} to {f.Measured.End}", Numbers.Signed(f.Mean, 4), Numbers.Fixed(f.RootMeanSquare, 4), f.WorstAt.ToString()])]);

    private static Table Judged(Project project, JudgementSize judgement)
    {
        int perYear = (int)project.Start.Frequency;
        var shown = judgement.Size.Select((size, t) => (Period: judgement.Size.Start + t, size)).Where(p => p.Period == judgement.Size.Start || p.Period.NumberInYear == perYear).ToList();
        return new Table("Judgement", [new TableColumn("", Alignment.Left), .. shown.Select(s => new TableColumn(s.Period.ToString(), Alignment.Right, 1))],
            [["added", .. shown.Select(s => Numbers.Signed(s.size, 4))]]);
    }

    private static void WriteJson(Utf8JsonWriter writer, BuiltBaseline built, IReadOnlyList<string> different)
    {
        writer.WriteStartArray("measured");
        foreach (var fit in built.Fits)
        {
            writer.WriteStartObject();
            writer.WriteString("variable", fit.Symbol.Name);
            writer.WriteString("value", fit.Measurement.Value.Text);
            writer.WriteString("endogenised", fit.Measurement.Endogenise?.Name);
            writer.WriteBoolean("met", fit.IsMet);
            writer.WriteString("first", fit.Measured.Start.ToString());
            writer.WriteString("last", fit.Measured.End.ToString());
            JsonAnswer.Number(writer, "worst", fit.Worst);
            JsonAnswer.Number(writer, "mean", fit.Mean);
            JsonAnswer.Number(writer, "root_mean_square", fit.RootMeanSquare);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        ShowAddFactors.Figures(writer, built.AddFactors);
        if (built.Judgement is { } judgement)
        {
            writer.WriteStartObject("judgement");
            writer.WriteString("variable", judgement.Assumed.Variable.Name);
            writer.WriteString("equation", judgement.Leader.Name);
            writer.WriteString("start", judgement.Size.Start.ToString());
            writer.WriteStartArray("added");
            foreach (double size in judgement.Size) { JsonAnswer.Number(writer, size); }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        JsonAnswer.Number(writer, "account_error", built.Accounts?.Size);
        JsonAnswer.Texts(writer, "differences", different);
    }
}
