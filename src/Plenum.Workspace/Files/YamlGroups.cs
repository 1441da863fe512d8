using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.Files;

/// <summary>Reads files that hold a list of groups of keys under one key.</summary>
internal static class YamlGroups
{
    /// <summary>The groups; anything else is reported and left out. An empty file has none.</summary>
    /// <param name="source">The file.</param>
    /// <param name="key">The key of the list.</param>
    /// <param name="what">What one group describes, in words: "an identity".</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static IEnumerable<YamlMap> Read(SourceText source, string key, string what, DiagnosticBag findings)
    {
        if (YamlFile.Read(source, findings) is not YamlMap file) { return []; }
        return new MapReader(file, "the file", [key], findings).Groups(key, what);
    }
}
