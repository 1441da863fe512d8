using Plenum.Language.Diagnostics;

namespace Plenum.Workspace;

/// <summary>Puts findings in the order in which a reader meets them.</summary>
internal static class DiagnosticOrder
{
    /// <summary>Files in the order in which they were first mentioned, places from top to bottom.</summary>
    public static IEnumerable<Diagnostic> ByPlace(this IReadOnlyCollection<Diagnostic> findings)
    {
        var order = findings.Select(f => f.Span?.Source.Path ?? "").Distinct().Select((path, index) => (path, index)).ToDictionary(p => p.path, p => p.index, StringComparer.Ordinal);
        return findings.OrderBy(f => order[f.Span?.Source.Path ?? ""]).ThenBy(f => f.Span?.Start ?? 0);
    }
}
