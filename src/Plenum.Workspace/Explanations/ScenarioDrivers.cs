using Plenum.Engine;
using Plenum.Engine.Attribution;
using Plenum.Engine.Sensitivities;
using Plenum.Series;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Explanations;

/// <summary>The causes that a scenario consists of: every name that it changes, by the scenario whose file changes it.</summary>
/// <remarks>
/// A name over a set, written without its members, is one cause. Of several changes of one value each counts with what it adds to those
/// before it, so that together they are the whole change. A variable whose path is given is a cause; the name found in exchange is not.
/// </remarks>
public static class ScenarioDrivers
{
    /// <summary>Finds the causes.</summary>
    /// <param name="plan">The scenario.</param>
    /// <param name="baseline">The solved baseline.</param>
    /// <param name="to">Last period that matters.</param>
    public static IReadOnlyList<ExplainedDriver> Of(ScenarioPlan plan, Paths baseline, Period to)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(baseline);
        var changed = baseline.Copy();
        var found = new List<(ChangeOrigin Origin, List<ValueChange> Changes)>();
        for (int i = 0; i < plan.Changes.Count; i++)
        {
            var change = plan.Changes[i];
            var origin = plan.Origins[i];
            double[] before = changed.Column(change.Column);
            change.Apply(changed);
            var changes = found.Find(f => f.Origin == origin).Changes;
            if (changes is null) { found.Add((origin, changes = [])); }
            for (int t = 0; t < before.Length && baseline.Start + t <= to; t++)
            {
                double difference = changed.Row(t)[change.Column] - before[t];
                if (difference != 0.0) { changes.Add(new ValueChange(change.Column, baseline.Start + t, difference)); }
            }
        }

        return [.. found.Select(f => new ExplainedDriver(new Driver(NameOf(f.Origin), new Perturbation(f.Changes)), Label(baseline, f.Origin.Name), f.Origin.Scenario.Id))];
    }

    private static string NameOf(ChangeOrigin origin) => origin.Role == ChangedRole.AddFactor && !origin.Name.StartsWith("add_factor(", StringComparison.Ordinal) ? $"add_factor({origin.Name})" : origin.Name;

    /// <summary>The label of a name; that of a name over a set differs by member, so it has none.</summary>
    private static string Label(Paths paths, string name) => paths.Model.Find(name)?.Label ?? "";
}
