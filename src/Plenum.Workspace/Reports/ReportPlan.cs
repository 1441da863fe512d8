using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.Reports;

/// <summary>What a project wants its report to show beyond the headline, as its <see cref="FileName"/> says.</summary>
/// <param name="Title">The title; null for that of the model.</param>
/// <param name="Charts">Charts of the baseline.</param>
/// <param name="Contributions">Sums whose parts are shown.</param>
/// <param name="Notes">Notes on method, in the words of the authors of the model.</param>
public sealed record ReportPlan(
    string? Title,
    IReadOnlyList<PlannedChart> Charts,
    IReadOnlyList<PlannedContributions> Contributions,
    IReadOnlyList<ReportNote> Notes)
{
    /// <summary>By what the state of the economy is read, in groups.</summary>
    public IReadOnlyList<IndicatorGroup> Indicators { get; init; } = [];

    /// <summary>The name of the file, in the project's folder.</summary>
    public const string FileName = "report.yaml";

    /// <summary>The plan of a project that has no such file.</summary>
    public static ReportPlan Empty { get; } = new(null, [], [], []);

    /// <summary>Reads the project's plan; <see cref="Empty"/> where it has none.</summary>
    /// <param name="project">The project.</param>
    /// <param name="model">Its model, which must know every name of the plan.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static ReportPlan Read(Project project, BoundModel model, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(findings);
        if (!project.Files.List("", ".yaml").Contains(FileName)) { return Empty; }
        if (project.Files.Read(FileName, null, findings) is not { } source) { return Empty; }
        var own = new DiagnosticBag();
        var plan = ReportPlanReader.Read(source, model, own);
        findings.AddRange(own.ByPlace());
        return plan;
    }
}

/// <summary>How the values of a variable are shown.</summary>
public enum ShownAs
{
    /// <summary>As they are, in the unit of the model.</summary>
    Level,

    /// <summary>A fraction in per cent.</summary>
    Percent,

    /// <summary>Growth on a year earlier, in per cent.</summary>
    GrowthOverYear,

    /// <summary>The sum of the last year, as suits a flow.</summary>
    YearSum,

    /// <summary>Relative to the period before the scenarios begin, which is 100.</summary>
    Index,
}

/// <summary>One chart of the baseline.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Subtitle">A remark on it; empty for none.</param>
/// <param name="ShownAs">How the values are shown.</param>
/// <param name="Unit">The unit in words; null for that of the variable.</param>
/// <param name="Series">The variables.</param>
/// <param name="InScenarios">Whether its first variable is also shown under every scenario.</param>
public sealed record PlannedChart(string Title, string Subtitle, ShownAs ShownAs, string? Unit, IReadOnlyList<PlannedSeries> Series, bool InScenarios);

/// <summary>One variable of a chart.</summary>
/// <param name="Symbol">The variable.</param>
/// <param name="Label">What it is called in the chart.</param>
public sealed record PlannedSeries(Symbol Symbol, string Label);

/// <summary>A sum whose parts are shown as contributions to its growth and to its deviations.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Total">The sum.</param>
/// <param name="Parts">Its parts; what they leave is shown as the rest.</param>
public sealed record PlannedContributions(string Title, Symbol Total, IReadOnlyList<PlannedPart> Parts);

/// <summary>One part of a sum.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Added">The variables that it adds up.</param>
/// <param name="Subtracted">The variables that it takes off.</param>
public sealed record PlannedPart(string Label, IReadOnlyList<Symbol> Added, IReadOnlyList<Symbol> Subtracted);

/// <summary>A note on method.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Its text; an empty line begins a new paragraph.</param>
public sealed record ReportNote(string Title, string Text);
