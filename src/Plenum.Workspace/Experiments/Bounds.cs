using System.Globalization;

namespace Plenum.Workspace.Experiments;

/// <summary>Where a number is expected to lie; one side may be open.</summary>
/// <param name="Low">The lower end, or null.</param>
/// <param name="High">The upper end, or null.</param>
public readonly record struct Bounds(double? Low, double? High)
{
    /// <summary>What is taken for no effect at all: far above the error of a solution, far below anything of interest.</summary>
    public const double Nothing = 1e-6;

    /// <summary>Above zero.</summary>
    public static Bounds Positive => new(0.0, null);

    /// <summary>Below zero.</summary>
    public static Bounds Negative => new(null, 0.0);

    /// <summary>Whether the two ends state a sign alone.</summary>
    public bool IsSign => (Low, High) is (0.0, null) or (null, 0.0);

    /// <summary>Whether the number lies within. Where a sign alone is stated, nothing is not enough.</summary>
    public bool Contains(double? value) => value is { } number && double.IsFinite(number) && (IsSign
        ? Low is null ? number < -Nothing : number > Nothing
        : !(number < Low) && !(number > High));

    /// <summary>How far the number lies outside; 0 within, infinite where there is no number.</summary>
    public double Distance(double? value) => value is { } number && double.IsFinite(number) ? Math.Max(0.0, Math.Max(Low - number ?? 0.0, number - High ?? 0.0)) : double.PositiveInfinity;

    /// <summary>The expected sign: "positive", "negative", "zero" where both signs are allowed, or "any" where zero lies within an open side.</summary>
    public string Sign => (Low, High) switch
    {
        ( >= 0.0, _) => "positive",
        (_, <= 0.0) => "negative",
        (not null, not null) => "zero",
        _ => "any",
    };

    /// <summary>Reads "-1.5 to -0.5", "&gt; 0", "at least 1.3".</summary>
    public override string ToString() => (Low, High) switch
    {
        (0.0, null) => "> 0",
        (null, 0.0) => "< 0",
        ({ } low, null) => $"at least {Text(low)}",
        (null, { } high) => $"at most {Text(high)}",
        ({ } low, { } high) => $"{Text(low)} to {Text(high)}",
        _ => "",
    };

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
