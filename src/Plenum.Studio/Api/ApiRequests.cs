using System.ComponentModel;
using System.Text.Json;

namespace Plenum.Studio.Api;

/// <summary>A scenario in one of three forms.</summary>
internal interface IScenarioRequest
{
    /// <summary>Ids of scenarios of the project, joined by '+'.</summary>
    string? Scenario { get; }

    /// <summary>The text of a scenario file.</summary>
    string? Yaml { get; }

    /// <summary>A draft as the studio's links hold it.</summary>
    JsonElement? Draft { get; }
}

/// <summary>What POST /api/solve takes.</summary>
internal sealed record SolveRequest(
    [property: Description("Ids of scenarios of the project, joined by '+': S01+S05.")] string? Scenario,
    [property: Description("The text of a scenario file, in place of ids.")] string? Yaml,
    [property: Description("A draft, in place of ids: {name, include: [id], moves: [{instrument, size, from, to, ramp}]}.")] JsonElement? Draft,
    [property: Description("Variables, by name or name over a set; the headline where left out.")] IReadOnlyList<string>? Variables) : IScenarioRequest;

/// <summary>What POST /api/explain takes.</summary>
internal sealed record ExplainRequest(
    [property: Description("Ids of scenarios of the project, joined by '+'.")] string? Scenario,
    [property: Description("The text of a scenario file, in place of ids.")] string? Yaml,
    [property: Description("A draft, in place of ids.")] JsonElement? Draft,
    [property: Description("Variables to explain; the first headline variable where left out.")] IReadOnlyList<string>? Variables,
    [property: Description("A period such as 2028Q4, or a horizon such as 12q, which is taken where left out.")] string? At) : IScenarioRequest;

/// <summary>What POST /api/simulate takes.</summary>
internal sealed record SimulateRequest(
    [property: Description("A scenario around which draws are taken; the baseline where none is given.")] string? Scenario,
    [property: Description("The text of a scenario file, in place of ids.")] string? Yaml,
    [property: Description("A draft, in place of ids.")] JsonElement? Draft,
    [property: Description("Variables whose fans are wanted; the headline where left out.")] IReadOnlyList<string>? Variables,
    [property: Description("How many draws; 1000 where left out.")] int? Draws,
    [property: Description("The seed of all random numbers; 1 where left out.")] ulong? Seed,
    [property: Description("How far, such as 40q or 10y.")] string? Horizon,
    [property: Description("Events whose probability is wanted, such as 'gdp_growth < 0.045 in any year'.")] IReadOnlyList<string>? Events,
    [property: Description("Scenarios that may happen, each with its probability in a year: S01=15%.")] IReadOnlyList<string>? Risks,
    [property: Description("Draws shocks from history in blocks.")] bool Bootstrap,
    [property: Description("Draws parameters from their ranges too.")] bool Parameters) : IScenarioRequest;

/// <summary>What POST /api/plan takes.</summary>
internal sealed record PlanRequest(
    [property: Description("The id of a plan of the project.")] string? Plan,
    [property: Description("The text of a plan file, in place of an id.")] string? Yaml);

/// <summary>What POST /api/check takes.</summary>
internal sealed record CheckRequest(
    [property: Description("The text of a model.")] string? Text,
    [property: Description("The name that findings show for it; model.plenum where left out. No file of that name is opened.")] string? File);
