using Plenum.Language.Diagnostics;
using Plenum.Series;

namespace Plenum.Workspace.Data;

/// <summary>Looks up the series that a file names.</summary>
internal static class SeriesNames
{
    /// <summary>The series; null with an error where there is none.</summary>
    public static DataSeries? Check(DataSet data, string name, SourceSpan mention, DiagnosticBag findings)
    {
        if (data.TryFind(name, out var series, out var finding)) { return series; }
        findings.Add(Diagnostic.Error(finding.Code, finding.Message, mention, finding.Why, finding.Help));
        return null;
    }
}
