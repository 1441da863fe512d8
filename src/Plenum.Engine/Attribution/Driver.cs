using Plenum.Engine.Sensitivities;
using Plenum.Series;

namespace Plenum.Engine.Attribution;

/// <summary>One cause: a name, or several that change together.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Change">By how much its values differ between the two paths.</param>
public sealed record Driver(string Name, Perturbation Change);

/// <summary>One value whose change is explained.</summary>
/// <param name="Column">The variable's column.</param>
/// <param name="Period">The period.</param>
/// <param name="Scale">What the change is multiplied with to be in the unit shown, such as 100 for percentage points, or 100 over the first value for per cent.</param>
public readonly record struct Outcome(int Column, Period Period, double Scale = 1.0);
