using System.Net;
using System.Text.Json;

namespace Plenum.Studio.Tests;

[Collection(ServerCollection.Name)]
public sealed class ApiTests(Server server)
{
    [Fact]
    public async Task A_draft_and_the_same_scenario_file_have_one_solution()
    {
        string yaml = "id: mine\ntitle: Mine\nchanges:\n  - exogenous: \"tariff_exogenous[us]\"\n    move_to: 0.8\n";
        var text = await server.Client.PostAsync("/api/solve", new { yaml, variables = new[] { "gdp_real" } });
        var draft = await server.Client.PostAsync("/api/solve", new { draft = new { name = "Mine", moves = new[] { new { instrument = "tariff_exogenous[us]", size = 0.8, ramp = 1 } } }, variables = new[] { "gdp_real" } });
        Assert.Equal(HttpStatusCode.OK, text.Status);
        Assert.Equal(Values(text), Values(draft));
        Assert.Contains(Values(text), v => v != 0.0);
    }

    [Fact]
    public async Task Baseline_and_paths_differ_by_the_deviation()
    {
        var reply = await server.Client.PostAsync("/api/solve", new { scenario = "S01", variables = new[] { "gdp_real" } });
        var path = reply.Json.GetProperty("paths")[0];
        double baseline = path.GetProperty("baseline")[3].GetDouble(), value = path.GetProperty("values")[3].GetDouble();
        double deviation = reply.Json.GetProperty("scenarios")[0].GetProperty("deviations")[0].GetProperty("at").GetProperty("4").GetDouble();
        Assert.Equal(100.0 * ((value / baseline) - 1.0), deviation, 9);
    }

    [Theory]
    [InlineData("/api/model")]
    [InlineData("/api/equations")]
    [InlineData("/api/scenarios")]
    [InlineData("/api/scenarios/S01")]
    [InlineData("/api/variables/gdp_real")]
    [InlineData("/api/accounts?period=2027Q1")]
    [InlineData("/api/data")]
    [InlineData("/api/plans")]
    [InlineData("/api/scorecard")]
    public async Task A_resource_that_has_not_changed_is_not_sent_again(string path)
    {
        var first = await server.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(JsonValueKind.Object, first.Json.ValueKind);
        var second = await server.Client.GetAsync(path, ("If-None-Match", first.Headers["ETag"]));
        Assert.Equal(HttpStatusCode.NotModified, second.Status);
    }

    [Fact]
    public async Task A_mistake_in_a_scenario_is_told_with_its_place()
    {
        var reply = await server.Client.PostAsync("/api/solve", new { yaml = "id: x\ntitle: X\nchanges:\n  - exogenous: tarif\n    add: 0.1\n" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        var finding = reply.Json.GetProperty("diagnostics")[0];
        Assert.Equal(("PL0507", 4), (finding.GetProperty("code").GetString(), finding.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Contributions_add_up_to_the_total()
    {
        var reply = await server.Client.PostAsync("/api/explain", new { scenario = "S01", variables = new[] { "gdp_real" }, at = "4q" });
        double sum = reply.Json.GetProperty("contributions").EnumerateArray().Sum(c => c.GetProperty("value").GetDouble()) + reply.Json.GetProperty("unexplained").GetDouble();
        Assert.Equal(reply.Json.GetProperty("total").GetDouble(), sum, 9);
    }

    [Fact]
    public async Task A_simulation_tells_of_its_progress_and_ends_with_the_result()
    {
        var reply = await server.Client.PostAsync("/api/simulate", new { draws = 200, horizon = "4q", variables = new[] { "gdp_real" } }, ("Accept", "text/event-stream"));
        string[] events = [.. reply.Text.Split('\n').Where(l => l.StartsWith("event: ", StringComparison.Ordinal)).Select(l => l[7..])];
        Assert.Equal("result", events[^1]);
        Assert.Contains("partial", events);
        string last = reply.Text.TrimEnd().Split('\n')[^1];
        Assert.Equal(200, JsonSerializer.Deserialize<JsonElement>(last["data: ".Length..]).GetProperty("draws").GetInt32());
    }

    [Theory]
    [InlineData("DELETE", "/api/plan", "POST")]
    [InlineData("POST", "/api/model", "GET")]
    [InlineData("GET", "/api/solve", "POST")]
    [InlineData("PUT", "/api/variables/gdp_real", "GET")]
    public async Task A_method_that_a_resource_does_not_take_is_told_which_it_takes(string method, string path, string taken)
    {
        using var http = new HttpClient { BaseAddress = server.Studio.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal([taken], response.Content.Headers.Allow);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(405, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task What_is_not_there_is_a_problem_that_says_so()
    {
        var reply = await server.Client.GetAsync("/api/nothing/at/all");
        Assert.Equal((HttpStatusCode.NotFound, 404), (reply.Status, reply.Json.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task A_stream_that_waits_says_how_many_are_ahead_and_can_be_given_up()
    {
        using var enough = new CancellationTokenSource();
        using var http = new HttpClient { BaseAddress = server.Studio.Address };
        var others = new[] { StreamAsync(), StreamAsync() };
        foreach (var other in others) { Assert.DoesNotContain("queued", await FirstEventAsync(await other), StringComparison.Ordinal); }
        using (var mine = await StreamAsync())
        {
            Assert.Equal("event: queued data: {\"ahead\":2}", await FirstEventAsync(mine));
        }

        await enough.CancelAsync();
        foreach (var other in others) { (await other).Dispose(); }
        Assert.Equal(HttpStatusCode.OK, (await server.Client.PostAsync("/api/explain", new { scenario = "S01", at = "4q" })).Status);

        async Task<HttpResponseMessage> StreamAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/simulate") { Content = new StringContent("{\"draws\":20000}", System.Text.Encoding.UTF8, "application/json") };
            request.Headers.Accept.ParseAdd("text/event-stream");
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, enough.Token);
        }

        static async Task<string> FirstEventAsync(HttpResponseMessage response)
        {
            var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            return $"{await reader.ReadLineAsync(TestContext.Current.CancellationToken)} {await reader.ReadLineAsync(TestContext.Current.CancellationToken)}";
        }
    }

    [Fact]
    public async Task The_reference_tells_of_every_route_and_holds_no_script()
    {
        var document = (await server.Client.GetAsync("/api/openapi.json")).Json;
        var page = await server.Client.GetAsync("/api");
        string[] paths = [.. document.GetProperty("paths").EnumerateObject().Select(p => p.Name)];
        Assert.Contains("/api/solve", paths);
        Assert.All(paths, path => Assert.Contains(path, page.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_model_text_is_checked_with_places_and_blocks()
    {
        string text = await File.ReadAllTextAsync(Path.Combine(RunningStudio.Root, "models", "reference", "sim", "model.plenum"));
        var good = await server.Client.PostAsync("/api/check", new { text });
        Assert.Empty(good.Codes);
        Assert.NotEmpty(good.Json.GetProperty("blocks").EnumerateArray());
        Assert.True(good.Json.GetProperty("accounts").GetProperty("flows").GetProperty("proven").GetBoolean());
        var bad = await server.Client.PostAsync("/api/check", new { text = text.Replace("tax_rate * wage_bill", "tax_rat * wage_bill", StringComparison.Ordinal), file = "../mine.plenum" });
        var finding = bad.Json.GetProperty("diagnostics")[0];
        Assert.Equal(("PL0203", "mine.plenum"), (finding.GetProperty("code").GetString(), finding.GetProperty("file").GetString()));
    }

    private static double[] Values(Reply reply) => [.. reply.Json.GetProperty("paths")[0].GetProperty("values").EnumerateArray().Select(v => v.GetDouble())];
}
