using Plenum.Engine.Closures;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Engine.Solving.StackedTime;
using Plenum.Engine.Structure;
using Plenum.Language.Binding;
using Plenum.Series;

namespace Plenum.Engine.Solving;

/// <summary>Solves any model the way it needs: period by period without leads, in stacked time with them.</summary>
/// <remarks>Use it from one thread at a time. Use <see cref="StackedTimeSolver"/> itself to change the terminal condition between solves.</remarks>
public sealed class ModelSolver
{
    private readonly BoundModel _model;
    private readonly PeriodSolver? _periods;
    private readonly StackedTimeSolver? _stacked;

    /// <summary>Prepares to solve a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">How hard to try.</param>
    /// <param name="terminal">What holds after the last period of a model that looks ahead; constant growth where null.</param>
    public ModelSolver(BoundModel model, SolverOptions? options = null, TerminalCondition? terminal = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        if (model.Reach.Lead == 0) { _periods = new PeriodSolver(model, options); return; }
        _stacked = new StackedTimeSolver(model, options);
        Terminal = terminal ?? TerminalCondition.ConstantGrowth;
    }

    /// <summary>What holds after the last period; null for a model without leads, which needs no such condition.</summary>
    public TerminalCondition? Terminal { get; }

    /// <summary>The solver of a model without leads, whose code can be used again; null for one with leads.</summary>
    public PeriodSolver? Periods => _periods;

    /// <summary>Analyses the equations of one period, and compiles a model without leads so that its first solve does not have to.</summary>
    /// <returns>The structure, or what is wrong with it.</returns>
    public StructureResult Compile() => _periods is null ? ModelStructure.Analyse(_model) : _periods.Compile();

    /// <summary>Solves every period of a window in place.</summary>
    /// <param name="paths">Given names and start values in; the unknowns of the window out. Values of unknowns in the window are starting points.</param>
    /// <param name="from">First period to solve.</param>
    /// <param name="to">Last period to solve.</param>
    /// <param name="closure">Who is found and who is given; the model's own where null.</param>
    /// <param name="progress">Told of periods as they are solved.</param>
    /// <param name="cancellation">Stops between two periods, or between two Newton steps of the whole window.</param>
    /// <exception cref="ArgumentException">The paths belong to another model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window reaches beyond the paths.</exception>
    /// <exception cref="OperationCanceledException">The solve was cancelled.</exception>
    public SolveOutcome Solve(Paths paths, Period from, Period to, Closure? closure = null, IProgress<Period>? progress = null, CancellationToken cancellation = default) =>
        _stacked is null
            ? _periods!.Solve(paths, from, to, closure, progress, cancellation)
            : _stacked.Solve(paths, from, to, Terminal!, closure, progress, cancellation);
}
