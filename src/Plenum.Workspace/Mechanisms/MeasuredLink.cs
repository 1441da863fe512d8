using Plenum.Series;
using Plenum.Workspace.Experiments;

namespace Plenum.Workspace.Mechanisms;

/// <summary>An arrow of the mechanism map with what an experiment of its mechanism showed at both ends.</summary>
/// <param name="Mechanism">The mechanism that it belongs to.</param>
/// <param name="Link">The arrow.</param>
/// <param name="Measure">The measure of the mechanism that stands for it.</param>
/// <param name="Trial">The experiment, carried out.</param>
/// <param name="Quarter">The quarter in which the driven variable responds most, of those that are measured.</param>
/// <param name="From">The response of the driving variable in that quarter, in per cent or percentage points; null where it cannot be had.</param>
/// <param name="To">The response of the driven variable.</param>
public sealed record MeasuredLink(MeasuredMechanism Mechanism, BoundLink Link, Measured Measure, Trial Trial, int Quarter, double? From, double? To)
{
    /// <summary>1 where both move the same way, -1 where they move against each other, 0 where the experiment does not tell.</summary>
    public int Sign => From is { } from && To is { } to && Math.Abs(from) > Bounds.Nothing && Math.Abs(to) > Bounds.Nothing ? Math.Sign(from) * Math.Sign(to) : 0;

    /// <summary>Measures the arrows of a mechanism.</summary>
    /// <param name="mechanism">The mechanism, measured.</param>
    /// <param name="laboratory">Where its experiments are carried out.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    public static IReadOnlyList<MeasuredLink> Of(MeasuredMechanism mechanism, Laboratory laboratory, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mechanism);
        ArgumentNullException.ThrowIfNull(laboratory);
        return [.. mechanism.Bound.Links.Select(link => Of(mechanism, link, laboratory, cancellation))];
    }

    /// <summary>The measures of the driven variable come first, then the others; the first whose experiment moves both ends stands for the arrow.</summary>
    private static MeasuredLink Of(MeasuredMechanism mechanism, BoundLink link, Laboratory laboratory, CancellationToken cancellation)
    {
        var candidates = mechanism.Measures.OrderByDescending(m => m.Expectation.Measure.Quantity.Name == link.To.Name).Select(m => Of(mechanism, link, m, laboratory, cancellation)).ToList();
        return candidates.Find(c => c.Sign != 0) ?? candidates[0];
    }

    private static MeasuredLink Of(MeasuredMechanism mechanism, BoundLink link, Measured measure, Laboratory laboratory, CancellationToken cancellation)
    {
        var trial = laboratory.Solve(measure.Bound.Of, null, cancellation);
        var start = laboratory.Runner.Project.ScenarioStart;
        int quarter = measure.Expectation.Measure.Quarters.MaxBy(q => Math.Abs(Response(trial, link.To, start + (q - 1)) ?? 0.0));
        return new MeasuredLink(mechanism, link, measure, trial, quarter, Response(trial, link.From, start + (quarter - 1)), Response(trial, link.To, start + (quarter - 1)));
    }

    private static double? Response(Trial trial, Language.Binding.Symbol symbol, Period period) =>
        trial.Failure is null && period <= trial.Reference.End ? Deviation.Between(trial.Reference[symbol.Column, period], trial.Treated[symbol.Column, period], Deviation.KindOf(symbol)) : null;
}
