using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;

namespace Plenum.Language.Sets;

/// <summary>Reads the declarations of sets, subsets and maps, in whatever order they stand.</summary>
internal sealed class SetReader(SetTable table, Findings findings)
{
    private readonly Dictionary<string, SourceSpan> _placeOfSet = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceSpan> _placeOfMap = new(StringComparer.Ordinal);

    /// <summary>Reads all sets, each after the set it is a part of, and then the maps between them.</summary>
    public void Read(IReadOnlyList<SetSyntax> sets, IReadOnlyList<MapSyntax> maps)
    {
        var waiting = new List<SetSyntax>();
        var entries = new Dictionary<SetSyntax, SetEntry>(ReferenceEqualityComparer.Instance);
        foreach (var set in sets)
        {
            if (_placeOfSet.TryGetValue(set.Name.Value, out var first)) { ReportTwice("set", set.Name, first); continue; }
            _placeOfSet.Add(set.Name.Value, set.Name.Span);
            var entry = new SetEntry(set.Name.Value, set.Label?.Value ?? "", set.Parent?.Value);
            entries.Add(set, entry);
            table.Add(entry);
            if (set.Parent is null) { FillSet(set, entry); } else { waiting.Add(set); }
        }

        FillSubsets(waiting, entries);
        foreach (var map in maps) { ReadMap(map); }
    }

    private void FillSubsets(List<SetSyntax> waiting, Dictionary<SetSyntax, SetEntry> entries)
    {
        var unfilled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var subset in waiting) { unfilled.Add(subset.Name.Value); }
        for (int before = -1; waiting.Count > 0 && waiting.Count != before;)
        {
            before = waiting.Count;
            waiting.RemoveAll(subset =>
            {
                if (unfilled.Contains(subset.Parent!.Value)) { return false; }
                FillSubset(subset, entries[subset]);
                unfilled.Remove(subset.Name.Value);
                return true;
            });
        }

        foreach (var subset in waiting)
        {
            findings.Error(BindingCodes.WrongSubset, subset.Parent!.Span, $"'{subset.Name.Value}' is a subset of itself through '{subset.Parent.Value}'.", "a subset takes its members from a set that stands by itself.", $"name a set in the place of '{subset.Parent.Value}'.");
        }
    }

    private void FillSet(SetSyntax set, SetEntry entry)
    {
        var seen = new HashSet<int>();
        foreach (var member in set.Members)
        {
            if (entry.Members.Count == Limits.MembersInSet)
            {
                findings.Error(BindingCodes.LimitExceeded, set.Name.Span, $"'{set.Name.Value}' has {set.Members.Count} members; a set may have {Limits.MembersInSet}.", "limits keep a model from a stranger safe to open.", "split the set, or group its members.");
                return;
            }

            int number = table.Number(member.Name.Value);
            if (!seen.Add(number)) { ReportMemberTwice(member.Name, set); continue; }
            entry.Add(number, member.Label?.Value ?? member.Name.Value, member.LabelZh?.Value);
        }
    }

    private void FillSubset(SetSyntax subset, SetEntry entry)
    {
        if (table.FindSet(subset.Parent!.Value) is not { } parent)
        {
            string? nearest = table.NearestSet(subset.Parent.Value);
            findings.Error(BindingCodes.UnknownSet, subset.Parent.Span, $"there is no set '{subset.Parent.Value}'.", "a subset takes its members from a set.", nearest is null ? $"add: set {subset.Parent.Value} = ..." : $"did you mean '{nearest}'?");
            FillSet(subset, entry);
            return;
        }

        var position = new Dictionary<int, int>(parent.Members.Count);
        for (int i = 0; i < parent.Members.Count; i++) { position[parent.Members[i]] = i; }
        var seen = new HashSet<int>();
        foreach (var member in subset.Members)
        {
            int number = table.Number(member.Name.Value);
            if (!seen.Add(number)) { ReportMemberTwice(member.Name, subset); continue; }
            if (!position.TryGetValue(number, out int at))
            {
                string? nearest = table.NearestMember(member.Name.Value, parent);
                findings.Error(BindingCodes.WrongSubset, member.Name.Span, $"'{member.Name.Value}' is not a member of '{parent.Name}'.", $"a subset lists members of its set ({table.Describe(parent)}).", nearest is null ? $"add '{member.Name.Value}' to '{parent.Name}'." : $"did you mean '{nearest}'?");
                continue;
            }

            entry.Add(number, member.Label?.Value ?? parent.Labels[at], member.LabelZh?.Value ?? parent.LabelsZh[at]);
        }
    }

    private void ReadMap(MapSyntax map)
    {
        if (_placeOfMap.TryGetValue(map.Name.Value, out var first)) { ReportTwice("map", map.Name, first); return; }
        _placeOfMap.Add(map.Name.Value, map.Name.Span);
        var from = SetOfMap(map.From);
        var to = SetOfMap(map.To);
        if (from is null || to is null) { return; }
        var entry = new MapEntry(map.Name.Value, from, to);
        var ofFrom = new HashSet<int>(from.Members);
        var ofTo = new HashSet<int>(to.Members);
        bool isSound = true;
        foreach (var (source, target) in map.Entries.Select(e => (e.From, e.To)))
        {
            int image = MemberOfMap(target, to, ofTo);
            int member = MemberOfMap(source, from, ofFrom);
            isSound &= image >= 0 && member >= 0;
            if (member >= 0 && !entry.Images.TryAdd(member, image))
            {
                findings.Error(BindingCodes.WrongMap, source.Span, $"'{map.Name.Value}' maps '{source.Value}' twice.", $"a map takes each member of '{from.Name}' to one member of '{to.Name}'.", "keep one of the two entries.");
            }
        }

        table.Add(entry);
        if (!isSound || entry.Images.Count == from.Members.Count) { return; }
        string missing = string.Join(", ", from.Members.Where(m => !entry.Images.ContainsKey(m)).Take(6).Select(table.NameOf));
        findings.Error(BindingCodes.WrongMap, map.Name.Span, $"'{map.Name.Value}' says nothing of {missing}.", $"a map takes each member of '{from.Name}' to one member of '{to.Name}'.", $"add an entry for each of them, such as {table.NameOf(from.Members.First(m => !entry.Images.ContainsKey(m)))}: {(to.Members.Count == 0 ? "..." : table.NameOf(to.Members[0]))}");
    }

    private SetEntry? SetOfMap(WordSyntax name)
    {
        var set = table.FindSet(name.Value);
        if (set is null)
        {
            string? nearest = table.NearestSet(name.Value);
            findings.Error(BindingCodes.UnknownSet, name.Span, $"there is no set '{name.Value}'.", "a map leads from one set to another.", nearest is null ? $"add: set {name.Value} = ..." : $"did you mean '{nearest}'?");
        }

        return set;
    }

    private int MemberOfMap(WordSyntax name, SetEntry set, HashSet<int> members)
    {
        int number = table.FindMember(name.Value);
        if (number >= 0 && members.Contains(number)) { return number; }
        string? nearest = table.NearestMember(name.Value, set);
        findings.Error(BindingCodes.UnknownMember, name.Span, $"'{name.Value}' is not a member of '{set.Name}'.", $"the members are {table.Describe(set)}.", nearest is null ? $"add '{name.Value}' to '{set.Name}'." : $"did you mean '{nearest}'?");
        return -1;
    }

    private void ReportTwice(string what, WordSyntax name, SourceSpan first) =>
        findings.Error(BindingCodes.DuplicateSet, name.Span, $"the {what} '{name.Value}' is declared twice; the first is at {SymbolNames.Place(first, name.Span)}.", $"every {what} has a name of its own.", "remove one of the two, or rename it.");

    private void ReportMemberTwice(WordSyntax member, SetSyntax set) =>
        findings.Error(BindingCodes.DuplicateMember, member.Span, $"'{member.Value}' stands twice in '{set.Name.Value}'.", "a set lists each member once.", "remove one of the two.");
}
