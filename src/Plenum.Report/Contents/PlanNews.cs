using Plenum.Workspace.Plans;

namespace Plenum.Report.Contents;

/// <summary>Who foresees what of a plan, in words.</summary>
public static class PlanNews
{
    /// <summary>When people hear of the instruments, in a model that looks ahead; null in one that looks back alone, where it makes no difference.</summary>
    public static string? InWords(BoundPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Problem.Baseline.Model.Reach.Lead == 0) { return null; }
        var first = plan.Problem.From;
        var news = Enumerable.Range(0, plan.Handles.Count).GroupBy(j => plan.Problem.Instruments[j].Announced is { } announced && announced > first ? announced : first).OrderBy(g => g.Key).ToList();
        string known = news.Count == 1 ? $"the instruments from {news[0].Key} on"
            : string.Join("; ", news.Select(g => $"from {g.Key} on of {string.Join(", ", g.Select(j => $"'{plan.Handles[j].Instrument.Name.Name}'").Distinct())}"));
        return $"The model looks ahead: people foresee {known}. Before an announcement they expect the path without it.";
    }
}
