using Plenum.Language.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Plenum.Workspace.Files;

/// <summary>Reads the plain part of YAML: texts, lists and keys with values.</summary>
/// <remarks>Anchors, aliases and tags are refused: a file says what it says in one place, and a small file stays small when read.</remarks>
internal sealed class YamlFile
{
    private const int Deepest = 16;
    private readonly SourceText _source;
    private readonly Parser _parser;

    private YamlFile(SourceText source)
    {
        _source = source;
        _parser = new Parser(new StringReader(source.Text));
    }

    /// <summary>Reads a file; null after an error, which is added to the findings. An empty file is one.</summary>
    /// <param name="source">The file.</param>
    /// <param name="needs">What a file of its kind has, in a sentence, for the message about an empty one.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static YamlMap? Read(SourceText source, string needs, DiagnosticBag findings)
    {
        try
        {
            if (new YamlFile(source).ReadDocument() is { } map) { return map; }
            bool isRemarks = source.Text.Split('\n').Any(l => l.TrimStart().StartsWith('#'));
            findings.Add(Diagnostic.Error(WorkspaceCodes.MissingKey, isRemarks ? "the file holds only comments." : "the file is empty.", new SourceSpan(source, 0, 0), needs, "see docs/projects.md for an example."));
        }
        catch (YamlException error)
        {
            findings.Add(NotYaml(source, error));
        }

        return null;
    }

    private static Diagnostic NotYaml(SourceText source, YamlException error)
    {
        int start = (int)Math.Clamp(error.Start.Index, 0, source.Text.Length);
        string line = source.Line(source.Position(start).Line);
        string help = line.Contains('\t', StringComparison.Ordinal) ? "indent with spaces, not with tabs."
            : line.Contains('[', StringComparison.Ordinal) && line.Contains("],", StringComparison.Ordinal) ? "in a list in brackets, put indexed names in quotes: [\"import_demand[us]\", \"import_demand[eu]\"]."
            : "write 'key: value' with keys of one group indented alike, and put a text that contains ': ' or '#' in quotes.";
        return Diagnostic.Error(WorkspaceCodes.NotYaml, "the file cannot be read as YAML.", new SourceSpan(source, start, 0), Sentence(error.Message), help);
    }

    private static string Sentence(string message)
    {
        string text = message.Trim().TrimEnd('.');
        return text.Length == 0 ? "the text breaks off." : char.ToLowerInvariant(text[0]) + text[1..] + ".";
    }

    private YamlMap? ReadDocument()
    {
        Expect<StreamStart>();
        if (Next() is not DocumentStart) { return null; }
        var start = Next();
        if (start is Scalar { Value.Length: 0 }) { return null; }
        if (start is not MappingStart) { throw new YamlException(start.Start, start.End, "the file must consist of keys with values"); }
        var map = ReadMap(start, 0);
        Expect<DocumentEnd>();
        var end = Next();
        return end is StreamEnd ? map : throw new YamlException(end.Start, end.End, "a second document begins; a file holds one");
    }

    private YamlNode ReadNode(ParsingEvent start, int depth)
    {
        if (depth > Deepest) { throw new YamlException(start.Start, start.End, "values are nested too deeply"); }
        if (start is AnchorAlias) { throw new YamlException(start.Start, start.End, "aliases are not used here; write the value again"); }
        if (start is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } }) { throw new YamlException(start.Start, start.End, "anchors and tags are not used here; write the plain value"); }
        return start switch
        {
            Scalar scalar => new YamlText(Span(scalar), scalar.Value),
            SequenceStart => ReadList(start, depth),
            MappingStart => ReadMap(start, depth),
            _ => throw new YamlException(start.Start, start.End, "a value is missing"),
        };
    }

    private YamlList ReadList(ParsingEvent start, int depth)
    {
        var items = new List<YamlNode>();
        for (var next = Next(); next is not SequenceEnd; next = Next()) { items.Add(ReadNode(next, depth + 1)); }
        return new YamlList(items.Count == 0 ? Span(start) : items[0].Span, items);
    }

    private YamlMap ReadMap(ParsingEvent start, int depth)
    {
        var entries = new List<YamlEntry>();
        for (var next = Next(); next is not MappingEnd; next = Next())
        {
            if (ReadNode(next, depth + 1) is not YamlText key) { throw new YamlException(next.Start, next.End, "a key must be a word"); }
            entries.Add(new YamlEntry(key, ReadNode(Next(), depth + 1)));
        }

        return new YamlMap(entries.Count == 0 ? Span(start) : entries[0].Key.Span, entries);
    }

    private ParsingEvent Next()
    {
        while (_parser.MoveNext())
        {
            if (_parser.Current is not Comment) { return _parser.Current!; }
        }

        throw new YamlException("the text breaks off");
    }

    private void Expect<T>()
        where T : ParsingEvent
    {
        var next = Next();
        if (next is not T) { throw new YamlException(next.Start, next.End, "the text breaks off"); }
    }

    /// <summary>The place of an event, cut to its first line.</summary>
    private SourceSpan Span(ParsingEvent part)
    {
        int start = (int)Math.Min(part.Start.Index, _source.Text.Length);
        int end = (int)Math.Clamp(part.End.Index, start, _source.Text.Length);
        int lineEnd = _source.Text.IndexOf('\n', start, end - start);
        return new SourceSpan(_source, start, (lineEnd < 0 ? end : lineEnd) - start);
    }
}
