using Plenum.Language.Diagnostics;

namespace Plenum.Workspace;

/// <summary>A name with the place where a file mentions it.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Span">Where.</param>
public readonly record struct PlacedName(string Name, SourceSpan Span);
