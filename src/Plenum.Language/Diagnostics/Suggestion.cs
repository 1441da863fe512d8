namespace Plenum.Language.Diagnostics;

/// <summary>Finds the name a writer probably meant.</summary>
public static class Suggestion
{
    /// <summary>The candidate nearest to <paramref name="name"/>, or null where none is near enough to be a slip of the pen.</summary>
    /// <remarks>Counts insertions, deletions, substitutions and swaps of neighbours; up to a third of the length is near. Source: F. Damerau (1964), "A technique for computer detection and correction of spelling errors", CACM 7(3).</remarks>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        string? best = null;
        int bestDistance = Math.Max(1, Math.Min(name.Length, 60) / 3) + 1;
        foreach (string candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) >= bestDistance) { continue; }
            int distance = Distance(name, candidate, bestDistance);
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    private static int Distance(string a, string b, int limit)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        var beforePrevious = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) { previous[j] = j; }
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            int rowBest = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) { current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1); }
                rowBest = Math.Min(rowBest, current[j]);
            }

            if (rowBest > limit) { return rowBest; }
            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[b.Length];
    }
}
