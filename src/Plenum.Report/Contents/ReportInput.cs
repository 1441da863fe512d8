using Plenum.Engine;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Data;
using Plenum.Workspace.Plans;
using Plenum.Workspace.Reports;

namespace Plenum.Report.Contents;

/// <summary>Everything a report is written from. A section appears where its input is there.</summary>
/// <param name="Run">The solved baseline and scenarios.</param>
/// <param name="Headline">The variables to show first; the first one is what the answer is about.</param>
/// <param name="Plan">What the project wants shown beyond them.</param>
/// <param name="Date">The day that the report gives as its own.</param>
public sealed record ReportInput(Run Run, IReadOnlyList<ShownVariable> Headline, ReportPlan Plan, DateOnly Date)
{
    /// <summary>The title; null for that of the plan or the model.</summary>
    public string? Title { get; init; }

    /// <summary>Horizons of the headline table, counted from the start of the scenarios, in rising order. Default 4, 12, 20 and 40.</summary>
    public IReadOnlyList<int> Horizons { get; init; } = [4, 12, 20, 40];

    /// <summary>The period of the accounts; null for the first of the scenarios.</summary>
    public Period? AccountsAt { get; init; }

    /// <summary>The project's observed data; null to leave them out.</summary>
    public ProjectData? Data { get; init; }

    /// <summary>Why the first headline variable differs in each scenario, as <see cref="CauseCharts.Questions"/> asks; empty to leave it out.</summary>
    public IReadOnlyList<ScenarioExplanation> Explanations { get; init; } = [];

    /// <summary>The project's claims with their scores; null to leave them out.</summary>
    public ScoredClaims? Claims { get; init; }

    /// <summary>The draws that the plan asks for; null to leave them out.</summary>
    public SimulatedFans? Fans { get; init; }

    /// <summary>The project's plans, solved; null to leave them out.</summary>
    public PlanEvidence? Plans { get; init; }

    /// <summary>The command lines that make the same report and its tables again.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <summary>The solved scenarios, each with the colour it has in every chart.</summary>
    public IReadOnlyList<ReportScenario> Scenarios => [.. Run.Scenarios.Select((s, i) => (s, i)).Where(p => p.s.Solution.Outcome.IsSolved)
        .Select(p => new ReportScenario(p.s.Plan.Name, p.s.Plan.Title, ChartColour.Of(p.i), p.s.Solution.Paths))];

    /// <summary>The solved baseline.</summary>
    internal Paths Baseline => Run.Baseline.Paths;

    /// <summary>The periods of charts that compare scenarios: the one before they begin, and on to the last horizon.</summary>
    public (Period From, Period To) Comparison
    {
        get
        {
            var before = Run.Project.ScenarioStart - 1;
            var last = Run.Project.ScenarioStart + (Horizons.Max() - 1);
            return (before < Baseline.Start ? Baseline.Start : before, last > Run.Project.End ? Run.Project.End : last);
        }
    }
}

/// <summary>A solved scenario of a report.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Title">What happens in it.</param>
/// <param name="Colour">Its colour in every chart.</param>
/// <param name="Paths">Its paths.</param>
public sealed record ReportScenario(string Name, string Title, ChartColour Colour, Paths Paths)
{
    /// <summary>Its short name and what happens.</summary>
    public string Label => $"{Name} {Title}";
}
