namespace Plenum.Engine.Ensembles;

/// <summary>What taking draws came to, counted.</summary>
/// <param name="Groups">Groups of draws that were solved side by side.</param>
/// <param name="Alone">Draws that were solved by themselves: those that did not settle in their lane, or all where nothing is solved side by side.</param>
/// <param name="Solves">Simultaneous blocks that were solved in a period, once for the draws in one vector of the processor, half a group.</param>
/// <param name="Evaluations">Times that the residuals of a block were computed for a vector.</param>
/// <param name="Steps">Steps that a vector took in a block.</param>
/// <param name="Jacobians">Steps after which an exact Jacobian was inverted; all others use the baseline's, corrected as they go.</param>
/// <remarks>Draws that are solved alone count their own iterations, which are not in here.</remarks>
public sealed record EnsembleWork(long Groups, long Alone, long Solves, long Evaluations, long Steps, long Jacobians)
{
    /// <summary>Nothing yet.</summary>
    public static EnsembleWork None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Steps that a block took in a period on average; not a number where none was solved side by side.</summary>
    public double StepsPerSolve => (double)Steps / Solves;

    /// <summary>Both together.</summary>
    public static EnsembleWork operator +(EnsembleWork left, EnsembleWork right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new EnsembleWork(left.Groups + right.Groups, left.Alone + right.Alone, left.Solves + right.Solves, left.Evaluations + right.Evaluations, left.Steps + right.Steps, left.Jacobians + right.Jacobians);
    }

    /// <summary>Both together.</summary>
    public EnsembleWork Add(EnsembleWork other) => this + other;
}
