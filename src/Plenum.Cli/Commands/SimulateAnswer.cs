using System.Globalization;
using System.Text.Json;
using Plenum.Engine.Ensembles;
using Plenum.Report;
using Plenum.Report.Figures;
using Plenum.Series;
using Plenum.Workspace.Ensembles;

namespace Plenum.Cli.Commands;

/// <summary>The answer of <c>plenum simulate</c> for people and for programs.</summary>
internal sealed class SimulateAnswer(string around, Simulation simulation, EnsembleResult result, IReadOnlyList<ShownVariable> variables, double seconds, Keeping? kept)
{
    private readonly Ensemble _ensemble = result.Ensemble;

    /// <summary>Writes fans, events, failures and where the uncertainty comes from.</summary>
    public void WriteText(CommandConsole console, IReadOnlyList<Period> periods)
    {
        console.Out.WriteLine(console.Style.Strong(Text($"{result.Options.Draws:N0} draws around {around}, {_ensemble.From} to {_ensemble.To}, seed {result.Options.Seed}")));
        foreach (var table in FanTables.Draw(result, variables, periods))
        {
            console.Out.WriteLine();
            console.Write(table);
        }

        if (_ensemble.Conditions.Count > 0)
        {
            console.Out.WriteLine();
            console.Write(Events());
        }

        console.Out.WriteLine();
        foreach (string line in Sources()) { console.WriteWrapped(line); }
        console.WriteWrapped(result.Failures.Count == 0 ? "Every draw was solved." : Text($"{result.Failures.Count:N0} of {result.Options.Draws:N0} draws could not be solved; the table is that of the others."));
        foreach (var kind in result.FailureKinds) { console.WriteWrapped(Text($"{kind.Count:N0} times {kind.Code}, first in draw {kind.FirstDraw + 1:N0}: {kind.Example.Message}"), 2); }
        console.Out.WriteLine(console.Style.Faint(Text($"{seconds:0.0} s, {result.Options.Threads} {(result.Options.Threads == 1 ? "thread" : "threads")}")));
        console.Out.WriteLine(console.Style.Faint($"digest {result.Digest()}"));
        if (kept is not null) { console.WriteWrapped(Text($"Kept as {kept.Id}; {(kept.Reused == 0 ? "no draw" : $"{kept.Reused:N0} of the draws")} had been kept before.")); }
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
        writer.WriteNumber("draws", result.Options.Draws);
        writer.WriteNumber("failed", result.Failures.Count);
        JsonAnswer.Number(writer, "seconds", seconds);
        writer.WriteString("digest", result.Digest());
        writer.WriteNumber("seed", result.Options.Seed);
        writer.WriteNumber("threads", result.Options.Threads);
        if (kept is not null)
        {
            writer.WriteStartObject("kept");
            writer.WriteString("run", kept.Id);
            writer.WriteNumber("reused", kept.Reused);
            writer.WriteEndObject();
        }

        writer.WriteString("from", _ensemble.From.ToString());
        writer.WriteString("to", _ensemble.To.ToString());
        WriteSources(writer);
        writer.WriteStartArray("failures");
        foreach (var kind in result.FailureKinds)
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
        for (int i = 0; i < _ensemble.Conditions.Count; i++)
        {
            double? probability = result.Probability(i);
            writer.WriteStartObject();
            writer.WriteString("condition", _ensemble.Conditions[i].Text);
            JsonAnswer.Number(writer, "probability", probability);
            JsonAnswer.Number(writer, "sampling_error", probability is { } p ? result.SamplingError(p) : null);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteFans(writer);
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
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteSources(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("uncertainty");
        writer.WriteNumber("shocks", _ensemble.Uncertainty.Shocks?.Rules.Count ?? 0);
        writer.WriteString("distribution", _ensemble.Uncertainty.Shocks switch { null => null, BootstrappedShocks => "bootstrap", _ => "normal" });
        writer.WriteNumber("periods_of_history", simulation.History?.Innovations.Count ?? 0);
        writer.WriteStartArray("calmed");
        foreach (var calmed in simulation.History?.Calmed ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("period", calmed.Period.ToString());
            JsonAnswer.Number(writer, "divisor", calmed.Divisor);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("parameters", _ensemble.Uncertainty.Parameters.Count);
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

    private Table Events() => new(
        "",
        [new TableColumn("Event", Alignment.Left, MaySqueeze: true), new TableColumn("probability"), new TableColumn("sampling error")],
        [.. _ensemble.Conditions.Select((c, i) => (IReadOnlyList<string>)[c.Text, Share(result.Probability(i)), Share(result.Probability(i) is { } p ? result.SamplingError(p) : null)])]);

    /// <summary>Where the uncertainty comes from, in sentences.</summary>
    private IEnumerable<string> Sources()
    {
        var uncertainty = _ensemble.Uncertainty;
        if (simulation.History is { } history)
        {
            string how = _ensemble.Uncertainty.Shocks is BootstrappedShocks ? "drawn from history in blocks of a year" : "normal, correlated as in history";
            yield return Text($"Shocks: innovations of {history.Rules.Count} add-factors in {history.Innovations.Count} periods from {history.Start}, {how}.");
            if (history.Calmed.Count > 0) { yield return $"Counted as ordinary: {string.Join(", ", history.Calmed.Select(c => Text($"{c.Period} (divided by {c.Divisor:0.0})")))}."; }
        }

        if (uncertainty.Parameters.Count > 0) { yield return Text($"Parameters: {uncertainty.Parameters.Count}, triangular within their ranges."); }
        foreach (var risk in uncertainty.Risks) { yield return Text($"Risk: {risk.Name}, {100.0 * risk.ProbabilityPerYear:0.##} % a year."); }
    }

    private IReadOnlyList<Fan> Fans() => result.Fans([.. Enumerable.Range(0, _ensemble.Periods).Select(k => _ensemble.From + k)], FanTables.Probabilities);

    private string Name(Fan fan) => _ensemble.Baseline.Model.Symbols[fan.Column].Name;

    private double Baseline(Fan fan) => _ensemble.Baseline[fan.Column, fan.Period];

    private static string Share(double? probability) => probability is { } share ? Text($"{100.0 * share:0.0} %") : Numbers.Missing;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Where draws are kept.</summary>
/// <param name="Id">The name of the run.</param>
/// <param name="Reused">Draws that had been kept before.</param>
internal sealed record Keeping(string Id, int Reused);
