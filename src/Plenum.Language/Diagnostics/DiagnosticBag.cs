using System.Collections;

namespace Plenum.Language.Diagnostics;

/// <summary>Collects findings in the order they are made, up to a limit, so that hostile text cannot flood the reader.</summary>
public sealed class DiagnosticBag : IReadOnlyCollection<Diagnostic>
{
    /// <summary>The most findings kept; the rest are only counted.</summary>
    public const int Limit = 200;

    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>The number of findings kept.</summary>
    public int Count => _diagnostics.Count;

    /// <summary>The number of findings that were made after the limit and are not kept.</summary>
    public int Dropped { get; private set; }

    /// <summary>Whether any finding is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds one finding; the same finding at the same place is kept once.</summary>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        if (diagnostic.Severity == Severity.Error) { HasErrors = true; }
        if (_diagnostics.Count >= Limit) { Dropped++; return; }
        if (!_diagnostics.Contains(diagnostic)) { _diagnostics.Add(diagnostic); }
    }

    /// <summary>Adds all findings of another collection.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var diagnostic in diagnostics) { Add(diagnostic); }
    }

    /// <inheritdoc/>
    public IEnumerator<Diagnostic> GetEnumerator() => _diagnostics.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
