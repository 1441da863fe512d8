using Microsoft.AspNetCore.Routing.Template;

namespace Plenum.Studio.Api;

/// <summary>Answers what no route takes: the resource is not there, or it does not take the method.</summary>
/// <param name="routes">The routes of the server.</param>
internal sealed class UnknownResource(EndpointDataSource routes)
{
    private readonly Lazy<IReadOnlyList<(TemplateMatcher Path, IReadOnlyList<string> Methods)>> _resources = new(() =>
    [
        .. from route in routes.Endpoints.OfType<RouteEndpoint>()
           let template = route.RoutePattern.RawText ?? ""
           let methods = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
           where methods is { Count: > 0 } && template.StartsWith("/api/", StringComparison.Ordinal)
           select (new TemplateMatcher(TemplateParser.Parse(template[1..]), []), methods),
    ]);

    /// <summary>The answer.</summary>
    public ApiResult Answer(HttpContext context)
    {
        var taken = _resources.Value.Where(r => r.Path.TryMatch(context.Request.Path, [])).SelectMany(r => r.Methods).Distinct().Order(StringComparer.Ordinal).ToList();
        if (taken.Count == 0) { return ApiResult.Problem(StatusCodes.Status404NotFound, "There is no such resource.", "The reference at /api lists them."); }
        context.Response.Headers.Allow = string.Join(", ", taken);
        return ApiResult.Problem(StatusCodes.Status405MethodNotAllowed, $"The resource does not take {context.Request.Method}.", $"It takes {string.Join(" and ", taken)}; the reference at /api says what for.");
    }
}
