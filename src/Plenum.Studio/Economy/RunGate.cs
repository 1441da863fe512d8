using System.Globalization;
using Plenum.Language.Diagnostics;
using Plenum.Workspace;

namespace Plenum.Studio.Economy;

/// <summary>The one gate for long runs, whoever asks for them: few go at once, the others wait, and turns go round among those who ask.</summary>
/// <remarks>
/// Those who wait stand in the order of how many runs of the same owner are before them, then of how long ago the owner had a turn, then in
/// the order in which they came. An owner who comes new counts as one whose turn was just before the last. So nobody who asks for much keeps
/// out who asks for one, and nobody waits for ever: whoever comes later than the next turn stands behind.
/// Source of the idea: A. Demers, S. Keshav, S. Shenker (1989), "Analysis and simulation of a fair queueing algorithm", SIGCOMM.
/// </remarks>
/// <param name="places">Runs at the same time.</param>
/// <param name="waiting">Runs that may wait.</param>
/// <param name="waitingOfOne">Runs of one owner that may wait.</param>
/// <param name="longest">How long a run may take, not counting its wait.</param>
/// <param name="clock">Measures it.</param>
public sealed class RunGate(int places, int waiting, int waitingOfOne, TimeSpan longest, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<Ticket> _waiting = [];
    private readonly Dictionary<string, int> _running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lastTurn = new(StringComparer.Ordinal);
    private int _runs;
    private int _turns;

    /// <summary>How long a run may take, not counting its wait.</summary>
    public TimeSpan Longest => longest;

    /// <summary>What whoever waits is told.</summary>
    /// <param name="ahead">Runs that go or are before it in line.</param>
    public static string Words(int ahead) => ahead == 1 ? "1 run is ahead of yours" : string.Create(CultureInfo.InvariantCulture, $"{ahead} runs are ahead of yours");

    /// <summary>What whoever is refused is told.</summary>
    public string Refusal => string.Create(CultureInfo.InvariantCulture, $"{places} run at once and {waiting} wait, {waitingOfOne} of them of one user");

    /// <summary>The finding that there is no room to wait.</summary>
    public Diagnostic NoRoom() => Diagnostic.Error(WorkspaceCodes.TooManyDraws, "all places for long runs are taken.", null, $"{Refusal}.", "try again in a minute.");

    /// <summary>Does some work when its turn has come, on a thread of its own.</summary>
    /// <param name="asker">Whose run it is.</param>
    /// <param name="work">The work; its token also ends it when it takes too long.</param>
    /// <param name="cancellation">Gives up the place in line, or stops the work.</param>
    /// <returns>The work under way; null where there is no room to wait.</returns>
    public Task<T>? Run<T>(Asker asker, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(asker);
        ArgumentNullException.ThrowIfNull(work);
        var ticket = new Ticket(asker);
        lock (_gate)
        {
            if (_runs < places) { Begin(ticket); }
            else if (_waiting.Count >= waiting || _waiting.Count(t => t.Owner == asker.Owner) >= waitingOfOne) { return null; }
            else
            {
                // Turns have even numbers, so that who comes between two of them has a number of its own.
                _lastTurn.TryAdd(asker.Owner, (2 * _turns) - 1);
                _waiting.Add(ticket);
            }

            Tell();
        }

        return RunAsync(ticket, work, cancellation);
    }

    private async Task<T> RunAsync<T>(Ticket ticket, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await ticket.Turn.Task.WaitAsync(cancellation).ConfigureAwait(false);
            using var tooLong = new CancellationTokenSource(longest, clock);
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, tooLong.Token);
            return await Task.Run(() => work(ending.Token), ending.Token).ConfigureAwait(false);
        }
        finally
        {
            Leave(ticket);
        }
    }

    private void Leave(Ticket ticket)
    {
        lock (_gate)
        {
            if (!_waiting.Remove(ticket))
            {
                _runs--;
                if (--_running[ticket.Owner] == 0) { _running.Remove(ticket.Owner); }
            }

            while (_runs < places && InOrder().FirstOrDefault() is { } next)
            {
                _waiting.Remove(next);
                Begin(next);
            }

            if (!_running.ContainsKey(ticket.Owner) && !_waiting.Exists(t => t.Owner == ticket.Owner)) { _lastTurn.Remove(ticket.Owner); }
            Tell();
        }
    }

    private void Begin(Ticket ticket)
    {
        _runs++;
        _turns++;
        _lastTurn[ticket.Owner] = 2 * _turns;
        _running[ticket.Owner] = _running.GetValueOrDefault(ticket.Owner) + 1;
        ticket.Turn.SetResult();
        ticket.Tell(0);
    }

    /// <summary>Those who wait, the next first. Sorting keeps the order of coming among equals.</summary>
    private IEnumerable<Ticket> InOrder() => _waiting
        .GroupBy(t => t.Owner)
        .SelectMany(own => own.Select((ticket, index) => (Ticket: ticket, Before: _running.GetValueOrDefault(own.Key) + index)))
        .OrderBy(t => t.Before).ThenBy(t => _lastTurn[t.Ticket.Owner]).ThenBy(t => _waiting.IndexOf(t.Ticket))
        .Select(t => t.Ticket);

    private void Tell()
    {
        int ahead = _runs;
        foreach (var ticket in InOrder()) { ticket.Tell(ahead++); }
    }

    /// <summary>A place in line.</summary>
    private sealed class Ticket(Asker asker)
    {
        private int _told = -1;

        public string Owner => asker.Owner;

        /// <summary>Ends when the turn has come; what waits for it goes on elsewhere, never under the lock.</summary>
        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Tell(int count)
        {
            if (_told == count) { return; }
            _told = count;
            asker.Ahead(count);
        }
    }
}
