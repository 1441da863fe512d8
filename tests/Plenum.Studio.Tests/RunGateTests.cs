using Plenum.Studio.Economy;

namespace Plenum.Studio.Tests;

/// <summary>The one gate for long runs of pages and programs.</summary>
public sealed class RunGateTests
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Whoever_waits_is_told_how_many_are_ahead_until_the_turn_comes()
    {
        var gate = new RunGate(places: 1, waiting: 4, waitingOfOne: 4, s_longest, TimeProvider.System);
        var (first, second, third) = (new Held(gate, "a"), new Held(gate, "b"), new Held(gate, "c"));
        Assert.Equal([2], third.Ahead);
        await first.EndAsync();
        await second.EndAsync();
        await third.Begun;
        Assert.Equal([2, 1, 0], third.Ahead);
        await third.EndAsync();
    }

    [Fact]
    public async Task A_run_that_is_given_up_while_it_waits_leaves_the_line()
    {
        var gate = new RunGate(places: 1, waiting: 2, waitingOfOne: 2, s_longest, TimeProvider.System);
        var (first, second, third) = (new Held(gate, "a"), new Held(gate, "b"), new Held(gate, "c"));
        Assert.True(new Held(gate, "d").IsRefused);
        await second.GiveUpAsync();
        Assert.Equal([2, 1], third.Ahead);
        Assert.False(new Held(gate, "d").IsRefused);
        await first.EndAsync();
        await third.EndAsync();
    }

    [Fact]
    public async Task Who_runs_nothing_comes_before_who_runs_already()
    {
        var gate = new RunGate(places: 1, waiting: 8, waitingOfOne: 4, s_longest, TimeProvider.System);
        var greedy = Enumerable.Range(0, 4).Select(_ => new Held(gate, "greedy")).ToList();
        var modest = new Held(gate, "modest");
        Assert.Equal([1], modest.Ahead);
        await greedy[0].EndAsync();
        await modest.Begun.WaitAsync(s_longest, TestContext.Current.CancellationToken);
        await modest.EndAsync();
        foreach (var run in greedy[1..]) { await run.EndAsync(); }
    }

    [Fact]
    public async Task One_user_cannot_take_all_the_room()
    {
        var gate = new RunGate(places: 1, waiting: 4, waitingOfOne: 2, s_longest, TimeProvider.System);
        var greedy = Enumerable.Range(0, 4).Select(_ => new Held(gate, "greedy")).ToList();
        Assert.Equal([false, false, false, true], greedy.Select(g => g.IsRefused));
        var modest = new Held(gate, "modest");
        Assert.False(modest.IsRefused);
        foreach (var run in greedy[..3].Append(modest)) { await run.GiveUpAsync(); }
    }

    [Fact]
    public async Task A_run_that_takes_too_long_is_stopped_though_nobody_gave_it_up()
    {
        var gate = new RunGate(places: 1, waiting: 1, waitingOfOne: 1, TimeSpan.FromMilliseconds(50), TimeProvider.System);
        var run = gate.Run<int>(new Asker("a", _ => { }), async stop =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return 0;
        }, CancellationToken.None);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run!);
        Assert.Equal(1, await gate.Run(new Asker("a", _ => { }), _ => Task.FromResult(1), CancellationToken.None)!);
    }

    /// <summary>However users come, end and give up: never more run than there are places, and in the end all is free again.</summary>
    [Fact]
    public void Never_more_run_than_there_are_places()
    {
        Gen.Select(Gen.Int[1, 3], Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3]).Array[1, 30]).Sample((places, steps) =>
        {
            var gate = new RunGate(places, waiting: 5, waitingOfOne: 3, s_longest, TimeProvider.System);
            var runs = new List<Held>();
            foreach (var (step, owner) in steps)
            {
                if (step == 0 || runs.Count == 0) { runs.Add(new Held(gate, $"user {owner}")); }
                else if (runs[owner % runs.Count] is { IsRefused: false } run) { (step == 1 ? run.EndIfBegunAsync() : run.GiveUpAsync()).GetAwaiter().GetResult(); }
                Assert.True(runs.Count(r => r.HasTurn && !r.IsOver) <= places);
            }

            foreach (var run in runs.Where(r => !r.IsRefused)) { run.GiveUpAsync().GetAwaiter().GetResult(); }
            var last = Enumerable.Range(0, places).Select(_ => new Held(gate, "last")).ToList();
            Assert.All(last, l => Assert.Equal([0], l.Ahead));
            foreach (var run in last) { run.GiveUpAsync().GetAwaiter().GetResult(); }
        }, iter: 200, threads: 1);
    }

    /// <summary>A run that lasts until it is told to end.</summary>
    private sealed class Held
    {
        private readonly TaskCompletionSource<int> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Func<Task> _giveUp;
        private readonly List<int> _ahead = [];
        private readonly Task<int>? _run;

        public Held(RunGate gate, string owner)
        {
            var cancellation = new CancellationTokenSource();
            _giveUp = cancellation.CancelAsync;
            _run = gate.Run(new Asker(owner, _ahead.Add), stop =>
            {
                _begun.TrySetResult();
                return _end.Task.WaitAsync(stop);
            }, cancellation.Token);
        }

        public bool IsRefused => _run is null;

        public IReadOnlyList<int> Ahead => [.. _ahead];

        public bool HasTurn => _ahead is [.., 0];

        public bool IsOver => _run is null or { IsCompleted: true };

        public Task Begun => _begun.Task;

        public async Task EndAsync()
        {
            _end.SetResult(1);
            Assert.Equal(1, await _run!);
        }

        public Task EndIfBegunAsync() => HasTurn && !IsOver ? EndAsync() : Task.CompletedTask;

        public async Task GiveUpAsync()
        {
            await _giveUp();
            try { await _run!; }
            catch (OperationCanceledException)
            {
                // That is what giving up means.
            }
        }
    }
}
