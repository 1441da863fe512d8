using System.CommandLine;

namespace Plenum.Cli;

/// <summary>The options that every verb takes.</summary>
internal sealed class CommonOptions
{
    public Option<string?> Project { get; } = new("--project") { Description = "The project's folder.", HelpName = "DIR", Recursive = true };

    public Option<string[]> Variants { get; } = new("--variant") { Description = "Switches on a variant of the model; repeatable.", HelpName = "NAME", Recursive = true };

    public Option<bool> Json { get; } = new("--json") { Description = "Prints one JSON object for programs.", Recursive = true };

    public Option<bool> Csv { get; } = new("--csv") { Description = "Prints a table as comma-separated values.", Recursive = true };

    public IReadOnlyList<Option> Recursive => [Project, Variants, Json, Csv];

    public Request Read(ParseResult parsed, string? project = null) =>
        new(project ?? parsed.GetValue(Project), parsed.GetValue(Variants) ?? [], parsed.GetValue(Json), parsed.GetValue(Csv));
}

/// <summary>What the common options ask for.</summary>
/// <param name="Project">The project's folder as written; null to look for one.</param>
/// <param name="Variants">Variants to switch on.</param>
/// <param name="Json">Whether the answer is for programs.</param>
/// <param name="Csv">Whether the answer is comma-separated values.</param>
internal sealed record Request(string? Project, IReadOnlyList<string> Variants, bool Json, bool Csv);
