using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Plenum.Studio.Serving;

namespace Plenum.Studio.Api;

/// <summary>The page at <c>/api</c>: what the OpenAPI document says, as a page without any script.</summary>
/// <remarks>See docs/decisions/0012-reference-without-script.md.</remarks>
internal sealed class ApiReference([FromKeyedServices("v1")] IOpenApiDocumentProvider provider)
{
    private readonly Lock _gate = new();
    private Task<string>? _page;

    /// <summary>Writes the page.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        Task<string> page;
        lock (_gate) { page = _page ??= DrawAsync(); }
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(await page.WaitAsync(context.RequestAborted).ConfigureAwait(false), context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<string> DrawAsync()
    {
        var document = await provider.GetOpenApiDocumentAsync(CancellationToken.None).ConfigureAwait(false);
        var page = new StringBuilder();
        page.Append($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
            <title>Interface for programs - Plenum</title><link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/themes.css"><link rel="stylesheet" href="/studio.css"><link rel="stylesheet" href="/pages/api.css"></head>
            <body><a class="skip" href="#content">Skip to content</a><header class="bar"><a class="brand" href="/">Plenum</a></header><main id="content" class="reference" data-ready="true">
            <h1>Interface for programs</h1><p>{Text(document.Info.Description)}</p>
            <p>For programs that read it: <a href="/api/openapi.json">openapi.json</a>. Limits: {StudioLimits.LargestApiBody / 1024} KB a request, {StudioLimits.RequestsPerSecond} requests a second, {StudioLimits.MostDraws} draws, {StudioLimits.MostVariables} variables; of long runs {StudioLimits.LongRuns} at once and {StudioLimits.WaitingRuns} waiting, {StudioLimits.WaitingRunsOfOne} of one user, each {StudioLimits.LongestRun.TotalMinutes:0} minutes.</p>
            """);
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, operation) in item.Operations ?? []) { Append(page, $"{method}".ToUpperInvariant(), path, operation); }
        }

        return page.Append("</main></body></html>").ToString();
    }

    private static void Append(StringBuilder page, string method, string path, OpenApiOperation operation)
    {
        page.Append($"<section><h2>{Text(operation.Summary)}</h2><p><code>{method} {Text(path)}</code></p><p>{Text(operation.Description)}</p>");
        var parts = (operation.Parameters ?? []).Select(p => (Name: p.Name ?? "", p.Description, Where: p.In == ParameterLocation.Path ? "path" : "query"))
            .Concat((operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema?.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(p => (Name: p.Key, p.Value.Description, Where: "body"))).ToList();
        if (parts.Count > 0)
        {
            page.Append("<table><thead><tr><th scope=\"col\">name</th><th scope=\"col\">in</th><th scope=\"col\"></th></tr></thead><tbody>");
            foreach (var (name, description, where) in parts) { page.Append($"<tr><td><code>{Text(name)}</code></td><td>{where}</td><td>{Text(description)}</td></tr>"); }
            page.Append("</tbody></table>");
        }

        page.Append("</section>");
    }

    private static string Text(string? text) => HtmlEncoder.Default.Encode(text ?? "");
}
