namespace Plenum.Numerics.Factorization;

/// <summary>The pattern of the factors with rows named by pivot step: all that a numeric refactorisation needs besides values.</summary>
/// <remarks>
/// Column k of the reordered matrix has entries within its diagonal block, which are factorised, and above it, which are only copied.
/// Rows ascend in each column of both factors; steps ascending is an order in which earlier pivots can be applied.
/// </remarks>
internal sealed class LuStructure
{
    /// <summary>The original row of each pivot step.</summary>
    public required int[] RowOfStep { get; init; }

    /// <summary>Where the strict lower factor's columns begin.</summary>
    public required int[] LowerStarts { get; init; }

    /// <summary>Rows of the strict lower factor.</summary>
    public required int[] LowerRows { get; init; }

    /// <summary>Where the strict upper factor's columns begin.</summary>
    public required int[] UpperStarts { get; init; }

    /// <summary>Rows of the strict upper factor.</summary>
    public required int[] UpperRows { get; init; }

    /// <summary>Entries of the matrix inside the diagonal blocks.</summary>
    public required CopiedEntries Inside { get; init; }

    /// <summary>Entries of the matrix above the diagonal blocks.</summary>
    public required CopiedEntries Above { get; init; }

    /// <summary>Names rows by step, sorts the columns of both factors and lists which value goes where.</summary>
    public static LuStructure Build(
        SymbolicLu symbolic,
        int[] stepOfPlace,
        int[] pivotPlace,
        int[] placeOfRow,
        (int[] Starts, FactorEntries Entries) lower,
        (int[] Starts, FactorEntries Entries) upper)
    {
        int n = symbolic.Order;
        int[] lowerRows = lower.Entries.Indices[..lower.Entries.Count];
        int[] upperRows = upper.Entries.Indices[..upper.Entries.Count];
        for (int p = 0; p < lowerRows.Length; p++) { lowerRows[p] = stepOfPlace[lowerRows[p]]; }
        for (int k = 0; k < n; k++)
        {
            lowerRows.AsSpan(lower.Starts[k], lower.Starts[k + 1] - lower.Starts[k]).Sort();
            upperRows.AsSpan(upper.Starts[k], upper.Starts[k + 1] - upper.Starts[k]).Sort();
        }
        var rowOfStep = new int[n];
        for (int k = 0; k < n; k++) { rowOfStep[k] = symbolic.RowOrder[pivotPlace[k]]; }
        var inside = new CopiedEntries.Builder(n);
        var above = new CopiedEntries.Builder(n);
        for (int b = 0; b < symbolic.BlockCount; b++)
        {
            for (int k = symbolic.BlockStarts[b]; k < symbolic.BlockStarts[b + 1]; k++)
            {
                int column = symbolic.ColumnOrder[k];
                for (int p = symbolic.Pattern.Starts[column]; p < symbolic.Pattern.Starts[column + 1]; p++)
                {
                    int step = stepOfPlace[placeOfRow[symbolic.Pattern.Rows[p]]];
                    (step >= symbolic.BlockStarts[b] ? inside : above).Add(p, step);
                }
                inside.EndColumn(k);
                above.EndColumn(k);
            }
        }
        return new LuStructure
        {
            RowOfStep = rowOfStep,
            LowerStarts = lower.Starts,
            LowerRows = lowerRows,
            UpperStarts = upper.Starts,
            UpperRows = upperRows,
            Inside = inside.Build(),
            Above = above.Build(),
        };
    }

    /// <summary>Which value of the matrix goes to which row, column by column.</summary>
    /// <param name="Starts">Where each column begins.</param>
    /// <param name="Sources">Place among the values of the matrix.</param>
    /// <param name="Rows">Row, by step.</param>
    public sealed record CopiedEntries(int[] Starts, int[] Sources, int[] Rows)
    {
        /// <summary>Collects entries column by column.</summary>
        public sealed class Builder(int columns)
        {
            private readonly int[] _starts = new int[columns + 1];
            private readonly List<int> _sources = [];
            private readonly List<int> _rows = [];

            /// <summary>Appends an entry to the current column.</summary>
            public void Add(int source, int row)
            {
                _sources.Add(source);
                _rows.Add(row);
            }

            /// <summary>Ends column <paramref name="column"/>.</summary>
            public void EndColumn(int column) => _starts[column + 1] = _rows.Count;

            /// <summary>The entries collected.</summary>
            public CopiedEntries Build() => new(_starts, [.. _sources], [.. _rows]);
        }
    }
}
