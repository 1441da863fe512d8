using Plenum.Engine;
using Plenum.Engine.Scenarios;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Scenarios;

namespace Plenum.Benchmarks;

/// <summary>The China model with its solved baseline and one of its scenarios.</summary>
internal sealed class ChinaCase
{
    /// <summary>The scenario that is solved again and again: the US tariff at 100 per cent.</summary>
    public const string Scenario = "S01";

    /// <summary>The file of the figures that are computed from the core once it is solved.</summary>
    private const string ReportingFile = "model/reporting.plenum";

    private ChinaCase(BoundModel model, Paths baseline, IReadOnlyList<PathChange> changes, Period to)
    {
        Model = model;
        Baseline = baseline;
        Changes = changes;
        To = to;
    }

    public BoundModel Model { get; }

    /// <summary>The solved baseline.</summary>
    public Paths Baseline { get; }

    /// <summary>What the scenario changes.</summary>
    public IReadOnlyList<PathChange> Changes { get; }

    /// <summary>First quarter of the window: the last before the scenario begins.</summary>
    public Period From { get; } = Period.Quarter(2025, 4);

    /// <summary>Last quarter of the window.</summary>
    public Period To { get; }

    /// <summary>Number of quarters in the window.</summary>
    public int Quarters => To - From + 1;

    /// <summary>The model's folder.</summary>
    public static string Folder => Path.Combine(Repository.Root, "models", "china");

    /// <summary>Reads the model and solves its baseline.</summary>
    public static ChinaCase Load()
    {
        var project = OpenProject();
        var model = Bind(project);
        var findings = new DiagnosticBag();
        var given = Workspace.Baseline.Read(project, model, findings) ?? throw Broken(findings);
        var solution = new Runner(project, model, TimeProvider.System).SolveBaseline(given);
        if (!solution.Outcome.IsSolved) { throw new InvalidOperationException(solution.Outcome.ToString()); }
        var plan = new ScenarioBinder(model, project.Scenarios, findings).Bind(Scenario) ?? throw Broken(findings);
        return new ChinaCase(model, solution.Paths, plan.Changes, project.End);
    }

    /// <summary>The same paths in the model without the figures that are only reported: the equations that are written by hand.</summary>
    public ChinaCase WithoutReporting()
    {
        var findings = new DiagnosticBag();
        var project = OpenProject();
        var files = project.ReadModel(findings).Where((_, i) => project.ModelFiles[i].Name != ReportingFile);
        var bound = Binder.Bind([.. files.Select(Parser.Parse)], new BinderOptions());
        var core = bound.Model ?? throw Broken([.. findings, .. bound.Diagnostics]);
        var paths = new Paths(core, Baseline.Start, Baseline.Count);
        int[] columns = [.. core.Symbols.Select(s => Model.Find(s.Name)!.Column)];
        for (int t = 0; t < paths.Count; t++)
        {
            for (int c = 0; c < columns.Length; c++) { paths.Row(t)[c] = Baseline.Row(t)[columns[c]]; }
        }

        return new ChinaCase(core, paths, [.. Changes.Select(c => c with { Column = core.Find(Model.Symbols[c.Column].Name)!.Column })], To);
    }

    /// <summary>Opens the model's folder.</summary>
    public static Project OpenProject()
    {
        var opened = Project.Open(Folder);
        return opened.Project ?? throw Broken(opened.Diagnostics);
    }

    /// <summary>Binds the model with some of its variants.</summary>
    public static BoundModel Bind(Project project, params string[] variants)
    {
        var findings = new DiagnosticBag();
        return ProjectModel.Load(project, variants, findings) ?? throw Broken(findings);
    }

    private static InvalidOperationException Broken(IEnumerable<Diagnostic> findings) => new(string.Join("\n", findings));
}
