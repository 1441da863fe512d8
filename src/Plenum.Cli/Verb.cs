using System.CommandLine;

namespace Plenum.Cli;

/// <summary>A verb of the command with worked examples for its help.</summary>
/// <param name="Command">The verb.</param>
/// <param name="Examples">Command lines that work as they stand.</param>
internal sealed record Verb(Command Command, IReadOnlyList<string> Examples);
