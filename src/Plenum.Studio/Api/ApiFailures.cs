using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Plenum.Studio.Serving;

namespace Plenum.Studio.Api;

/// <summary>Turns whatever goes wrong under <c>/api</c> into problem details, and bounds the bodies sent there.</summary>
internal sealed partial class ApiFailures(RequestDelegate next, ILogger<ApiFailures> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) { size.MaxRequestBodySize = StudioLimits.LargestApiBody; }
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (BadHttpRequestException wrong) when (!context.Response.HasStarted)
        {
            // What kept a body from being read may lie inside of what could not be made of it.
            int status = (wrong.InnerException as BadHttpRequestException ?? wrong).StatusCode;
            await WriteAsync(context, status, wrong.InnerException is JsonException json ? $"The body is not the JSON that the resource takes: see {json.Path ?? "its end"}, line {json.LineNumber + 1}. The reference at /api lists the keys." : wrong.Message).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone; there is nobody to tell.
        }
        catch (Exception unexpected) when (!context.Response.HasStarted && unexpected is not OperationCanceledException)
        {
            Failed(log, context.Request.Method, context.Request.Path, unexpected);
            await WriteAsync(context, StatusCodes.Status500InternalServerError, null).ConfigureAwait(false);
        }

        if (!context.Response.HasStarted && context.Response is { StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null }) { await WriteAsync(context, context.Response.StatusCode, null).ConfigureAwait(false); }
    }

    private static Task WriteAsync(HttpContext context, int status, string? detail)
    {
        string title = status switch
        {
            StatusCodes.Status404NotFound => "There is no such resource.",
            StatusCodes.Status405MethodNotAllowed => "The resource does not take this method.",
            StatusCodes.Status408RequestTimeout => "The request came too slowly.",
            StatusCodes.Status413PayloadTooLarge => $"The request is larger than {StudioLimits.LargestApiBody / 1024} KB.",
            StatusCodes.Status415UnsupportedMediaType => "The request is not JSON.",
            StatusCodes.Status504GatewayTimeout => "The answer took too long.",
            StatusCodes.Status500InternalServerError => "The studio failed to answer; its log says why.",
            _ => "The request cannot be read.",
        };
        return ApiResult.Problem(status, title, detail ?? "The reference at /api lists the resources, what they take and their limits.").ExecuteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    private static partial void Failed(ILogger log, string method, PathString path, Exception error);
}
