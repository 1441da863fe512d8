using System.Globalization;
using Plenum.Engine.Scenarios;
using Plenum.Workspace.Instruments;

namespace Plenum.Studio.Components.WhatIf;

/// <summary>Sizes of instruments as people read them.</summary>
internal static class InstrumentText
{
    /// <summary>A size: a level as it is, a change with its sign, a factor as a change in per cent.</summary>
    public static string Size(Instrument instrument, double size)
    {
        double shown = instrument.Scale * (instrument.Kind == ChangeKind.Times ? size - 1.0 : size);
        int decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(instrument.Scale * instrument.Step) - 1e-9), 0, 4);
        string text = Math.Abs(shown).ToString($"F{decimals}", CultureInfo.InvariantCulture);
        bool isZero = text.All(c => c is '0' or '.');
        return isZero || (instrument.IsLevel && shown > 0.0) ? text : (shown < 0.0 ? "\u2212" : "+") + text;
    }
}
