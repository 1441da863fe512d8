using Plenum.Engine;
using Plenum.Engine.Attribution;
using Plenum.Engine.Sensitivities;
using Plenum.Language.Binding;
using Plenum.Series;

namespace Plenum.Workspace.Explanations;

/// <summary>The causes by which two paths of one model differ: every exogenous name, shock, add-factor and parameter, and the start values together.</summary>
public static class PathDrivers
{
    /// <summary>The name under which all start values count as one cause.</summary>
    public const string StartValues = "start values";

    /// <summary>Finds the causes.</summary>
    /// <param name="reference">The path that is moved from.</param>
    /// <param name="other">The path that is moved to.</param>
    /// <param name="from">First period that is solved; endogenous names before it are start values.</param>
    /// <param name="to">Last period that matters.</param>
    public static IReadOnlyList<ExplainedDriver> Between(Paths reference, Paths other, Period from, Period to)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(other);
        var model = reference.Model;
        var earliest = from + model.Reach.Lag;
        var given = Perturbation.Between(reference, other, earliest, to, column => model.Symbols[column].Role != Role.Endogenous);
        var drivers = given.Changes.GroupBy(c => c.Column).OrderBy(g => g.Key)
            .Select(g => new ExplainedDriver(new Driver(model.Symbols[g.Key].Name, new Perturbation([.. g])), model.Symbols[g.Key].Label)).ToList();
        var start = Perturbation.Between(reference, other, earliest, from - 1, column => model.Symbols[column].Role == Role.Endogenous);
        if (start.Changes.Count > 0) { drivers.Add(new ExplainedDriver(new Driver(StartValues, start), "Values before the first solved period")); }
        return drivers;
    }
}
