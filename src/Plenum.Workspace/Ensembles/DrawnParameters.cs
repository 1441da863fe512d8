using Plenum.Engine.Ensembles;
using Plenum.Language.Binding;

namespace Plenum.Workspace.Ensembles;

/// <summary>The parameters of a model that can be drawn.</summary>
public static class DrawnParameters
{
    /// <summary>The parameters that have a prior or a range, in order of the model, without those that are held.</summary>
    /// <param name="model">The model.</param>
    /// <param name="priors">What is believed of parameters; of others no more is known than their range, so that they are triangular within it.</param>
    public static IReadOnlyList<UncertainParameter> Of(BoundModel model, IReadOnlyList<ParameterPrior> priors)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(priors);
        var held = Held(model);
        var believed = priors.ToDictionary(p => p.Symbol.Column, p => p.Drawn);
        return [.. model.Symbols.Where(s => s.Role == Role.Parameter && !held.Contains(s.Column)).Select(s => believed.TryGetValue(s.Column, out var drawn) ? new UncertainParameter(s.Column, s.Name, drawn) : Within(s)).OfType<UncertainParameter>()];
    }

    /// <summary>The columns of the parameters that identities read: an identity has no add-factor that would keep the baseline where it is.</summary>
    private static HashSet<int> Held(BoundModel model)
    {
        var read = new HashSet<(int Column, int Lag)>();
        model.Graph.CollectSymbols([.. model.Equations.Where(e => e.AddFactor < 0).SelectMany(e => new[] { e.Left, e.Right })], read);
        return read.Select(s => s.Column).Where(c => model.Symbols[c].Role == Role.Parameter).ToHashSet();
    }

    private static UncertainParameter? Within(Symbol symbol) => symbol is { Value: { } value, Range: { } range }
        ? UncertainParameter.Within(symbol.Column, symbol.Name, range.Low, Math.Clamp(value, range.Low, range.High), range.High)
        : null;
}
