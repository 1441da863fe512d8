using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Data;

namespace Plenum.Workspace.History;

/// <summary>What the add-factor of an equation is like in history, and how it goes on: how much of history is judgement.</summary>
/// <param name="Equation">The equation.</param>
/// <param name="Basis">Where its values in history come from.</param>
/// <param name="Observed">In how many periods of history it was found from data.</param>
/// <param name="Periods">The periods of history.</param>
/// <param name="Mean">The mean over history.</param>
/// <param name="StandardDeviation">The standard deviation over history.</param>
/// <param name="LastEight">The mean of the last eight periods of history.</param>
/// <param name="Next">The first value after history.</param>
/// <param name="Last">The last value of the baseline.</param>
public sealed record AddFactorSummary(BoundEquation Equation, AddFactorBasis Basis, int Observed, int Periods, double Mean, double StandardDeviation, double LastEight, double Next, double Last)
{
    private const int Recent = 8;

    /// <summary>The summaries of all behavioural equations on a baseline.</summary>
    /// <param name="project">The project.</param>
    /// <param name="paths">Its baseline, read or solved.</param>
    /// <param name="data">Its data; where its baseline has no assumptions, every add-factor counts as a working path.</param>
    /// <param name="findings">Takes what is wrong with its assumptions.</param>
    public static IReadOnlyList<AddFactorSummary> Of(Project project, Paths paths, ProjectData data, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(paths);
        var assumptions = project.Baseline.Assumptions is null ? null : AssumptionsReader.Read(project, findings);
        return Of(project, paths, assumptions is null ? null : BoundAssumptions.Bind(paths.Model, project, assumptions, data, findings));
    }

    /// <summary>The summary of one behavioural equation, without asking where its values come from.</summary>
    public static AddFactorSummary Of(Project project, Paths paths, BoundEquation equation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(equation);
        return Of(project, paths, equation, null);
    }

    internal static IReadOnlyList<AddFactorSummary> Of(Project project, Paths paths, BoundAssumptions? bound) =>
        [.. paths.Model.Equations.Where(e => e.AddFactor >= 0).Select(e => Of(project, paths, e, bound))];

    private static AddFactorSummary Of(Project project, Paths paths, BoundEquation equation, BoundAssumptions? bound)
    {
        var whole = new TimeSeries(paths.Start, paths.Column(equation.AddFactor));
        var history = whole.Slice(project.Start, project.HistoryEnd);
        var target = bound?.Targets.Find(t => t.Found == equation.AddFactor);
        var basis = target is not null ? AddFactorBasis.Data : bound?.Shared.Exists(f => f.Column == equation.AddFactor) == true ? AddFactorBasis.Shared : AddFactorBasis.Working;
        return new AddFactorSummary(
            equation,
            basis,
            target is null ? 0 : target.To - target.From + 1,
            history.Count,
            history.Mean(),
            history.StandardDeviation(),
            whole.Slice(project.HistoryEnd - (Recent - 1), project.HistoryEnd).Mean(),
            whole[project.HistoryEnd + 1],
            whole[project.End]);
    }
}

/// <summary>Where the values of an add-factor in history come from.</summary>
public enum AddFactorBasis
{
    /// <summary>Given as a working path: judgement.</summary>
    Working,

    /// <summary>The surprise of another equation on top of a working path.</summary>
    Shared,

    /// <summary>Found from data.</summary>
    Data,
}
