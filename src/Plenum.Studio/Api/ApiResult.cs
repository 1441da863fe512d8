using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Plenum.Cli;
using Plenum.Language.Diagnostics;

namespace Plenum.Studio.Api;

/// <summary>An answer of the interface for programs: one JSON object, or problem details (RFC 9457) that carry the findings.</summary>
internal sealed class ApiResult : IResult
{
    // Signs of markup are written as escapes, so that an answer is harmless wherever it is pasted.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private const int Piece = 16 * 1024;

    private ApiResult(int status, byte[] body, string? tag) => (Status, Body, Tag) = (status, body, tag);

    /// <summary>The status code.</summary>
    public int Status { get; }

    /// <summary>The object, as UTF-8 on one line.</summary>
    public byte[] Body { get; }

    /// <summary>The entity tag; null where the answer is not kept.</summary>
    public string? Tag { get; }

    /// <summary>Whether it is a problem.</summary>
    public bool IsProblem => Status >= StatusCodes.Status400BadRequest;

    /// <summary>An answer.</summary>
    public static ApiResult Of(Action<Utf8JsonWriter> content) => new(StatusCodes.Status200OK, Json(content), null);

    /// <summary>An answer that stays the same for a while, so that a client need not fetch it again.</summary>
    public static ApiResult Lasting(Action<Utf8JsonWriter> content)
    {
        byte[] body = Json(content);
        return new ApiResult(StatusCodes.Status200OK, body, $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..20]}\"");
    }

    /// <summary>A problem.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="title">What is the matter, in a sentence.</param>
    /// <param name="detail">What to do about it.</param>
    /// <param name="findings">The findings, if any.</param>
    public static ApiResult Problem(int status, string title, string? detail, IEnumerable<Diagnostic>? findings = null) => new(
        status,
        Json(writer =>
        {
            writer.WriteString("title", title);
            writer.WriteNumber("status", status);
            writer.WriteString("detail", detail);
            Answers.Diagnostics(writer, findings ?? []);
        }),
        null);

    /// <summary>The question has an error in it.</summary>
    public static ApiResult Wrong(IReadOnlyCollection<Diagnostic> findings) => Problem(
        StatusCodes.Status422UnprocessableEntity,
        findings.FirstOrDefault(f => f.Severity == Severity.Error)?.Message ?? "The question cannot be answered.",
        "Each finding says where it is and how to mend it.",
        findings);

    /// <summary>There is nothing of that name.</summary>
    public static ApiResult Missing(IReadOnlyCollection<Diagnostic> findings) => Problem(StatusCodes.Status404NotFound, findings.First().Message, findings.First().Help, findings);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (Tag is not null)
        {
            response.Headers.ETag = Tag;
            response.Headers.CacheControl = "private, no-cache";
            if (httpContext.Request.Headers.IfNoneMatch.Contains(Tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }
        else { response.Headers.CacheControl = "no-store"; }

        response.StatusCode = Status;
        response.ContentType = IsProblem ? "application/problem+json" : "application/json";
        response.ContentLength = Body.Length;
        return SendAsync(response, httpContext.RequestAborted);
    }

    /// <summary>Sends the body in pieces, so that a client that takes nothing is noticed while little waits for it.</summary>
    private async Task SendAsync(HttpResponse response, CancellationToken cancellation)
    {
        for (int at = 0; at < Body.Length; at += Piece) { await response.Body.WriteAsync(Body.AsMemory(at, Math.Min(Piece, Body.Length - at)), cancellation).ConfigureAwait(false); }
    }

    /// <summary>An object on one line.</summary>
    public static byte[] Json(Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
