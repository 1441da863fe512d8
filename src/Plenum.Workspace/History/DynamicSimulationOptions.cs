using Plenum.Language.Binding;
using Plenum.Series;

namespace Plenum.Workspace.History;

/// <summary>How history is simulated.</summary>
public sealed record DynamicSimulationOptions
{
    /// <summary>First period simulated.</summary>
    public required Period From { get; init; }

    /// <summary>Last period simulated.</summary>
    public required Period To { get; init; }

    /// <summary>First period of the mean of <see cref="AddFactorRule.Mean"/>.</summary>
    public required Period MeanFrom { get; init; }

    /// <summary>Last period of that mean; before <see cref="From"/>, so that nothing of what is simulated enters it.</summary>
    public required Period MeanTo { get; init; }

    /// <summary>The rule of all add-factors that <see cref="Rules"/> does not name; their mean by default.</summary>
    public AddFactorRule Rule { get; init; } = AddFactorRule.Mean;

    /// <summary>Rules by the name of an equation, or of a family of them; the more precise name counts.</summary>
    public IReadOnlyDictionary<string, AddFactorRule> Rules { get; init; } = new Dictionary<string, AddFactorRule>();

    /// <summary>The rule for one add-factor.</summary>
    public AddFactorRule RuleOf(Symbol variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return Rules.TryGetValue(variable.Name, out var own) || Rules.TryGetValue(variable.Family, out own) ? own : Rule;
    }
}
