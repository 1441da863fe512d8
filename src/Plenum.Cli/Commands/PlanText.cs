using System.Globalization;
using Plenum.Language.Diagnostics;
using Plenum.Report.Contents;
using Plenum.Workspace;
using Plenum.Workspace.Plans;

namespace Plenum.Cli.Commands;

/// <summary>A solved plan for people.</summary>
internal static class PlanText
{
    public static void Write(CommandConsole console, PlanAnswer answer, double seconds, IReadOnlyCollection<Diagnostic> findings, string? saved)
    {
        var plan = answer.Plan.Plan;
        console.Out.WriteLine(console.Style.Strong($"{plan.Id} {plan.Title}"));
        console.WriteWrapped(plan.Description);
        if (plan.Reading is { } reading) { console.WriteWrapped($"Reading: {reading}"); }
        console.Out.WriteLine();
        console.Write(PlanAnswerTables.Targets(answer));
        if (PlanAnswerTables.Conditions(answer) is { } conditions)
        {
            console.Out.WriteLine();
            console.Write(conditions);
        }

        console.Out.WriteLine();
        console.Write(PlanAnswerTables.Instruments(answer));
        if (PlanAnswerTables.Steps(answer) is { } steps)
        {
            console.Out.WriteLine();
            console.Write(steps);
        }

        console.Out.WriteLine();
        var conditionsOfMinimum = answer.Found.Optimality;
        console.WriteWrapped(string.Create(CultureInfo.InvariantCulture, $"Conditions of a minimum: {conditionsOfMinimum.Stationarity:0E-0} of the gradient is left, hard targets are missed by at most {conditionsOfMinimum.Violation:0E-0}, {(answer.Plan.Steps.Count > 0 ? "bounds and largest steps" : "bounds")} by {conditionsOfMinimum.Complementarity:0E-0}. {answer.Found.Steps} steps, {seconds:0.00} s."));
        console.WriteWrapped("A shadow price is by how much the loss of the plan rises as the wanted value, the bound or the step allowed rises by one unit of the model; the sign says which way it presses.");
        if (PlanNews.InWords(answer.Plan) is { } news) { console.WriteWrapped(news); }
        if (saved is not null) { console.WriteWrapped($"The instruments are written to {saved}; plenum run --scenario {saved} runs them."); }
        foreach (var finding in findings.Where(f => f.Code is WorkspaceCodes.OutOfReach or WorkspaceCodes.PlanNotFound)) { console.Error.WriteLine(finding); }
    }
}
