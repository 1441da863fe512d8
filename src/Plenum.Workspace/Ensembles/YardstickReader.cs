using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.Ensembles;

/// <summary>Reads with which published forecasts fans are compared; all findings at once.</summary>
internal static class YardstickReader
{
    /// <summary>The keys of a yardstick.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["growth_of", "forecasts", "outcome", "unusual", "source"];

    /// <summary>Reads one yardstick; null where an error was found.</summary>
    public static Yardstick? Read(MapReader keys, BoundModel model, DiagnosticBag findings)
    {
        keys.Require("growth_of", "gdp_real");
        keys.Require("forecasts", "[growth_forecast_1, growth_forecast_2]");
        keys.Require("outcome", "growth_outcome");
        keys.Require("source", "who published the forecasts");
        var years = keys.Has("unusual") ? keys.Numbers("unusual") : [];
        if (keys.Names("growth_of") is not [var name] || keys.Names("forecasts") is not { } forecasts || keys.Names("outcome") is not [var outcome] || years is null || keys.Text("source") is not { } source) { return null; }
        if (model.Symbols.FirstOrDefault(s => s.Name == name.Name && s.Role == Role.Endogenous) is { } symbol) { return new Yardstick(symbol, forecasts, outcome, [.. years.Select(y => (int)y)], source); }
        string? near = Suggestion.Nearest(name.Name, model.Symbols.Where(s => s.Role == Role.Endogenous).Select(s => s.Name));
        findings.Add(Diagnostic.Error(WorkspaceCodes.UnknownName, $"the model finds no variable '{name.Name}'.", name.Span, null, near is null ? "name an endogenous variable." : $"did you mean '{near}'?"));
        return null;
    }
}
