using Plenum.Engine.Solving;
using Plenum.Language.Diagnostics;

namespace Plenum.Engine.Ensembles;

/// <summary>A draw that could not be solved.</summary>
/// <param name="Draw">Its number, from 0.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record DrawFailure(int Draw, Diagnostic Reason)
{
    /// <summary>Takes the reason from how the solve ended.</summary>
    /// <param name="draw">The number of the draw, from 0.</param>
    /// <param name="outcome">How its solve ended; not solved.</param>
    public DrawFailure(int draw, SolveOutcome outcome)
        : this(draw, (outcome ?? throw new ArgumentNullException(nameof(outcome))).Diagnostics[0])
    {
    }
}

/// <summary>Draws that could not be solved for the same reason at the same equation.</summary>
/// <param name="Code">The code of the reason.</param>
/// <param name="Count">How many draws.</param>
/// <param name="FirstDraw">The first of them, from 0.</param>
/// <param name="Example">What is wrong with it.</param>
public sealed record FailureKind(string Code, int Count, int FirstDraw, Diagnostic Example);
