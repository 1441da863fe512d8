using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Report.Figures;
using Plenum.Workspace;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.History;
using Plenum.Workspace.Scenarios;

namespace Plenum.Cli;

/// <summary>Opens what a verb works on; whatever goes wrong is reported, and the verb gets null.</summary>
internal sealed class Workbench(CommandConsole console, Request request)
{
    private const int MostHeadline = 12;
    private readonly DiagnosticBag _findings = [];

    /// <summary>The exit code of the failure, once a method has returned null.</summary>
    public int Failure { get; private set; } = ExitCode.BadInput;

    /// <summary>Opens the project that was named, the one around the current folder, or the China model.</summary>
    public Project? OpenProject()
    {
        if (FindFolder() is not { } folder) { return Fail<Project>(); }
        string shown = Path.GetRelativePath(console.Environment.CurrentDirectory, folder);
        var result = Project.Open(folder, shown.StartsWith("..", StringComparison.Ordinal) ? folder : shown);
        _findings.AddRange(result.Diagnostics);
        return result.Project ?? Fail<Project>();
    }

    /// <summary>Opens the project and binds its model.</summary>
    public Runner? OpenModel()
    {
        if (OpenProject() is not { } project) { return null; }
        return ProjectModel.Load(project, request.Variants, _findings) is { } model ? new Runner(project, model, console.Environment.Clock) : Fail<Runner>();
    }

    /// <summary>Solves the baseline and scenarios.</summary>
    /// <param name="runner">The project.</param>
    /// <param name="combinations">Scenarios, or several joined by '+'.</param>
    public Run? Solve(Runner runner, IReadOnlyList<string> combinations)
    {
        var plans = Bind(runner, combinations);
        var given = Baseline.Read(runner.Project, runner.Model, _findings);
        if (given is not null && request.Variants.Count > 0 && runner.Model.Reach.Lead == 0) { given = VariantBaseline.Prepare(runner.Project, runner.Model, given, _findings, console.Environment.Cancellation); }
        if (given is null || plans is null) { return Fail<Run>(); }

        using var progress = new ProgressLine(console.Error, console.Environment) { Task = "baseline" };
        var baseline = runner.SolveBaseline(given, progress, console.Environment.Cancellation);
        if (!baseline.Outcome.IsSolved)
        {
            progress.Dispose();
            return NotSolved("baseline", baseline);
        }

        var scenarios = new List<ScenarioRun>();
        foreach (var plan in plans)
        {
            progress.Task = plan.Name;
            scenarios.Add(runner.SolveScenario(baseline.Paths, plan, progress, console.Environment.Cancellation));
        }

        return new Run(runner.Project, runner.Model, baseline, scenarios) { Terminal = runner.Terminal };
    }

    /// <summary>Solves the baseline, on which experiments can then be carried out.</summary>
    public Laboratory? OpenLaboratory(Runner runner) => Solve(runner, []) is { } run ? new Laboratory(runner, run.Baseline.Paths) : null;

    /// <summary>Carries out experiments and measures what they show.</summary>
    public IReadOnlyList<Measured> Measure(Laboratory laboratory, IEnumerable<BoundExpectation> expectations)
    {
        using var progress = new ProgressLine(console.Error, console.Environment);
        var measured = new List<Measured>();
        foreach (var expectation in expectations)
        {
            progress.Task = expectation.Expectation.Experiment.Name;
            measured.Add(laboratory.Measure(expectation, progress, console.Environment.Cancellation));
        }

        return measured;
    }

    /// <summary>Writes a text file that the user names from the current folder.</summary>
    /// <returns>Whether it could be written.</returns>
    public bool Save(string file, string text)
    {
        try
        {
            File.WriteAllText(Path.Combine(console.Environment.CurrentDirectory, file), text);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"'{file}' cannot be written: {error.Message}");
            return false;
        }
    }

    /// <summary>What was found so far; readers add to it.</summary>
    public DiagnosticBag Findings => _findings;

    /// <summary>The variables named, or else the project's headline variables.</summary>
    public IReadOnlyList<ShownVariable>? Variables(Runner runner, IReadOnlyList<string> names)
    {
        IEnumerable<HeadlineVariable> wanted = names.Count > 0 ? names.Select(n => new HeadlineVariable(new PlacedName(n, default), null)) : runner.Project.Headline;
        var known = runner.Project.Headline.DistinctBy(h => h.Variable.Name).ToDictionary(h => h.Variable.Name);
        var shown = new List<ShownVariable>();
        foreach (var variable in wanted)
        {
            var symbols = Symbols(runner.Model, variable.Variable.Name);
            if (symbols.Count == 0) { ReportUnknown(runner.Model, variable.Variable); }
            foreach (var symbol in symbols)
            {
                var headline = known.GetValueOrDefault(symbol.Name, variable);
                shown.Add(new ShownVariable(symbol, headline.Kind ?? Deviation.KindOf(symbol), symbols.Count == 1 ? headline.Label : null));
            }
        }

        if (_findings.HasErrors) { return Fail<IReadOnlyList<ShownVariable>>(); }
        if (shown.Count > 0) { return shown; }
        return [.. runner.Model.Symbols.Where(s => s.Role == Role.Endogenous).Take(MostHeadline).Select(s => new ShownVariable(s, Deviation.KindOf(s)))];
    }

    /// <summary>The symbol of a name, or all members of a name over a set.</summary>
    public static IReadOnlyList<Symbol> Symbols(BoundModel model, string name) =>
        model.Find(name) is { } one ? [one] : [.. model.Symbols.Where(s => s.Family == name && s.Role != Role.AddFactor)];

    /// <summary>Reports that the model has no such name.</summary>
    public void ReportUnknown(BoundModel model, PlacedName name)
    {
        string? near = Suggestion.Nearest(name.Name, model.Symbols.Select(s => s.Name).Concat(model.Symbols.Select(s => s.Family)).Distinct());
        SourceSpan? place = name.Span.Source is null ? null : name.Span;
        Report(Diagnostic.Error(WorkspaceCodes.UnknownName, $"the model has no name '{name.Name}'.", place, null, near is null ? "plenum show lists the blocks of the model, plenum show BLOCK its names." : $"did you mean '{near}'?"));
    }

    /// <summary>Adds a finding.</summary>
    public void Report(Diagnostic finding) => _findings.Add(finding);

    /// <summary>Writes what was found, and leaves the verb without a value.</summary>
    public T? Fail<T>()
        where T : class
    {
        console.Report(_findings, request.Json);
        return null;
    }

    /// <summary>The same, with the exit code that the verb ends with.</summary>
    public T? Fail<T>(int code)
        where T : class
    {
        Failure = code;
        return Fail<T>();
    }

    private List<ScenarioPlan>? Bind(Runner runner, IReadOnlyList<string> combinations)
    {
        OpenFiles(runner.Project, combinations);
        var binder = new ScenarioBinder(runner.Model, runner.Project.Scenarios, _findings);
        var plans = combinations.Select(c => binder.Bind(c)).ToList();
        if (_findings.HasErrors) { return null; }
        Warn();
        return [.. plans.Select(p => p!)];
    }

    /// <summary>Takes in the scenario files that are named by a path from the current folder.</summary>
    public void OpenFiles(Project project, IEnumerable<string> combinations)
    {
        foreach (var (name, path) in GivenFiles(combinations)) { project.Scenarios.Open(name, path, _findings); }
    }

    /// <summary>The scenarios that are named by a path from the current folder, with their paths in full.</summary>
    public IReadOnlyList<(string Name, string Path)> GivenFiles(IEnumerable<string> combinations) =>
        [.. combinations.SelectMany(c => c.Split('+', StringSplitOptions.TrimEntries)).Where(IsPath).Distinct().Select(n => (n, Path.Combine(console.Environment.CurrentDirectory, n)))];

    private static bool IsPath(string name) => Path.GetExtension(name) is ".yaml" or ".yml";

    /// <summary>Tells people what is odd but does not keep the verb from its answer.</summary>
    private void Warn()
    {
        if (request.Json) { return; }
        foreach (var finding in _findings.Where(f => f.Severity == Severity.Warning && f.Code == WorkspaceCodes.LargeShare)) { console.Error.WriteLine(finding); }
    }

    private Run? NotSolved(string name, Solution solution)
    {
        Failure = ExitCode.NotSolved;
        if (request.Json)
        {
            JsonAnswer.Write(console.Out, writer =>
            {
                writer.WriteString("failed", name);
                writer.WriteString("outcome", solution.Outcome.ToString());
                JsonAnswer.Diagnostics(writer, _findings);
            });
        }
        else { console.Error.WriteLine(solution.Outcome); }
        return null;
    }

    private string? FindFolder()
    {
        string here = console.Environment.CurrentDirectory;
        if (request.Project is { } named)
        {
            string path = Path.GetFullPath(Path.Combine(here, named));
            if (Path.GetFileName(path) == Project.FileName) { path = Path.GetDirectoryName(path)!; }
            if (File.Exists(Path.Combine(path, Project.FileName))) { return path; }
            Report(Diagnostic.Error(WorkspaceCodes.NoProject, $"'{named}' is not a project: it has no {Project.FileName}.", null, null, "name the folder that holds it."));
            return null;
        }

        for (string? folder = here; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, Project.FileName))) { return folder; }
        }

        if (console.Environment.Home is { } home && Path.Combine(home, "models", "china") is var china && File.Exists(Path.Combine(china, Project.FileName))) { return china; }
        Report(Diagnostic.Error(WorkspaceCodes.NoProject, $"there is no {Project.FileName} here or in a folder above.", null, null, "change into a project's folder, or name it with --project DIR."));
        return null;
    }
}
