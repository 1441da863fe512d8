using Plenum.Engine.Planning;
using Plenum.Engine.Sensitivities;
using Plenum.Series;

namespace Plenum.Workspace.Plans;

/// <summary>Turns the largest step of an instrument into limits for its sizes.</summary>
/// <remarks>
/// What is limited is the path of the instrument's change from the baseline, so that one rule serves every shape: a constant comes in one step, a ramp in as many
/// as it has periods, a yearly instrument at each turn of a year. An end before the plan's horizon is a step as well.
/// </remarks>
internal static class InstrumentSteps
{
    /// <summary>Factors closer than this are one: those of a ramp differ by rounding.</summary>
    private const double Rounding = 1e-12;

    /// <summary>The limits of one instrument, those of periods that are alike once.</summary>
    /// <param name="largest">The most by which the change may move.</param>
    /// <param name="handles">The places of its sizes, each with what one unit moves.</param>
    /// <param name="from">First period in which a step may be taken.</param>
    /// <param name="to">Last period.</param>
    /// <param name="kept">What of the change stays whatever the sizes are, by period; nothing where null.</param>
    public static IReadOnlyList<(BoundStep Step, PlanLimit Limit)> Of(double largest, IReadOnlyList<(int Place, Perturbation Direction)> handles, Period from, Period to, Func<Period, double>? kept = null)
    {
        var found = new List<(BoundStep Step, PlanLimit Limit)>();
        var moved = handles.Select(h => (h.Place, By: h.Direction.Changes.Where(c => c.Column == h.Direction.Changes[0].Column).ToDictionary(c => c.Period, c => c.Change))).ToList();
        for (var period = from; period <= to; period += 1)
        {
            var terms = moved.Select(m => (m.Place, Factor: m.By.GetValueOrDefault(period) - m.By.GetValueOrDefault(period - 1))).Where(t => Math.Abs(t.Factor) > Rounding).ToList();
            if (terms.Count == 0) { continue; }
            double stays = kept is null ? 0.0 : kept(period) - kept(period - 1);
            var limit = new PlanLimit(terms, -largest - stays, largest - stays);
            if (!found.Exists(f => IsSame(f.Limit, limit))) { found.Add((new BoundStep(terms[^1].Place, period), limit)); }
        }

        return found;
    }

    private static bool IsSame(PlanLimit one, PlanLimit other) =>
        one.Terms.Count == other.Terms.Count && Math.Abs(one.Low - other.Low) <= Rounding * Math.Max(1.0, Math.Abs(one.Low))
        && one.Terms.Zip(other.Terms).All(t => t.First.Instrument == t.Second.Instrument && Math.Abs(t.First.Factor - t.Second.Factor) <= Rounding * Math.Max(1.0, Math.Abs(t.First.Factor)));
}
