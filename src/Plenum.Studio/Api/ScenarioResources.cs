using System.Text.Json;
using Plenum.Cli;
using Plenum.Engine;
using Plenum.Language.Diagnostics;
using Plenum.Report.Figures;
using Plenum.Studio.Economy;
using Plenum.Workspace;

namespace Plenum.Studio.Api;

/// <summary>The scenarios of the project, and the solution of any scenario.</summary>
internal sealed class ScenarioResources(OpenedModel economy, ApiQuestions questions)
{
    /// <summary>All scenarios and probes.</summary>
    public ApiResult All()
    {
        var findings = new DiagnosticBag();
        var (scenarios, probes) = economy.Read(project => (project.Scenarios.All(findings), project.Scenarios.Probes(findings)));
        return ApiResult.Lasting(writer =>
        {
            Answers.Scenarios(writer, scenarios, probes);
            Answers.Diagnostics(writer, findings);
        });
    }

    /// <summary>One scenario, with the text of its file.</summary>
    public ApiResult One(string id)
    {
        var findings = new DiagnosticBag();
        if (economy.Read(project => project.Scenarios.Find(id, null, findings)) is not { } scenario) { return ApiResult.Missing(findings); }
        return ApiResult.Lasting(writer =>
        {
            writer.WriteString("id", scenario.Id);
            writer.WriteString("title", scenario.Title);
            writer.WriteString("description", scenario.Description);
            writer.WriteString("literature", scenario.Literature);
            writer.WriteString("file", scenario.File.Path);
            writer.WriteString("yaml", scenario.File.Text);
        });
    }

    /// <summary>Solves a scenario: what <c>plenum run</c> answers, and the paths of the variables.</summary>
    public ApiResult Solve(SolveRequest request, CancellationToken cancellation)
    {
        var findings = new DiagnosticBag();
        var variables = questions.Variables(request.Variables, findings);
        var plan = questions.Scenario(request, findings);
        if (plan is null && !findings.HasErrors) { findings.Add(Diagnostic.Error(WorkspaceCodes.WrongQuestion, "no scenario is given.", null, null, "send {\"scenario\": \"S01\"}, or a 'yaml' or 'draft'.")); }
        if (findings.HasErrors || plan is null) { return ApiResult.Wrong(findings); }
        var run = economy.Solve(plan, cancellation);
        if (!run.Solution.Outcome.IsSolved) { return ApiResult.Wrong([.. run.Solution.Outcome.Diagnostics]); }
        return ApiResult.Of(writer =>
        {
            Answers.Run(writer, new Run(economy.Project, economy.Model, economy.Baseline, [run]), variables);
            WritePaths(writer, run, variables);
            Answers.Diagnostics(writer, findings);
        });
    }

    private void WritePaths(Utf8JsonWriter writer, ScenarioRun run, IReadOnlyList<ShownVariable> variables)
    {
        writer.WriteStartArray("paths");
        foreach (var variable in variables)
        {
            writer.WriteStartObject();
            writer.WriteString("variable", variable.Symbol.Name);
            writer.WriteString("unit", variable.Symbol.Unit?.ToString());
            writer.WriteString("start", economy.Window.Start.ToString());
            Values(writer, "baseline", economy.Paths, variable.Symbol.Column);
            Values(writer, "values", run.Solution.Paths, variable.Symbol.Column);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void Values(Utf8JsonWriter writer, string key, Paths paths, int column)
    {
        writer.WriteStartArray(key);
        for (var period = economy.Window.Start; period <= economy.Window.End; period += 1) { Answers.Number(writer, paths[column, period]); }
        writer.WriteEndArray();
    }
}
