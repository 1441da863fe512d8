using Plenum.Engine.Closures;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Language.Binding;
using Plenum.Series;

namespace Plenum.Engine.Solving.StackedTime;

/// <content>First-order changes of a solved window.</content>
public sealed partial class StackedTimeSolver
{
    /// <summary>How the solution of a window moves along some directions, known from its first period on.</summary>
    /// <param name="solved">Paths that solve the window; they stay as they are.</param>
    /// <param name="from">First period solved.</param>
    /// <param name="to">Last period solved.</param>
    /// <param name="terminal">What holds after the last period.</param>
    /// <param name="closure">Who is found and who is given.</param>
    /// <param name="tangents">
    /// For each direction paths like the solved ones that hold changes: those of given values, and of all values before the window, in; those of the
    /// unknowns of the window out.
    /// </param>
    /// <returns>Null, or why there are none.</returns>
    /// <remarks>
    /// The equations of all periods hold along the solution, F(y, x) = 0, so that F_y dy = -F_x dx with the Jacobian of the last Newton step. Given
    /// names follow the terminal condition where the paths end, and so do their changes.
    /// Source: A. Griewank and A. Walther (2008), "Evaluating Derivatives", 2nd ed., chapter 15 (implicit functions). Cost: one factorisation, one solve a direction.
    /// </remarks>
    internal SolveOutcome? Tangents(Paths solved, Period from, Period to, TerminalCondition terminal, Closure closure, IReadOnlyList<Paths> tangents)
    {
        int first = solved.IndexOf(from);
        int periods = solved.IndexOf(to) - first + 1;
        if (first + _model.Reach.Lag < 0) { return SolveFailures.NoHistory(solved, first); }
        if (SystemFor(closure, from, periods, out var system) is { } undetermined) { return undetermined; }
        var frame = FrameFor(solved, first, system!.Layout, terminal);
        if (StackedFailures.Missing(frame, system.Layout, terminal) is { } missing) { return missing; }
        system.Terminal.Choose(frame, terminal);
        Array.Clear(system.Deferred);
        if (!system.TryLinearise(frame)) { return Failure(frame, system); }
        int shift = (first - system.Layout.History) * solved.Columns;
        var cells = new double[frame.Values.Length];
        var change = new double[system.Layout.CellOfUnknown.Length];
        foreach (var tangent in tangents)
        {
            for (int cell = 0; cell < cells.Length; cell++) { cells[cell] = cell + shift >= 0 && cell + shift < tangent.Values.Length && system.Layout.UnknownOfCell[cell] < 0 ? tangent.Values[cell + shift] : 0.0; }
            ContinueChange(cells, frame, solved, first, system.Layout, terminal);
            if (!system.TryChange(cells, change)) { return Failure(frame, system); }
            for (int u = 0; u < change.Length; u++) { tangent.Values[system.Layout.CellOfUnknown[u] + shift] = change[u]; }
        }

        return null;
    }

    private SolveOutcome Failure(Paths frame, StackedSystem system) =>
        StackedFailures.Of(frame, system, new BlockResult(system.Deficiency is null ? BlockStatus.Stalled : BlockStatus.Singular, 0, double.NaN), _options);

    /// <summary>The changes of given names where the data end.</summary>
    private static void ContinueChange(double[] cells, Paths frame, Paths solved, int first, StackedLayout layout, TerminalCondition terminal)
    {
        int columns = frame.Columns;
        for (int row = layout.History + layout.Periods; row < frame.Count; row++)
        {
            int t = first - layout.History + row;
            foreach (var symbol in frame.Model.Symbols)
            {
                int cell = (row * columns) + symbol.Column;
                if (t < solved.Count && double.IsFinite(solved.Row(t)[symbol.Column])) { continue; }
                var (byLast, byPrevious) = symbol.Role switch
                {
                    Role.Parameter => (1.0, 0.0),
                    Role.Exogenous => TerminalValues.Slopes(terminal, frame.Values[cell - columns], frame.Values[cell - (2 * columns)]),
                    _ => (0.0, 0.0),
                };
                cells[cell] = (byLast * cells[cell - columns]) + (byPrevious == 0.0 ? 0.0 : byPrevious * cells[cell - (2 * columns)]);
            }
        }
    }
}
