using Plenum.Engine;
using Plenum.Language.Diagnostics;
using Plenum.Workspace;
using Plenum.Workspace.History;
using Plenum.Workspace.Runs;

namespace Plenum.Cluster;

/// <summary>Where a silo does its work: the projects it was sent, opened and solved, and the jobs it has prepared, one part after the other.</summary>
/// <remarks>The files of projects lie in a folder of the machine's temporary ones, which is removed in the end. The last projects and jobs are kept ready.</remarks>
/// <param name="threads">The threads of the silo.</param>
internal sealed class Workshop(int threads) : IDisposable
{
    private const int MostReady = 4;
    private readonly Lock _gate = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plenum-silo-");
    private readonly HashSet<string> _bundles = new(StringComparer.Ordinal);
    private readonly List<Kept<SolvedProject>> _projects = [];
    private readonly List<Kept<object>> _jobs = [];

    /// <summary>The threads of the silo.</summary>
    public int Threads => threads;

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

    /// <summary>Does a part of a job, or says what keeps the silo from it.</summary>
    /// <typeparam name="TReady">A job that is ready to be worked on.</typeparam>
    /// <typeparam name="TDone">What comes of a part.</typeparam>
    /// <param name="origin">What the job starts from.</param>
    /// <param name="prepare">Makes the job ready, once; null where an error was found.</param>
    /// <param name="work">Does the part.</param>
    public SiloAnswer<TDone> Do<TReady, TDone>(JobOrigin origin, Func<SolvedProject, DiagnosticBag, TReady?> prepare, Func<TReady, TDone> work)
        where TReady : class
        where TDone : class
    {
        if (origin.Program != ProgramVersion.Text) { return Refused(ClusterCodes.OtherVersion, $"it runs {ProgramVersion.Text}, this command {origin.Program}."); }
        lock (_gate)
        {
            if (!_bundles.Contains(origin.Bundle)) { return new SiloAnswer<TDone>(null, true, null, null); }
            var job = Keep(_jobs, origin.Digest, findings => Open(origin) switch
            {
                { Thing: { } project } => prepare(project, findings),
                { Problem: var problem } => Fail<TReady>(findings, problem),
            });
            return job.Thing is TReady ready ? new SiloAnswer<TDone>(work(ready), false, null, null) : Refused(ClusterCodes.Unprepared, job.Problem);
        }

        static SiloAnswer<TDone> Refused(string code, string problem) => new(null, false, code, problem);
    }

    /// <summary>Says that what was prepared here is not what the command prepared.</summary>
    public static T? Differs<T>(DiagnosticBag findings)
        where T : class => Fail<T>(findings, "the solved path differs there in a bit, as it may on a processor of another make.");

    /// <inheritdoc/>
    public void Dispose()
    {
        try { _folder.Delete(recursive: true); }
        catch (IOException) { /* The folder is one of the machine's temporary ones, which it clears itself. */ }
    }

    private Kept<SolvedProject> Open(JobOrigin origin) =>
        Keep(_projects, string.Join('\n', [origin.Bundle, .. origin.Variants, "", .. origin.Given]), findings => Solve(origin, findings));

    private SolvedProject? Solve(JobOrigin origin, DiagnosticBag findings)
    {
        string folder = Path.Combine(_folder.FullName, origin.Bundle);
        if (Project.Open(folder, "") is not { Project: { } project } || ProjectModel.Load(project, origin.Variants, findings) is not { } model) { return null; }
        for (int i = 0; i < origin.Given.Length; i++) { project.Scenarios.Open(origin.Given[i], Path.Combine(folder, ProjectBundle.PathOfGiven(i, origin.Given[i])), findings); }
        var given = Baseline.Read(project, model, findings);
        if (given is not null && origin.Variants.Length > 0 && model.Reach.Lead == 0) { given = VariantBaseline.Prepare(project, model, given, findings, CancellationToken.None); }
        if (given is null || findings.HasErrors) { return null; }
        var runner = new Runner(project, model, TimeProvider.System);
        var solution = runner.SolveBaseline(given);
        if (solution.Outcome.IsSolved) { return new SolvedProject(runner, solution.Paths, project.ReadModel(findings)); }
        findings.AddRange(solution.Outcome.Diagnostics);
        return null;
    }

    private static T? Fail<T>(DiagnosticBag findings, string problem)
        where T : class
    {
        findings.Add(Diagnostic.Error(ClusterCodes.Unprepared, problem, null, null, null));
        return null;
    }

    /// <summary>What was made ready before under a name, or is now; failures are kept as well.</summary>
    private static Kept<T> Keep<T>(List<Kept<T>> kept, string name, Func<DiagnosticBag, T?> make)
        where T : class
    {
        if (kept.Find(k => k.Name == name) is { } ready) { return ready; }
        var findings = new DiagnosticBag();
        var thing = make(findings);
        var made = new Kept<T>(name, thing, thing is not null ? "" : findings.FirstOrDefault(f => f.Severity == Severity.Error)?.Message ?? "the job cannot be prepared.");
        if (kept.Count == MostReady) { kept.RemoveAt(0); }
        kept.Add(made);
        return made;
    }

    /// <summary>Something made ready, or why it could not be.</summary>
    private sealed record Kept<T>(string Name, T? Thing, string Problem)
        where T : class;
}

/// <summary>A project on a silo.</summary>
/// <param name="Runner">Solves its model.</param>
/// <param name="Baseline">Its solved baseline.</param>
/// <param name="Files">The model's files.</param>
internal sealed record SolvedProject(Runner Runner, Paths Baseline, IReadOnlyList<SourceText> Files);
