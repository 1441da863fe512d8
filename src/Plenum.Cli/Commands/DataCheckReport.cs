using System.Globalization;
using System.Text.Json;
using Plenum.Language.Diagnostics;
using Plenum.Report;
using Plenum.Workspace.Data;

namespace Plenum.Cli.Commands;

/// <summary>What <c>plenum data --check</c> says: every finding, and what adds up.</summary>
internal static class DataCheckReport
{
    public static int Write(CommandConsole console, Request request, ProjectData data)
    {
        if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteJson(writer, data)); }
        else if (request.Csv) { WriteCsv(console.Out, data); }
        else { WriteText(console, data); }
        return data.HasErrors ? ExitCode.Negative : ExitCode.Done;
    }

    private static void WriteText(CommandConsole console, ProjectData data)
    {
        foreach (var finding in data.Findings) { console.Out.WriteLine($"{finding}\n"); }
        if (data.Identities.Count > 0)
        {
            console.Write(new Table("What must add up", [new TableColumn("", Alignment.Left, MaySqueeze: true), new TableColumn("periods"), new TableColumn("largest difference"), new TableColumn("in", Alignment.Left), new TableColumn("", Alignment.Left)],
                [.. data.Identities.Select(c => (IReadOnlyList<string>)[c.Identity.Name, c.Compared.ToString(CultureInfo.InvariantCulture), Numbers.Fixed(c.Difference, 3), $"{c.Worst}", c.Holds ? "holds" : "does not hold"])]));
            console.Out.WriteLine();
        }

        int errors = data.Findings.Count(f => f.Severity == Severity.Error);
        int warnings = data.Findings.Count(f => f.Severity == Severity.Warning);
        console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{data.Series.Count} series, {data.Series.Sum(s => s.Coverage.Observations):N0} values, {data.Measurements.Count} measurements: {errors} {(errors == 1 ? "error" : "errors")}, {warnings} {(warnings == 1 ? "warning" : "warnings")}."));
    }

    private static void WriteCsv(TextWriter output, ProjectData data)
    {
        Csv.Write(output, ["code", "severity", "file", "line", "message"]);
        foreach (var finding in data.Findings)
        {
            string line = finding.Span is { } span ? span.Source.Position(span.Start).Line.ToString(CultureInfo.InvariantCulture) : "";
            Csv.Write(output, [finding.Code, finding.Severity.ToString().ToLowerInvariant(), finding.Span?.Source.Path ?? "", line, finding.Message]);
        }
    }

    private static void WriteJson(Utf8JsonWriter writer, ProjectData data)
    {
        writer.WriteNumber("series", data.Series.Count);
        writer.WriteNumber("values", data.Series.Sum(s => s.Coverage.Observations));
        writer.WriteNumber("measurements", data.Measurements.Count);
        writer.WriteStartArray("identities");
        foreach (var check in data.Identities)
        {
            writer.WriteStartObject();
            writer.WriteString("name", check.Identity.Name);
            writer.WriteBoolean("holds", check.Holds);
            writer.WriteNumber("periods", check.Compared);
            writer.WriteNumber("largest_difference", check.Difference);
            writer.WriteString("in", check.Worst?.ToString());
            writer.WriteNumber("tolerance", check.Identity.Tolerance);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        JsonAnswer.Diagnostics(writer, data.Findings);
    }
}
