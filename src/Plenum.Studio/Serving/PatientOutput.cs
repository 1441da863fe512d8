using System.IO.Pipelines;

namespace Plenum.Studio.Serving;

/// <summary>Sends to a client, and gives up when it takes too long to take what was written.</summary>
/// <remarks>
/// The server's own limit is on the mean rate of a whole answer, so a client that takes one half at once may leave the other for minutes. Here
/// each piece has its own time: the patience, and what the piece needs at <see cref="StudioLimits.SlowestReader"/>.
/// </remarks>
/// <param name="inner">What goes to the client.</param>
/// <param name="patience">How long a piece may wait, besides the time to send it.</param>
/// <param name="clock">Measures it.</param>
/// <param name="giveUp">Closes the connection.</param>
internal sealed class PatientOutput(PipeWriter inner, TimeSpan patience, TimeProvider clock, Action giveUp) : PipeWriter
{
    private long _written;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);

    public override void Advance(int bytes)
    {
        _written += bytes;
        inner.Advance(bytes);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        var flush = inner.FlushAsync(cancellationToken);
        var longest = patience + TimeSpan.FromSeconds(_written / StudioLimits.SlowestReader);
        _written = 0;
        return flush.IsCompleted ? flush : new ValueTask<FlushResult>(WaitAsync(flush, longest));
    }

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    private async Task<FlushResult> WaitAsync(ValueTask<FlushResult> flush, TimeSpan longest)
    {
        using var timer = clock.CreateTimer(_ => giveUp(), null, longest, Timeout.InfiniteTimeSpan);
        return await flush.ConfigureAwait(false);
    }
}

/// <summary>Both directions of a connection, the one to the client watched.</summary>
/// <param name="Input">From the client.</param>
/// <param name="Output">To the client.</param>
internal sealed record WatchedTransport(PipeReader Input, PipeWriter Output) : IDuplexPipe;
