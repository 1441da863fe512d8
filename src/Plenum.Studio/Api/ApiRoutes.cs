using System.Text.Json;
using System.Text.Json.Serialization;
using Plenum.Studio.Serving;

namespace Plenum.Studio.Api;

/// <summary>The interface for programs: everything the studio does, under <c>/api</c>.</summary>
internal static class ApiRoutes
{
    private const int DeepestJson = 16;
    private const string Title = "Plenum studio";

    /// <summary>Registers what the routes use.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.MaxDepth = DeepestJson;
        });
        // A request that cannot be read is answered with what is wrong in it.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddRequestTimeouts();
        services.AddRateLimiter(Rates.Configure);
        services.AddOpenApi(document =>
        {
            document.ShouldInclude = described => described.RelativePath?.StartsWith("api", StringComparison.Ordinal) == true;
            document.AddDocumentTransformer((written, _, _) =>
            {
                written.Info.Title = Title;
                written.Info.Description = "Names are the model's own, fractions stay fractions, periods are written 2026Q1, and a number that cannot be had is null. Errors are problem details (RFC 9457) with a list of findings.";
                written.Servers = null;
                return Task.CompletedTask;
            });
        });
        return services.AddSingleton<ApiQuestions>().AddSingleton<ModelResources>().AddSingleton<ScenarioResources>()
            .AddSingleton<EvidenceResources>().AddSingleton<RunResources>().AddSingleton<ApiReference>().AddSingleton<UnknownResource>();
    }

    /// <summary>Maps the routes.</summary>
    public static void MapApi(this WebApplication application)
    {
        application.MapOpenApi("/api/openapi.json");
        application.MapGet("/api", (ApiReference reference, HttpContext context) => reference.WriteAsync(context)).ExcludeFromDescription();
        var api = application.MapGroup("/api");
        api.WithRequestTimeout(StudioLimits.LongestAnswer);

        api.MapGet("/model", (ModelResources model) => model.Model()).Tell("The model", "Blocks, variables, parameters, instruments and periods.");
        api.MapGet("/variables/{name}", (string name, ModelResources model) => model.Variable(name)).Tell("A variable", "Meaning, unit, equation, source and baseline of a name, or of all members of a name over a set.");
        api.MapGet("/equations", (ModelResources model) => model.Equations()).Tell("The equations", "All equations as written, with their sources.");
        api.MapGet("/accounts", (string? period, string? scenario, ModelResources model, CancellationToken cancellation) => model.Accounts(period, scenario, cancellation)).Tell("The accounts", "Balance sheet and flows in one period of the baseline or of a scenario.");
        api.MapGet("/scenarios", (ScenarioResources scenarios) => scenarios.All()).Tell("The scenarios", "All scenarios and probes of the project.");
        api.MapGet("/scenarios/{id}", (string id, ScenarioResources scenarios) => scenarios.One(id)).Tell("A scenario", "One scenario with the text of its file.");
        api.MapPost("/solve", (SolveRequest request, ScenarioResources scenarios, CancellationToken cancellation) => scenarios.Solve(request, cancellation)).Tell("Solve", "Solves a scenario, and gives deviations and paths of the variables.");
        api.MapGet("/plans", (RunResources runs) => runs.Plans()).Tell("The plans", "All plans of the project.");
        api.MapGet("/data", (EvidenceResources evidence, CancellationToken cancellation) => evidence.DataAsync(cancellation)).Tell("The data", "All observed series, with coverage and source.");
        api.MapGet("/data/{series}", (string series, EvidenceResources evidence, CancellationToken cancellation) => evidence.SeriesAsync(series, cancellation)).Tell("A series", "One series with every vintage, or the series of a subject.");

        var lasting = application.MapGroup("/api");
        lasting.MapGet("/mechanisms", (EvidenceResources evidence, CancellationToken cancellation) => evidence.MechanismsAsync(cancellation)).Tell("The mechanisms", "What drives what, measured; found once, then kept.");
        lasting.MapGet("/scorecard", (EvidenceResources evidence, CancellationToken cancellation) => evidence.ScorecardAsync(cancellation)).Tell("The scorecard", "Every claim as stated, observed and modelled; found once, then kept.");
        lasting.MapPost("/check", (CheckRequest request, HttpContext context) => LongRun.AnswerAsync(context, (_, _) => ModelResources.Check(request))).Tell("Check a model", "Checks the text of a model: names, units, structure, accounts.");
        const string stream = " With 'Accept: text/event-stream' it tells of its progress.";
        lasting.MapPost("/explain", (ExplainRequest request, RunResources runs, HttpContext context) => LongRun.AnswerAsync(context, (reporter, cancellation) => runs.Explain(request, reporter, cancellation))).Tell("Explain", "What each cause contributes to a change." + stream);
        lasting.MapPost("/simulate", (SimulateRequest request, RunResources runs, HttpContext context) => LongRun.AnswerAsync(context, (reporter, cancellation) => runs.Simulate(request, reporter, cancellation))).Tell("Simulate", "Fans and probabilities of events." + stream + " A first, coarse result comes early.");
        lasting.MapPost("/plan", (PlanRequest request, RunResources runs, HttpContext context) => LongRun.AnswerAsync(context, (reporter, cancellation) => runs.Plan(request, reporter, cancellation))).Tell("Plan", "Finds the instruments that reach a plan's targets." + stream);
        application.Map("/api/{**rest}", (UnknownResource unknown, HttpContext context) => unknown.Answer(context)).ExcludeFromDescription();
    }

    /// <summary>Describes a route, for the reference and for programs.</summary>
    private static void Tell(this RouteHandlerBuilder route, string summary, string description) => route
        .WithSummary(summary)
        .WithDescription(description)
        .Produces(StatusCodes.Status200OK, contentType: "application/json")
        .Produces(StatusCodes.Status422UnprocessableEntity, contentType: "application/problem+json");
}
