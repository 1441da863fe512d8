using System.Globalization;

namespace Plenum.Report;

/// <summary>Writes numbers for people: a fixed count of decimals, thousands grouped, a sign where it matters.</summary>
public static class Numbers
{
    /// <summary>What stands where a number cannot be had.</summary>
    public const string Missing = "–";

    /// <summary>A difference, always with its sign; what rounds to zero has none.</summary>
    public static string Signed(double? value, int decimals)
    {
        if (value is not { } number || !double.IsFinite(number)) { return Missing; }
        string text = Math.Abs(number).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        bool isZero = text.All(c => c is '0' or '.' or ',');
        return isZero ? text : (number < 0 ? "-" : "+") + text;
    }

    /// <summary>A number with a fixed count of decimals.</summary>
    public static string Fixed(double? value, int decimals)
    {
        if (value is not { } number || !double.IsFinite(number)) { return Missing; }
        string text = Math.Abs(number).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return number < 0 && text.Any(c => c is >= '1' and <= '9') ? "-" + text : text;
    }

    /// <summary>A number that somebody gave, to six significant digits without idle zeros.</summary>
    public static string Given(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("G6", CultureInfo.InvariantCulture) : Missing;

    /// <summary>A number with about five significant digits, as a level of unknown size is best read.</summary>
    public static string Level(double? value)
    {
        if (value is not { } number || !double.IsFinite(number)) { return Missing; }
        double size = Math.Abs(number);
        if (size == 0.0) { return "0"; }
        if (size < 1e-4) { return number.ToString("0.###E-0", CultureInfo.InvariantCulture); }
        int decimals = Math.Clamp(4 - (int)Math.Floor(Math.Log10(size)), 0, 6);
        return Fixed(number, decimals);
    }

    /// <summary>The number as it is printed: with a minus sign instead of a hyphen.</summary>
    public static string Typeset(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.StartsWith('-') ? "\u2212" + number[1..] : number;
    }
}
