using System.Net;
using System.Text;
using System.Text.Json;

namespace Plenum.Studio.Tests;

/// <summary>A program that calls the studio, with headers as it likes.</summary>
public sealed class Client : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Prepares to call.</summary>
    public Client(Uri address) => _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>Gets a resource.</summary>
    public Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    /// <summary>Posts an object.</summary>
    public Task<Reply> PostAsync(string path, object body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, JsonSerializer.Serialize(body), headers);

    /// <summary>Sends a request and reads the whole answer.</summary>
    public async Task<Reply> SendAsync(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) { request.Content = new StringContent(body, Encoding.UTF8, "application/json"); }
        foreach (var (name, value) in headers) { request.Headers.TryAddWithoutValidation(name, value); }
        using var response = await _http.SendAsync(request);
        return new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>What came back.</summary>
public sealed record Reply(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The answer as an object.</summary>
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    /// <summary>The codes of the findings.</summary>
    public IReadOnlyList<string> Codes => [.. Json.GetProperty("diagnostics").EnumerateArray().Select(d => d.GetProperty("code").GetString()!)];
}
