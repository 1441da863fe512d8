using Plenum.Language.Accounts.Algebra;

namespace Plenum.Language.Accounts;

/// <summary>Finds the entries of a row or column that best explain what is left over.</summary>
internal static class AccountSuspects
{
    private const double JustThis = 2.0;

    /// <summary>The entries in order of suspicion; none where no entry explains anything.</summary>
    /// <param name="amounts">The entries.</param>
    /// <param name="leftover">What they leave over; not zero.</param>
    /// <param name="isRow">Whether entries must cancel each other, so that one with its mirror image is above suspicion.</param>
    public static IReadOnlyList<int> Rank(IReadOnlyList<Polynomial> amounts, Polynomial leftover, bool isRow)
    {
        var mirrored = isRow ? Mirrored(amounts) : [];
        return [.. Enumerable.Range(0, amounts.Count)
            .Select(k => (Entry: k, Score: mirrored.Contains(k) ? 0.0 : Score(amounts[k], leftover)))
            .Where(s => s.Score > 0.0)
            .OrderByDescending(s => s.Score)
            .ThenBy(s => s.Entry)
            .Select(s => s.Entry)];
    }

    /// <summary>The share of an entry's terms that are left over, or more where the leftover is just a multiple of the entry.</summary>
    private static double Score(Polynomial amount, Polynomial leftover)
    {
        if (amount.Count == 0) { return 0.0; }
        if (IsMultipleOf(amount, leftover)) { return JustThis; }
        var left = leftover.Terms.ToArray().Select(t => t.Monomial).ToHashSet();
        int shared = amount.Terms.ToArray().Count(t => left.Contains(t.Monomial));
        return (double)shared / amount.Count;
    }

    private static bool IsMultipleOf(Polynomial amount, Polynomial leftover) =>
        amount.Count == leftover.Count && amount.Times(Monomial.One, leftover.Terms[0].Coefficient / amount.Terms[0].Coefficient).Equals(leftover);

    private static HashSet<int> Mirrored(IReadOnlyList<Polynomial> amounts)
    {
        var mirrored = new HashSet<int>();
        for (int k = 0; k < amounts.Count; k++)
        {
            for (int other = k + 1; other < amounts.Count && !mirrored.Contains(k); other++)
            {
                if (!mirrored.Contains(other) && (amounts[k] + amounts[other]).IsZero)
                {
                    mirrored.Add(k);
                    mirrored.Add(other);
                }
            }
        }

        return mirrored;
    }
}
