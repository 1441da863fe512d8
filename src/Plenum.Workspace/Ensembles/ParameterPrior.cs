using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Numerics.Distributions;

namespace Plenum.Workspace.Ensembles;

/// <summary>What is believed of a parameter before any data.</summary>
/// <param name="Symbol">The parameter.</param>
/// <param name="Kind">Which family of distributions.</param>
/// <param name="Whole">The distribution as it was written.</param>
/// <param name="Drawn">The part of it that lies in the parameter's range; the whole where it has none.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Span">Where the parameter is named.</param>
public sealed record ParameterPrior(Symbol Symbol, PriorKind Kind, Distribution Whole, Distribution Drawn, string Source, SourceSpan Span)
{
    /// <summary>The words for the families, in files and in answers.</summary>
    public static IReadOnlyList<(string Word, PriorKind Value)> Words { get; } =
        [("beta", PriorKind.Beta), ("gamma", PriorKind.Gamma), ("inverse_gamma", PriorKind.InverseGamma), ("lognormal", PriorKind.LogNormal), ("normal", PriorKind.Normal), ("triangular", PriorKind.Triangular), ("uniform", PriorKind.Uniform)];

    /// <summary>The word for the family.</summary>
    public string Word => Words.First(w => w.Value == Kind).Word;
}

/// <summary>A family of distributions.</summary>
public enum PriorKind
{
    /// <summary>Beta over an interval, from 0 to 1 unless written: weights, shares and persistence.</summary>
    Beta,

    /// <summary>Gamma: slopes and elasticities, which are positive.</summary>
    Gamma,

    /// <summary>Inverse gamma: standard deviations.</summary>
    InverseGamma,

    /// <summary>Lognormal: positive numbers known up to a factor.</summary>
    LogNormal,

    /// <summary>Normal.</summary>
    Normal,

    /// <summary>Triangular over an interval, the parameter's range unless written, and most likely at its value.</summary>
    Triangular,

    /// <summary>Uniform over an interval, the parameter's range unless written.</summary>
    Uniform,
}
