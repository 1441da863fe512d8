using System.CommandLine;
using System.Globalization;
using Plenum.Series;
using Plenum.Workspace;

namespace Plenum.Cli;

/// <summary>The options that say what is solved and which part of it is shown.</summary>
internal sealed class RunOptions
{
    public Option<string[]> Scenarios { get; } = new("--scenario") { Description = "A scenario, or several joined by '+'; repeatable.", HelpName = "NAME" };

    public Option<string[]> Variables { get; } = new("--variables") { Description = "Variables to show instead of the headline.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };

    public Option<int[]> Horizons { get; } = new("--horizon") { Description = "Periods after the start of the scenarios to show, counted from 1.", HelpName = "N", AllowMultipleArgumentsPerToken = true };

    private static readonly int[] s_shown = [4, 12, 20];

    public RunOptions() => Horizons.Validators.Add(result =>
    {
        if (result.Tokens.Any(t => int.TryParse(t.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int horizon) && horizon < 1)) { result.AddError("--horizon takes counts of periods from 1."); }
    });

    public IReadOnlyList<int> ReadHorizons(ParseResult parsed) => parsed.GetValue(Horizons) is { Length: > 0 } given ? given : s_shown;
}

/// <summary>Horizons of a project.</summary>
public static class Horizons
{
    /// <summary>The count of periods in a horizon such as 12q or 3y; null where the text is none.</summary>
    public static int? HorizonOf(this Project project, string text)
    {
        string unit = project.Start.Frequency switch { Frequency.Monthly => "m", Frequency.Annual => "y", _ => "q" };
        int perUnit = text.EndsWith('y') ? (int)project.Start.Frequency : text.EndsWith(unit, StringComparison.Ordinal) ? 1 : 0;
        return perUnit > 0 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is > 0 and < 10_000 ? count * perUnit : null;
    }

    /// <summary>Those of the wanted horizons that lie within the project's periods; the last period where none does.</summary>
    public static int[] Reached(this Project project, IReadOnlyList<int> wanted)
    {
        int longest = project.End - project.ScenarioStart + 1;
        int[] reached = [.. wanted.Where(h => h <= longest).Distinct()];
        return reached.Length > 0 ? reached : [longest];
    }
}
