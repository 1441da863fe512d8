using System.Globalization;

namespace Plenum.Benchmarks;

/// <summary>Numbers as the tables show them.</summary>
internal static partial class Text
{
    /// <summary>A time to three digits.</summary>
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => $"{Digits(nanoseconds)} ns",
        < 1e6 => $"{Digits(nanoseconds / 1e3)} µs",
        _ => $"{Digits(nanoseconds / 1e6)} ms",
    };

    /// <summary>A time in whole or tenth milliseconds.</summary>
    public static string Milliseconds(double milliseconds) => Of($"{(milliseconds < 10.0 ? Math.Round(milliseconds, 1) : Math.Round(milliseconds))}");

    /// <summary>An amount of memory.</summary>
    public static string Bytes(long? bytes) => bytes is { } b ? Of($"{b:N0} B") : "";

    /// <summary>Three digits, as far as they are needed.</summary>
    public static string Digits(double value)
    {
        double size = Math.Abs(value);
        return value.ToString(size >= 100.0 ? "F0" : size >= 10.0 ? "F1" : size >= 1.0 ? "F2" : size >= 0.01 ? "F3" : "G2", CultureInfo.InvariantCulture);
    }

    /// <summary>A text with its numbers written alike everywhere.</summary>
    public static string Of(FormattableString text) => FormattableString.Invariant(text);
}
