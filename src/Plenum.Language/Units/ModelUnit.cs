using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;

namespace Plenum.Language.Units;

/// <summary>A unit that a model declares.</summary>
/// <param name="Name">Name as written.</param>
/// <param name="Kind">What a base unit measures; <see cref="BaseUnitKind.None"/> for a short name of an expression.</param>
/// <param name="Unit">The unit.</param>
/// <param name="VolumeOf">The currency that a volume is an amount of, or null.</param>
/// <param name="Label">What it is in words, such as "trillion yuan at current prices", or empty.</param>
/// <param name="Span">Where it was declared.</param>
public sealed record ModelUnit(string Name, BaseUnitKind Kind, Unit Unit, string? VolumeOf, string Label, SourceSpan Span);
