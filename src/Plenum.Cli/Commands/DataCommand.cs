using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Plenum.Language.Diagnostics;
using Plenum.Report;
using Plenum.Series;
using Plenum.Workspace.Data;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum data</c>: the observed data of a project, one series in full, or what is wrong with them.</summary>
internal static class DataCommand
{
    private const int MostSimilar = 5;

    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var name = new Argument<string?>("SERIES") { Description = "A series to print in full, or a subject (the name of a file) to list.", Arity = ArgumentArity.ZeroOrOne };
        var check = new Option<bool>("--check") { Description = "Lists every finding and what adds up; exit code 1 where there is an error." };
        var command = new Command("data", "Lists the project's data, prints a series, or checks them all.") { name, check };
        command.SetAction(parsed => Run(console, common.Read(parsed), parsed.GetValue(name), parsed.GetValue(check)));
        return new Verb(command, ["plenum data", "plenum data trade", "plenum data exports_to_us_usd --csv", "plenum data --check"]);
    }

    private static int Run(CommandConsole console, Request request, string? name, bool isCheck)
    {
        var workbench = new Workbench(console, request);
        if (workbench.OpenProject() is not { } project) { return workbench.Failure; }
        var data = ProjectData.Read(project);
        if (isCheck) { return DataCheckReport.Write(console, request, data); }
        var found = name is null ? data.Series : data.Find(name);
        if (name is not null && found.Count == 0) { return Unknown(workbench, data, name); }
        if (data.HasErrors && !request.Json) { console.Error.WriteLine("some files have errors and are left out; plenum data --check lists them."); }
        if (name is not null && found[0].Name == name) { WriteSeries(console, request, data, found); }
        else { WriteList(console, request, found); }
        return ExitCode.Done;
    }

    private static int Unknown(Workbench workbench, ProjectData data, string name)
    {
        string? near = Suggestion.Nearest(name, data.Data.Names.Concat(data.Series.Select(s => s.Subject)).Distinct());
        var similar = data.Data.Names.Where(n => n.Contains(name, StringComparison.OrdinalIgnoreCase)).Take(MostSimilar).ToList();
        string help = near is not null ? $"did you mean '{near}'?" : similar.Count > 0 ? $"names that contain it: {string.Join(", ", similar)}." : "plenum data lists them.";
        workbench.Report(Diagnostic.Error(DataCode.UnknownSeries, $"there is no series '{name}'.", null, null, help));
        workbench.Fail<object>();
        return ExitCode.BadInput;
    }

    /// <summary>Writes a list of series for programs.</summary>
    internal static void WriteJson(Utf8JsonWriter writer, IReadOnlyList<ProjectSeries> series)
    {
        writer.WriteStartArray("series");
        foreach (var one in series)
        {
            writer.WriteStartObject();
            WriteFacts(writer, one);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes one series for programs, every vintage of it.</summary>
    internal static void WriteJson(Utf8JsonWriter writer, ProjectData data, IReadOnlyList<ProjectSeries> vintages)
    {
        writer.WriteString("name", vintages[0].Name);
        JsonAnswer.Texts(writer, "measures", Measured(data, vintages[0].Name));
        writer.WriteStartArray("vintages");
        foreach (var one in vintages) { WriteVintage(writer, one); }
        writer.WriteEndArray();
    }

    private static void WriteList(CommandConsole console, Request request, IReadOnlyList<ProjectSeries> series)
    {
        if (request.Json)
        {
            JsonAnswer.Write(console.Out, writer => WriteJson(writer, series));
            return;
        }

        if (request.Csv)
        {
            Csv.Write(console.Out, ["subject", "series", "frequency", "first", "last", "observations", "not_observed", "gaps", "unit", "publisher", "source_series", "vintage", "confidence"]);
            foreach (var one in series)
            {
                var (coverage, source) = (one.Coverage, one.Series.Provenance);
                Csv.Write(console.Out, [one.Subject, one.Name, Word(coverage.Frequency), $"{coverage.First}", $"{coverage.Last}", Count(coverage.Observations), Count(coverage.NotObserved), Count(coverage.Gaps.Count),
                    source.Unit, source.Publisher, source.SeriesCode, source.Vintage, source.Confidence]);
            }

            return;
        }

        foreach (var subject in series.GroupBy(s => s.Subject))
        {
            console.Write(new Table(subject.Key, [new TableColumn("", Alignment.Left, MaySqueeze: true), new TableColumn("first"), new TableColumn("last"), new TableColumn("values"), new TableColumn("", Alignment.Left)],
                [.. subject.Select(s => (IReadOnlyList<string>)[s.Name, $"{s.Coverage.First}", $"{s.Coverage.Last}", Count(s.Coverage.Observations), Mark(s.Series.Provenance.Confidence)])]));
            console.Out.WriteLine();
        }

        console.Out.WriteLine(series.Count == 0 ? "the project has no data." : string.Create(CultureInfo.InvariantCulture, $"{series.Count} series, {series.Sum(s => s.Coverage.Observations):N0} values; s: secondary source, e: estimate."));
    }

    private static void WriteSeries(CommandConsole console, Request request, ProjectData data, IReadOnlyList<ProjectSeries> vintages)
    {
        if (request.Json)
        {
            JsonAnswer.Write(console.Out, writer => WriteJson(writer, data, vintages));
            return;
        }

        if (request.Csv)
        {
            Csv.Write(console.Out, ["series", "period", "value", "unit", "vintage", "confidence", "flag"]);
            foreach (var one in vintages)
            {
                foreach (var (period, value, flag) in Observations(one.Series)) { Csv.Write(console.Out, [one.Name, period.ToString(), Csv.Number(value), one.Series.Provenance.Unit, one.Series.Provenance.Vintage, one.Series.Provenance.Confidence, Word(flag)]); }
            }

            return;
        }

        foreach (var one in vintages) { Tell(console, data, one); }
    }

    private static void Tell(CommandConsole console, ProjectData data, ProjectSeries one)
    {
        var source = one.Series.Provenance;
        console.Out.WriteLine($"{console.Style.Strong(one.Name)}  {console.Style.Faint(one.File)}");
        console.WriteWrapped(source.Unit, 2);
        console.WriteWrapped($"source: {source.Publisher}, {source.SeriesCode}", 2);
        console.WriteWrapped($"vintage: {source.Vintage}; confidence: {source.Confidence}", 2);
        var measured = Measured(data, one.Name).ToList();
        if (measured.Count > 0) { console.WriteWrapped($"measures: {string.Join(", ", measured)}", 2); }
        if (one.Coverage.Gaps.Count > 0) { console.WriteWrapped($"no value in {string.Join(", ", one.Coverage.Gaps)}", 2); }
        console.Out.WriteLine();
        console.Write(DataYears.Of(one.Series));
        if (one.Coverage.NotObserved > 0) { console.Out.WriteLine(console.Style.Faint("~ interpolated or estimated")); }
    }

    private static IEnumerable<string> Measured(ProjectData data, string series) => data.Measurements.Where(m => data.Sources(m).Contains(series)).Select(m => m.Variable.Name).Distinct();

    private static IEnumerable<(Period Period, double Value, ObservationFlag Flag)> Observations(DataSeries series) =>
        series.Values.Select((value, i) => (series.Values.Start + i, value, series.Flags[i])).Where(o => !double.IsNaN(o.value));

    private static void WriteVintage(Utf8JsonWriter writer, ProjectSeries one)
    {
        writer.WriteStartObject();
        WriteFacts(writer, one);
        writer.WriteStartObject("values");
        foreach (var (period, value, _) in Observations(one.Series)) { writer.WriteNumber(period.ToString(), value); }
        writer.WriteEndObject();
        writer.WriteStartObject("flags");
        foreach (var (period, _, flag) in Observations(one.Series).Where(o => o.Flag != ObservationFlag.Observed)) { writer.WriteString(period.ToString(), Word(flag)); }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter writer, ProjectSeries one)
    {
        var (coverage, source) = (one.Coverage, one.Series.Provenance);
        writer.WriteString("name", one.Name);
        writer.WriteString("subject", one.Subject);
        writer.WriteString("file", one.File);
        writer.WriteString("frequency", Word(coverage.Frequency));
        writer.WriteString("first", coverage.First?.ToString());
        writer.WriteString("last", coverage.Last?.ToString());
        writer.WriteNumber("observations", coverage.Observations);
        writer.WriteNumber("not_observed", coverage.NotObserved);
        JsonAnswer.Texts(writer, "gaps", coverage.Gaps.Select(g => g.ToString()));
        writer.WriteString("unit", source.Unit);
        writer.WriteString("publisher", source.Publisher);
        writer.WriteString("source_series", source.SeriesCode);
        writer.WriteString("vintage", source.Vintage);
        writer.WriteString("confidence", source.Confidence);
    }

    /// <summary>One letter for a confidence that is not the publisher's own.</summary>
    private static string Mark(string confidence) => confidence is "" or "official" ? "" : confidence[..1];

    private static string Word(Frequency frequency) => frequency.ToString().ToLowerInvariant();

    private static string Word(ObservationFlag flag) => flag == ObservationFlag.Observed ? "" : flag.ToString().ToLowerInvariant();

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
