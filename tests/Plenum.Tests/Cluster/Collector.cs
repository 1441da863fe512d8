using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Plenum.Tests.Runs;

namespace Plenum.Tests.Cluster;

/// <summary>A collector of traces and meters that keeps what is posted to it.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, string Body)> _posts = new();
    private readonly Task _listening;

    /// <summary>Listens at a port of this machine.</summary>
    /// <exception cref="HttpListenerException">The port is taken.</exception>
    public Collector(int port)
    {
        Address = $"http://127.0.0.1:{port}";
        _listener.Prefixes.Add($"http://localhost:{port}/");
        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _listening = ListenAsync();
    }

    public string Address { get; }

    /// <summary>What processes are told that shall send what they have at once.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address }.Concat(Haste).ToDictionary();

    /// <summary>The same without the address.</summary>
    public static IReadOnlyDictionary<string, string> Haste { get; } = new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
    };

    /// <summary>How often something was posted.</summary>
    public int Posts => _posts.Count;

    /// <summary>Waits until one post holds all of these texts, which protocol buffers hold as they are.</summary>
    public void Await(string path, params string[] texts)
    {
        var patience = TimeProvider.System.GetTimestamp();
        while (!_posts.Any(p => p.Path == path && texts.All(t => p.Body.Contains(t, StringComparison.Ordinal))))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(patience) < ChildProcess.Patience, $"nothing with {string.Join(", ", texts)} was posted to {path}; {Posts} posts");
            Thread.Sleep(20);
        }
    }

    public void Dispose()
    {
        _listener.Stop();
        _listening.Wait();
        _listener.Close();
    }

    private async Task ListenAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try { context = await _listener.GetContextAsync(); }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException) { return; }

            try
            {
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                _posts.Enqueue((context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
            catch (HttpListenerException)
            {
                // A silo that is killed while it sends leaves half a post behind.
            }
        }
    }
}
