using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.Files;

/// <summary>Reads files that hold a list of groups of keys under one key.</summary>
internal static class YamlGroups
{
    /// <summary>The groups; anything else, and an empty file, is reported and left out.</summary>
    /// <param name="source">The file.</param>
    /// <param name="key">The key of the list.</param>
    /// <param name="what">What one group describes, in words: "an identity".</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static IEnumerable<YamlMap> Read(SourceText source, string key, string what, DiagnosticBag findings) =>
        YamlFile.Read(source, $"it lists groups of keys under '{key}'.", findings) is { } file ? Of(new MapReader(file, "the file", [key], findings), key, what) : [];

    /// <summary>The groups listed under a key; anything else is reported and left out.</summary>
    /// <param name="keys">The keys among which it is.</param>
    /// <param name="key">The key of the list.</param>
    /// <param name="what">What one group describes, in words.</param>
    public static IEnumerable<YamlMap> Of(MapReader keys, string key, string what)
    {
        switch (keys.Node(key))
        {
            case null: return [];
            case YamlList list:
                foreach (var other in list.Items.Where(i => i is not YamlMap)) { Report(other); }
                return list.Items.OfType<YamlMap>();
            case var other:
                Report(other);
                return [];
        }

        void Report(YamlNode node) => keys.Report(WorkspaceCodes.WrongValue, $"{what} is a group of keys in a list, not {node.Kind}.", node.Span.Length > 0 ? node.Span : keys.PlaceOf(key), null, "begin it with '- ' and indent its other keys below.");
    }
}
