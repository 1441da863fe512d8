using Plenum.Language.Binding;

namespace Plenum.Report.Contents;

/// <summary>Units as people say them: "trillion yuan a quarter" for <c>yuan/quarter</c>.</summary>
public static class UnitWords
{
    /// <summary>The unit of a variable; empty where it has none.</summary>
    public static string Of(Symbol symbol, BoundModel model)
    {
        string unit = symbol.Unit?.ToString() ?? "";
        if (model.Units.FirstOrDefault(u => u.Label.Length > 0 && u.Unit.ToString() == unit) is { } whole) { return whole.Label; }
        string[] parts = unit.Split('/');
        if (parts is [var money, var volume] && model.Units.Any(u => u.Name == volume && u.VolumeOf == money)) { return "price index"; }
        string above = model.Units.FirstOrDefault(u => u.Name == parts[0]) is { Label.Length: > 0 } declared ? declared.Label : parts[0];
        return parts is [_, "quarter" or "year" or "month"] ? $"{above} a {parts[1]}"
            : parts.Length > 1 ? unit
            : above;
    }
}
