using Plenum.Engine.Structure;
using Plenum.Language.Accounts;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;
using Plenum.Workspace.Claims;
using Plenum.Workspace.Data;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.History;
using Plenum.Workspace.Instruments;
using Plenum.Workspace.Mechanisms;
using Plenum.Workspace.Plans;
using Plenum.Workspace.Reports;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace;

/// <summary>Everything that can be said of a project without solving it.</summary>
public sealed class ProjectCheck
{
    private ProjectCheck(BoundModel? model, ModelStructure? structure, IReadOnlyList<AccountAnswer> accounts, int scenarios, DiagnosticBag findings)
    {
        Model = model;
        Structure = structure;
        Accounts = accounts;
        Scenarios = scenarios;
        Diagnostics = [.. findings];
        HasErrors = findings.HasErrors;
    }

    /// <summary>The model; null where it has errors.</summary>
    public BoundModel? Model { get; }

    /// <summary>Its structure; null where equations and unknowns do not match.</summary>
    public ModelStructure? Structure { get; }

    /// <summary>The accounts that the model declares.</summary>
    public IReadOnlyList<AccountAnswer> Accounts { get; }

    /// <summary>Number of scenarios and probes that were read.</summary>
    public int Scenarios { get; }

    /// <summary>All findings.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Whether any finding is an error.</summary>
    public bool HasErrors { get; }

    /// <summary>Number of scalar equations.</summary>
    public int Equations => Model?.Equations.Count ?? 0;

    /// <summary>Number of scalar behavioural equations.</summary>
    public int Behavioural => Model?.Equations.Count(e => e.Kind == EquationKind.Behavioural) ?? 0;

    /// <summary>The equation texts whose units are not checked, each with its reason.</summary>
    public IReadOnlyList<(string Equation, string Reason)> UnitEscapes => Model is null ? [] :
        [.. Model.Equations.Where(e => e.UnitEscape is not null).DistinctBy(e => e.Text).Select(e => (Model.Texts[e.Text].Name, e.UnitEscape!))];

    /// <summary>Checks a project: model, accounts, structure, baseline, scenarios, plans.</summary>
    /// <param name="project">The project.</param>
    /// <param name="variants">The variants to switch on.</param>
    public static ProjectCheck Run(Project project, IReadOnlyList<string> variants)
    {
        ArgumentNullException.ThrowIfNull(project);
        var findings = new DiagnosticBag();
        var model = ProjectModel.Load(project, variants, findings);
        if (model is null)
        {
            int read = project.Scenarios.All(findings).Count + project.Scenarios.Probes(findings).Count;
            return new ProjectCheck(null, null, [], read, findings);
        }

        var (structure, accounts) = CheckModel(model, findings);
        var own = new DiagnosticBag();
        Baseline.Read(project, model, own);
        findings.AddRange(own);
        ReportPlan.Read(project, model, findings);
        CheckData(project, model, UncertaintyPlan.Read(project, model, findings), findings);
        return new ProjectCheck(model, structure, accounts, CheckScenarios(project, model, findings), findings);
    }

    /// <summary>Checks the text of a model by itself: names, units, structure, accounts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">Variants to switch on, and how large it may grow.</param>
    public static ProjectCheck OfText(SourceText text, BinderOptions options)
    {
        var findings = new DiagnosticBag();
        var bound = Binder.Bind([Parser.Parse(text)], options);
        findings.AddRange(bound.Diagnostics);
        if (bound.Model is not { } model) { return new ProjectCheck(null, null, [], 0, findings); }
        var (structure, accounts) = CheckModel(model, findings);
        return new ProjectCheck(model, structure, accounts, 0, findings);
    }

    private static (ModelStructure? Structure, IReadOnlyList<AccountAnswer> Accounts) CheckModel(BoundModel model, DiagnosticBag findings)
    {
        var structure = ModelStructure.Analyse(model);
        findings.AddRange(structure.Diagnostics);
        var accounts = new List<AccountAnswer>();
        if (model.BalanceSheet is { } balanceSheet) { accounts.Add(Prove(model, balanceSheet, AccountKind.BalanceSheet, "balance_sheet", "balance sheet", findings)); }
        if (model.Flows is { } flows) { accounts.Add(Prove(model, flows, AccountKind.Flows, "flows", "flows", findings)); }
        return (structure.Structure, accounts);
    }

    /// <summary>Errors of the data, and of the assumptions that a baseline is built from; remarks on data are for the verb that lists them.</summary>
    private static void CheckData(Project project, BoundModel model, UncertaintyPlan uncertainty, DiagnosticBag findings)
    {
        var data = ProjectData.Read(project);
        findings.AddRange(data.Findings.Where(f => f.Severity == Severity.Error));
        ForecastErrors.Find(uncertainty.Yardsticks, data.WithDerived, findings);
        if (project.Baseline.Assumptions is null) { return; }
        var own = new DiagnosticBag();
        if (AssumptionsReader.Read(project, own) is { } assumptions) { BoundAssumptions.Bind(model, project, assumptions, data, own); }
        findings.AddRange(own.ByPlace());
    }

    private static AccountAnswer Prove(BoundModel model, BoundAccount account, AccountKind kind, string key, string name, DiagnosticBag findings)
    {
        var proof = AccountProver.Prove(model, account, kind);
        findings.AddRange(proof.Diagnostics);
        return new AccountAnswer(key, name, proof.Proven, account.Cells.Count, proof.Statements.Count, proof.Statements.Count(s => s.Proven));
    }

    private static int CheckScenarios(Project project, BoundModel model, DiagnosticBag findings)
    {
        var own = new DiagnosticBag();
        var scenarios = project.Scenarios.All(own).Concat(project.Scenarios.Probes(own)).ToList();
        var binder = new ScenarioBinder(model, project.Scenarios, own);
        foreach (var scenario in scenarios) { binder.Bind([scenario]); }
        var experiments = new ExperimentBinder(project, model, own);
        var mechanisms = MechanismMap.Read(project, own);
        mechanisms.Bind(mechanisms.All, model, own);
        foreach (var expectation in scenarios.SelectMany(s => s.Expected)) { experiments.Bind(expectation); }
        foreach (var name in project.HeadlineScenarios) { project.Scenarios.Find(name.Name, name.Span, own); }
        if (project.Claims is not null) { CheckClaims(project, model, own); }
        InstrumentReader.Read(project, model, own);
        CheckPlans(project, model, own);
        findings.AddRange(own.ByPlace());
        return scenarios.Count;
    }

    private static void CheckPlans(Project project, BoundModel model, DiagnosticBag findings)
    {
        var binder = new PlanBinder(project, model, findings);
        foreach (var plan in project.Plans.All(findings)) { binder.Check(plan); }
    }

    private static void CheckClaims(Project project, BoundModel model, DiagnosticBag findings)
    {
        var claims = ClaimSet.Read(project, findings);
        var binder = new ClaimBinder(project, model, ProjectData.Read(project).WithDerived, findings);
        foreach (var claim in claims.Claims) { binder.Bind(claim); }
        if (claims.Simulation is { } simulation) { binder.Check(simulation); }
    }
}

/// <summary>What was proven of an account.</summary>
/// <param name="Key">Its key in answers for programs.</param>
/// <param name="Name">Its name in words.</param>
/// <param name="IsProven">Whether every sum is proven.</param>
/// <param name="Cells">Number of entries.</param>
/// <param name="Statements">Number of rows and columns that must sum to something.</param>
/// <param name="Proven">Number of those that are proven.</param>
public sealed record AccountAnswer(string Key, string Name, bool IsProven, int Cells, int Statements, int Proven);
