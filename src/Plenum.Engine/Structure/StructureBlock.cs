using Plenum.Language.Expressions;

namespace Plenum.Engine.Structure;

/// <summary>One equation with the unknown that it determines in the solution order.</summary>
/// <param name="Equation">Index of the equation in the model.</param>
/// <param name="Unknown">Column of the unknown matched to it.</param>
/// <param name="Assignment">The equation solved for the unknown; <see cref="ExpressionId.None"/> where it has to be iterated.</param>
public sealed record SolvedEquation(int Equation, int Unknown, ExpressionId Assignment);

/// <summary>Equations that must be solved together, after the blocks before them.</summary>
/// <param name="Explicit">
/// The equations that follow by substitution, in order, once the feedback variables are known: all of them in a block of one that
/// can be solved by itself.
/// </param>
/// <param name="Feedback">The equations whose unknowns are iterated: the feedback variables after tearing.</param>
public sealed record StructureBlock(IReadOnlyList<SolvedEquation> Explicit, IReadOnlyList<SolvedEquation> Feedback)
{
    /// <summary>Number of equations.</summary>
    public int Size => Explicit.Count + Feedback.Count;

    /// <summary>Whether the block has to be iterated.</summary>
    public bool IsSimultaneous => Feedback.Count > 0;
}
