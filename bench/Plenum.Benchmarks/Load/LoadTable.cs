using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Plenum.Benchmarks.Load;

/// <summary>Does the studio stay quick, and its memory flat, while many users move sliders?</summary>
/// <remarks>
/// Each user sends the next position of a slider when its answer to the one before is there, at most five a second, as a hand does. The
/// server is a process of its own and is ended when the time is over, whatever happens.
/// </remarks>
internal sealed partial class LoadTable(TimeSpan duration)
{
    private const int Users = 20;
    private const int Rows = 10;
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(5);
    private readonly ConcurrentQueue<double> _latencies = new();
    private int _failures;

    /// <summary>Measures.</summary>
    public ResultTable Measure()
    {
        using var server = Start(out var address);
        try
        {
            return MeasureAsync(server, address).GetAwaiter().GetResult();
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            server.WaitForExit();
        }
    }

    private async Task<ResultTable> MeasureAsync(Process server, Uri address)
    {
        var table = new ResultTable("load", "Twenty users who move sliders",
            Text.Of($"{Users} users at once, each moving the tariff by POST /api/solve, five positions a second at most, which answers with the paths of all headline variables; users and server share the machine. Latencies in milliseconds, from the request to the last byte; {duration.TotalMinutes:0.#} minutes after {s_warmUp.TotalSeconds:0} seconds of warming up."),
            ["until", "answers", "median", "95 %", "longest", "failed", "memory of the server"]);
        using var ended = new CancellationTokenSource(s_warmUp + duration);
        using var http = new HttpClient { BaseAddress = address };
        var users = Enumerable.Range(0, Users).Select(user => MoveAsync(http, user, ended.Token)).ToList();
        await Task.Delay(s_warmUp).ConfigureAwait(false);
        _latencies.Clear();
        var all = new List<double>();
        for (int row = 1; row <= Rows; row++)
        {
            await Task.Delay(duration / Rows).ConfigureAwait(false);
            var part = new List<double>();
            while (_latencies.TryDequeue(out double latency)) { part.Add(latency); }
            all.AddRange(part);
            Add(table, Text.Of($"{(duration / Rows * row).TotalMinutes:0.0} min"), part, server);
        }

        await ended.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(users).ConfigureAwait(false);
        Add(table, "**all**", all, server);
        table.Notes.Add("Wanted: a median below 300 ms on two cores, and memory that does not grow from the middle of the table to its end.");
        return table;
    }

    private void Add(ResultTable table, string until, List<double> latencies, Process server)
    {
        latencies.Sort();
        server.Refresh();
        double At(double share) => latencies.Count == 0 ? double.NaN : latencies[(int)(share * (latencies.Count - 1))];
        table.Add(until, Text.Of($"{latencies.Count:N0}"), Text.Digits(At(0.5)), Text.Digits(At(0.95)), Text.Digits(At(1.0)), Text.Of($"{_failures}"), Text.Of($"{server.WorkingSet64 / 1048576.0:0} MB"));
    }

    private async Task MoveAsync(HttpClient http, int user, CancellationToken ended)
    {
        try
        {
            for (int step = user; !ended.IsCancellationRequested; step++)
            {
                string size = (0.02 * (step % 50)).ToString(CultureInfo.InvariantCulture);
                using var body = new StringContent($$$"""{"draft":{"name":"User {{{user}}}","moves":[{"instrument":"tariff_exogenous[us]","size":{{{size}}} }]}}""", Encoding.UTF8, "application/json");
                long started = Stopwatch.GetTimestamp();
                using var response = await http.PostAsync(new Uri("/api/solve", UriKind.Relative), body, ended).ConfigureAwait(false);
                await response.Content.ReadAsByteArrayAsync(ended).ConfigureAwait(false);
                var taken = Stopwatch.GetElapsedTime(started);
                _latencies.Enqueue(taken.TotalMilliseconds);
                if (!response.IsSuccessStatusCode) { Interlocked.Increment(ref _failures); }
                if (taken < s_step) { await Task.Delay(s_step - taken, ended).ConfigureAwait(false); }
            }
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }

    private static Process Start(out Uri address)
    {
        string program = Path.Combine(Repository.Root, "artifacts", "bin", "Plenum.Studio", "release", "plenum-studio");
        if (!File.Exists(program)) { throw new FileNotFoundException("The studio is not built: dotnet build src/Plenum.Studio -c Release", program); }
        var process = Process.Start(new ProcessStartInfo(program, ["studio", "--port", "0", "--no-browser", "--project", ChinaCase.Folder]) { RedirectStandardOutput = true })!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (Listening().Match(line) is not { Success: true } found) { continue; }
            address = new Uri(found.Value);
            return process;
        }

        throw new InvalidOperationException("The studio ended before it listened.");
    }

    [GeneratedRegex(@"http://[\d.:]+")]
    private static partial Regex Listening();
}
