using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Numerics.Orderings;

namespace Plenum.Engine.Structure;

/// <summary>Says which equations and unknowns do not match, and how to mend it.</summary>
/// <remarks>Each part that hangs together is told by itself, so that two mistakes give two findings.</remarks>
internal sealed class StructureFindings
{
    private const int MostOffered = 3;

    private readonly BoundModel _model;
    private readonly Incidence _incidence;

    private StructureFindings(BoundModel model, Incidence incidence) => (_model, _incidence) = (model, incidence);

    /// <summary>The findings about a matching that is not perfect: too many equations first, then too few.</summary>
    public static IReadOnlyList<Diagnostic> Of(BoundModel model, Incidence incidence, BipartiteMatching matching)
    {
        var findings = new StructureFindings(model, incidence);
        var parts = matching.Decompose();
        return
        [
            .. findings.Split(parts.OverdeterminedRows, parts.OverdeterminedColumns).Select(findings.TooManyEquations),
            .. findings.Split(parts.UnderdeterminedRows, parts.UnderdeterminedColumns).Select(findings.TooFewEquations),
        ];
    }

    private Diagnostic TooManyEquations(Part part)
    {
        var (equations, unknowns) = part;
        bool isOne = equations.Count == 1;
        string names = Phrase.Names(equations.Select(e => e.Name));
        string given = Phrase.AnyOf(GivenIn(equations, Role.Exogenous).Take(MostOffered));
        string exogenised = Phrase.Names(GivenIn(equations, Role.Endogenous));
        string fact = unknowns.Count == 0
            ? $"{names} {(isOne ? "contains" : "contain")} no unknown."
            : $"{Phrase.Count(equations.Count, "equation")} must determine {Phrase.Count(unknowns.Count, "variable")}.";
        string why = unknowns.Count == 0
            ? $"an equation determines a name, and every name in {(isOne ? "this one" : "these")} is given."
            : $"equations {names} ({Phrase.Lines(equations.Select(e => e.Span))}) contain only {Phrase.Names(unknowns.Select(u => u.Name))} as {(unknowns.Count == 1 ? "an unknown" : "unknowns")}.";
        string surplus = isOne ? "the equation" : unknowns.Count == 0 ? "the equations" : "one equation";
        string help = (exogenised.Length, given.Length) switch
        {
            (0, 0) => $"remove {surplus}, or add a variable to {(isOne ? "it" : "them")}.",
            (0, _) => $"remove {surplus}, or declare as endogenous an exogenous name that appears in {(isOne ? "it" : "them")} ({given}).",
            (_, 0) => $"do not exogenise {exogenised}.",
            _ => $"do not exogenise {exogenised}, or exchange it for a name that stands in {(isOne ? "this equation" : "these equations")} ({given}).",
        };
        return Diagnostic.Error(StructureCodes.TooManyEquations, fact, equations[0].Span, why, help);
    }

    private Diagnostic TooFewEquations(Part part)
    {
        var (equations, unknowns) = part;
        string names = Phrase.Names(unknowns.Select(u => u.Name));
        string fact = equations.Count == 0
            ? $"no equation contains {names} in the same period."
            : $"{Phrase.Count(equations.Count, "equation")} cannot determine {Phrase.Count(unknowns.Count, "variable")}.";
        string why = equations.Count == 0
            ? "every unknown needs an equation that determines it."
            : $"{names} appear as unknowns only in {Phrase.Names(equations.Select(e => e.Name))} ({Phrase.Lines(equations.Select(e => e.Span))}).";

        // A name that was endogenised was the wrong choice; a name that no equation was written for lacks one.
        var free = unknowns.FirstOrDefault(u => u.Role != Role.Endogenous)
            ?? unknowns.LastOrDefault(u => equations.All(e => e.Determines != u.Column))
            ?? unknowns[^1];
        string help = free.Role != Role.Endogenous ? $"endogenise another name instead of '{free.Name}', one on which the exogenised variable depends in the same period."
            : equations.Count == 0 && unknowns.Count > 1 ? $"add an equation for each member of '{free.Family}', or declare '{free.Family}' with 'exogenous'."
            : $"add an equation for '{free.Name}', or declare it exogenous: exogenous {free.Name}";
        return Diagnostic.Error(StructureCodes.TooFewEquations, fact, free.Span, why, help);
    }

    /// <summary>Names of a role that some equations contain in the same period and that are not unknowns.</summary>
    private IEnumerable<string> GivenIn(IReadOnlyList<BoundEquation> equations, Role role)
    {
        var symbols = new HashSet<(int Column, int Lag)>();
        foreach (var equation in equations) { _model.Graph.CollectSymbols([equation.Left, equation.Right], symbols); }
        return symbols.Where(s => s.Lag == 0 && _model.Symbols[s.Column].Role == role && Array.BinarySearch(_incidence.Unknowns, s.Column) < 0)
            .Select(s => s.Column).Order().Select(column => _model.Symbols[column].Name);
    }

    /// <summary>
    /// Splits equations and unknowns into parts that share no unknown. Equations without unknowns that one text gives, and unknowns
    /// without equations that one declaration gives, are one part.
    /// </summary>
    private IEnumerable<Part> Split(IReadOnlyList<int> rows, IReadOnlyList<int> columns)
    {
        var parts = new List<(List<int> Rows, HashSet<int> Columns)>();
        foreach (int row in rows)
        {
            var found = new HashSet<int>();
            foreach (int column in _incidence.Candidates.TargetsOf(row))
            {
                if (columns.Contains(column)) { found.Add(column); }
            }

            var joined = parts.FindAll(p => found.Count == 0
                ? p.Columns.Count == 0 && _model.Equations[p.Rows[0]].Text == _model.Equations[row].Text
                : p.Columns.Overlaps(found));
            parts.RemoveAll(joined.Contains);
            parts.Add(([.. joined.SelectMany(p => p.Rows), row], [.. joined.SelectMany(p => p.Columns), .. found]));
        }

        var alone = columns.Where(c => !parts.Exists(p => p.Columns.Contains(c))).Select(c => _model.Symbols[_incidence.Unknowns[c]]);
        return parts
            .Select(p => new Part(
                [.. p.Rows.Order().Select(e => _model.Equations[e])],
                [.. p.Columns.Order().Select(c => _model.Symbols[_incidence.Unknowns[c]])]))
            .OrderBy(p => p.Equations[0].Span.Start)
            .Concat(alone.GroupBy(s => (s.Family, s.Span)).Select(group => new Part([], [.. group])));
    }

    /// <summary>Equations and unknowns that hang together; one of the two may be empty.</summary>
    private sealed record Part(IReadOnlyList<BoundEquation> Equations, IReadOnlyList<Symbol> Unknowns);
}
