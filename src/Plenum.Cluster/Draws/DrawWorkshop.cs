using System.Runtime.InteropServices;
using System.Text.Json;
using Plenum.Engine.Closures;
using Plenum.Engine.Ensembles;
using Plenum.Language.Diagnostics;
using Plenum.Workspace;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.History;
using Plenum.Workspace.Runs;
using Plenum.Workspace.Scenarios;

namespace Plenum.Cluster.Draws;

/// <summary>Prepares jobs on a silo, once each, and takes their draws.</summary>
/// <remarks>The files of projects lie in a folder of the machine's temporary ones, which is removed in the end. The last jobs are kept ready.</remarks>
/// <param name="threads">The threads of the silo.</param>
internal sealed class DrawWorkshop(int threads) : IDisposable
{
    private const int MostPrepared = 4;
    private readonly Lock _gate = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plenum-silo-");
    private readonly HashSet<string> _bundles = new(StringComparer.Ordinal);
    private readonly List<Prepared> _prepared = [];

    /// <summary>Takes the files of a project.</summary>
    public void Receive(ProjectBundle bundle)
    {
        lock (_gate)
        {
            if (_bundles.Contains(bundle.Digest)) { return; }
            bundle.Unpack(Path.Combine(_folder.FullName, bundle.Digest));
            _bundles.Add(bundle.Digest);
        }
    }

    /// <summary>Takes a range of draws, or says what keeps the silo from it.</summary>
    public RangeAnswer Draw(string silo, DrawJob job, int first, int count)
    {
        if (job.Program != ProgramVersion.Text) { return Problem(ClusterCodes.OtherVersion, $"it runs {ProgramVersion.Text}, this command {job.Program}."); }
        Prepared prepared;
        lock (_gate)
        {
            if (!_bundles.Contains(job.Bundle)) { return new RangeAnswer(silo, first, count, [], [], [], true, null, null); }
            prepared = Prepare(job);
        }

        if (prepared.Simulation is not { } simulation) { return Problem(ClusterCodes.Unprepared, prepared.Problem); }
        var portion = simulation.Ensemble.Take(new EnsembleOptions { Seed = job.Seed, Threads = threads }, new DrawRange(first, count));
        FailureText[] failures = [.. portion.Failures.Select(f => FailureText.Of(f, prepared.Files))];
        return new RangeAnswer(silo, first, count, MemoryMarshal.AsBytes(portion.Values.Span).ToArray(), portion.Events.ToArray(), JsonSerializer.SerializeToUtf8Bytes(failures), false, null, null);

        RangeAnswer Problem(string code, string text) => new(silo, first, count, [], [], [], false, code, text);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try { _folder.Delete(recursive: true); }
        catch (IOException) { /* The folder is one of the machine's temporary ones, which it clears itself. */ }
    }

    private Prepared Prepare(DrawJob job)
    {
        if (_prepared.Find(p => p.Digest == job.Digest) is { } ready) { return ready; }
        var findings = new DiagnosticBag();
        var prepared = Prepare(job, findings) ?? new Prepared(job.Digest, null, [], findings.FirstOrDefault(f => f.Severity == Severity.Error)?.Message ?? "the job cannot be prepared.");
        if (_prepared.Count == MostPrepared) { _prepared.RemoveAt(0); }
        _prepared.Add(prepared);
        return prepared;
    }

    private Prepared? Prepare(DrawJob job, DiagnosticBag findings)
    {
        string folder = Path.Combine(_folder.FullName, job.Bundle);
        if (Project.Open(folder, "") is not { Project: { } project } || ProjectModel.Load(project, job.Variants, findings) is not { } model) { return null; }
        for (int i = 0; i < job.Given.Length; i++) { project.Scenarios.Open(job.Given[i], Path.Combine(folder, ProjectBundle.PathOfGiven(i, job.Given[i])), findings); }
        var given = Baseline.Read(project, model, findings);
        if (given is not null && job.Variants.Length > 0 && model.Reach.Lead == 0) { given = VariantBaseline.Prepare(project, model, given, findings, CancellationToken.None); }
        if (given is null || findings.HasErrors) { return null; }

        var runner = new Runner(project, model, TimeProvider.System);
        var solution = runner.SolveBaseline(given);
        Closure? closure = null;
        if (solution.Outcome.IsSolved && job.Scenario is { } scenario)
        {
            if (new ScenarioBinder(model, project.Scenarios, findings).Bind(scenario) is not { } plan) { return null; }
            (solution, closure) = (runner.SolveScenario(solution.Paths, plan).Solution, plan.Closure);
        }

        if (!solution.Outcome.IsSolved)
        {
            findings.AddRange(solution.Outcome.Diagnostics);
            return null;
        }

        var request = new SimulationRequest(job.Horizon, job.Seed, [.. job.Variables.Select(v => model.Find(v)!)])
        {
            Bootstraps = job.Bootstraps,
            With = [.. job.With.Select(Enum.Parse<UncertainPart>)],
            Without = [.. job.Without.Select(Enum.Parse<UncertainPart>)],
            Conditions = job.Conditions,
            Given = job.Holding,
            Risks = job.Risks,
        };
        if (Simulation.Prepare(runner, solution.Paths, closure, request, findings) is not { } simulation) { return null; }
        return RunDescription.Of(project, job.Scenario ?? "baseline", request, simulation).Digest == job.Digest
            ? new Prepared(job.Digest, simulation, project.ReadModel(findings), "")
            : new Prepared(job.Digest, null, [], "the path around which draws are taken differs there in a bit, as it may on a processor of another make.");
    }

    private sealed record Prepared(string Digest, Simulation? Simulation, IReadOnlyList<SourceText> Files, string Problem);
}
