using System.Globalization;
using Plenum.Workspace.Experiments;

namespace Plenum.Workspace.Claims;

/// <summary>How far a number may be from what it is held against: so much to either side, or a range of its own.</summary>
/// <param name="Width">The distance allowed to either side; null for a range.</param>
/// <param name="Range">The range, either side of which may be open.</param>
public readonly record struct Tolerance(double? Width, Bounds Range)
{
    /// <summary>So much to either side.</summary>
    public static Tolerance Within(double width) => new(width, default);

    /// <summary>A range, whatever the number is held against.</summary>
    public static Tolerance In(Bounds range) => new(null, range);

    /// <summary>Where a number may lie; null where it has nothing to be held against.</summary>
    /// <param name="reference">What it is held against.</param>
    public Bounds? Around(double? reference)
    {
        if (Width is not { } width) { return Range; }
        return reference is { } centre ? new Bounds(centre - width, centre + width) : null;
    }

    /// <summary>Whether a number is near enough; null where there is no number or nothing to hold it against.</summary>
    /// <remarks>Published figures are rounded to decimals, which binary numbers miss by their last digit; so the border gives way by as much.</remarks>
    public bool? Holds(double? value, double? reference)
    {
        if (value is not { } number || Around(reference) is not { } bounds) { return null; }
        return bounds.Contains(number) || (!bounds.IsSign && bounds.Distance(number) <= 1e-9 * Math.Max(1.0, Math.Abs(number)));
    }

    /// <summary>Reads "±0.5", "10.9 to 13.1", "at least 1000".</summary>
    public override string ToString() => Width is { } width ? $"±{width.ToString("0.####", CultureInfo.InvariantCulture)}" : Range.ToString();
}
