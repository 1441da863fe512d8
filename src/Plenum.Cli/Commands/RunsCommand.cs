using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Plenum.Language.Diagnostics;
using Plenum.Report;
using Plenum.Workspace.Runs;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum runs</c>: lists the runs that are kept, writes one as Parquet, or removes one.</summary>
internal static class RunsCommand
{
    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var command = new Command("runs", "Lists the runs that are kept, writes one as Parquet, or removes one.");
        command.SetAction(parsed => List(console, common.Read(parsed)));

        var exported = new Argument<string>("ID") { Description = "A run, or the beginning of its name." };
        var parquet = new Option<string>("--parquet") { Description = "The file to write: one line a draw, period and variable.", HelpName = "FILE", Required = true };
        var export = new Command("export", "Writes all draws of a run into a file.") { exported, parquet };
        export.SetAction(parsed => Export(console, common.Read(parsed), parsed.GetValue(exported)!, parsed.GetValue(parquet)!));

        var deleted = new Argument<string>("ID") { Description = "A run, or the beginning of its name." };
        var delete = new Command("delete", "Removes a run.") { deleted };
        delete.SetAction(parsed => Delete(console, common.Read(parsed), parsed.GetValue(deleted)!));

        command.Subcommands.Add(export);
        command.Subcommands.Add(delete);
        return new Verb(command, ["plenum runs", "plenum runs export 5d41402abc4b --parquet draws.parquet", "plenum runs delete 5d41402abc4b"]);
    }

    private static int List(CommandConsole console, Request request)
    {
        var workbench = new Workbench(console, request);
        if (Open(console, workbench) is not { } store) { return workbench.Failure; }
        var runs = store.List(workbench.Findings);
        if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteJson(writer, runs, workbench.Findings)); }
        else if (request.Csv)
        {
            Csv.Write(console.Out, ["id", "around", "from", "to", "seed", "started", "done", "wanted", "bytes"]);
            foreach (var run in runs) { Csv.Write(console.Out, [run.Id, run.Run?.Around ?? "", run.Run?.From.ToString() ?? "", run.Run?.To.ToString() ?? "", run.Run?.Seed.ToString(CultureInfo.InvariantCulture) ?? "", Time(run), Count(run.Done), Count(run.Wanted), Count(run.Bytes)]); }
        }
        else
        {
            console.Report([.. workbench.Findings], json: false);
            if (runs.Count == 0 && workbench.Findings.Count == 0) { console.Out.WriteLine("No run is kept. plenum simulate --keep keeps one."); }
            else if (runs.Count > 0) { console.Write(new Table("Runs", [new TableColumn("Run", Alignment.Left), new TableColumn("around", Alignment.Left, MaySqueeze: true), new TableColumn("begun", Alignment.Left), new TableColumn("draws"), new TableColumn("of"), new TableColumn("MB")], [.. runs.Select(Row)])); }
        }

        return workbench.Findings.HasErrors ? ExitCode.BadInput : ExitCode.Done;
    }

    private static int Export(CommandConsole console, Request request, string id, string file)
    {
        var workbench = new Workbench(console, request);
        if (Open(console, workbench) is not { } store) { return workbench.Failure; }
        if (store.Export(id, Path.GetFullPath(Path.Combine(console.Environment.CurrentDirectory, file)), workbench.Findings) is not { } lines)
        {
            workbench.Fail<object>();
            return ExitCode.BadInput;
        }

        if (request.Json)
        {
            JsonAnswer.Write(console.Out, writer =>
            {
                writer.WriteString("file", file);
                writer.WriteNumber("lines", lines);
            });
        }
        else { console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"'{file}' has {lines:N0} lines: draw, period, variable, value.")); }
        return ExitCode.Done;
    }

    private static int Delete(CommandConsole console, Request request, string id)
    {
        var workbench = new Workbench(console, request);
        if (Open(console, workbench) is not { } store) { return workbench.Failure; }
        if (store.Delete(id, workbench.Findings) is not { } deleted)
        {
            workbench.Fail<object>();
            return ExitCode.BadInput;
        }

        if (request.Json) { JsonAnswer.Write(console.Out, writer => writer.WriteString("deleted", deleted)); }
        else { console.Out.WriteLine($"{deleted} is removed."); }
        return ExitCode.Done;
    }

    private static RunStore? Open(CommandConsole console, Workbench workbench) =>
        workbench.OpenProject() is { } project ? new RunStore(project, console.Environment.Clock) : null;

    private static IReadOnlyList<string> Row(RunSummary run) => run.Run is { } what
        ? [run.Id, string.Create(CultureInfo.InvariantCulture, $"{what.Around}, {what.From} to {what.To}, seed {what.Seed}{(what.Program == ProgramVersion.Text ? "" : ", by another version")}"), run.Started.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), run.Done.ToString("N0", CultureInfo.InvariantCulture), run.Wanted.ToString("N0", CultureInfo.InvariantCulture), Megabytes(run)]
        : [run.Id, "(being written)", "", "", "", Megabytes(run)];

    private static string Megabytes(RunSummary run) => (run.Bytes / 1e6).ToString("N1", CultureInfo.InvariantCulture);

    private static string Time(RunSummary run) => run.Started.ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture);

    private static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static void WriteJson(Utf8JsonWriter writer, IReadOnlyList<RunSummary> runs, IReadOnlyCollection<Diagnostic> findings)
    {
        writer.WriteStartArray("runs");
        foreach (var run in runs)
        {
            writer.WriteStartObject();
            writer.WriteString("id", run.Id);
            writer.WriteBoolean("in_use", run.Run is null);
            writer.WriteNumber("bytes", run.Bytes);
            if (run.Run is { } what)
            {
                writer.WriteString("around", what.Around);
                writer.WriteString("from", what.From.ToString());
                writer.WriteString("to", what.To.ToString());
                writer.WriteNumber("seed", what.Seed);
                writer.WriteString("started", Time(run));
                writer.WriteNumber("done", run.Done);
                writer.WriteNumber("wanted", run.Wanted);
                JsonAnswer.Texts(writer, "variables", what.Variables);
                JsonAnswer.Texts(writer, "conditions", what.Conditions);
                writer.WriteString("program", what.Program);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        JsonAnswer.Diagnostics(writer, findings);
    }
}
