using System.Text.Json;
using Plenum.Language.Diagnostics;
using Plenum.Report;
using Plenum.Workspace.Plans;

namespace Plenum.Cli.Commands;

/// <summary>A solved plan for programs.</summary>
internal static class PlanAnswers
{
    public static void WriteJson(Utf8JsonWriter writer, PlanAnswer answer, double seconds, IReadOnlyCollection<Diagnostic> findings)
    {
        var (plan, found) = (answer.Plan, answer.Found);
        writer.WriteString("plan", plan.Plan.Id);
        writer.WriteString("title", plan.Plan.Title);
        WriteGoals(writer, answer);
        writer.WriteStartArray("instruments");
        foreach (var instrument in plan.Plan.Instruments) { WriteInstrument(writer, answer, instrument); }
        writer.WriteEndArray();
        writer.WriteStartObject("optimality");
        JsonAnswer.Number(writer, "stationarity", found.Optimality.Stationarity);
        JsonAnswer.Number(writer, "violation", found.Optimality.Violation);
        JsonAnswer.Number(writer, "complementarity", found.Optimality.Complementarity);
        writer.WriteBoolean("optimal", answer.IsOptimal);
        writer.WriteBoolean("feasible", answer.Unmet.Count == 0);
        writer.WriteEndObject();
        writer.WriteNumber("steps", found.Steps);
        JsonAnswer.Number(writer, "loss", found.Loss);
        JsonAnswer.Number(writer, "seconds", seconds);
        JsonAnswer.Diagnostics(writer, findings.Where(f => f.Code is Workspace.WorkspaceCodes.OutOfReach or Workspace.WorkspaceCodes.PlanNotFound));
    }

    public static void WriteCsv(TextWriter output, PlanAnswer answer)
    {
        Csv.Write(output, ["kind", "name", "period", "baseline", "low", "high", "reached", "shadow_price"]);
        for (int i = 0; i < answer.Plan.Goals.Count; i++)
        {
            var (goal, result) = (answer.Plan.Goals[i], answer.Found.Goals[i]);
            Csv.Write(output, [goal.IsCondition ? "condition" : "target", goal.Target.Quantity.Name, goal.When, Csv.Number(goal.Baseline), Csv.Number(goal.Goal.Low), Csv.Number(goal.Goal.High), Csv.Number(result.Value), Csv.Number(result.Price)]);
        }

        for (int j = 0; j < answer.Plan.Handles.Count; j++)
        {
            var (handle, instrument) = (answer.Plan.Handles[j], answer.Plan.Problem.Instruments[j]);
            Csv.Write(output, ["instrument", handle.Instrument.Name.Name, handle.From.ToString(), Csv.Number(0.0), Csv.Number(instrument.Low), Csv.Number(instrument.High), Csv.Number(answer.Found.Sizes[j]), Csv.Number(answer.Found.BoundPrices[j])]);
        }

        for (int l = 0; l < answer.Plan.Steps.Count; l++)
        {
            var (step, limit) = (answer.Plan.Steps[l], answer.Plan.Problem.Limits[l]);
            Csv.Write(output, ["step", answer.Plan.Handles[step.Handle].Instrument.Name.Name, step.Period.ToString(), Csv.Number(0.0), Csv.Number(limit.Low), Csv.Number(limit.High), Csv.Number(limit.Of(answer.Found.Sizes)), Csv.Number(answer.Found.LimitPrices[l])]);
        }
    }

    private static void WriteGoals(Utf8JsonWriter writer, PlanAnswer answer)
    {
        foreach (bool isCondition in new[] { false, true })
        {
            writer.WriteStartArray(isCondition ? "conditions" : "targets");
            for (int i = 0; i < answer.Plan.Goals.Count; i++)
            {
                if (answer.Plan.Goals[i].IsCondition == isCondition) { WriteGoal(writer, answer, i); }
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteGoal(Utf8JsonWriter writer, PlanAnswer answer, int place)
    {
        var (goal, result) = (answer.Plan.Goals[place], answer.Found.Goals[place]);
        var unmet = answer.Unmet.FirstOrDefault(u => u.Goal == place);
        writer.WriteStartObject();
        writer.WriteString("name", goal.Target.Quantity.Name);
        writer.WriteString("label", goal.Label);
        writer.WriteString("period", goal.When);
        JsonAnswer.Number(writer, "wanted", goal.Goal.IsPoint ? goal.Goal.Low : null);
        JsonAnswer.Number(writer, "low", goal.Goal.Low);
        JsonAnswer.Number(writer, "high", goal.Goal.High);
        JsonAnswer.Number(writer, "weight", goal.Goal.Weight);
        JsonAnswer.Number(writer, "baseline", goal.Baseline);
        JsonAnswer.Number(writer, "reached", result.Value);
        JsonAnswer.Number(writer, "miss", result.Miss);
        JsonAnswer.Number(writer, "shadow_price", result.Price);
        if (unmet is not null)
        {
            writer.WriteBoolean("out_of_reach", unmet.IsOutOfReach);
            JsonAnswer.Number(writer, "miss_alone", unmet.MissAlone);
            JsonAnswer.Texts(writer, "conflicts_with", unmet.Against.Select(i => $"{answer.Plan.Goals[i].Target.Quantity.Name} {answer.Plan.Goals[i].When}"));
        }

        writer.WriteEndObject();
    }

    private static void WriteInstrument(Utf8JsonWriter writer, PlanAnswer answer, Instrument instrument)
    {
        var plan = answer.Plan;
        var handles = Enumerable.Range(0, plan.Handles.Count).Where(j => plan.Handles[j].Instrument == instrument).ToList();
        writer.WriteStartObject();
        writer.WriteString("name", instrument.Name.Name);
        writer.WriteString("held_by", instrument.HeldBy);
        writer.WriteString("unit", instrument.Unit);
        JsonAnswer.Number(writer, "low", instrument.Low);
        JsonAnswer.Number(writer, "high", instrument.High);
        JsonAnswer.Number(writer, "largest_step", instrument.LargestStep);
        JsonAnswer.Number(writer, "cost", instrument.Cost);
        writer.WriteString("announced", instrument.Stage?.Date);
        writer.WriteStartArray("sizes");
        foreach (int j in handles)
        {
            writer.WriteStartObject();
            writer.WriteString("from", plan.Handles[j].From.ToString());
            JsonAnswer.Number(writer, "size", answer.Found.Sizes[j]);
            JsonAnswer.Number(writer, "bound_price", answer.Found.BoundPrices[j]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        JsonAnswer.Objects(writer, "steps", Enumerable.Range(0, plan.Steps.Count).Where(l => handles.Contains(plan.Steps[l].Handle)), l =>
        {
            writer.WriteString("period", plan.Steps[l].Period.ToString());
            JsonAnswer.Number(writer, "step", plan.Problem.Limits[l].Of(answer.Found.Sizes));
            JsonAnswer.Number(writer, "price", answer.Found.LimitPrices[l]);
        });
        writer.WriteStartArray("path");
        int column = plan.Problem.Instruments[handles[0]].Direction.Changes[0].Column;
        for (var period = plan.Problem.From; period <= plan.Plan.To; period += 1)
        {
            writer.WriteStartObject();
            writer.WriteString("period", period.ToString());
            JsonAnswer.Number(writer, "baseline", plan.Problem.Baseline[column, period]);
            JsonAnswer.Number(writer, "value", answer.Paths[column, period]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
