using Plenum.Engine.Ensembles;
using Plenum.Numerics.Random;

namespace Plenum.Workspace.Ensembles;

/// <summary>What is not known, as sources that are independent of each other: shocks with exogenous paths, parameters, and each risk.</summary>
/// <param name="History">The innovations of history; null where there are none to draw from.</param>
/// <param name="Columns">The add-factors and exogenous variables whose innovations are drawn.</param>
/// <param name="Bootstraps">Whether they are drawn from history itself instead of from a normal distribution.</param>
/// <param name="Parameters">Parameters that are drawn.</param>
/// <param name="Risks">What may happen.</param>
/// <param name="Seed">The seed.</param>
public sealed record UncertainSources(ShockHistory? History, IReadOnlySet<int> Columns, bool Bootstraps, IReadOnlyList<UncertainParameter> Parameters, IReadOnlyList<EventRisk> Risks, ulong Seed)
{
    /// <summary>Tells the streams of a second sample from those of the first.</summary>
    private const string Second = "/second";

    /// <summary>What is believed of those of the parameters that have a prior.</summary>
    public IReadOnlyList<ParameterPrior> Priors { get; init; } = [];

    /// <summary>Published forecasts with whose errors the width of fans is compared.</summary>
    public IReadOnlyList<Yardstick> Yardsticks { get; init; } = [];

    /// <summary>The name of the source of shocks and exogenous paths.</summary>
    public const string Shocks = "shocks";

    /// <summary>The name of the source of parameters.</summary>
    public const string ParametersName = "parameters";

    /// <summary>The names of the sources that are drawn.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. HasShocks ? new[] { Shocks } : [],
        .. Parameters.Count > 0 ? new[] { ParametersName } : [],
        .. Risks.Select(r => r.Name),
    ];

    /// <summary>Everything that is drawn.</summary>
    public Uncertainty All => new(ShocksOf(Columns, Seed), Parameters, Risks);

    private bool HasShocks => History is not null && History.Rules.Any(r => Columns.Contains(r.Column));

    /// <summary>Everything that is drawn, some of it from another sample.</summary>
    /// <param name="first">The sources of <see cref="Names"/> that are drawn as in <see cref="All"/>, as bits from the lowest.</param>
    public Uncertainty Mixed(uint first)
    {
        int next = 0;
        var shocks = HasShocks ? ShocksOf(Columns, IsFirst() ? Seed : RandomStream.Named(Seed, Second).BitsAt(0)) : null;
        var parameters = Parameters.Count == 0 || IsFirst() ? Parameters : [.. Parameters.Select(p => p with { Name = p.Name + Second })];
        return new Uncertainty(shocks, parameters, [.. Risks.Select(r => IsFirst() ? r : r with { Name = r.Name + Second })]);

        bool IsFirst() => (first >> next++ & 1U) == 1U;
    }

    /// <summary>Innovations of some columns alone, as they are in <see cref="All"/>.</summary>
    public Uncertainty Only(IReadOnlySet<int> columns) => new(ShocksOf(columns, Seed), [], []);

    private PartOfShocks? ShocksOf(IReadOnlySet<int> columns, ulong seed)
    {
        if (History is null) { return null; }
        ShockSource whole = Bootstraps ? new BootstrappedShocks(History, seed) : new NormalBlocks(History, seed);
        return new PartOfShocks(whole, rule => columns.Contains(rule.Column));
    }
}
