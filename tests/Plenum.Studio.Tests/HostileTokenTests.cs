using System.Net;

namespace Plenum.Studio.Tests;

public sealed class HostileTokenTests
{
    private const string Token = "correct horse battery staple";

    [Fact]
    public async Task Without_the_token_there_is_nothing_but_a_page_that_asks_for_it()
    {
        await using var studio = await RunningStudio.StartAsync(null, "--token", Token);
        using var client = new Client(studio.Address);
        foreach (string path in new[] { "/", "/api", "/api/model", "/api/openapi.json", "/studio.css", "/plotly.js", "/_framework/blazor.web.js", "/nothing" })
        {
            var refused = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
            Assert.Contains("token", refused.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/?token=wrong")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/model", ("Authorization", "Bearer wrong"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/", ("Cookie", "plenum-studio=wrong"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/model", ("Authorization", $"Bearer {Token}"))).Status);

        var admitted = await client.GetAsync($"/what-if?d=x&token={Uri.EscapeDataString(Token)}");
        Assert.Equal((HttpStatusCode.Redirect, "/what-if?d=x"), (admitted.Status, admitted.Headers["Location"]));
        string cookie = admitted.Headers["Set-Cookie"];
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("horse", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/", ("Cookie", cookie.Split(';')[0]))).Status);
        var elsewhere = await client.GetAsync($"{studio.Address.GetLeftPart(UriPartial.Authority)}//evil.example/?token={Uri.EscapeDataString(Token)}");
        Assert.DoesNotContain("//", elsewhere.Headers.GetValueOrDefault("Location", ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_wrong_token_is_answered_later_than_the_one_before()
    {
        await using var studio = await RunningStudio.StartAsync(null, "--token", Token);
        using var client = new Client(studio.Address);
        var taken = new List<TimeSpan>();
        for (int i = 0; i < 3; i++)
        {
            long started = System.Diagnostics.Stopwatch.GetTimestamp();
            await client.GetAsync("/?token=wrong");
            taken.Add(System.Diagnostics.Stopwatch.GetElapsedTime(started));
        }

        Assert.True(taken[2] > TimeSpan.FromMilliseconds(900));
        Assert.True(taken[2] > taken[0]);
    }
}
