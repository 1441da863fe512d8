using System.Collections.Concurrent;
using Plenum.Workspace;

namespace Plenum.Studio.Economy;

/// <summary>Compiled models for long runs, each used by one run at a time; there are as many as run at once.</summary>
internal sealed class RunnerPool(OpenedModel economy, TimeProvider clock)
{
    private readonly ConcurrentBag<Runner> _free = [];

    /// <summary>Lends a runner for as long as some work lasts.</summary>
    public T Use<T>(Func<Runner, T> work)
    {
        if (!_free.TryTake(out var runner)) { runner = new Runner(economy.Project, economy.Model, clock); }
        try { return work(runner); }
        finally { _free.Add(runner); }
    }
}
