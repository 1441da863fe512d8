using System.Globalization;
using System.Text.Json;
using Plenum.Engine.Ensembles;
using Plenum.Language.Binding;
using Plenum.Report;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Workspace.Ensembles;

namespace Plenum.Cli.Commands;

/// <summary>The answer of <c>plenum simulate</c> for people and for programs.</summary>
/// <param name="around">The path around which draws are taken.</param>
/// <param name="simulation">What was drawn.</param>
/// <param name="draws">The draws that are shown.</param>
/// <param name="variables">The variables.</param>
/// <param name="seconds">How long the draws took.</param>
internal sealed class SimulateAnswer(string around, Simulation simulation, DrawSelection draws, IReadOnlyList<ShownVariable> variables, double seconds)
{
    private readonly EnsembleResult _result = draws.Result;
    private readonly Ensemble _ensemble = draws.Result.Ensemble;

    /// <summary>The period of correlations, and of what drives the variance.</summary>
    public required Period At { get; init; }

    /// <summary>Whether people see the correlations too.</summary>
    public bool ShowsCorrelations { get; init; }

    /// <summary>Where the draws are kept; null where they are not.</summary>
    public Keeping? Kept { get; init; }

    /// <summary>What drives a variance; null where it was not asked for.</summary>
    public Tornado? Tornado { get; init; }

    /// <summary>Errors of published forecasts, with which the width of fans is compared.</summary>
    public IReadOnlyList<ForecastErrors> Forecasts { get; init; } = [];

    /// <summary>Writes fans, events, failures and where the uncertainty comes from.</summary>
    public void WriteText(CommandConsole console, IReadOnlyList<Period> periods)
    {
        console.Out.WriteLine(console.Style.Strong(Text($"{_result.Options.Draws:N0} draws around {around}, {_ensemble.From} to {_ensemble.To}, seed {_result.Options.Seed}")));
        if (IsConditional) { console.WriteWrapped(Text($"Given '{string.Join("' and '", Given)}': {draws.Count:N0} of {_result.Solved:N0} draws.")); }
        foreach (var table in FanTables.Draw(_result, variables, periods, draws))
        {
            console.Out.WriteLine();
            console.Write(table);
        }

        foreach (var table in Tables())
        {
            console.Out.WriteLine();
            console.Write(table);
        }

        foreach (var widths in Widths)
        {
            console.Out.WriteLine();
            console.Write(YardstickTable.Draw(widths, variables.First(v => v.Symbol.Column == widths[0].Yardstick.Symbol.Column).Label));
            console.WriteWrapped(YardstickTable.Explain(widths[0]), 2);
        }

        console.Out.WriteLine();
        foreach (string line in Sources()) { console.WriteWrapped(line); }
        console.WriteWrapped(_result.Failures.Count == 0 ? "Every draw was solved." : Text($"{_result.Failures.Count:N0} of {_result.Options.Draws:N0} draws could not be solved; the table is that of the others."));
        foreach (var kind in _result.FailureKinds) { console.WriteWrapped(Text($"{kind.Count:N0} times {kind.Code}, first in draw {kind.FirstDraw + 1:N0}: {kind.Example.Message}"), 2); }
        console.Out.WriteLine(console.Style.Faint(Text($"{seconds:0.0} s, {_result.Options.Threads} {(_result.Options.Threads == 1 ? "thread" : "threads")}")));
        console.Out.WriteLine(console.Style.Faint($"digest {_result.Digest()}"));
        if (Kept is { } kept) { console.WriteWrapped(Text($"Kept as {kept.Id}; {(kept.Reused == 0 ? "no draw" : $"{kept.Reused:N0} of the draws")} had been kept before.")); }
    }

    private IEnumerable<Table> Tables()
    {
        if (simulation.Events > 0) { yield return Events(); }
        if (ShowsCorrelations) { yield return CorrelationTable.Draw(draws, variables, At); }
        if (Tornado is not { } tornado) { yield break; }
        yield return TornadoTable.Sources(tornado) with { Title = Text($"What drives the variance of {tornado.Variable.Name} in {tornado.At}") };
        if (tornado.Groups.Count > 0) { yield return TornadoTable.Groups(tornado, BlockLabel); }
    }

    /// <summary>Writes one line for each variable and period.</summary>
    public void WriteCsv(TextWriter output)
    {
        Csv.Write(output, ["variable", "period", "baseline", .. FanTables.Probabilities.Select(p => Text($"p{100.0 * p:0.##}"))]);
        foreach (var fan in Fans()) { Csv.Write(output, [Name(fan), fan.Period.ToString(), Csv.Number(Baseline(fan)), .. fan.Quantiles.Select(q => Csv.Number(q))]); }
    }

    /// <summary>Writes everything that is in the text, and the fans of every period.</summary>
    public void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteString("around", around);
        writer.WriteNumber("draws", _result.Options.Draws);
        writer.WriteNumber("failed", _result.Failures.Count);
        JsonAnswer.Number(writer, "seconds", seconds);
        writer.WriteString("digest", _result.Digest());
        writer.WriteNumber("seed", _result.Options.Seed);
        writer.WriteNumber("threads", _result.Options.Threads);
        if (Kept is { } kept)
        {
            writer.WriteStartObject("kept");
            writer.WriteString("run", kept.Id);
            writer.WriteNumber("reused", kept.Reused);
            writer.WriteEndObject();
        }

        writer.WriteString("from", _ensemble.From.ToString());
        writer.WriteString("to", _ensemble.To.ToString());
        WriteSources(writer);
        WriteWork(writer);
        writer.WriteStartArray("failures");
        foreach (var kind in _result.FailureKinds)
        {
            writer.WriteStartObject();
            writer.WriteString("code", kind.Code);
            writer.WriteNumber("count", kind.Count);
            writer.WriteNumber("first_draw", kind.FirstDraw + 1);
            writer.WriteString("message", kind.Example.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("events");
        for (int i = 0; i < simulation.Events; i++)
        {
            double? probability = draws.Probability(i);
            writer.WriteStartObject();
            writer.WriteString("condition", _ensemble.Conditions[i].Text);
            JsonAnswer.Number(writer, "probability", probability);
            JsonAnswer.Number(writer, "sampling_error", probability is { } p ? draws.SamplingError(p) : null);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (IsConditional)
        {
            writer.WriteStartObject("given");
            JsonAnswer.Texts(writer, "conditions", Given);
            writer.WriteNumber("draws", draws.Count);
            writer.WriteEndObject();
        }

        WriteCorrelations(writer);
        if (Tornado is { } tornado) { TornadoJson.Write(writer, tornado); }
        if (Forecasts.Count > 0) { YardstickJson.Write(writer, [.. Widths.SelectMany(w => w)]); }
        WriteFans(writer);
    }

    private void WriteCorrelations(Utf8JsonWriter writer)
    {
        double[] correlations = draws.Correlations(At);
        writer.WriteStartObject("correlations");
        writer.WriteString("period", At.ToString());
        JsonAnswer.Texts(writer, "variables", variables.Select(v => v.Symbol.Name));
        writer.WriteStartArray("matrix");
        for (int i = 0; i < variables.Count; i++)
        {
            writer.WriteStartArray();
            for (int j = 0; j < variables.Count; j++) { JsonAnswer.Number(writer, correlations[(i * variables.Count) + j]); }
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteFans(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("fans");
        foreach (var fan in Fans())
        {
            writer.WriteStartObject();
            writer.WriteString("variable", Name(fan));
            writer.WriteString("period", fan.Period.ToString());
            JsonAnswer.Number(writer, "baseline", Baseline(fan));
            writer.WriteStartObject("quantiles");
            for (int i = 0; i < fan.Quantiles.Count; i++) { JsonAnswer.Number(writer, Text($"{100.0 * FanTables.Probabilities[i]:0.##}"), fan.Quantiles[i]); }
            writer.WriteEndObject();
            JsonAnswer.Number(writer, "mean", fan.Moments?.Mean);
            JsonAnswer.Number(writer, "standard_deviation", fan.Moments?.StandardDeviation);
            JsonAnswer.Number(writer, "skewness", fan.Moments?.Skewness);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteWork(Utf8JsonWriter writer)
    {
        var work = _result.Work;
        writer.WriteStartObject("work");
        writer.WriteNumber("groups", work.Groups);
        writer.WriteNumber("alone", work.Alone);
        writer.WriteNumber("solves", work.Solves);
        writer.WriteNumber("evaluations", work.Evaluations);
        writer.WriteNumber("steps", work.Steps);
        writer.WriteNumber("jacobians", work.Jacobians);
        writer.WriteEndObject();
    }

    private void WriteSources(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("uncertainty");
        writer.WriteNumber("shocks", Paths(Role.AddFactor));
        writer.WriteNumber("exogenous", Paths(Role.Exogenous));
        writer.WriteString("distribution", _ensemble.Uncertainty.Shocks is null ? null : simulation.Sources.Bootstraps ? "bootstrap" : "normal");
        writer.WriteNumber("periods_of_history", simulation.Sources.History?.Innovations.Count ?? 0);
        writer.WriteStartArray("calmed");
        foreach (var calmed in simulation.Sources.History?.Calmed ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("period", calmed.Period.ToString());
            JsonAnswer.Number(writer, "divisor", calmed.Divisor);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("parameters", _ensemble.Uncertainty.Parameters.Count);
        WritePriors(writer);
        writer.WriteStartArray("risks");
        foreach (var risk in _ensemble.Uncertainty.Risks)
        {
            writer.WriteStartObject();
            writer.WriteString("scenario", risk.Name);
            JsonAnswer.Number(writer, "probability_per_year", risk.ProbabilityPerYear);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WritePriors(Utf8JsonWriter writer)
    {
        var priors = simulation.Sources.Priors.ToDictionary(p => p.Symbol.Column);
        writer.WriteStartArray("priors");
        foreach (var parameter in _ensemble.Uncertainty.Parameters)
        {
            var drawn = parameter.Distribution;
            writer.WriteStartObject();
            writer.WriteString("parameter", parameter.Name);
            writer.WriteString("prior", priors.TryGetValue(parameter.Column, out var prior) ? prior.Word : null);
            JsonAnswer.Number(writer, "mean", drawn.Mean);
            JsonAnswer.Number(writer, "standard_deviation", drawn.StandardDeviation);
            writer.WriteStartObject("quantiles");
            foreach (double probability in FanTables.Probabilities) { JsonAnswer.Number(writer, Text($"{100.0 * probability:0.##}"), drawn.Quantile(probability)); }
            writer.WriteEndObject();
            writer.WriteString("source", prior?.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private Table Events() => new(
        "",
        [new TableColumn("Event", Alignment.Left, MaySqueeze: true), new TableColumn("probability"), new TableColumn("sampling error")],
        [.. _ensemble.Conditions.Take(simulation.Events).Select((c, i) => (IReadOnlyList<string>)[c.Text, Share(draws.Probability(i)), Share(draws.Probability(i) is { } p ? draws.SamplingError(p) : null)])]);

    /// <summary>Where the uncertainty comes from, in sentences.</summary>
    private IEnumerable<string> Sources()
    {
        var uncertainty = _ensemble.Uncertainty;
        if (simulation.Sources.History is { } history && uncertainty.Shocks is not null)
        {
            string how = simulation.Sources.Bootstraps ? "drawn from history in blocks of a year" : "normal, together within a year as in history";
            string[] what = [.. new[] { (Paths(Role.AddFactor), "add-factors"), (Paths(Role.Exogenous), "exogenous paths") }.Where(w => w.Item1 > 0).Select(w => Text($"{w.Item1} {w.Item2}"))];
            yield return Text($"Shocks: innovations of {string.Join(" and ", what)} in {history.Innovations.Count} periods from {history.Start}, {how}.");
            if (history.Calmed.Count > 0) { yield return $"Counted as ordinary: {string.Join(", ", history.Calmed.Select(c => Text($"{c.Period} (divided by {c.Divisor:0.0})")))}."; }
        }

        if (uncertainty.Parameters.Count > 0)
        {
            int priors = simulation.Sources.Priors.Count(p => uncertainty.Parameters.Any(u => u.Column == p.Symbol.Column)), ranges = uncertainty.Parameters.Count - priors;
            string[] kinds = [.. new[] { (priors, "by their priors"), (ranges, "triangular within their ranges"), (simulation.Sources.Priors.Count - priors, "with a prior held, since identities read them") }.Where(k => k.Item1 > 0).Select(k => Text($"{k.Item1} {k.Item2}"))];
            yield return $"Parameters: {string.Join(", ", kinds)}.";
        }

        foreach (var risk in uncertainty.Risks) { yield return Text($"Risk: {risk.Name}, {100.0 * risk.ProbabilityPerYear:0.##} % a year."); }
    }

    /// <summary>The fans beside published forecasts, yardstick by yardstick; none where draws were chosen, which are no forecast.</summary>
    private IEnumerable<IReadOnlyList<FanWidth>> Widths => IsConditional ? [] : Forecasts.Select(f => FanWidth.Measure(f, draws)).Where(w => w.Count > 0);

    private bool IsConditional => _ensemble.Conditions.Count > simulation.Events;

    private IEnumerable<string> Given => _ensemble.Conditions.Skip(simulation.Events).Select(c => c.Text);

    private int Paths(Role role) => _ensemble.Uncertainty.Shocks?.Rules.Count(r => _ensemble.Baseline.Model.Symbols[r.Column].Role == role) ?? 0;

    private string BlockLabel(string name) => _ensemble.Baseline.Model.Blocks.FirstOrDefault(b => b.Name == name) is { Title.Length: > 0 } block ? block.Title : name;

    private IReadOnlyList<Fan> Fans() => draws.Fans([.. Enumerable.Range(0, _ensemble.Periods).Select(k => _ensemble.From + k)], FanTables.Probabilities);

    private string Name(Fan fan) => _ensemble.Baseline.Model.Symbols[fan.Column].Name;

    private double Baseline(Fan fan) => _ensemble.Baseline[fan.Column, fan.Period];

    private static string Share(double? probability) => probability is { } share ? Text($"{100.0 * share:0.0} %") : Numbers.Missing;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Where draws are kept.</summary>
/// <param name="Id">The name of the run.</param>
/// <param name="Reused">Draws that had been kept before.</param>
internal sealed record Keeping(string Id, int Reused);
