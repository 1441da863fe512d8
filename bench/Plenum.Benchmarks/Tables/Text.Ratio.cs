namespace Plenum.Benchmarks;

/// <content>What needs measurements of BenchmarkDotNet.</content>
internal static partial class Text
{
    /// <summary>How many times as long as the rival it takes.</summary>
    public static string Ratio(Measured measured, Measured rival) => Digits(measured.Nanoseconds / rival.Nanoseconds);
}
