using System.Globalization;
using Plenum.Engine.Closures;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Engine.Structure;
using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Series;

namespace Plenum.Engine.Solving.StackedTime;

/// <summary>Finds out, after a window could not be solved, what a reader needs to know about it.</summary>
internal static class StackedFailures
{
    private const int MostNamed = 5;

    /// <summary>Newton's method ended without a solution.</summary>
    public static SolveOutcome Of(Paths frame, StackedSystem system, BlockResult result, SolverOptions options) => result.Status switch
    {
        BlockStatus.Singular => Singular(frame, system),
        BlockStatus.OutOfDomain => OutOfDomain(frame, system, result.Iterations),
        _ => Stalled(frame, system, result, options),
    };

    /// <summary>The values that the equations read and nobody gives; null where there are none.</summary>
    public static SolveOutcome.MissingValues? Missing(Paths frame, StackedLayout layout, TerminalCondition terminal)
    {
        var missing = new SortedDictionary<(int Row, int Column), int>();
        foreach (var (column, lag) in layout.Code.Reads)
        {
            bool isContinued = terminal != TerminalCondition.Given && Array.IndexOf(layout.LeadColumns, column) >= 0;
            for (int row = layout.History + lag; row < layout.History + layout.Periods + lag; row++)
            {
                if (layout.UnknownOfCell[(row * frame.Columns) + column] >= 0 || (isContinued && row >= layout.History + layout.Periods)) { continue; }
                if (!double.IsFinite(frame.Row(row)[column])) { missing.TryAdd((row, column), lag); }
            }
        }

        return missing.Count == 0 ? null : new SolveOutcome.MissingValues([.. missing.Take(MostNamed).Select(m => new MissingValue(frame.Start + m.Key.Row, SolveFailures.FindRead(frame.Model, m.Key.Column, m.Value)))], missing.Count);
    }

    /// <summary>Equations and unknowns differ in number, which every period shows by itself.</summary>
    public static SolveOutcome.Undetermined Unequal(Closure closure, Period period) =>
        new(period, ModelStructure.Analyse(closure.Model, closure.UnknownsAt(period)).Diagnostics);

    /// <summary>Some equations of the window contain fewer unknowns than they are.</summary>
    public static SolveOutcome.Undetermined Deficient(StackedLayout layout, Period from)
    {
        var deficiency = layout.Symbolic.Deficiency!;
        var surplus = Equations(layout, deficiency.Rows, from);
        var lacking = Unknowns(layout, deficiency.Columns, from);
        var contained = Unknowns(layout, UnknownsIn(layout, [.. deficiency.Rows]), from);
        var first = layout.Code.Model.Equations[deficiency.Rows[0] % layout.Equations];
        return new SolveOutcome.Undetermined(surplus.First,
        [
            Diagnostic.Error(
                StructureCodes.TooManyEquations,
                string.Create(CultureInfo.InvariantCulture, $"over {from} to {from + (layout.Periods - 1)}, {deficiency.Rows.Count} equations must determine {contained.Count} values."),
                first.Span,
                $"{surplus.Names} contain {(contained.Count == 0 ? "no unknown" : $"only {contained.Names} as unknowns")}, while nothing determines {lacking.Names}.",
                "let each swap find a name that stands in an equation of the one it gives, or that leads there through others."),
        ]);
    }

    private static SolveOutcome.Singular Singular(Paths frame, StackedSystem system)
    {
        var deficiency = system.Deficiency!;
        var layout = system.Layout;
        var model = frame.Model;
        var equations = deficiency.Rows.Select(r => model.Equations[r % layout.Equations]).Distinct();
        int unknown = deficiency.Columns.Count > 0 ? deficiency.Columns[0] : 0;
        var variables = deficiency.Columns.Prepend(unknown).Select(u => model.Symbols[layout.CellOfUnknown[u] % frame.Columns]).Distinct();
        return new SolveOutcome.Singular(frame.Start + (layout.CellOfUnknown[unknown] / frame.Columns), [.. equations], [.. variables]);
    }

    private static SolveOutcome.OutOfDomain OutOfDomain(Paths frame, StackedSystem system, int iterations)
    {
        var layout = system.Layout;
        system.Evaluate(frame);
        int row = Array.FindIndex(system.Residuals, r => !double.IsFinite(r));
        int t = Math.Max(0, row) / layout.Equations;
        int equation = Math.Max(0, row) % layout.Equations;
        int unknown = frame.Model.Equations[equation].Determines;
        if (unknown < 0) { unknown = layout.CellOfUnknown[t * layout.Equations] % frame.Columns; }
        return SolveFailures.OutOfDomain(frame, layout.Code.Graph, [new SolvedEquation(equation, unknown, ExpressionId.None)], layout.History + t, iterations)
            ?? throw new InvalidOperationException("The equation that failed can be computed.");
    }

    private static SolveOutcome.Stalled Stalled(Paths frame, StackedSystem system, BlockResult result, SolverOptions options)
    {
        var layout = system.Layout;
        int worst = Enumerable.Range(0, system.Residuals.Length).MaxBy(system.Relative);
        int t = worst / layout.Equations;
        var residuals = Enumerable.Range(t * layout.Equations, layout.Equations).OrderByDescending(system.Relative).Take(MostNamed).Select(row =>
        {
            var equation = frame.Model.Equations[row % layout.Equations];
            return new EquationResidual(equation, system.Residuals[row]);
        });
        return new SolveOutcome.Stalled(frame.Start + (layout.History + t), result.Iterations, result.Residual, options.Tolerance, [.. residuals]);
    }

    private static List<int> UnknownsIn(StackedLayout layout, HashSet<int> rows)
    {
        var unknowns = new List<int>();
        for (int u = 0; u < layout.CellOfUnknown.Length; u++)
        {
            foreach (int row in layout.Pattern.RowsOf(u))
            {
                if (rows.Contains(row)) { unknowns.Add(u); break; }
            }
        }

        return unknowns;
    }

    private static (Period First, string Names, int Count) Equations(StackedLayout layout, IReadOnlyList<int> rows, Period from) =>
        Named(rows.Select(r => (layout.Code.Model.Equations[r % layout.Equations].Name, from + (r / layout.Equations))));

    private static (Period First, string Names, int Count) Unknowns(StackedLayout layout, IReadOnlyList<int> unknowns, Period from) =>
        Named(unknowns.Select(u => (layout.Code.Model.Symbols[layout.CellOfUnknown[u] % layout.Code.Model.Symbols.Count].Name, from + (u / layout.Equations))));

    private static (Period First, string Names, int Count) Named(IEnumerable<(string Name, Period Period)> places)
    {
        var all = places.ToList();
        string names = string.Join(", ", all.Take(MostNamed).Select(p => $"'{p.Name}' in {p.Period}"));
        return (all.Count == 0 ? default : all.Min(p => p.Period), all.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"{names} and {all.Count - MostNamed} more") : names, all.Count);
    }
}
