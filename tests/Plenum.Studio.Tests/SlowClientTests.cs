using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Plenum.Studio.Tests;

/// <summary>Clients that send or take next to nothing are cut off within the patience that the studio was started with, and the others notice nothing.</summary>
public sealed class SlowClientTests(SlowClientTests.Impatient server) : IClassFixture<SlowClientTests.Impatient>
{
    private const int Patience = 2;

    /// <summary>The patience, the second that one piece of an answer needs, and room for the server's clock, which ticks once a second.</summary>
    private static readonly TimeSpan s_latest = TimeSpan.FromSeconds(Patience + 1 + 4);


    [Fact]
    public async Task Readers_that_take_nothing_are_cut_off_and_hold_little_memory()
    {
        const int readers = 60, asked = 100;
        const long mostHeld = 120L << 20;
        await AssertAnswersAsync();
        long before = Memory();
        var clients = new List<TcpClient>();
        try
        {
            for (int i = 0; i < readers; i++)
            {
                var client = new TcpClient { ReceiveBufferSize = 4096 };
                clients.Add(client);
                await client.ConnectAsync(IPAddress.Loopback, server.Studio.Address.Port, TestContext.Current.CancellationToken);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("GET /api/equations HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", asked))), TestContext.Current.CancellationToken);
            }

            long started = Stopwatch.GetTimestamp();
            var closings = clients.Select(SecondsUntilClosedAsync).ToList();
            await AssertAnswersAsync();
            long held = Memory() - before;
            var seconds = await Task.WhenAll(closings);
            Assert.All(seconds, s => Assert.InRange(s, 0.5, s_latest.TotalSeconds));
            Assert.True(held < mostHeld, $"{held >> 20} MB were held for {readers} readers");
            Assert.True(Stopwatch.GetElapsedTime(started).TotalSeconds >= Patience - 1);
            await AssertAnswersAsync();
        }
        finally
        {
            foreach (var client in clients) { client.Dispose(); }
        }
    }

    [Fact]
    public async Task Senders_of_a_byte_now_and_then_are_cut_off()
    {
        using var head = await ConnectAsync("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");
        using var body = await ConnectAsync("POST /api/solve HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{");
        var answers = new[] { ReadToEndAsync(head), ReadToEndAsync(body) };
        var seconds = await Task.WhenAll(SecondsUntilClosedAsync(head), SecondsUntilClosedAsync(body));
        Assert.All(seconds, s => Assert.InRange(s, 1.0, s_latest.TotalSeconds));
        Assert.All(await Task.WhenAll(answers), a => Assert.StartsWith("HTTP/1.1 408", a, StringComparison.Ordinal));
        await AssertAnswersAsync();
    }

    [Fact]
    public async Task A_stream_that_nobody_reads_ends_with_its_connection_and_frees_its_place()
    {
        const string question = "{\"draws\":20000,\"horizon\":\"20y\"}";
        var streams = new List<TcpClient>();
        for (int i = 0; i < 2; i++) { streams.Add(await ConnectAsync($"POST /api/simulate HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: {question.Length}\r\n\r\n{question}")); }
        await AssertAnswersAsync();
        foreach (var stream in streams) { stream.Dispose(); }
        using var client = new Client(server.Studio.Address);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/api/explain", new { scenario = "S01", at = "4q" })).Status);
    }

    private async Task<TcpClient> ConnectAsync(string text)
    {
        var client = new TcpClient { ReceiveBufferSize = 4096, NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, server.Studio.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
        return client;
    }

    /// <summary>Sends a blank now and then, and waits until the other side has closed.</summary>
    private static async Task<double> SecondsUntilClosedAsync(TcpClient client)
    {
        long started = Stopwatch.GetTimestamp();
        var stream = client.GetStream();
        try
        {
            for (TimeSpan spent; (spent = Stopwatch.GetElapsedTime(started)) < 3 * s_latest;)
            {
                await Task.Delay(100);
                await stream.WriteAsync(" "u8.ToArray());
            }
        }
        catch (IOException)
        {
            // Closed, as it should be.
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<string> ReadToEndAsync(TcpClient client)
    {
        byte[] buffer = new byte[4096];
        var text = new StringBuilder();
        var stream = client.GetStream();
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer)) > 0;) { text.Append(Encoding.ASCII.GetString(buffer, 0, read)); }
        }
        catch (IOException)
        {
            // Whoever goes on sending after the answer is cut off.
        }

        return text.ToString();
    }

    private long Memory()
    {
        using var process = Process.GetProcessById(server.Studio.ProcessId);
        return process.WorkingSet64;
    }

    private async Task AssertAnswersAsync()
    {
        using var fresh = new Client(server.Studio.Address);
        Assert.Equal(HttpStatusCode.OK, (await fresh.GetAsync("/api/variables/gdp_real")).Status);
    }

    /// <summary>A studio that waits for nobody for long.</summary>
    public sealed class Impatient : IAsyncLifetime
    {
        private RunningStudio? _studio;

        public RunningStudio Studio => _studio!;

        public async ValueTask InitializeAsync() => _studio = await RunningStudio.StartAsync(null, "--patience", $"{Patience}");

        public async ValueTask DisposeAsync()
        {
            if (_studio is not null) { await _studio.DisposeAsync(); }
        }
    }
}
