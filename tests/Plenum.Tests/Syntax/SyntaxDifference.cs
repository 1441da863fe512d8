using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Plenum.Language.Diagnostics;

namespace Plenum.Tests.Syntax;

/// <summary>Finds the first place where two syntax trees differ in anything but spans.</summary>
internal static class SyntaxDifference
{
    /// <summary>Where and how they differ; null where they are the same. Reads all properties, so that none can be forgotten.</summary>
    public static string? First(object? a, object? b, string at = "tree")
    {
        if (a is null && b is null) { return null; }
        if (a is null || b is null) { return $"{at}: {a ?? "nothing"} and {b ?? "nothing"}"; }
        if (a is IEnumerable and not string)
        {
            object?[] left = [.. ((IEnumerable)a).Cast<object?>()];
            object?[] right = [.. ((IEnumerable)b).Cast<object?>()];
            if (left.Length != right.Length) { return $"{at}: {left.Length} and {right.Length} items"; }
            return left.Select((item, i) => First(item, right[i], $"{at}[{i}]")).FirstOrDefault(d => d is not null);
        }

        if (a.GetType() != b.GetType()) { return $"{at}: {a.GetType().Name} and {b.GetType().Name}"; }
        if (a is ITuple tuple) { return Enumerable.Range(0, tuple.Length).Select(i => First(tuple[i], ((ITuple)b)[i], string.Create(CultureInfo.InvariantCulture, $"{at}.Item{i}"))).FirstOrDefault(d => d is not null); }
        if (a is string or ValueType) { return a.Equals(b) ? null : $"{at}: {a} and {b}"; }
        return a.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType != typeof(SourceSpan) && p.PropertyType != typeof(SourceText) && p.PropertyType != typeof(IReadOnlyList<Diagnostic>))
            .Select(p => First(p.GetValue(a), p.GetValue(b), $"{at}.{p.Name}"))
            .FirstOrDefault(d => d is not null);
    }
}
