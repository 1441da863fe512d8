using Plenum.Workspace;

namespace Plenum.Cli;

/// <summary>What the studio is started with.</summary>
/// <param name="Project">The project it opens.</param>
/// <param name="Variants">Variants of the model to switch on.</param>
/// <param name="Host">The address it listens on.</param>
/// <param name="Port">The port; 0 for any that is free.</param>
/// <param name="Token">What a browser must know to be let in; null on loopback alone.</param>
/// <param name="OpensBrowser">Whether the browser is opened.</param>
/// <param name="Patience">How long a client may keep the server waiting before it is cut off.</param>
public sealed record StudioRequest(Project Project, IReadOnlyList<string> Variants, string Host, int Port, string? Token, bool OpensBrowser, TimeSpan Patience);

/// <summary>Serves the studio until it is cancelled.</summary>
/// <param name="request">What it is started with.</param>
/// <param name="output">Takes its address.</param>
/// <param name="error">Takes messages.</param>
/// <param name="environment">Where it runs.</param>
/// <returns>The exit code.</returns>
public delegate int StudioStarter(StudioRequest request, TextWriter output, TextWriter error, CommandEnvironment environment);
