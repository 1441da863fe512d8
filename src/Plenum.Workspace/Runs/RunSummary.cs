namespace Plenum.Workspace.Runs;

/// <summary>A kept run in a list.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Run">What it is; null where another program is writing it, so that it cannot be read now.</param>
/// <param name="Started">When it was begun.</param>
/// <param name="Done">Draws that are there.</param>
/// <param name="Wanted">The most draws that were asked for.</param>
/// <param name="Bytes">The size of its file.</param>
public sealed record RunSummary(string Id, RunDescription? Run, DateTimeOffset Started, int Done, int Wanted, long Bytes);
