using System.Globalization;
using Plenum.Language.Diagnostics;
using Plenum.Series;

namespace Plenum.Workspace.Files;

/// <summary>Takes typed values out of a group of keys, and reports what does not fit.</summary>
/// <remarks>The known keys are given at once, so that a misspelt key is found even where nothing asks for it.</remarks>
internal sealed class MapReader
{
    private readonly YamlMap _map;
    private readonly string _what;
    private readonly DiagnosticBag _findings;

    /// <summary>Checks the keys of a group.</summary>
    /// <param name="map">The group.</param>
    /// <param name="what">What the group describes, in words: "a project", "a change".</param>
    /// <param name="knownKeys">All keys it may have.</param>
    /// <param name="findings">Takes what does not fit.</param>
    public MapReader(YamlMap map, string what, IReadOnlyList<string> knownKeys, DiagnosticBag findings)
    {
        (_map, _what, _findings) = (map, what, findings);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, _) in map.Entries)
        {
            if (!knownKeys.Contains(key.Value)) { ReportUnknownKey(key, knownKeys); }
            else if (!seen.Add(key.Value)) { Report(WorkspaceCodes.Duplicate, $"'{key.Value}' is given twice.", key.Span, null, "keep one of the two."); }
        }
    }

    /// <summary>Where the group begins.</summary>
    public SourceSpan Span => _map.Span;

    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>The place of a key, or of the group where it is missing.</summary>
    public SourceSpan PlaceOf(string key) => Find(key)?.Key.Span ?? Span;

    /// <summary>The value of a key, or null.</summary>
    public YamlNode? Node(string key) => Find(key)?.Value;

    /// <summary>Reports a key that is missing.</summary>
    public void Require(string key, string example)
    {
        if (!Has(key)) { Report(WorkspaceCodes.MissingKey, $"'{key}' is missing.", Span, $"{_what} needs it.", $"add a line such as:  {key}: {example}"); }
    }

    /// <summary>A text; null where it is missing or of another type.</summary>
    public string? Text(string key)
    {
        var node = Node(key);
        if (node is YamlText text && text.Value.Trim().Length > 0) { return text.Value.Trim(); }
        if (node is not null) { WrongType(key, node, "a text", $"{key}: some words"); }
        return null;
    }

    /// <summary>One name or a list of names; null where missing or of another type.</summary>
    public IReadOnlyList<PlacedName>? Names(string key)
    {
        switch (Node(key))
        {
            case null: return null;
            case YamlText { Value.Length: > 0 } text: return [new PlacedName(text.Value.Trim(), text.Span)];
            case YamlList list when list.Items.Count > 0 && list.Items.All(i => i is YamlText { Value.Length: > 0 }):
                return [.. list.Items.Cast<YamlText>().Select(t => new PlacedName(t.Value.Trim(), t.Span))];
            case var node:
                WrongType(key, node, "a name or a list of names", $"{key}: [one_name, \"another[us]\"]");
                return null;
        }
    }

    /// <summary>One of some words; null where it is missing, of another type or another word.</summary>
    public T? Word<T>(string key, IReadOnlyList<(string Word, T Value)> words)
        where T : struct
    {
        if (Text(key) is not { } text) { return null; }
        foreach (var (word, value) in words)
        {
            if (word == text) { return value; }
        }

        string all = string.Join(", ", words.Select(w => w.Word));
        Report(WorkspaceCodes.WrongValue, $"'{key}' takes one of {all}, not '{text}'.", Node(key)!.Span, null, Suggestion.Nearest(text, words.Select(w => w.Word)) is { } near ? $"did you mean '{near}'?" : $"write one of {all}.");
        return null;
    }

    /// <summary>A number or a fraction; null where it is missing or of another type.</summary>
    public double? Number(string key) => Node(key) is { } node ? Number(key, node, $"{key}: 0.05") : null;

    /// <summary>A list of numbers or fractions; null where missing, empty or of another type.</summary>
    public IReadOnlyList<double>? Numbers(string key)
    {
        if (Node(key) is not { } node) { return null; }
        string example = $"{key}: [1/3, 2/3, 1]";
        if (node is not YamlList { Items.Count: > 0 } list)
        {
            WrongType(key, node, "a list of numbers", example);
            return null;
        }

        var numbers = list.Items.Select(i => Number(key, i, example)).ToList();
        return numbers.Contains(null) ? null : [.. numbers.Select(n => n!.Value)];
    }

    /// <summary>A whole number from 1; null where it is missing or of another type.</summary>
    public int? Count(string key)
    {
        if (Node(key) is not { } node) { return null; }
        if (node is YamlText text && int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is >= 1 and <= 10_000) { return count; }
        WrongType(key, node, "a whole number of periods from 1", $"{key}: 4");
        return null;
    }

    /// <summary>A period; null where it is missing or of another type.</summary>
    public Period? Period(string key, Frequency? frequency)
    {
        if (Node(key) is not { } node) { return null; }
        string example = frequency switch { Frequency.Annual => "2026", Frequency.Monthly => "2026M01", _ => "2026Q1" };
        if (node is YamlText text && Series.Period.TryParse(text.Value, out var period) && (frequency is null || period.Frequency == frequency)) { return period; }
        WrongType(key, node, frequency is { } f ? $"a period of the model, which is {f.ToString().ToLowerInvariant()}" : "a period", $"{key}: {example}");
        return null;
    }

    /// <summary>A group of keys; null where it is missing or of another type.</summary>
    public YamlMap? Map(string key)
    {
        var node = Node(key);
        if (node is YamlMap map) { return map; }
        if (node is not null) { WrongType(key, node, "keys with values, indented below", $"{key}:\n            name: value"); }
        return null;
    }

    /// <summary>Adds an error.</summary>
    public void Report(string code, string message, SourceSpan span, string? why, string? help) => _findings.Add(Diagnostic.Error(code, message, span, why, help));

    private YamlEntry? Find(string key) => _map.Entries.FirstOrDefault(e => e.Key.Value == key);

    private double? Number(string key, YamlNode node, string example)
    {
        if (node is YamlText text)
        {
            if (TryNumber(text.Value, out double number)) { return number; }
            if (text.Value.TrimEnd().EndsWith('%') && TryNumber(text.Value.TrimEnd()[..^1], out double percent))
            {
                Report(WorkspaceCodes.WrongValue, $"'{key}' takes a plain number, but '{text.Value}' has a unit.", text.Span, "values are in the unit of the model, where shares and rates are fractions.", string.Create(CultureInfo.InvariantCulture, $"write:  {key}: {percent / 100.0:0.##########}"));
                return null;
            }

            string[] words = text.Value.Split(' ', 2);
            if (words.Length == 2 && TryNumber(words[0], out _))
            {
                Report(WorkspaceCodes.WrongValue, $"'{key}' takes a plain number, but '{text.Value}' has a unit.", text.Span, "values are in the unit of the model; plenum show NAME prints it.", $"write:  {key}: {words[0]}");
                return null;
            }
        }

        WrongType(key, node, "a number", example);
        return null;
    }

    private static bool TryNumber(string text, out double number)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) { return TryFinite(text, out number); }
        bool isFraction = TryFinite(text.AsSpan(0, slash), out number) & TryFinite(text.AsSpan(slash + 1), out double below);
        number /= below;
        return isFraction && double.IsFinite(number);
    }

    private static bool TryFinite(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private void WrongType(string key, YamlNode node, string wanted, string example) =>
        Report(WorkspaceCodes.WrongValue, $"'{key}' takes {wanted}, not {node.Kind}.", node.Span.Length > 0 ? node.Span : PlaceOf(key), null, $"write for instance:  {example}");

    private void ReportUnknownKey(YamlText key, IReadOnlyList<string> knownKeys)
    {
        string? near = Suggestion.Nearest(key.Value, knownKeys);
        Report(WorkspaceCodes.UnknownKey, $"'{key.Value}' is not a key of {_what}.", key.Span, $"the keys are {string.Join(", ", knownKeys)}.", near is null ? "remove it." : $"did you mean '{near}'?");
    }
}
