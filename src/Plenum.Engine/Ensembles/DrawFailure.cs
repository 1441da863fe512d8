using Plenum.Engine.Solving;
using Plenum.Language.Diagnostics;

namespace Plenum.Engine.Ensembles;

/// <summary>A draw that could not be solved.</summary>
/// <param name="Draw">Its number, from 0.</param>
/// <param name="Outcome">How the solve ended.</param>
public sealed record DrawFailure(int Draw, SolveOutcome Outcome);

/// <summary>Draws that could not be solved for the same reason at the same equation.</summary>
/// <param name="Code">The code of the reason.</param>
/// <param name="Count">How many draws.</param>
/// <param name="FirstDraw">The first of them, from 0.</param>
/// <param name="Example">What is wrong with it.</param>
public sealed record FailureKind(string Code, int Count, int FirstDraw, Diagnostic Example);
