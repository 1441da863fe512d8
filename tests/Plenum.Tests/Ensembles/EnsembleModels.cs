using Plenum.Engine;
using Plenum.Engine.Ensembles;
using Plenum.Engine.Solving;
using Plenum.Language.Binding;
using Plenum.Series;
using Plenum.Tests.Binding;

namespace Plenum.Tests.Ensembles;

/// <summary>Two models whose distributions are known in closed form.</summary>
internal static class EnsembleModels
{
    /// <summary>A linear autoregression, and a sum that reads it.</summary>
    public const string Linear = """
        behavioural x
          x = 0.5 * x(-1) + 1
        behavioural y
          y = 0.8 * y(-1) + x
        identity total
          total = x + y
        """;

    /// <summary>A geometric random walk: its logarithm is normal.</summary>
    public const string LogNormal = """
        behavioural price
          log(price) = log(price(-1))
        identity twice
          twice = 2 * price
        """;

    /// <summary>A parameter in an identity-free feedback, with an exogenous push.</summary>
    public const string Multiplier = """
        behavioural consumption
          consumption = propensity * income
        identity income
          income = consumption + spending
        exogenous spending
        parameter propensity = 0.5
          range 0.4 .. 0.6
        """;

    public static readonly Period Start = Period.Quarter(2020, 1);

    /// <summary>A solved path of a number of quarters after two given ones.</summary>
    public static Paths Solved(string text, int quarters, params (string Name, double Value)[] given)
    {
        var paths = new Paths(Models.Bind(text), Start, quarters + 2);
        foreach (var (name, value) in given)
        {
            for (int t = 0; t < paths.Count; t++) { paths[name, Start + t] = value; }
        }

        var outcome = new ModelSolver(paths.Model).Solve(paths, Start + 2, paths.End);
        Assert.True(outcome.IsSolved, outcome.ToString());
        return paths;
    }

    public static ShockRule Rule(BoundModel model, string variable, double left = 0.0) => new(Column(model, $"add_factor({variable})"), left);

    public static int Column(BoundModel model, string name) => model.Find(name)!.Column;

    public static Ensemble Of(Paths baseline, ShockSource? shocks, string[] tracked, IReadOnlyList<UncertainParameter>? parameters = null, IReadOnlyList<EventRisk>? risks = null, IReadOnlyList<PathCondition>? conditions = null) =>
        new(baseline, Start + 2, baseline.End, new Uncertainty(shocks, parameters ?? [], risks ?? []))
        {
            Tracked = [.. tracked.Select(n => Column(baseline.Model, n))],
            Conditions = conditions ?? [],
        };

    /// <summary>The values of one tracked variable in one quarter, in order of the draws.</summary>
    public static double[] Values(EnsembleResult result, int variable, int quarter)
    {
        int tracked = result.Ensemble.Tracked.Count, width = tracked * result.Ensemble.Periods;
        var values = new double[result.Options.Draws];
        for (int draw = 0; draw < values.Length; draw++) { values[draw] = result.Values[(draw * width) + (quarter * tracked) + variable]; }
        return values;
    }
}
