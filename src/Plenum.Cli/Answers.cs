using System.Text.Json;
using Plenum.Cli.Commands;
using Plenum.Engine;
using Plenum.Engine.Ensembles;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Claims;
using Plenum.Workspace.Data;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Explanations;
using Plenum.Workspace.Mechanisms;
using Plenum.Workspace.Plans;
using Plenum.Workspace.Scenarios;

namespace Plenum.Cli;

/// <summary>The answers of the verbs for programs: what <c>--json</c> prints, for whoever else gives them.</summary>
/// <remarks>Each writes keys into an object that the caller has begun; the keys are a contract, see docs/commands.md.</remarks>
public static class Answers
{
    /// <summary>Writes what <c>plenum run</c> answers.</summary>
    public static void Run(Utf8JsonWriter writer, Run run, IReadOnlyList<ShownVariable> variables) => RunCommand.WriteJson(writer, run, variables);

    /// <summary>Writes what <c>plenum check</c> answers.</summary>
    public static void Check(Utf8JsonWriter writer, ProjectCheck check) => CheckCommand.WriteJson(writer, check);

    /// <summary>Writes what <c>plenum show</c> answers.</summary>
    public static void Model(Utf8JsonWriter writer, BoundModel model) => ShowModel.WriteJson(writer, model);

    /// <summary>Writes what <c>plenum show NAME</c> answers.</summary>
    /// <param name="writer">Takes the keys.</param>
    /// <param name="model">The model.</param>
    /// <param name="paths">The baseline.</param>
    /// <param name="name">The name that was asked for.</param>
    /// <param name="symbols">What it stands for: one symbol, or all members of a name over a set.</param>
    public static void Name(Utf8JsonWriter writer, BoundModel model, Paths paths, string name, IReadOnlyList<Symbol> symbols) => ShowName.WriteJson(writer, model, paths, name, symbols);

    /// <summary>Writes what <c>plenum show accounts</c> answers, in numbers of any paths and period.</summary>
    public static void Accounts(Utf8JsonWriter writer, Paths paths, Period period)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ShowAccounts.WriteJson(writer, paths, period, ShowAccounts.Of(paths.Model));
    }

    /// <summary>Writes what <c>plenum show mechanisms</c> answers.</summary>
    public static void Mechanisms(Utf8JsonWriter writer, BoundModel model, IReadOnlyList<MeasuredMechanism> mechanisms) => ShowMechanisms.WriteJson(writer, model, mechanisms);

    /// <summary>Writes what <c>plenum scorecard</c> answers.</summary>
    public static void Scorecard(Utf8JsonWriter writer, ClaimSet claims, IReadOnlyList<ClaimScore> scores) => ScorecardJson.Write(writer, claims, scores);

    /// <summary>Writes what <c>plenum scenarios</c> answers.</summary>
    public static void Scenarios(Utf8JsonWriter writer, IReadOnlyList<Scenario> scenarios, IReadOnlyList<Scenario> probes) => ScenariosCommand.WriteJson(writer, scenarios, probes);

    /// <summary>Writes what <c>plenum plan</c> without a name answers.</summary>
    public static void Plans(Utf8JsonWriter writer, IReadOnlyList<Plan> plans) => PlanCommand.WriteList(writer, plans);

    /// <summary>Writes what <c>plenum plan NAME</c> answers.</summary>
    public static void Plan(Utf8JsonWriter writer, PlanAnswer answer, double seconds, IReadOnlyCollection<Diagnostic> findings) => PlanAnswers.WriteJson(writer, answer, seconds, findings);

    /// <summary>Writes what <c>plenum data</c> answers.</summary>
    public static void Data(Utf8JsonWriter writer, IReadOnlyList<ProjectSeries> series) => DataCommand.WriteJson(writer, series);

    /// <summary>Writes what <c>plenum data SERIES</c> answers.</summary>
    /// <param name="writer">Takes the keys.</param>
    /// <param name="data">The data of the project.</param>
    /// <param name="vintages">The series, every vintage of it.</param>
    public static void Series(Utf8JsonWriter writer, ProjectData data, IReadOnlyList<ProjectSeries> vintages) => DataCommand.WriteJson(writer, data, vintages);

    /// <summary>Writes what <c>plenum simulate</c> answers.</summary>
    /// <param name="writer">Takes the keys.</param>
    /// <param name="around">What draws are taken around, in words.</param>
    /// <param name="simulation">The simulation.</param>
    /// <param name="result">Its draws.</param>
    /// <param name="variables">The variables to show.</param>
    /// <param name="seconds">How long it took.</param>
    public static void Simulate(Utf8JsonWriter writer, string around, Simulation simulation, EnsembleResult result, IReadOnlyList<ShownVariable> variables, double seconds) =>
        new SimulateAnswer(around, simulation, DrawSelection.Solved(result), variables, seconds) { At = simulation.Ensemble.To }.WriteJson(writer);

    /// <summary>Writes what <c>plenum explain SCENARIO</c> answers.</summary>
    /// <param name="writer">Takes the keys.</param>
    /// <param name="project">The project.</param>
    /// <param name="plan">The scenario.</param>
    /// <param name="variables">The variables that were asked for.</param>
    /// <param name="explanation">The contributions.</param>
    public static void Explain(Utf8JsonWriter writer, Project project, ScenarioPlan plan, IReadOnlyList<ShownVariable> variables, Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(plan);
        ExplainAnswer.WriteJson(writer, new ExplainAnswer($"{plan.Name} {plan.Title}", "the baseline", false, project.ScenarioStart, variables, explanation));
    }

    /// <summary>Writes the key <c>diagnostics</c>.</summary>
    public static void Diagnostics(Utf8JsonWriter writer, IEnumerable<Diagnostic> findings) => JsonAnswer.Diagnostics(writer, findings);

    /// <summary>Writes a number, or null where it is missing or not finite.</summary>
    public static void Number(Utf8JsonWriter writer, double? value) => JsonAnswer.Number(writer, value);
}
