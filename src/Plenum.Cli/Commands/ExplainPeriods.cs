using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace;

namespace Plenum.Cli.Commands;

/// <summary>Reads the periods that an explanation is asked for.</summary>
internal sealed class ExplainPeriods(Workbench workbench, Project project)
{
    /// <summary>A period, or a horizon counted from the scenarios' start, which is 1; null after an error.</summary>
    /// <param name="text">As written; null takes the default.</param>
    /// <param name="earliest">The first period that may be asked for.</param>
    /// <param name="horizon">Periods from <paramref name="earliest"/> that are taken where nothing is written.</param>
    public Period? At(string? text, Period earliest, int horizon)
    {
        if (text is null) { return project.Start + Math.Min(earliest - project.Start + horizon - 1, project.End - project.Start); }
        if (project.HorizonOf(text) is { } count) { return Within(project.ScenarioStart + (count - 1), earliest, project.End, "--at"); }
        return Read("--at", text) is { } period ? Within(period, earliest, project.End, "--at") : null;
    }

    /// <summary>The window of history; null after an error.</summary>
    public (Period From, Period To)? History(string? from, string? to)
    {
        if (from is null)
        {
            Report("history needs its first period.", "add for instance:  --from 2021Q1");
            return null;
        }

        var latest = project.HistoryEnd >= project.Start ? project.HistoryEnd : project.End;
        Period? first = Read("--from", from), last = to is null ? latest : Read("--to", to);
        if (first is not { } start || last is not { } end) { return null; }
        if (Within(start, project.Start, project.End, "--from") is null || Within(end, project.Start, project.End, "--to") is null) { return null; }
        if (start <= end) { return (start, end); }
        Report($"the window ends in {end} before it begins in {start}.", to is null ? "name its last period with --to." : "exchange --from and --to.");
        return null;
    }

    private Period? Read(string option, string text)
    {
        if (Period.TryParse(text, out var period) && period.Frequency == project.Start.Frequency) { return period; }
        Report($"{option} takes a period such as {project.ScenarioStart}{(option == "--at" ? ", or a horizon such as 12q" : "")}, not '{text}'.", null);
        return null;
    }

    private Period? Within(Period period, Period first, Period last, string option)
    {
        if (period >= first && period <= last) { return period; }
        Report($"{option} {period} lies outside {first} to {last}.", $"stay within {first} to {last}.");
        return null;
    }

    private void Report(string fact, string? help) => workbench.Report(Diagnostic.Error(WorkspaceCodes.WrongPeriod, fact, null, null, help));
}
