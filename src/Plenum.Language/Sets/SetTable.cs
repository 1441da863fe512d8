using Plenum.Language.Diagnostics;

namespace Plenum.Language.Sets;

/// <summary>The sets and maps of a model, and the numbers of all their members.</summary>
internal sealed class SetTable
{
    private readonly Dictionary<string, int> _numberOfMember = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SetEntry> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MapEntry> _maps = new(StringComparer.Ordinal);
    private readonly List<string> _members = [];
    private readonly List<SetEntry> _inOrder = [];
    private readonly List<MapEntry> _mapsInOrder = [];

    public IReadOnlyList<SetEntry> Sets => _inOrder;

    public IReadOnlyList<MapEntry> Maps => _mapsInOrder;

    /// <summary>Every word that is a member of some set.</summary>
    public IReadOnlyList<string> MemberNames => _members;

    public string NameOf(int member) => _members[member];

    /// <summary>The number of a member, or -1 where no set has it.</summary>
    public int FindMember(string name) => _numberOfMember.GetValueOrDefault(name, -1);

    public SetEntry? FindSet(string name) => _sets.GetValueOrDefault(name);

    public MapEntry? FindMap(string name) => _maps.GetValueOrDefault(name);

    public int Number(string member)
    {
        if (_numberOfMember.TryGetValue(member, out int known)) { return known; }
        _numberOfMember.Add(member, _members.Count);
        _members.Add(member);
        return _members.Count - 1;
    }

    public void Add(SetEntry set)
    {
        _sets.Add(set.Name, set);
        _inOrder.Add(set);
    }

    public void Add(MapEntry map)
    {
        _maps.Add(map.Name, map);
        _mapsInOrder.Add(map);
    }

    /// <summary>The names of all sets, from which the nearest is offered.</summary>
    public string? NearestSet(string name) => Suggestion.Nearest(name, _sets.Keys);

    /// <summary>The member of <paramref name="set"/> that is spelt most like <paramref name="name"/>, or null.</summary>
    public string? NearestMember(string name, SetEntry set) => Suggestion.Nearest(name, MembersOf(set));

    public List<string> MembersOf(SetEntry set)
    {
        var names = new List<string>(set.Members.Count);
        foreach (int member in set.Members) { names.Add(_members[member]); }
        return names;
    }

    /// <summary>The first members of a set as words for a message, such as "us, eu, asean and 12 more".</summary>
    public string Describe(SetEntry set)
    {
        const int shown = 6;
        var names = MembersOf(set);
        return names.Count <= shown ? string.Join(", ", names) : $"{string.Join(", ", names.GetRange(0, shown))} and {names.Count - shown} more";
    }
}
