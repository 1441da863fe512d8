using Plenum.Language.Expressions;
using Plenum.Language.Units;

namespace Plenum.Language.Binding;

/// <summary>An expression and its unit.</summary>
/// <param name="Id">The expression.</param>
/// <param name="Unit">Its unit; null where it is not known, so that nothing is checked.</param>
internal readonly record struct Typed(ExpressionId Id, Unit? Unit);
