namespace Plenum.Language.Expressions;

/// <summary>One operation and its operands.</summary>
/// <param name="Operation">What is computed.</param>
/// <param name="A">First operand, or <see cref="ExpressionId.None"/>.</param>
/// <param name="B">Second operand, or <see cref="ExpressionId.None"/>.</param>
/// <param name="C">Third operand (only of <see cref="Operation.If"/>), or <see cref="ExpressionId.None"/>.</param>
/// <param name="Value">The number of a <see cref="Operation.Constant"/>; 0 elsewhere.</param>
/// <param name="Symbol">The symbol's column for <see cref="Operation.Symbol"/>; -1 elsewhere.</param>
/// <param name="Lag">Shift of a symbol in periods: -1 is the period before, +1 the one after; 0 elsewhere.</param>
public readonly record struct ExpressionNode(Operation Operation, ExpressionId A, ExpressionId B, ExpressionId C, double Value, int Symbol, int Lag);
