using System.Globalization;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;

namespace Plenum.Studio.Components.Model;

/// <summary>Facts about names in words.</summary>
internal static class VariableText
{
    /// <summary>The role, as lists write it.</summary>
    public static string Role(Role role) => role switch
    {
        Language.Binding.Role.AddFactor => "add-factor",
        _ => role.ToString().ToLowerInvariant(),
    };

    /// <summary>File and line.</summary>
    public static string Place(SourceSpan span) => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(span.Source.Path)}, line {span.Source.Position(span.Start).Line}");
}
