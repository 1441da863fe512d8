using System.Globalization;
using Plenum.Engine.Scenarios;
using Plenum.Series;
using Plenum.Workspace.Drafts;
using Plenum.Workspace.Instruments;
using Plenum.Workspace.Scenarios;

namespace Plenum.Studio.Components.WhatIf;

/// <summary>Sizes and windows of instruments as people read and write them.</summary>
internal static class InstrumentText
{
    /// <summary>A size: a level as it is, a change with its sign, a factor as a change in per cent.</summary>
    public static string Size(Instrument instrument, double size)
    {
        double shown = Shown(instrument, size);
        string text = Math.Abs(shown).ToString($"F{Decimals(instrument)}", CultureInfo.InvariantCulture);
        bool isZero = text.All(c => c is '0' or '.');
        return isZero || (instrument.IsLevel && shown > 0.0) ? text : (shown < 0.0 ? "\u2212" : "+") + text;
    }

    /// <summary>A size as a field for numbers takes it.</summary>
    public static string Field(Instrument instrument, double size) => Number(Math.Round(Shown(instrument, size), Decimals(instrument)) + 0.0);

    /// <summary>The size that a field says, kept within the reach of the slider; null where it says none.</summary>
    public static double? Read(Instrument instrument, string? field)
    {
        if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double shown) || !double.IsFinite(shown)) { return null; }
        double size = (shown / instrument.Scale) + (instrument.Kind == ChangeKind.Times ? 1.0 : 0.0);
        return Math.Clamp(size, instrument.Low, instrument.High);
    }

    /// <summary>A number in its shortest form, as attributes take it.</summary>
    public static string Number(double value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>A move in words, without the name of its instrument: "to 100 %, in steps over 4 quarters, from 2027Q1 to 2028Q4".</summary>
    public static string Move(Instrument instrument, InstrumentMove move, ScenarioWindow window)
    {
        string size = Size(instrument, move.Size);
        string unit = instrument.Unit.StartsWith('%') ? $"\u00a0{instrument.Unit}" : instrument.Unit == "percentage points" ? "\u00a0pp" : instrument.Unit.Length == 0 ? "" : $" {instrument.Unit}";
        var (from, to) = (DraftText.FirstOf(move, window), DraftText.LastOf(move, instrument, window));
        int ramp = DraftText.RampOf(move, instrument);
        string shape = move.Profile.Count > 0 ? ", along a drawn path" : ramp > 1 ? string.Create(CultureInfo.InvariantCulture, $", in steps over {Span(ramp, from.Frequency)}") : "";
        return $"{(instrument.IsLevel ? "to " : "")}{size}{unit}{shape}{When(from, to, window)}";
    }

    /// <summary>A number of periods in words: "1 quarter", "6 quarters", "2 years".</summary>
    public static string Span(int periods, Frequency frequency)
    {
        int year = (int)frequency;
        if (periods % year == 0 && year > 1) { return periods == year ? "1 year" : string.Create(CultureInfo.InvariantCulture, $"{periods / year} years"); }
        string unit = frequency switch { Frequency.Annual => "year", Frequency.Monthly => "month", _ => "quarter" };
        return string.Create(CultureInfo.InvariantCulture, $"{periods} {unit}{(periods == 1 ? "" : "s")}");
    }

    private static string When(Period from, Period to, ScenarioWindow window) => (from == window.Start, to == window.End) switch
    {
        (true, true) => "",
        (false, true) => $", from {from}",
        _ => from == to ? $", in {from}" : $", {from} to {to}",
    };

    private static double Shown(Instrument instrument, double size) => instrument.Scale * (instrument.Kind == ChangeKind.Times ? size - 1.0 : size);

    private static int Decimals(Instrument instrument) => Math.Clamp((int)Math.Ceiling(-Math.Log10(instrument.Scale * instrument.Step) - 1e-9), 0, 4);
}
