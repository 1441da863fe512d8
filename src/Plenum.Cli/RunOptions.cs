using System.CommandLine;

namespace Plenum.Cli;

/// <summary>The options that say what is solved and which part of it is shown.</summary>
internal sealed class RunOptions
{
    public Option<string[]> Scenarios { get; } = new("--scenario") { Description = "A scenario, or several joined by '+'; repeatable.", HelpName = "NAME" };

    public Option<string[]> Variables { get; } = new("--variables") { Description = "Variables to show instead of the headline.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };

    public Option<int[]> Horizons { get; } = new("--horizon") { Description = "Periods after the start of the scenarios to show, counted from 1.", HelpName = "N", AllowMultipleArgumentsPerToken = true };

    public static readonly int[] Shown = [4, 12, 20];

    public IReadOnlyList<int> ReadHorizons(ParseResult parsed) => parsed.GetValue(Horizons) is { Length: > 0 } given ? given : Shown;
}
