using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.Files;

/// <summary>One value of a YAML file, with its place.</summary>
internal abstract record YamlNode(SourceSpan Span)
{
    /// <summary>What the value is, in words for messages.</summary>
    public abstract string Kind { get; }
}

/// <summary>A word, a number or a text.</summary>
internal sealed record YamlText(SourceSpan Span, string Value) : YamlNode(Span)
{
    public override string Kind => Value.Length == 0 ? "nothing" : $"'{Value}'";
}

/// <summary>A list of values.</summary>
internal sealed record YamlList(SourceSpan Span, IReadOnlyList<YamlNode> Items) : YamlNode(Span)
{
    public override string Kind => "a list";
}

/// <summary>Keys with their values, in the order of the file; a key may still occur twice.</summary>
internal sealed record YamlMap(SourceSpan Span, IReadOnlyList<YamlEntry> Entries) : YamlNode(Span)
{
    public override string Kind => "a group of keys";
}

/// <summary>A key with its value.</summary>
internal sealed record YamlEntry(YamlText Key, YamlNode Value);
