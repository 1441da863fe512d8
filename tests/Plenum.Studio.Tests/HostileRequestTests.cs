using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Plenum.Studio.Tests;

/// <summary>Requests that mean harm: each is refused with a reason, and the server goes on.</summary>
[Collection(ServerCollection.Name)]
public sealed class HostileRequestTests(Server server)
{
    private static readonly TimeSpan s_bounded = TimeSpan.FromSeconds(5);

    public static TheoryData<string, string> Bombs => new()
    {
        { "PL0224", $"{Members(1000)}exogenous z\nidentity x\n  x = sum(i in a: sum(j in a: sum(k in a: z)))\n" },
        { "PL0224", $"{Members(1000)}exogenous z\nidentity x[i in a, j in a, k in a]\n  x[i, j, k] = z\n" },
        { "PL0224", $"{Members(3000)}exogenous z[a]\nidentity x\n  x = z[m1]\n" },
        { "PL0224", $"exogenous z\nidentity x\n  x = {Repeat("ma(", 20)}z{Repeat(", 40)", 20)}\n" },
        { "PL0122", $"exogenous z\nidentity x\n  x = {Repeat("(", 5000)}z{Repeat(")", 5000)}\n" },
        { "PL0122", $"exogenous z\nidentity x\n  x = z{Repeat(" + z", 20_000)}\n" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task A_model_that_would_grow_without_end_is_refused_soon(string code, string text)
    {
        long started = Stopwatch.GetTimestamp();
        var reply = await server.Client.PostAsync("/api/check", new { text = $"model bomb \"Bomb\"\nfrequency annual\n\n{text}" });
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Contains(code, reply.Codes);
        Assert.True(Stopwatch.GetElapsedTime(started) < s_bounded);
        await server.AssertAnswersAsync();
    }

    [Fact]
    public async Task A_power_of_a_huge_power_is_only_a_number()
    {
        var reply = await server.Client.PostAsync("/api/check", new { text = $"model bomb \"Bomb\"\nfrequency annual\n\nexogenous z\nidentity x\n  x = z ^ 9{Repeat(" ^ 9", 40)}\n" });
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        await server.AssertAnswersAsync();
    }

    public static TheoryData<string> YamlBombs => new()
    {
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        $"id: x\ntitle: {Repeat("[", 100_000)}\n",
        $"id: x\ntitle: {Repeat("{a: ", 20_000)}\n",
        $"id: x\ntitle: x\nchanges: !!python/object/apply:os.system [id]\n",
    };

    [Theory]
    [MemberData(nameof(YamlBombs))]
    public async Task Yaml_that_unfolds_or_nests_without_end_is_refused(string yaml)
    {
        var reply = await server.Client.PostAsync("/api/solve", new { yaml });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Contains("PL0501", reply.Codes);
        await server.AssertAnswersAsync();
    }

    [Fact]
    public async Task Too_large_a_body_is_refused()
    {
        var reply = await server.Client.PostAsync("/api/check", new { text = Repeat("x", 2_000_000) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await server.Client.PostAsync("/api/check", new { text = Repeat("x", 300_000) })).Status);
        await server.AssertAnswersAsync();
    }

    [Fact]
    public async Task Deep_json_is_refused()
    {
        var reply = await server.Client.SendAsync(HttpMethod.Post, "/api/solve", $"{{\"draft\":{Repeat("[", 5000)}{Repeat("]", 5000)}}}");
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
    }

    [Fact]
    public async Task Too_many_draws_and_variables_are_refused()
    {
        var draws = await server.Client.PostAsync("/api/simulate", new { draws = 2_000_000_000 });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PL0544"), (draws.Status, draws.Codes[0]));
        var variables = await server.Client.PostAsync("/api/solve", new { scenario = "S01", variables = Enumerable.Repeat("gdp_real", 500) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, variables.Status);
    }

    [Theory]
    [InlineData("/api/scenarios/..%2F..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/api/scenarios/%2Fetc%2Fpasswd")]
    [InlineData("/api/scenarios/..%5C..%5Cproject.yaml")]
    [InlineData("/api/data/..%2Fproject.yaml")]
    [InlineData("/api/variables/..%2F..%2Fproject.yaml")]
    [InlineData("/../project.yaml")]
    [InlineData("/pages/..%2F..%2Fappsettings.json")]
    public async Task A_path_out_of_the_project_leads_nowhere(string path)
    {
        var reply = await server.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.DoesNotContain("root:", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("scenario_start", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../../../etc/passwd.yaml")]
    [InlineData("../probes/x.yaml")]
    public async Task Neither_a_scenario_nor_an_included_one_is_opened_by_path(string name)
    {
        var named = await server.Client.PostAsync("/api/solve", new { scenario = name });
        var included = await server.Client.PostAsync("/api/solve", new { yaml = $"id: x\ntitle: X\ninclude: [\"{name}\"]\n" });
        var draft = await server.Client.PostAsync("/api/solve", new { draft = new { name = "x", include = new[] { name }, moves = Array.Empty<object>() } });
        Assert.All([named, included, draft], r => Assert.Equal((HttpStatusCode.UnprocessableEntity, "PL0512"), (r.Status, r.Codes[0])));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    public async Task Markup_in_names_comes_back_as_escapes(string name)
    {
        string quoted = name.Replace("\"", "\\\"", StringComparison.Ordinal);
        foreach (object body in new object[] { new { yaml = $"id: \"{quoted}\"\ntitle: \"{quoted}\"\nchanges: []\n" }, new { scenario = name }, new { draft = new { name, moves = Array.Empty<object>() } } })
        {
            var reply = await server.Client.PostAsync("/api/solve", body);
            Assert.DoesNotContain('<', reply.Text);
            Assert.Equal("nosniff", reply.Headers["X-Content-Type-Options"]);
        }
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("169.254.169.254")]
    public async Task A_foreign_name_is_refused(string host)
    {
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await server.Client.GetAsync("/", ("Host", host))).Status);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await server.Client.GetAsync("/api/model", ("Host", host))).Status);
        await server.AssertAnswersAsync();
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    public async Task A_foreign_origin_may_change_nothing_and_open_no_websocket(string origin)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Client.PostAsync("/api/solve", new { scenario = "S01" }, ("Origin", origin))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Client.SendAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", "", ("Origin", origin))).Status);
        var socket = await server.Client.GetAsync("/_blazor?id=x", ("Origin", origin), ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="));
        Assert.Equal(HttpStatusCode.Forbidden, socket.Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.PostAsync("/api/solve", new { scenario = "S01" }, ("Origin", server.Studio.Address.GetLeftPart(UriPartial.Authority)))).Status);
    }

    [Fact]
    public async Task A_session_without_a_websocket_is_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.GetAsync("/_blazor?id=x")).Status);

    [Fact]
    public async Task A_reader_that_reads_nothing_does_not_keep_others_waiting()
    {
        byte[] body = Encoding.UTF8.GetBytes("{\"draws\":1000,\"horizon\":\"4q\"}");
        using var slow = new TcpClient { ReceiveBufferSize = 1024 };
        await slow.ConnectAsync(IPAddress.Loopback, server.Studio.Address.Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /api/simulate HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"));
        await slow.GetStream().WriteAsync(body);
        for (int i = 0; i < 20; i++) { await slow.GetStream().WriteAsync("GET /api/model HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"u8.ToArray()); }
        await server.AssertAnswersAsync();
        Assert.Equal(HttpStatusCode.OK, (await server.Client.PostAsync("/api/explain", new { scenario = "S01", at = "4q" })).Status);
    }

    [Fact]
    public async Task One_client_cannot_take_all_connections()
    {
        var open = new List<TcpClient>();
        try
        {
            for (int i = 0; i < 300; i++)
            {
                var one = new TcpClient();
                open.Add(one);
                try { await one.ConnectAsync(IPAddress.Loopback, server.Studio.Address.Port); }
                catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionReset && i > 200)
                {
                    // One too many may be closed before the connection is known to stand.
                    break;
                }
            }

            using var patience = new CancellationTokenSource(s_bounded);
            Assert.True(!open[^1].Connected || await IsClosedAsync(open[^1], patience.Token));
            Assert.False(open[0].Client.Poll(0, SelectMode.SelectRead));
        }
        finally
        {
            foreach (var one in open) { one.Dispose(); }
        }

        await WaitUntilAnsweredAsync();
    }

    [Fact]
    public async Task Only_so_many_long_runs_wait()
    {
        using var hasty = new HttpClient { BaseAddress = server.Studio.Address };
        using var enough = new CancellationTokenSource();
        var statuses = new List<HttpStatusCode>();
        var runs = Enumerable.Range(0, 14).Select(_ => PostAsync()).ToList();
        await Task.WhenAny(runs);
        await enough.CancelAsync();
        await Task.WhenAll(runs);
        Assert.Contains(HttpStatusCode.ServiceUnavailable, statuses);
        await server.AssertAnswersAsync();

        async Task PostAsync()
        {
            try
            {
                using var content = new StringContent("{\"draws\":20000}", Encoding.UTF8, "application/json");
                using var response = await hasty.PostAsync(new Uri("/api/simulate", UriKind.Relative), content, enough.Token);
                Assert.True(response.Headers.RetryAfter is not null);
                lock (statuses) { statuses.Add(response.StatusCode); }
            }
            catch (OperationCanceledException)
            {
                // Those that were let in are given up, which stops them.
            }
        }
    }

    private async Task WaitUntilAnsweredAsync()
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                await server.AssertAnswersAsync();
                return;
            }
            catch (HttpRequestException) when (attempt < 20)
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task<bool> IsClosedAsync(TcpClient client, CancellationToken cancellation)
    {
        try { return await client.GetStream().ReadAsync(new byte[1], cancellation) == 0; }
        catch (IOException) { return true; }
    }

    private static string Members(int count) => $"set a \"Members\" = {string.Join(", ", Enumerable.Range(0, count).Select(i => $"m{i}"))}\n";

    private static string Repeat(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
}
