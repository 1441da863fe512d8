using System.Runtime.InteropServices;
using System.Text.Json;
using Plenum.Cluster.Draws;
using Plenum.Engine.Ensembles;
using Plenum.Language.Diagnostics;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Runs;

namespace Plenum.Cluster;

/// <summary>Takes draws by the silos of a cluster.</summary>
/// <remarks>
/// <para>
/// The assembly is the only record of what is done, and it lies with whoever asked: a silo holds nothing that could be lost with it. Each silo has two ranges at a time,
/// one that it works on and one that waits, so that it never idles. A range goes back to those to be given out when its silo leaves the membership or fails to answer. Once all
/// are given out, silos that idle take over the ranges that others are late with. Whichever answer comes first counts; the other is the same to the bit.
/// </para>
/// <para>Silos that join in the middle get work too.</para>
/// </remarks>
/// <param name="client">The connection.</param>
/// <param name="job">What is to be drawn.</param>
/// <param name="bundle">The project's files.</param>
/// <param name="files">The model's files, for the places of failures.</param>
public sealed class ClusterDraws(ClusterClient client, DrawJob job, ProjectBundle bundle, IReadOnlyList<SourceText> files) : IDrawTaker
{
    /// <summary>Draws of a range.</summary>
    public const int Portion = 256;

    /// <summary>The longest that a silo may work on one range.</summary>
    internal static readonly TimeSpan LongestRange = TimeSpan.FromMinutes(10);

    private const int PerSilo = 2;
    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private readonly Dictionary<string, int> _drawsOfSilo = new(StringComparer.Ordinal);

    /// <summary>How many draws came from each silo.</summary>
    public IReadOnlyDictionary<string, int> DrawsOfSilo => _drawsOfSilo;

    /// <inheritdoc/>
    /// <exception cref="ClusterException">A silo runs another version or cannot prepare the job, or none is left.</exception>
    public void Complete(EnsembleAssembly assembly, Action<EnsemblePortion>? taken, CancellationToken cancellation) => CompleteAsync(assembly, taken, cancellation).GetAwaiter().GetResult();

    private async Task CompleteAsync(EnsembleAssembly assembly, Action<EnsemblePortion>? taken, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var waiting = new Queue<DrawRange>(assembly.Missing().SelectMany(r => r.Split(Portion)));
        var issued = new List<Issue>();
        var silos = await client.SilosAsync(cancellation).ConfigureAwait(false);
        var (glance, alone) = (Task.Delay(s_glance, cancellation), TimeProvider.System.GetTimestamp());
        while (!assembly.IsComplete)
        {
            if (silos.Count > 0) { alone = TimeProvider.System.GetTimestamp(); }
            else if (TimeProvider.System.GetElapsedTime(alone) > s_patience) { throw new ClusterException(NoSilo()); }
            foreach (string silo in silos) { Employ(silo, waiting, issued); }
            await Task.WhenAny([.. issued.Select(i => i.Answer), glance]).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            foreach (var issue in issued.Where(i => i.Answer.IsCompleted).ToList())
            {
                issued.Remove(issue);
                if (await AnswerAsync(issue).ConfigureAwait(false) is { } portion) { Take(assembly, issue, portion, taken); }
                else
                {
                    // Nothing more for this silo until the membership has been looked at again.
                    waiting.Enqueue(issue.Range);
                    silos = [.. silos.Where(s => s != issue.Silo)];
                }
            }

            if (!glance.IsCompleted) { continue; }
            silos = await client.SilosAsync(cancellation).ConfigureAwait(false);
            foreach (var lost in issued.Where(i => !silos.Contains(i.Silo)).ToList())
            {
                issued.Remove(lost);
                waiting.Enqueue(lost.Range);
            }

            glance = Task.Delay(s_glance, cancellation);
        }
    }

    /// <summary>Gives a silo what it can take: what waits, or else what others are late with.</summary>
    private void Employ(string silo, Queue<DrawRange> waiting, List<Issue> issued)
    {
        while (issued.Count(i => i.Silo == silo) < PerSilo && waiting.TryDequeue(out var range))
        {
            if (!issued.Exists(i => i.Range == range)) { issued.Add(new Issue(silo, range, AskAsync(silo, range))); }
        }

        if (issued.Exists(i => i.Silo == silo)) { return; }
        var late = issued.FirstOrDefault(i => issued.Count(o => o.Range == i.Range) == 1);
        if (late is not null) { issued.Add(new Issue(silo, late.Range, AskAsync(silo, late.Range))); }
    }

    private async Task<RangeAnswer> AskAsync(string silo, DrawRange range)
    {
        var answer = await client.Silo(silo).Draw(job, range.First, range.Count).ConfigureAwait(false);
        if (!answer.Lacks) { return answer; }
        await client.Silo(silo).Receive(bundle).ConfigureAwait(false);
        return await client.Silo(silo).Draw(job, range.First, range.Count).ConfigureAwait(false);
    }

    /// <summary>The draws of an answer; null where the silo did not come to give one.</summary>
    private async Task<EnsemblePortion?> AnswerAsync(Issue issue)
    {
        RangeAnswer answer;
        try
        {
            answer = await issue.Answer.ConfigureAwait(false);
        }
        catch (Exception error) when (error is OrleansException or TimeoutException or IOException)
        {
            return null;
        }

        if (answer.Problem is { } problem)
        {
            throw new ClusterException(answer.ProblemCode == ClusterCodes.OtherVersion
                ? Diagnostic.Error(ClusterCodes.OtherVersion, $"the silo {issue.Silo} runs another version of Plenum.", null, problem, "build the same version on every machine, and start its workers again.")
                : Diagnostic.Error(ClusterCodes.Unprepared, $"the silo {issue.Silo} cannot take part.", null, problem, "use machines with the same kind of processor, and the same version of Plenum."));
        }

        double[] values = MemoryMarshal.Cast<byte, double>(answer.Values).ToArray();
        var failures = JsonSerializer.Deserialize<FailureText[]>(answer.Failures) ?? [];
        return new EnsemblePortion(issue.Range, values, answer.Events, [.. failures.Select(f => f.ToFailure(files))]);
    }

    private void Take(EnsembleAssembly assembly, Issue issue, EnsemblePortion portion, Action<EnsemblePortion>? taken)
    {
        int fresh = assembly.Add(portion);
        if (fresh == 0) { return; }
        _drawsOfSilo[issue.Silo] = _drawsOfSilo.GetValueOrDefault(issue.Silo) + fresh;
        taken?.Invoke(portion);
    }

    private static Diagnostic NoSilo() => Diagnostic.Error(ClusterCodes.NoSilo, "every silo has gone.", null, "no silo has been there for twenty seconds.", "start one with plenum worker; what was kept (--keep) is not taken again.");

    /// <summary>A range that a silo was asked for.</summary>
    private sealed record Issue(string Silo, DrawRange Range, Task<RangeAnswer> Answer);
}
