using Plenum.Language.Diagnostics;

namespace Plenum.Language.Binding;

/// <summary>A bound model and everything found on the way.</summary>
/// <param name="Model">The model; null exactly where there is an error.</param>
/// <param name="Diagnostics">All findings, those about the text of the files first.</param>
public sealed record BindResult(BoundModel? Model, IReadOnlyList<Diagnostic> Diagnostics);
