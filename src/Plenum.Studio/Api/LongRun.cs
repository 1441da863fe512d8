using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Plenum.Studio.Economy;
using Plenum.Studio.Serving;

namespace Plenum.Studio.Api;

/// <summary>Carries out what may last, and answers with the result alone or with a stream of events, as the client accepts.</summary>
/// <remarks>
/// The events are <c>queued</c> while others are ahead, <c>progress</c>, <c>partial</c>, and at the end <c>result</c> or <c>problem</c>. Few wait
/// at a time; where a client reads slowly, older ones are left out, and one that reads nothing is cut off, which stops the run.
/// Source of the format: The WHATWG HTML standard, "Server-sent events".
/// </remarks>
internal static class LongRun
{
    private const string EventStream = "text/event-stream";
    private const string SecondsToWait = "10";
    private const int WaitingEvents = 8;

    /// <summary>Runs when its turn has come, and answers.</summary>
    /// <param name="context">The request.</param>
    /// <param name="work">What is done, on a thread of its own.</param>
    public static async Task AnswerAsync(HttpContext context, Func<RunReporter, CancellationToken, ApiResult> work)
    {
        var gate = context.RequestServices.GetRequiredService<RunGate>();
        bool streams = context.Request.Headers.Accept.Any(a => a is not null && a.Contains(EventStream, StringComparison.OrdinalIgnoreCase));
        var events = Channel.CreateBounded<RunEvent>(new BoundedChannelOptions(WaitingEvents) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        var reporter = new RunReporter(events.Writer, context.RequestServices.GetRequiredService<TimeProvider>());
        if (gate.Run(new Asker($"program at {context.Connection.RemoteIpAddress}", reporter.Queued), stop => Task.FromResult(work(reporter, stop)), context.RequestAborted) is not { } turn)
        {
            context.Response.Headers.RetryAfter = SecondsToWait;
            await Refusal.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "All places for long runs are taken.", $"{gate.Refusal}; try again after the seconds in Retry-After.").ConfigureAwait(false);
            return;
        }

        var run = CarryAsync(turn, reporter, gate.Longest);
        if (!streams)
        {
            await (await run.ConfigureAwait(false)).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        context.Response.ContentType = EventStream;
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            await foreach (var happened in events.Reader.ReadAllAsync(context.RequestAborted).ConfigureAwait(false)) { await WriteAsync(context, happened).ConfigureAwait(false); }
        }
        catch (OperationCanceledException)
        {
            // Whoever asked has gone; the run ends as well.
        }

        var result = await run.ConfigureAwait(false);
        if (!context.RequestAborted.IsCancellationRequested) { await WriteAsync(context, new RunEvent(result.IsProblem ? "problem" : "result", result.Body)).ConfigureAwait(false); }
    }

    private static async Task<ApiResult> CarryAsync(Task<ApiResult> turn, RunReporter reporter, TimeSpan longest)
    {
        try
        {
            return await turn.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ApiResult.Problem(StatusCodes.Status504GatewayTimeout, "The run took too long and was stopped.", $"A run may take {longest.TotalMinutes:0} minutes; ask for fewer draws, variables or periods.");
        }
        finally
        {
            reporter.End();
        }
    }

    private static async Task WriteAsync(HttpContext context, RunEvent happened)
    {
        byte[] head = Encoding.UTF8.GetBytes($"event: {happened.Name}\ndata: ");
        await context.Response.Body.WriteAsync((byte[])[.. head, .. happened.Data, (byte)'\n', (byte)'\n'], context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}

/// <summary>Something to tell while a run lasts.</summary>
/// <param name="Name">The kind of event.</param>
/// <param name="Data">An object on one line.</param>
internal sealed record RunEvent(string Name, byte[] Data);

/// <summary>Tells how far a run has come; at most ten times a second.</summary>
internal sealed class RunReporter(ChannelWriter<RunEvent> events, TimeProvider clock) : IProgress<Series.Period>
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);
    private long _last;

    /// <summary>What is being done, in a word or two.</summary>
    public string Task { get; set; } = "";

    /// <summary>Tells how many runs are ahead; nothing when the turn has come.</summary>
    public void Queued(int ahead)
    {
        if (ahead > 0) { events.TryWrite(new RunEvent("queued", ApiResult.Json(writer => writer.WriteNumber("ahead", ahead)))); }
    }

    /// <summary>Tells of progress.</summary>
    /// <param name="done">How much is done.</param>
    /// <param name="of">How much there is to do; null where that is not known.</param>
    public void Progress(string done, int? of = null)
    {
        long now = clock.GetTimestamp();
        if (_last != 0 && clock.GetElapsedTime(_last, now) < s_interval) { return; }
        _last = now;
        events.TryWrite(new RunEvent("progress", ApiResult.Json(writer =>
        {
            writer.WriteString("task", Task);
            writer.WriteString("done", done);
            if (of is { } all) { writer.WriteNumber("of", all); }
        })));
    }

    /// <inheritdoc/>
    public void Report(Series.Period value) => Progress(value.ToString());

    /// <summary>Gives a first, coarse result.</summary>
    public void Partial(Action<Utf8JsonWriter> content) => events.TryWrite(new RunEvent("partial", ApiResult.Json(content)));

    /// <summary>Nothing more will be told.</summary>
    public void End() => events.TryComplete();
}
