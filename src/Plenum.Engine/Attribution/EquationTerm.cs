using Plenum.Language.Expressions;

namespace Plenum.Engine.Attribution;

/// <summary>One additive term of an equation that is solved for the variable or its logarithm.</summary>
/// <param name="Whole">The term.</param>
/// <param name="Text">How it is shown.</param>
/// <param name="OwnLag">Periods by which the term reads the variable's own past, linearly; 0 where it does not.</param>
/// <param name="Coefficient">What the own past is multiplied with; none where there is no own lag.</param>
internal sealed record EquationTerm(ExpressionId Whole, string Text, int OwnLag, ExpressionId Coefficient);
