using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Data;

namespace Plenum.Workspace.Ensembles;

/// <summary>The errors of published forecasts.</summary>
/// <param name="Yardstick">The forecasts.</param>
/// <param name="ByHorizon">For each horizon, from a year ahead on, the years whose outcome is known with what it was above the forecast, in percentage points.</param>
public sealed record ForecastErrors(Yardstick Yardstick, IReadOnlyList<IReadOnlyList<ForecastError>> ByHorizon)
{
    /// <summary>Finds the errors in the data of a project, which are read where there are yardsticks.</summary>
    /// <param name="project">The project.</param>
    /// <param name="yardsticks">The forecasts.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static IReadOnlyList<ForecastErrors> Read(Project project, IReadOnlyList<Yardstick> yardsticks, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(yardsticks);
        ArgumentNullException.ThrowIfNull(findings);
        if (yardsticks.Count == 0) { return []; }
        var data = ProjectData.Read(project);
        var missing = new DiagnosticBag();
        var errors = Find(yardsticks, data.WithDerived, missing);
        // A series that is not there may stand in a file that could not be read.
        if (missing.HasErrors) { findings.AddRange(data.Findings.Where(f => f.Severity == Severity.Error)); }
        findings.AddRange(missing);
        return errors;
    }

    /// <summary>Finds the errors in data; a yardstick that names a series which is not there, or not annual, is left out and reported.</summary>
    public static IReadOnlyList<ForecastErrors> Find(IReadOnlyList<Yardstick> yardsticks, DataSet data, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(yardsticks);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(findings);
        return [.. yardsticks.Select(y => Of(y, data, findings)).OfType<ForecastErrors>()];
    }

    private static ForecastErrors? Of(Yardstick yardstick, DataSet data, DiagnosticBag findings)
    {
        var outcome = Series(yardstick.Outcome, data, findings);
        var forecasts = yardstick.Forecasts.Select(f => Series(f, data, findings)).ToList();
        if (outcome is null || forecasts.Contains(null)) { return null; }
        return new ForecastErrors(yardstick, [.. forecasts.Select(f => (IReadOnlyList<ForecastError>)[.. Errors(f!, outcome)])]);
    }

    private static IEnumerable<ForecastError> Errors(TimeSeries forecast, TimeSeries outcome)
    {
        for (var year = forecast.Start; forecast.Count > 0 && year <= forecast.End; year += 1)
        {
            if (year < outcome.Start || year > outcome.End) { continue; }
            double error = outcome[year] - forecast[year];
            if (double.IsFinite(error)) { yield return new ForecastError(year.Year, error); }
        }
    }

    private static TimeSeries? Series(PlacedName name, DataSet data, DiagnosticBag findings)
    {
        if (!data.TryFind(name.Name, out var series, out var finding))
        {
            findings.Add(Diagnostic.Error(finding.Code, finding.Message, name.Span, null, finding.Help));
            return null;
        }

        if (series.Values.Frequency == Frequency.Annual && series.Values.Count > 0) { return series.Values; }
        findings.Add(Diagnostic.Error(WorkspaceCodes.WrongValue, $"'{name.Name}' is not a series of years.", name.Span, "forecasts are compared with the growth of a year.", "name an annual series."));
        return null;
    }
}

/// <summary>What came above what was forecast.</summary>
/// <param name="Year">The year that was forecast.</param>
/// <param name="Points">The outcome less the forecast, in percentage points.</param>
public sealed record ForecastError(int Year, double Points);
