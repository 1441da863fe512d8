using Plenum.Workspace.Claims;

namespace Plenum.Report.Contents;

/// <summary>The claims of a project, scored.</summary>
/// <param name="Set">The claims, who makes them, and how history is simulated.</param>
/// <param name="Scores">What became of them.</param>
public sealed record ScoredClaims(ClaimSet Set, IReadOnlyList<ClaimScore> Scores);
