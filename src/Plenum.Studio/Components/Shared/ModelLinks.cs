using Plenum.Language.Binding;

namespace Plenum.Studio.Components.Shared;

/// <summary>Addresses of names on the page of the model.</summary>
internal static class ModelLinks
{
    /// <summary>Where a name is told about.</summary>
    public static string To(Symbol symbol) => $"/model?name={Uri.EscapeDataString(symbol.Name)}";
}
