using System.IO.Compression;
using System.Text;
using Plenum.Engine.Scenarios;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Tests.China;
using Plenum.Workspace;
using Plenum.Workspace.Drafts;
using Plenum.Workspace.Instruments;
using Plenum.Workspace.Scenarios;

namespace Plenum.Tests.Workspace;

/// <summary>Drafts of the studio, with the instruments of the China model.</summary>
public sealed class DraftTests
{
    private static readonly Lazy<(Project Project, BoundModel Model, IReadOnlyList<Instrument> Instruments)> Opened = new(Open);

    private static IReadOnlyList<Instrument> Instruments => Opened.Value.Instruments;

    private static ScenarioWindow Window => Opened.Value.Project.Scenarios.Window;

    private static Gen<(int? From, int? Length, int? Ramp, double[] Profile)> AnyShape { get; } =
        from @from in Gen.Int[-1, 39]
        from length in Gen.Int[0, 40]
        from ramp in Gen.Int[0, 40]
        from profile in Gen.Double[0.0, 1.0].Array[0, 12]
        select ((int?)(@from < 0 ? null : @from), (int?)(length == 0 ? null : length), (int?)(ramp == 0 ? null : ramp), profile);

    /// <summary>Moves of some instruments, each with a window, a ramp or a drawn path of its own.</summary>
    private static Gen<ScenarioDraft> AnyDraft { get; } =
        from name in Gen.String[Gen.Char["abcXYZ 0129-_.:#\"'\\{}[]&*!|>%@`,\t\u4e2d\u56fd\u00e9/"], 1, 40]
        from count in Gen.Int[0, 8]
        from order in Gen.Shuffle(Enumerable.Range(0, 20).ToArray(), count)
        from moves in Gen.Select(AnyShape, Gen.Double[0.0, 1.0]).Array[count]
        select new ScenarioDraft(name, [], [.. moves.Zip(order, (move, i) => MoveOf(Instruments[i % Instruments.Count], move.Item1, move.Item2)).DistinctBy(m => m.Instrument)]);

    [Fact]
    public void The_file_of_a_draft_makes_the_changes_that_its_moves_describe() => AnyDraft.Sample(draft =>
    {
        var findings = new DiagnosticBag();
        var scenario = ScenarioReader.Read(new SourceText("draft.yaml", DraftText.Write(draft, Instruments, Window)), Window, findings);
        var plan = new ScenarioBinder(Opened.Value.Model, Opened.Value.Project.Scenarios, findings).Bind([scenario!]);
        Assert.Empty(findings.Where(f => f.Severity == Severity.Error).Select(f => f.ToString()));
        Assert.Equal(Direct(draft), plan!.Changes.Select(Words));
    }, iter: 60);

    [Fact]
    public void A_draft_that_was_written_is_read_back() => AnyDraft.Sample(draft =>
    {
        string text = DraftText.Write(draft, Instruments, Window);
        var read = DraftReader.TryRead(ScenarioReader.Read(new SourceText("draft.yaml", text), Window, [])!, Instruments, Window);
        Assert.Equal(text, DraftText.Write(read!, Instruments, Window));
    }, iter: 60);

    [Fact]
    public void A_link_gives_back_the_drafts_it_was_made_of() => AnyDraft.Array[0, 6].Sample(drafts =>
    {
        var opened = DraftLink.TryUnpack(DraftLink.Pack(drafts));
        Assert.Equal(drafts.Select(Whole), opened!.Select(Whole));
    }, iter: 60);

    [Fact]
    public void A_full_desk_fits_into_a_link()
    {
        var draft = new ScenarioDraft(new string('n', ScenarioDraft.LongestName), ["S01", "S05"], [.. Instruments.Select((instrument, i) => new InstrumentMove(instrument.Id, instrument.High)
        {
            From = Window.Start + (i % 5),
            Profile = [.. Enumerable.Range(0, 40).Select(k => 0.05 * ((i + (7 * k)) % 21))],
        })]);
        Assert.InRange(DraftLink.Pack([.. Enumerable.Repeat(draft, 6)]).Length, 1, DraftLink.LongestText);
    }

    [Theory]
    [InlineData("[{\"name\":\"a\",\"moves\":[{\"instrument\":\"x\",\"size\":1e999}]}]")]
    [InlineData("[{\"name\":\"a\",\"moves\":[{\"instrument\":\"x\",\"size\":\"1\"}]}]")]
    [InlineData("[{\"name\":\"a\",\"moves\":[{\"instrument\":null,\"size\":1}]}]")]
    [InlineData("[{\"name\":\"a\",\"moves\":[{\"instrument\":\"x\",\"size\":1,\"from\":\"soon\"}]}]")]
    [InlineData("[{\"name\":\"a\",\"moves\":[{\"instrument\":\"x\",\"size\":1,\"ramp\":0}]}]")]
    [InlineData("[{\"name\":\"a\",\"moves\":[{\"instrument\":\"x\",\"size\":1,\"ramp\":99999999999}]}]")]
    [InlineData("[{\"name\":null,\"moves\":[]}]")]
    [InlineData("[{\"name\":\"a\",\"include\":[null],\"moves\":[]}]")]
    [InlineData("[{\"name\":\"a\"}]")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("[[[[[[[[[[]]]]]]]]]]")]
    [InlineData("[")]
    public void A_link_that_says_something_else_is_refused(string json) => Assert.Null(DraftLink.TryUnpack(Packed(json)));

    [Fact]
    public void A_link_made_by_hand_opens() => Assert.Equal("a", Assert.Single(DraftLink.TryUnpack(Packed("[{\"name\":\"a\",\"moves\":[]}]"))!).Name);

    [Fact]
    public void A_link_that_is_cut_off_too_long_or_no_link_is_refused()
    {
        ScenarioDraft[] drafts = [new ScenarioDraft("A", [], [new InstrumentMove(Instruments[0].Id, 0.01)])];
        string link = DraftLink.Pack(drafts);
        for (int length = 0; length < link.Length; length++) { Assert.Null(DraftLink.TryUnpack(link[..length])); }
        Assert.Equal(drafts.Select(Whole), DraftLink.TryUnpack(link)!.Select(Whole));
        Assert.Null(DraftLink.TryUnpack("<script>"));
        Assert.Null(DraftLink.TryUnpack(new string('A', DraftLink.LongestText + 1)));
    }

    [Fact]
    public void A_link_that_unpacks_to_far_more_than_a_desk_is_refused() =>
        Assert.Null(DraftLink.TryUnpack(Packed($"[{{\"name\":\"a\",\"moves\":[]}}{new string(' ', 4_000_000)}]")));

    [Fact]
    public void More_than_six_drafts_or_a_hundred_moves_are_refused()
    {
        Assert.Null(DraftLink.TryUnpack(DraftLink.Pack([.. Enumerable.Repeat(ScenarioDraft.Empty("A"), 7)])));
        var moves = Enumerable.Range(0, ScenarioDraft.MostMoves + 1).Select(k => new InstrumentMove($"x{k}", 1.0));
        Assert.Null(DraftLink.TryUnpack(DraftLink.Pack([new ScenarioDraft("A", [], [.. moves])])));
    }

    [Fact]
    public void Scenarios_of_the_project_stay_within_the_reach_of_its_sliders()
    {
        var steps = from scenario in Opened.Value.Project.Scenarios.All([])
                    from change in scenario.Changes
                    where change.Amount is ChangeAmount.Step
                    from name in change.Names
                    from instrument in Instruments
                    where instrument.Role == change.Role && instrument.Kind == ((ChangeAmount.Step)change.Amount).Kind && instrument.Names.Any(n => n.Name == name.Name)
                    select (scenario.Id, instrument, ((ChangeAmount.Step)change.Amount).Value);
        var found = steps.ToList();
        Assert.True(found.Count > 30, "scenarios and instruments have too little in common to compare them.");
        Assert.All(found, s => Assert.True(s.Value >= s.instrument.Low && s.Value <= s.instrument.High, $"{s.Id} moves {s.instrument.Label} by {s.Value}."));
    }

    [Fact]
    public void A_saved_draft_is_listed_opened_replaced_and_deleted()
    {
        using var folder = new TinyProject();
        var store = new DraftStore(folder.Folder, Instruments, Window);
        Assert.Empty(store.All());
        var draft = new ScenarioDraft("Tariffs: \"high\" / \u9ad8", ["S05"], [new InstrumentMove("tariff_exogenous[us]", 1.0) { Ramp = 4 }]);
        string id = store.Save(draft)!;
        Assert.Equal(Whole(draft), Whole(store.Open(id)!.Draft!));
        Assert.Equal(id, store.Save(draft with { Moves = [] }));
        Assert.Equal(id, Assert.Single(store.All()).Id);
        Assert.Empty(store.Open(id)!.Draft!.Moves);
        Assert.True(store.Delete(id));
        Assert.False(store.Delete(id));
        Assert.Empty(store.All());
    }

    [Fact]
    public void Two_names_that_make_one_id_have_files_of_their_own()
    {
        using var folder = new TinyProject();
        var store = new DraftStore(folder.Folder, Instruments, Window);
        string first = store.Save(ScenarioDraft.Empty("\u5173\u7a0e"))!, second = store.Save(ScenarioDraft.Empty("\u6c47\u7387"))!;
        Assert.NotEqual(first, second);
        Assert.Equal("\u6c47\u7387", store.Open(second)!.Name);
    }

    [Theory]
    [InlineData("../../project")]
    [InlineData("..")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../b")]
    [InlineData("A")]
    [InlineData("")]
    public void A_name_that_leads_elsewhere_opens_and_deletes_nothing(string id)
    {
        using var folder = new TinyProject();
        var store = new DraftStore(folder.Folder, Instruments, Window);
        store.Save(ScenarioDraft.Empty("a"));
        Assert.Null(store.Open(id));
        Assert.False(store.Delete(id));
        Assert.Single(store.All());
    }

    [Fact]
    public void A_damaged_file_is_listed_but_not_opened_and_a_half_written_one_is_not_seen()
    {
        using var folder = new TinyProject();
        var store = new DraftStore(folder.Folder, Instruments, Window);
        folder.Write(".plenum/studio/broken.yaml", "id: [");
        folder.Write(".plenum/studio/foreign.yaml", "id: foreign\ntitle: Foreign\nchanges:\n  - exogenous: no_such_name\n    add: 1\n");
        folder.Write(".plenum/studio/.x.half", "id: x");
        Assert.Equal(["broken", "foreign"], store.All().Select(d => d.Id).Order());
        Assert.All(store.All(), d => Assert.Null(d.Draft));
    }

    private static InstrumentMove MoveOf(Instrument instrument, (int? From, int? Length, int? Ramp, double[] Profile) shape, double share)
    {
        Period? from = shape.From is { } first ? Window.Start + first : null;
        Period? to = shape.Length is { } length ? (from ?? Window.Start) + (length - 1) : null;
        return new InstrumentMove(instrument.Id, instrument.Low + (share * (instrument.High - instrument.Low)))
        {
            From = from,
            To = to > Window.End ? Window.End : to,
            Ramp = shape.Profile.Length > 0 ? null : shape.Ramp,
            Profile = shape.Profile,
        };
    }

    private static IEnumerable<string> Direct(ScenarioDraft draft)
    {
        foreach (var move in draft.Moves)
        {
            var instrument = Instruments.Single(i => i.Id == move.Instrument);
            var from = move.From ?? Window.Start;
            var to = move.To ?? (instrument.Periods is { } periods && from + (periods - 1) < Window.End ? from + (periods - 1) : Window.End);
            var weights = move.Profile.Count > 0 ? move.Profile : PathChange.Ramp(move.Ramp ?? instrument.Ramp);
            foreach (var name in instrument.Names)
            {
                var symbols = Opened.Value.Model.Symbols.Where(s => instrument.Role == ChangedRole.AddFactor ? s.Name == $"add_factor({name.Name})" : s.Name == name.Name);
                foreach (var symbol in symbols) { yield return Words(new PathChange(symbol.Column, instrument.Kind, move.Size, from, to, weights)); }
            }
        }
    }

    private static string Words(PathChange change) => FormattableString.Invariant($"{change.Column} {change.Kind} {change.Value:R} {change.From} {change.To} ") + string.Join(' ', change.Weights.Select(w => w.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));

    private static string Whole(ScenarioDraft draft) =>
        $"{draft.Name}|{string.Join(',', draft.Include)}|" + string.Join(';', draft.Moves.Select(m => FormattableString.Invariant($"{m.Instrument} {m.Size:R} {m.From} {m.To} {m.Ramp} ") + string.Join(' ', m.Profile)));

    /// <summary>A link whose check is right, whatever it says.</summary>
    private static string Packed(string json)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) { deflate.Write(Encoding.UTF8.GetBytes(json)); }
        byte[] content = packed.ToArray();
        return System.Buffers.Text.Base64Url.EncodeToString([.. System.Security.Cryptography.SHA256.HashData(content)[..4], .. content]);
    }

    private static (Project, BoundModel, IReadOnlyList<Instrument>) Open()
    {
        var findings = new DiagnosticBag();
        var project = Project.Open(ChinaFiles.Folder, "models/china").Project!;
        var model = ProjectModel.Load(project, [], findings)!;
        var instruments = InstrumentReader.Read(project, model, findings);
        Assert.Empty(findings.Select(f => f.ToString()));
        return (project, model, instruments);
    }
}
