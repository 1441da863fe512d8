namespace Plenum.Language.Accounts.Algebra;

/// <summary>Which names to replace by what they equal so that every replacement ends.</summary>
/// <param name="Order">All atoms reached from the sum, each after those it is made of.</param>
/// <param name="Replaced">The atoms to replace; the rest may take any value.</param>
internal sealed record SubstitutionPlan(IReadOnlyList<int> Order, IReadOnlySet<int> Replaced)
{
    /// <summary>The atoms to replace, most derived first, and parameters last.</summary>
    public IReadOnlyList<int> MostDerivedFirst(Identities identities) => [.. Order.Reverse().Where(Replaced.Contains).OrderBy(identities.IsParameter)];
}

/// <summary>Finds plans of substitution for a sum.</summary>
/// <remarks>
/// Identities may form a circle: income pays for a subsidy, the subsidy for consumption, consumption makes income. In each
/// circle some name must stay as it is, and a proof may need the identity of any of the others, so each name has its turn.
/// What is proven under a plan is also proven under one that replaces more.
/// </remarks>
internal sealed class SubstitutionPlanner(AtomTable atoms, Identities identities)
{
    private const int MostPlans = 64;
    private const int LargestCircle = 2_000;

    public IEnumerable<SubstitutionPlan> PlansFor(Polynomial sum)
    {
        var circles = Circles(StrongComponents.Find(sum.Atoms(), MadeOf));
        var kept = circles.SelectMany(c => Break(c, null)).ToList();
        yield return Plan(sum, kept);
        int plans = 1;
        foreach (var circle in circles.Where(c => c.Count <= LargestCircle))
        {
            var elsewhere = kept.Except(circle).ToList();
            foreach (int first in circle.Where(IsReplaceable))
            {
                if (plans++ == MostPlans) { yield break; }
                yield return Plan(sum, [.. elsewhere, .. Break(circle, first)]);
            }
        }
    }

    private SubstitutionPlan Plan(Polynomial sum, IReadOnlyCollection<int> kept)
    {
        var keptSet = kept.ToHashSet();
        var order = StrongComponents.Find(sum.Atoms(), atom => keptSet.Contains(atom) ? [] : MadeOf(atom)).Select(c => c[0]).ToList();
        return new SubstitutionPlan(order, order.Where(a => IsReplaceable(a) && !keptSet.Contains(a)).ToHashSet());
    }

    /// <summary>The names to keep so that no circle is left: the given one, then always the one on most ways round.</summary>
    private List<int> Break(List<int> circle, int? first)
    {
        var kept = new List<int>();
        var pending = new Stack<List<int>>();
        if (first is { } chosen) { Keep(circle, chosen); } else { pending.Push(circle); }
        while (pending.TryPop(out var next)) { Keep(next, Busiest(next)); }
        return kept;

        void Keep(List<int> members, int name)
        {
            kept.Add(name);
            var rest = members.Where(m => m != name).ToHashSet();
            foreach (var smaller in Circles(StrongComponents.Find(rest.Order(), m => [.. MadeOf(m).Where(rest.Contains)]))) { pending.Push(smaller); }
        }
    }

    private int Busiest(List<int> circle)
    {
        var uses = circle.ToDictionary(m => m, _ => 0);
        foreach (int user in circle.SelectMany(MadeOf).Where(uses.ContainsKey)) { uses[user]++; }
        return circle.Where(IsReplaceable).OrderByDescending(m => (long)uses[m] * MadeOf(m).Count(uses.ContainsKey)).ThenBy(m => m).First();
    }

    private static List<List<int>> Circles(List<List<int>> components) => [.. components.Where(c => c.Count > 1)];

    private bool IsReplaceable(int atom) => identities.MeaningOf(atom) is not null;

    private IReadOnlyList<int> MadeOf(int atom) => identities.MeaningOf(atom)?.Atoms() ?? atoms.Within(atom);
}
