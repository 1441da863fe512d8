namespace Plenum.Language.Sets;

/// <summary>A map that takes each member of one set to one member of another.</summary>
internal sealed class MapEntry(string name, SetEntry from, SetEntry to)
{
    public string Name => name;

    public SetEntry From => from;

    public SetEntry To => to;

    public Dictionary<int, int> Images { get; } = [];
}
