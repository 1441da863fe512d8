namespace Plenum.Language.Sets;

/// <summary>One set with its members resolved to numbers that all sets share.</summary>
internal sealed class SetEntry(string name, string label, string? parent)
{
    public string Name => name;

    public string Label => label;

    public string? Parent => parent;

    /// <summary>Numbers of the members, in order; equal words in two sets are one member.</summary>
    public List<int> Members { get; } = [];

    public List<string> Labels { get; } = [];

    /// <summary>Labels in Chinese; null where none was given.</summary>
    public List<string?> LabelsZh { get; } = [];

    public bool Contains(int member) => Members.Contains(member);

    public void Add(int member, string label, string? labelZh)
    {
        Members.Add(member);
        Labels.Add(label);
        LabelsZh.Add(labelZh);
    }
}
