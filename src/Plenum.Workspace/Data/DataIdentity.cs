using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.Data;

/// <summary>Series that must add up to another one.</summary>
/// <param name="Name">What it says, in a few words.</param>
/// <param name="Parts">The parts; those of a higher frequency than the total are summed over its periods first.</param>
/// <param name="Total">What they must add up to.</param>
/// <param name="Scale">What the sum is multiplied by, where parts and total differ in unit.</param>
/// <param name="Tolerance">The largest difference that rounding explains, in the unit of the total.</param>
/// <param name="Span">Where it is written.</param>
public sealed record DataIdentity(string Name, IReadOnlyList<IdentityPart> Parts, string Total, double Scale, double Tolerance, SourceSpan Span);

/// <summary>One part of an identity.</summary>
/// <param name="Series">The name of the series.</param>
/// <param name="Sign">1, or -1 where it is taken away.</param>
public readonly record struct IdentityPart(string Series, int Sign);
