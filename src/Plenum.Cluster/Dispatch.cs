using Plenum.Language.Diagnostics;

namespace Plenum.Cluster;

/// <summary>Gives the parts of a job to the silos of a cluster.</summary>
/// <remarks>
/// <para>
/// Whoever asks has the only record of what is done: a silo holds nothing that could be lost with it. Each silo has two parts at a time, one that it works on
/// and one that waits, so that it never idles. A part goes back to those to be given out when its silo leaves the membership or fails to answer. Once all are
/// given out, silos that idle take over the parts that others are late with. Whichever answer comes first counts; the other is the same to the bit.
/// </para>
/// <para>Silos that join in the middle get work too.</para>
/// </remarks>
/// <typeparam name="TPart">A part of the job; equal parts are one.</typeparam>
/// <typeparam name="TDone">What comes of it.</typeparam>
/// <param name="client">The connection.</param>
/// <param name="bundle">The project's files.</param>
/// <param name="ask">Asks a silo for a part.</param>
internal sealed class Dispatch<TPart, TDone>(ClusterClient client, ProjectBundle bundle, Func<ISiloGrain, TPart, Task<SiloAnswer<TDone>>> ask)
    where TPart : notnull
    where TDone : class
{
    private const int PerSilo = 2;
    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private readonly Queue<TPart> _waiting = new();
    private readonly List<Issue> _issued = [];
    private readonly HashSet<TPart> _left = [];

    /// <summary>Has parts done.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="take">Takes what came of a part and which silo did it; called once a part, one at a time.</param>
    /// <param name="cancellation">Stops between two answers.</param>
    /// <exception cref="ClusterException">A silo runs another version or cannot prepare the job, or none is left.</exception>
    public async Task RunAsync(IEnumerable<TPart> parts, Action<string, TPart, TDone> take, CancellationToken cancellation)
    {
        foreach (var part in parts)
        {
            if (_left.Add(part)) { _waiting.Enqueue(part); }
        }

        var silos = await client.SilosAsync(cancellation).ConfigureAwait(false);
        var (glance, alone) = (Task.Delay(s_glance, cancellation), TimeProvider.System.GetTimestamp());
        while (_left.Count > 0)
        {
            if (silos.Count > 0) { alone = TimeProvider.System.GetTimestamp(); }
            else if (TimeProvider.System.GetElapsedTime(alone) > s_patience) { throw new ClusterException(NoSilo()); }
            foreach (string silo in silos) { Employ(silo); }
            await Task.WhenAny([.. _issued.Select(i => i.Answer), glance]).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            foreach (var issue in _issued.Where(i => i.Answer.IsCompleted).ToList())
            {
                _issued.Remove(issue);
                if (await AnswerAsync(issue).ConfigureAwait(false) is { } done)
                {
                    if (_left.Remove(issue.Part)) { take(issue.Silo, issue.Part, done); }
                    continue;
                }

                // Nothing more for this silo until the membership has been looked at again.
                _waiting.Enqueue(issue.Part);
                silos = [.. silos.Where(s => s != issue.Silo)];
            }

            if (!glance.IsCompleted) { continue; }
            silos = await client.SilosAsync(cancellation).ConfigureAwait(false);
            foreach (var lost in _issued.Where(i => !silos.Contains(i.Silo)).ToList())
            {
                _issued.Remove(lost);
                _waiting.Enqueue(lost.Part);
            }

            glance = Task.Delay(s_glance, cancellation);
        }
    }

    /// <summary>Gives a silo what it can take: what waits, or else what others are late with.</summary>
    private void Employ(string silo)
    {
        while (_issued.Count(i => i.Silo == silo) < PerSilo && _waiting.TryDequeue(out var part))
        {
            if (_left.Contains(part) && !_issued.Exists(i => i.Part.Equals(part))) { _issued.Add(new Issue(silo, part, AskAsync(silo, part))); }
        }

        if (_issued.Exists(i => i.Silo == silo)) { return; }
        var late = _issued.FirstOrDefault(i => _left.Contains(i.Part) && _issued.Count(o => o.Part.Equals(i.Part)) == 1);
        if (late is not null) { _issued.Add(new Issue(silo, late.Part, AskAsync(silo, late.Part))); }
    }

    private async Task<SiloAnswer<TDone>> AskAsync(string silo, TPart part)
    {
        var answer = await ask(client.Silo(silo), part).ConfigureAwait(false);
        if (!answer.Lacks) { return answer; }
        await client.Silo(silo).Receive(bundle).ConfigureAwait(false);
        return await ask(client.Silo(silo), part).ConfigureAwait(false);
    }

    /// <summary>What came of a part; null where the silo did not come to do it.</summary>
    private static async Task<TDone?> AnswerAsync(Issue issue)
    {
        SiloAnswer<TDone> answer;
        try
        {
            answer = await issue.Answer.ConfigureAwait(false);
        }
        catch (Exception error) when (error is OrleansException or TimeoutException or IOException)
        {
            return null;
        }

        if (answer.Problem is not { } problem) { return answer.Done; }
        throw new ClusterException(answer.ProblemCode == ClusterCodes.OtherVersion
            ? Diagnostic.Error(ClusterCodes.OtherVersion, $"the silo {issue.Silo} runs another version of Plenum.", null, problem, "build the same version on every machine, and start its workers again.")
            : Diagnostic.Error(ClusterCodes.Unprepared, $"the silo {issue.Silo} cannot take part.", null, problem, "use machines with the same kind of processor, and the same version of Plenum."));
    }

    private static Diagnostic NoSilo() => Diagnostic.Error(ClusterCodes.NoSilo, "every silo has gone.", null, "no silo has been there for twenty seconds.", "start one with plenum worker; what was kept (--keep) is not taken again.");

    /// <summary>A part that a silo was asked for.</summary>
    private sealed record Issue(string Silo, TPart Part, Task<SiloAnswer<TDone>> Answer);
}
