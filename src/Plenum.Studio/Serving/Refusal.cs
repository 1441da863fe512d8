using System.Text.Encodings.Web;
using Plenum.Studio.Api;

namespace Plenum.Studio.Serving;

/// <summary>Says no: a plain page for people, problem details for programs.</summary>
internal static class Refusal
{
    /// <summary>Whether the answer is for a program.</summary>
    public static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && request.Path != "/api";

    /// <summary>Writes the refusal.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status code.</param>
    /// <param name="title">What is the matter, in a sentence.</param>
    /// <param name="help">What to do.</param>
    public static Task WriteAsync(HttpContext context, int status, string title, string help)
    {
        if (IsForPrograms(context.Request)) { return ApiResult.Problem(status, title, help).ExecuteAsync(context); }
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync($"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Plenum</title></head>
            <body style="font:16px/1.5 Georgia,serif;max-width:40em;margin:15vh auto;padding:0 1.5em"><h1 style="font-size:1.5em">{HtmlEncoder.Default.Encode(title)}</h1><p>{HtmlEncoder.Default.Encode(help)}</p></body></html>
            """, context.RequestAborted);
    }
}
