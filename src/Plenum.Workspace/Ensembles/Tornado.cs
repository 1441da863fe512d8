using System.Globalization;
using Plenum.Engine.Ensembles;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;

namespace Plenum.Workspace.Ensembles;

/// <summary>What drives the variance of a variable in one period.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="At">The period.</param>
/// <param name="Effects">The parts of the independent sources, in the order of <see cref="UncertainSources.Names"/>.</param>
/// <param name="Sources">Their names.</param>
/// <param name="Groups">What groups of shocks and exogenous paths have of the part of shocks, the largest first; empty where none are drawn.</param>
public sealed record Tornado(Symbol Variable, Period At, VarianceEffects Effects, IReadOnlyList<string> Sources, IReadOnlyList<ShockGroup> Groups)
{
    /// <summary>The part of all shocks and exogenous paths together; 0 where none are drawn.</summary>
    public double ShockPart => Sources.Count > 0 && Sources[0] == UncertainSources.Shocks ? Effects.Sources[0].Shapley : 0.0;

    /// <summary>What the groups leave of the part of shocks: what only several of them together do.</summary>
    public double Interplay => Groups.Count == 0 ? 0.0 : 1.0 - Groups.Sum(g => g.Share.Share);

    /// <summary>Divides a variance: takes the draws again with sources exchanged for those of a second sample, and with one group of shocks at a time.</summary>
    /// <param name="runner">The project.</param>
    /// <param name="simulation">What is drawn.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="at">The period.</param>
    /// <param name="options">How many draws each sample has.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="progress">Told how many draws of all samples are done.</param>
    /// <param name="cancellation">Stops between two draws.</param>
    /// <returns>The parts; null where an error was found.</returns>
    public static Tornado? Measure(Runner runner, Simulation simulation, Symbol variable, Period at, EnsembleOptions options, DiagnosticBag findings, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(variable);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(findings);
        var sources = simulation.Sources;
        if (sources.Names.Count > VarianceEffects.MostSources)
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.NoTornado, $"the variance has {sources.Names.Count} independent sources, more than the {VarianceEffects.MostSources} among which it is divided.", null, "every further source doubles the draws.", "leave some out with --without, or name fewer --risk."));
            return null;
        }

        int taken = 0;
        var effects = VarianceEffects.Of(sources.Names.Count, first => Values(sources.Mixed(first)));
        if (!(effects.Variance > 1e-20 * Math.Pow(simulation.Ensemble.Baseline[variable.Column, at], 2)))
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.NoTornado, string.Create(CultureInfo.InvariantCulture, $"'{variable.Name}' does not vary in {at}."), null, "nothing that is drawn reaches it by then, or no draw was solved.", "choose a later period with --at, or another variable."));
            return null;
        }

        var columns = GroupsOf(runner.Model, sources).ToList();
        double[] whole = columns.Count > 0 ? Values(sources.Only(sources.Columns)) : [];
        var groups = columns.Select(g => new ShockGroup(g.Name, g.IsExogenous, g.Columns.Count, CovarianceShare.Of(Values(sources.Only(g.Columns)), whole)));
        return new Tornado(variable, at, effects, sources.Names, [.. groups.OrderByDescending(g => Math.Abs(g.Share.Share))]);

        double[] Values(Uncertainty uncertainty)
        {
            var around = simulation.Ensemble;
            var ensemble = new Ensemble(around.Baseline, around.From, at, uncertainty, runner.Solver.Periods) { Closure = around.Closure, Tracked = [variable.Column] };
            var result = ensemble.Run(options, progress is null ? null : new Sum(progress, taken), cancellation);
            taken += options.Draws;
            double[] values = new double[options.Draws];
            for (int draw = 0; draw < values.Length; draw++) { values[draw] = result.Values[(draw * ensemble.Periods) + ensemble.Periods - 1]; }
            return values;
        }
    }

    /// <summary>How many draws are taken in all.</summary>
    public static int DrawsOf(BoundModel model, UncertainSources sources, int draws)
    {
        ArgumentNullException.ThrowIfNull(sources);
        int groups = GroupsOf(model, sources).Count();
        return draws * ((1 << sources.Names.Count) + (groups > 0 ? groups + 1 : 0));
    }

    /// <summary>Add-factors by the block of their equations, exogenous paths by their name without members.</summary>
    private static IEnumerable<(string Name, bool IsExogenous, HashSet<int> Columns)> GroupsOf(BoundModel model, UncertainSources sources) =>
        sources.Columns.Order().Select(c => model.Symbols[c])
            .GroupBy(s => s.Role == Role.AddFactor ? (Name: s.Block ?? model.Name, IsExogenous: false) : (Name: s.Family, IsExogenous: true))
            .Select(g => (g.Key.Name, g.Key.IsExogenous, g.Select(s => s.Column).ToHashSet()));

    /// <summary>Adds what was done before.</summary>
    private sealed class Sum(IProgress<int> whole, int before) : IProgress<int>
    {
        public void Report(int value) => whole.Report(before + value);
    }
}

/// <summary>What a group of shocks or exogenous paths has of the variance that all of them cause.</summary>
/// <param name="Name">The block of the equations, or the name of the exogenous variable without members.</param>
/// <param name="IsExogenous">Whether it is an exogenous variable.</param>
/// <param name="Count">How many paths it has.</param>
/// <param name="Share">Its part.</param>
public sealed record ShockGroup(string Name, bool IsExogenous, int Count, CovarianceShare Share);
