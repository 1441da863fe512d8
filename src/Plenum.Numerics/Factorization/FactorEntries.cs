namespace Plenum.Numerics.Factorization;

/// <summary>A growing list of entries of one factor.</summary>
internal sealed class FactorEntries(int capacity)
{
    /// <summary>Row of each entry.</summary>
    public int[] Indices { get; private set; } = new int[Math.Max(16, capacity)];

    /// <summary>Value of each entry.</summary>
    public double[] Values { get; private set; } = new double[Math.Max(16, capacity)];

    /// <summary>Count of entries.</summary>
    public int Count { get; private set; }

    /// <summary>Appends one entry.</summary>
    public void Add(int index, double value)
    {
        if (Count == Indices.Length)
        {
            int[] indices = Indices;
            double[] values = Values;
            Array.Resize(ref indices, 2 * Count);
            Array.Resize(ref values, 2 * Count);
            Indices = indices;
            Values = values;
        }
        Indices[Count] = index;
        Values[Count++] = value;
    }
}
