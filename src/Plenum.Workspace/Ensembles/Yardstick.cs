using Plenum.Language.Binding;

namespace Plenum.Workspace.Ensembles;

/// <summary>Published forecasts with whose errors the width of fans is compared.</summary>
/// <param name="Symbol">A flow of the model; what is forecast is the growth of its sum over a year, in per cent.</param>
/// <param name="Forecasts">Annual series: the k-th holds, for each year, what was forecast for it k years ahead.</param>
/// <param name="Outcome">The annual series of what came.</param>
/// <param name="Unusual">Years without which errors are shown too.</param>
/// <param name="Source">Where the forecasts come from.</param>
public sealed record Yardstick(Symbol Symbol, IReadOnlyList<PlacedName> Forecasts, PlacedName Outcome, IReadOnlyList<int> Unusual, string Source);
