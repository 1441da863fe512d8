using Plenum.Language.Diagnostics;

namespace Plenum.Language.Binding;

/// <summary>All scalar names that share a name and differ in their members.</summary>
/// <param name="Name">The name without members.</param>
/// <param name="IndexCount">How many indices it has.</param>
/// <param name="Root">Its node in the tree of members.</param>
/// <param name="Form">How it was first declared, such as "capacity[i in private_industry]", for messages.</param>
/// <param name="Span">Where it was first declared.</param>
internal sealed record Family(string Name, int IndexCount, int Root, string Form, SourceSpan Span)
{
    /// <summary>Whether a declaration of it is wrong, so that members that are missing are not reported too.</summary>
    public bool IsBroken { get; set; }
}
