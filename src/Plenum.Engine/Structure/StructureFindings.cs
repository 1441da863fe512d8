using System.Globalization;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Numerics.Orderings;

namespace Plenum.Engine.Structure;

/// <summary>Says which equations and unknowns do not match, and how to mend it.</summary>
internal static class StructureFindings
{
    private const int MostNamed = 6;

    public static IReadOnlyList<Diagnostic> Of(BoundModel model, Incidence incidence, BipartiteMatching matching)
    {
        var parts = matching.Decompose();
        var findings = new List<Diagnostic>();
        if (parts.OverdeterminedRows.Count > 0) { findings.Add(TooManyEquations(model, incidence, parts)); }
        if (parts.UnderdeterminedColumns.Count > 0) { findings.Add(TooFewEquations(model, incidence, parts)); }
        return findings;
    }

    private static Diagnostic TooManyEquations(BoundModel model, Incidence incidence, CoarseDecomposition parts)
    {
        var equations = parts.OverdeterminedRows.Select(e => model.Equations[e]).ToList();
        var unknowns = parts.OverdeterminedColumns.Select(c => model.Symbols[incidence.Unknowns[c]]).ToList();
        string fact = unknowns.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Count(equations.Count, "equation")} {(equations.Count == 1 ? "contains" : "contain")} no unknown.")
            : string.Create(CultureInfo.InvariantCulture, $"{Count(equations.Count, "equation")} must determine {Count(unknowns.Count, "variable")}.");
        string lines = string.Join(", ", equations.Take(MostNamed).Select(e => e.Span.Source.Position(e.Span.Start).Line.ToString(CultureInfo.InvariantCulture)));
        string why = unknowns.Count == 0
            ? $"{Names(equations.Select(e => e.Name))} (line {lines}) must hold between given names alone."
            : $"equations {Names(equations.Select(e => e.Name))} (lines {lines}) contain only {Names(unknowns.Select(u => u.Name))} as unknowns.";
        string given = GivenIn(model, equations, incidence);
        string help = "remove one equation" + (given.Length > 0 ? $", or declare as endogenous a given name that appears in them ({given})." : ", or add a variable to one of them.");
        return Diagnostic.Error(StructureCodes.TooManyEquations, fact, equations[0].Span, why, help);
    }

    private static Diagnostic TooFewEquations(BoundModel model, Incidence incidence, CoarseDecomposition parts)
    {
        var equations = parts.UnderdeterminedRows.Select(e => model.Equations[e]).ToList();
        var unknowns = parts.UnderdeterminedColumns.Select(c => model.Symbols[incidence.Unknowns[c]]).ToList();
        string fact = equations.Count == 0
            ? $"{Names(unknowns.Select(u => u.Name))} {(unknowns.Count == 1 ? "is" : "are")} endogenous, but no equation contains {(unknowns.Count == 1 ? "it" : "them")} in the same period."
            : string.Create(CultureInfo.InvariantCulture, $"{Count(equations.Count, "equation")} cannot determine {Count(unknowns.Count, "variable")}.");
        string why = equations.Count == 0
            ? "every endogenous name needs an equation that determines it."
            : $"{Names(unknowns.Select(u => u.Name))} appear only in {Names(equations.Select(e => e.Name))}.";
        string example = unknowns[0].Name;
        return Diagnostic.Error(StructureCodes.TooFewEquations, fact, unknowns[0].Span, why, $"add an equation for '{example}', or declare it: exogenous {example}");
    }

    private static string GivenIn(BoundModel model, List<BoundEquation> equations, Incidence incidence)
    {
        var symbols = new HashSet<(int Column, int Lag)>();
        foreach (var equation in equations) { model.Graph.CollectSymbols([equation.Left, equation.Right], symbols); }
        var given = symbols.Where(s => s.Lag == 0 && model.Symbols[s.Column].Role is Role.Exogenous && Array.BinarySearch(incidence.Unknowns, s.Column) < 0)
            .Select(s => $"'{model.Symbols[s.Column].Name}'").Order(StringComparer.Ordinal).Take(3);
        return string.Join(", ", given);
    }

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        string shown = string.Join(", ", all.Take(MostNamed).Select(n => $"'{n}'"));
        return all.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"{shown} and {all.Count - MostNamed} more") : shown;
    }
}

/// <summary>Codes of the findings about structure.</summary>
public static class StructureCodes
{
    /// <summary>Some equations contain fewer unknowns than they are.</summary>
    public const string TooManyEquations = "PL0301";

    /// <summary>Some unknowns stand in fewer equations than they are.</summary>
    public const string TooFewEquations = "PL0302";
}
