using Plenum.Language.Diagnostics;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.Reports;

/// <summary>What a report shows of a project's plans.</summary>
/// <param name="Compared">The plans laid side by side, by id or file.</param>
/// <param name="Frontier">The trade-off that is drawn; null for none.</param>
/// <param name="Chance">The plan whose probabilities are shown; null for none.</param>
public sealed record PlannedPlans(IReadOnlyList<PlacedName> Compared, PlannedFrontier? Frontier, PlannedChance? Chance)
{
    /// <summary>The plans that it names.</summary>
    public IEnumerable<PlacedName> Named => [.. Compared, .. new[] { Frontier?.Plan, Chance?.Plan }.OfType<PlacedName>()];

    private static readonly string[] s_keys = ["compare", "frontier", "chance"];
    private static readonly string[] s_frontierKeys = ["plan", "first", "second", "points"];
    private static readonly string[] s_chanceKeys = ["plan", "probability", "draws"];

    /// <summary>Reads the group under <c>plans</c>.</summary>
    internal static PlannedPlans? Read(YamlMap? map, DiagnosticBag findings)
    {
        if (map is null) { return null; }
        var keys = new MapReader(map, "the plans of a report", s_keys, findings);
        return new PlannedPlans(keys.Names("compare") ?? [], ReadFrontier(keys.Map("frontier"), findings), ReadChance(keys.Map("chance"), findings));
    }

    private static PlannedFrontier? ReadFrontier(YamlMap? map, DiagnosticBag findings)
    {
        if (map is null) { return null; }
        var keys = new MapReader(map, "a frontier", s_frontierKeys, findings);
        keys.Require("plan", "fifteenth_plan_balanced");
        keys.Require("first", "gdp_growth");
        keys.Require("second", "consumption_share");
        int points = keys.Has("points") ? keys.Count("points") ?? PlannedFrontier.UsualPoints : PlannedFrontier.UsualPoints;
        return keys.Names("plan") is [var plan] && keys.Text("first") is { } first && keys.Text("second") is { } second ? new PlannedFrontier(plan, first, second, Math.Max(2, points)) : null;
    }

    private static PlannedChance? ReadChance(YamlMap? map, DiagnosticBag findings)
    {
        if (map is null) { return null; }
        var keys = new MapReader(map, "a plan with probabilities", s_chanceKeys, findings);
        keys.Require("plan", "fifteenth_plan_balanced");
        double? probability = keys.Number("probability");
        if (probability is <= 0.0 or >= 1.0) { keys.Report(WorkspaceCodes.WrongProbability, "a probability lies between 0 and 1.", keys.Node("probability")!.Span, null, "write for instance:  probability: 0.8"); }
        int draws = keys.Has("draws") ? keys.Count("draws") ?? PlannedChance.UsualDraws : PlannedChance.UsualDraws;
        return keys.Names("plan") is [var plan] ? new PlannedChance(plan, probability, draws) : null;
    }
}

/// <summary>A trade-off that a report draws.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="First">The first target, by label or variable.</param>
/// <param name="Second">The second one.</param>
/// <param name="Points">Points with the ends; at least 2.</param>
public sealed record PlannedFrontier(PlacedName Plan, string First, string Second, int Points)
{
    /// <summary>Points where nothing is said.</summary>
    public const int UsualPoints = 9;
}

/// <summary>A plan over an ensemble that a report shows.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Probability">The probability of targets whose file gives none; null to leave them.</param>
/// <param name="Draws">Draws.</param>
public sealed record PlannedChance(PlacedName Plan, double? Probability, int Draws)
{
    /// <summary>Draws where nothing is said: enough for a probability to within some points.</summary>
    public const int UsualDraws = 200;
}
