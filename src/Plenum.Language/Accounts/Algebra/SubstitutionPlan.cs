namespace Plenum.Language.Accounts.Algebra;

/// <summary>Which names to replace by what they equal so that every replacement ends.</summary>
/// <param name="Order">All atoms reached, each after those it is made of.</param>
/// <param name="Replaced">The atoms to replace; the rest may take any value.</param>
internal sealed record SubstitutionPlan(IReadOnlyList<int> Order, IReadOnlySet<int> Replaced)
{
    /// <summary>The atoms to replace, most derived first, and parameters last.</summary>
    public IReadOnlyList<int> MostDerivedFirst(Identities identities) => [.. Order.Reverse().Where(Replaced.Contains).OrderBy(identities.IsParameter)];
}

/// <summary>Finds plans of substitution for sums of some atoms.</summary>
/// <remarks>
/// Identities may form a circle: income pays for a subsidy, the subsidy for consumption, consumption makes income. In each
/// circle some name must stay as it is, and a proof may need the identity of any of the others, so each name has its turn.
/// What is proven under a plan is also proven under one that replaces more.
/// </remarks>
internal sealed class SubstitutionPlanner(AtomTable atoms, Identities identities)
{
    private const int MostPlans = 64;
    private const int LargestCircles = 2_000;

    public IEnumerable<SubstitutionPlan> PlansFor(IReadOnlyCollection<int> roots)
    {
        var circles = Circles(StrongComponents.Find(roots, MadeOf));
        var kept = circles.SelectMany(c => Break(c, Busiest)).ToList();
        yield return Plan(roots, kept);
        if (circles.Count == 0 || circles.Sum(c => c.Count) > LargestCircles) { yield break; }
        int plans = 1;
        foreach (var circle in circles)
        {
            var elsewhere = kept.Except(circle).ToList();
            foreach (int first in circle.Where(IsReplaceable))
            {
                if (plans++ == MostPlans) { yield break; }
                yield return Plan(roots, [.. elsewhere, .. Break(circle, c => c == circle ? first : Busiest(c))]);
            }
        }

        // Several circles may each need another choice than the usual one.
        for (; plans < MostPlans && kept.Count > 1; plans++)
        {
            ulong draw = (ulong)plans;
            yield return Plan(roots, [.. circles.SelectMany(circle => Break(circle, Any))]);

            int Any(List<int> circle)
            {
                draw = PrimeField.Mix(draw, (ulong)circle.Count);
                var names = circle.Where(IsReplaceable).ToList();
                return names[(int)(draw % (ulong)names.Count)];
            }
        }
    }

    private SubstitutionPlan Plan(IReadOnlyCollection<int> roots, IReadOnlyCollection<int> kept)
    {
        var keptSet = kept.ToHashSet();
        var order = StrongComponents.Find(roots, atom => keptSet.Contains(atom) ? [] : MadeOf(atom)).Select(c => c[0]).ToList();
        return new SubstitutionPlan(order, order.Where(a => IsReplaceable(a) && !keptSet.Contains(a)).ToHashSet());
    }

    /// <summary>The names to keep so that no circle is left; keeping one may leave smaller circles, which are broken in turn.</summary>
    private List<int> Break(List<int> circle, Func<List<int>, int> choose)
    {
        var kept = new List<int>();
        var pending = new Stack<List<int>>([circle]);
        while (pending.TryPop(out var next))
        {
            int name = choose(next);
            kept.Add(name);
            var rest = next.Where(m => m != name).ToHashSet();
            foreach (var smaller in Circles(StrongComponents.Find(rest.Order(), m => [.. MadeOf(m).Where(rest.Contains)]))) { pending.Push(smaller); }
        }

        return kept;
    }

    /// <summary>The name on most ways round; of several, the one met last, which is farthest from the sum.</summary>
    private int Busiest(List<int> circle)
    {
        var uses = circle.ToDictionary(m => m, _ => 0);
        foreach (int user in circle.SelectMany(MadeOf).Where(uses.ContainsKey)) { uses[user]++; }
        return circle.Where(IsReplaceable).OrderByDescending(m => (long)uses[m] * MadeOf(m).Count(uses.ContainsKey)).ThenByDescending(m => m).First();
    }

    private static List<List<int>> Circles(List<List<int>> components) => [.. components.Where(c => c.Count > 1)];

    private bool IsReplaceable(int atom) => identities.MeaningOf(atom) is not null;

    private IReadOnlyList<int> MadeOf(int atom) => identities.MeaningOf(atom)?.Atoms() ?? atoms.Within(atom);
}
