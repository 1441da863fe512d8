namespace Plenum.Series;

/// <summary>Finds the name a writer probably meant.</summary>
internal static class NearestName
{
    /// <summary>The candidate within a third of the length of <paramref name="name"/> in edits, or null.</summary>
    /// <remarks>Source: F. Damerau (1964), "A technique for computer detection and correction of spelling errors", CACM 7(3).</remarks>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        int reach = Math.Max(1, Math.Min(name.Length, 60) / 3);
        return candidates
            .Where(c => Math.Abs(c.Length - name.Length) <= reach)
            .Select(c => (Name: c, Distance: Distance(name, c)))
            .Where(c => c.Distance <= reach)
            .OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => c.Name)
            .FirstOrDefault();
    }

    private static int Distance(string a, string b)
    {
        int[,] edits = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) { edits[i, 0] = i; }
        for (int j = 0; j <= b.Length; j++) { edits[0, j] = j; }
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                edits[i, j] = Math.Min(Math.Min(edits[i - 1, j] + 1, edits[i, j - 1] + 1), edits[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) { edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1); }
            }
        }

        return edits[a.Length, b.Length];
    }
}
