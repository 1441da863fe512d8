namespace Plenum.Language.Accounts.Algebra;

/// <summary>How the attempt to prove that a sum is zero ended.</summary>
/// <param name="Ending">Proven, not proven, or given up.</param>
/// <param name="Used">The atoms that were replaced by what they equal, most derived first.</param>
/// <param name="Leftover">The shortest form of the sum that was met; zero where it is proven.</param>
internal sealed record ZeroProof(ZeroEnding Ending, IReadOnlyList<int> Used, Polynomial Leftover);

/// <summary>The three endings of an attempt.</summary>
internal enum ZeroEnding
{
    Proven,
    NotProven,
    TooLarge,
}

/// <summary>Proves that a sum is zero given the identities of a model.</summary>
/// <remarks>
/// Random points choose the plan and then the fewest substitutions that suffice; these are carried out exactly, and only
/// that counts as a proof. Source of the search for the fewest: U. Junker (2004), "QuickXplain: preferred explanations and
/// relaxations for over-constrained problems", AAAI-04.
/// </remarks>
internal sealed class ZeroProver(AtomTable atoms, Identities identities)
{
    private const long MostWork = 4_000_000;
    private const long MostValues = 20_000_000;
    private const int LongestLeftover = 400;
    private const int MostSteps = 400;
    private const int MostAttempts = 4;

    private readonly SubstitutionPlanner _planner = new(atoms, identities);
    private readonly RandomPoint _point = new(atoms, identities);

    public ZeroProof Prove(Polynomial sum)
    {
        if (sum.IsTooLarge) { return new ZeroProof(ZeroEnding.TooLarge, [], sum); }
        if (atoms.ClearDenominators(sum).IsZero) { return new ZeroProof(ZeroEnding.Proven, [], Polynomial.Zero); }
        SubstitutionPlan? first = null;
        foreach (var plan in _planner.PlansFor(sum.Atoms()))
        {
            first ??= plan;
            if (_point.Vanishes(sum, plan.Order, plan.Replaced)) { return Prove(sum, Fewest(sum, plan)); }
        }

        return Shortest(sum, first!);
    }

    /// <summary>The atoms that a sum depends on, the most derived first.</summary>
    public IEnumerable<int> DependsOn(Polynomial sum) => _planner.PlansFor(sum.Atoms()).First().Order.Reverse();

    /// <summary>Finds the candidate of which a sum that is not zero is a multiple: the simplest multiple, then the first candidate.</summary>
    /// <returns>The candidate's index and the multiple, or null; either is proven.</returns>
    public (int Candidate, Rational Multiple)? Explain(Polynomial sum, IReadOnlyList<Polynomial> candidates)
    {
        if (sum.IsTooLarge || candidates.Any(c => c.IsTooLarge)) { return null; }
        int attempts = 0;
        foreach (var plan in _planner.PlansFor([.. candidates.Prepend(sum).SelectMany(c => c.Atoms()).Distinct()]))
        {
            var multiples = _point.Multiples(sum, candidates, plan);
            foreach (int k in Enumerable.Range(0, candidates.Count).Where(k => multiples[k] is not null).OrderBy(k => multiples[k]!.Value.BitLength))
            {
                var multiple = multiples[k]!.Value;
                if (Prove(sum - candidates[k].Times(Monomial.One, multiple)).Ending == ZeroEnding.Proven) { return (k, multiple); }
                if (++attempts == MostAttempts) { return null; }
            }
        }

        return null;
    }

    /// <summary>Carries out the substitutions and looks whether nothing is left.</summary>
    private ZeroProof Prove(Polynomial sum, IReadOnlyList<int> substitutions)
    {
        long work = 0;
        foreach (int atom in substitutions)
        {
            var meaning = identities.MeaningOf(atom)!;
            work += sum.Count + (long)sum.CountOf(atom) * meaning.Count;
            sum = work > MostWork ? Polynomial.TooLarge : atoms.Substitute(sum, atom, meaning);
        }

        var cleared = atoms.ClearDenominators(sum);
        var ending = cleared.IsZero ? ZeroEnding.Proven : cleared.IsTooLarge ? ZeroEnding.TooLarge : ZeroEnding.NotProven;
        return new ZeroProof(ending, substitutions, cleared.IsZero ? cleared : sum);
    }

    /// <summary>A set of substitutions of which none can be left out (unless that takes too long to find), with those nearest to the sum and no parameter if possible.</summary>
    private List<int> Fewest(Polynomial sum, SubstitutionPlan plan)
    {
        long values = 0;
        var needed = Needed([], false, plan.MostDerivedFirst(identities)).ToHashSet();
        return [.. plan.MostDerivedFirst(identities).Where(needed.Contains)];

        List<int> Needed(HashSet<int> certain, bool isNew, IReadOnlyList<int> candidates)
        {
            if (candidates.Count == 0 || (isNew && _point.Vanishes(sum, plan.Order, certain))) { return []; }
            values += plan.Order.Count;
            if (candidates.Count == 1 || values > MostValues) { return [.. candidates]; }
            var nearer = candidates.Take(candidates.Count / 2).ToList();
            var farther = candidates.Skip(nearer.Count).ToList();
            var fromFarther = Needed([.. certain, .. nearer], true, farther);
            var fromNearer = Needed([.. certain, .. fromFarther], fromFarther.Count > 0, nearer);
            return [.. fromNearer, .. fromFarther];
        }
    }

    /// <summary>Replaces name after name and keeps the shortest sum met, which is what a reader can make most of.</summary>
    private ZeroProof Shortest(Polynomial sum, SubstitutionPlan plan)
    {
        var shortest = new ZeroProof(ZeroEnding.NotProven, [], sum);
        var used = new List<int>();
        var reach = atoms.Reach(sum);
        foreach (int atom in plan.MostDerivedFirst(identities))
        {
            if (sum.IsTooLarge || sum.Count > LongestLeftover || used.Count == MostSteps) { break; }
            if (!reach.Contains(atom)) { continue; }
            sum = atoms.Substitute(sum, atom, identities.MeaningOf(atom)!);
            reach = atoms.Reach(sum);
            used.Add(atom);
            if (sum.Count < shortest.Leftover.Count && !sum.IsTooLarge) { shortest = new ZeroProof(ZeroEnding.NotProven, [.. used], sum); }
        }

        return shortest;
    }
}
