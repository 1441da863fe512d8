using System.Globalization;
using Plenum.Engine.Ensembles;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Studio.Economy;
using Plenum.Workspace;
using Plenum.Workspace.Drafts;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.Reports;

namespace Plenum.Studio.Desk;

/// <summary>What a user has set on the page of risks, and the last answer; both last as long as the window.</summary>
internal sealed class RiskForm
{
    private const int UsualHorizon = 40;
    private const int Examples = 3;
    private static readonly int[] s_years = [1, 2, 3, 5, 10, 15, 20];

    private readonly OpenedModel _economy;
    private readonly Worlds _worlds;
    private readonly IReadOnlySet<UncertainPart> _usual;

    public RiskForm(OpenedModel economy, Worlds worlds, RiskRuns runs)
    {
        (_economy, _worlds, _usual) = (economy, worlds, runs.Plan.Drawn);
        Parts = [.. _usual];
        Variables = [.. economy.Headline];
        int perYear = (int)economy.Window.Start.Frequency, longest = economy.Window.End - economy.Window.Start + 1;
        Horizons = [.. s_years.Select(y => y * perYear).Where(h => h < longest).Append(longest)];
        Horizon = Horizons.Last(h => h <= UsualHorizon || h == Horizons[0]);
        EventExamples = ExamplesOf(economy);
    }

    /// <summary>The world around which draws are taken; see <see cref="Worlds"/>.</summary>
    public string World { get; set; } = Worlds.Baseline;

    /// <summary>How many draws.</summary>
    public int Draws { get; set; } = new EnsembleOptions().Draws;

    /// <summary>The seed.</summary>
    public ulong Seed { get; set; } = new EnsembleOptions().Seed;

    /// <summary>Periods of a draw.</summary>
    public int Horizon { get; set; }

    /// <summary>The horizons offered.</summary>
    public IReadOnlyList<int> Horizons { get; }

    /// <summary>What is drawn.</summary>
    public HashSet<UncertainPart> Parts { get; }

    /// <summary>The variables that are shown.</summary>
    public HashSet<ShownVariable> Variables { get; }

    /// <summary>The events, one a line.</summary>
    public string Events { get; set; } = "";

    /// <summary>Events of this model to begin with.</summary>
    public IReadOnlyList<string> EventExamples { get; }

    /// <summary>The last answer; null before the first.</summary>
    public RiskAnswer? Answer { get; set; }

    /// <summary>What the form asks; null where its scenario cannot be solved.</summary>
    public async Task<RiskQuestion?> QuestionAsync()
    {
        var run = await _worlds.SolveAsync(World).ConfigureAwait(false);
        if (run is null && World.Length > 0) { return null; }
        string around = World.Length == 0 ? "Baseline" : _worlds.Scenarios.FirstOrDefault(w => w.Key == World)?.Label ?? World;
        return new RiskQuestion(around, run, new EnsembleOptions { Draws = Draws, Seed = Seed }, Horizon, [.. _economy.Headline.Where(Variables.Contains)], Lines(Events), Parts.ToHashSet());
    }

    /// <summary>The command that prints the same.</summary>
    public string Command(RiskQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var words = new List<string> { string.Create(CultureInfo.InvariantCulture, $"plenum simulate --draws {question.Options.Draws} --seed {question.Options.Seed} --horizon {question.Horizon}q") };
        if (question.Scenario is { } scenario) { words.Add($"--scenario {(_worlds.Scenarios.Any(w => w.Label == question.Around && w.IsOwn) ? $"{DraftText.IdOf(question.Around)}.yaml" : scenario.Plan.Name)}"); }
        if (question.Variables.Count < _economy.Headline.Count) { words.Add($"--variables {string.Join(' ', question.Variables.Select(v => Quoted(v.Symbol.Name)))}"); }
        words.AddRange(UncertaintyPlan.Words.Where(w => question.Parts.Contains(w.Value) != _usual.Contains(w.Value)).Select(w => $"{(question.Parts.Contains(w.Value) ? "--with" : "--without")} {w.Word}"));
        words.AddRange(question.Events.Select(e => $"--event {Quoted(e)}"));
        return string.Join(' ', words);
    }

    /// <summary>Adds an event as a line of its own, unless it is there.</summary>
    public void Add(string example)
    {
        if (!Lines(Events).Contains(example)) { Events = string.Join('\n', [.. Lines(Events), example]); }
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Statements about rates, each against its own baseline of the year it names.</summary>
    private static IReadOnlyList<string> ExamplesOf(OpenedModel economy)
    {
        var start = economy.Window.Start;
        int year = start == Period.Of(start.Frequency, start.Year, 1) ? start.Year : start.Year + 1;
        var indicators = economy.Read(project => ReportPlan.Read(project, economy.Model, [])).Indicators.SelectMany(g => g.Indicators).Where(i => i.ShownAs == ShownAs.Percent).Select(i => i.Symbol);
        var rates = indicators.Concat(economy.Headline.Where(v => v.Kind == DeviationKind.Points).Select(v => v.Symbol)).DistinctBy(s => s.Column).Take(Examples);
        return [.. rates.Select((symbol, i) => (Symbol: symbol, Year: year + i, Index: i)).Where(e => Last(e.Year) <= economy.Window.End).Select(e =>
        {
            string level = Math.Round(economy.Paths[e.Symbol.Column, Last(e.Year)], 3).ToString(CultureInfo.InvariantCulture);
            return e.Index switch { 0 => $"{e.Symbol.Name} < {level} at {e.Year}", 1 => $"{e.Symbol.Name} > {level} at {Last(e.Year)}", _ => $"{e.Symbol.Name} < {level} before {e.Year}" };
        })];

        Period Last(int ofYear) => Period.Of(start.Frequency, ofYear, (int)start.Frequency);
    }
}
