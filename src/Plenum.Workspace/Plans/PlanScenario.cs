using System.Globalization;
using System.Text;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Plans;

/// <summary>Writes the outcome of a plan as a scenario file.</summary>
public static class PlanScenario
{
    /// <summary>The text of a scenario that moves the instruments as the plan found them; each handle is one change.</summary>
    public static string Write(PlanAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var plan = answer.Plan.Plan;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"id: {Quoted($"{plan.Id}-solved")}\n");
        text.Append(CultureInfo.InvariantCulture, $"title: {Quoted($"{plan.Title}: the instruments that the plan found")}\n");
        if (answer.Plan.Problem.Baseline.Model.Reach.Lead > 0 && answer.Plan.Problem.Instruments.Any(i => i.Announced > answer.Plan.Problem.From))
        {
            text.Append("# People foresee a scenario from its start on, but the instruments of the plan only from their announcement on: in a variant that looks ahead paths differ.\n");
        }

        text.Append("changes:\n");
        for (int j = 0; j < answer.Found.Sizes.Count; j++)
        {
            foreach (var change in answer.Plan.Handles[j].Changes) { Write(text, change, answer.Found.Sizes[j]); }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, ScenarioChange change, double size)
    {
        var step = (ChangeAmount.Step)change.Amount;
        text.Append(CultureInfo.InvariantCulture, $"  - {(change.Role == ChangedRole.AddFactor ? "add_factor" : "exogenous")}: {Quoted(change.Names[0].Name)}\n");
        text.Append(CultureInfo.InvariantCulture, $"    add: {(step.Value * size).ToString("R", CultureInfo.InvariantCulture)}\n");
        text.Append(CultureInfo.InvariantCulture, $"    from: {change.From}\n    to: {change.To}\n");
        if (step.Weights.Count > 0) { text.Append(CultureInfo.InvariantCulture, $"    ramp: {step.Weights.Count}\n"); }
    }

    /// <summary>A text between quotes, as YAML takes it.</summary>
    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
