namespace Plenum.Numerics.Factorization;

/// <summary>Chooses the pivots and finds the pattern of the factors, column by column within each diagonal block.</summary>
/// <remarks>
/// Each column is a sparse triangular solve whose pattern is found by depth-first search first, so the work is that of the arithmetic alone.
/// Rows are named by their place before pivoting until <see cref="LuStructure"/> renames them.
/// Source: J. Gilbert and T. Peierls (1988), "Sparse partial pivoting in time proportional to arithmetic operations", SIAM J. Sci. Stat. Comput. 9(5).
/// </remarks>
internal sealed class LeftLookingElimination
{
    /// <summary>A pivot that is this small beside its column may be nothing but rounding.</summary>
    private const double Suspicious = 1e-10;

    internal const double UnitRoundoff = 1.1102230246251565e-16;

    private readonly SymbolicLu _symbolic;
    private readonly LuOptions _options;
    private readonly int[] _placeOfRow;
    private readonly double[] _scaleOfPlace;
    private readonly double[] _x;
    private readonly int[] _stepOfPlace;
    private readonly int[] _lowerStarts;
    private readonly int[] _upperStarts;
    private readonly FactorEntries _lower;
    private readonly FactorEntries _upper;
    private readonly int[] _pivotPlace;
    private readonly List<int> _suspiciousSteps = [];
    private readonly int[] _visited;
    private readonly int[] _stack;
    private readonly int[] _cursor;
    private readonly int[] _reached;

    public LeftLookingElimination(SymbolicLu symbolic, ReadOnlySpan<double> values, LuOptions options)
    {
        int n = symbolic.Order;
        _symbolic = symbolic;
        _options = options;
        _placeOfRow = new int[n];
        for (int k = 0; k < n; k++) { _placeOfRow[symbolic.RowOrder[k]] = k; }
        _scaleOfPlace = RowScale(values);
        _x = new double[n];
        _stepOfPlace = new int[n];
        Array.Fill(_stepOfPlace, -1);
        _lowerStarts = new int[n + 1];
        _upperStarts = new int[n + 1];
        _lower = new FactorEntries(2 * symbolic.Pattern.EntryCount);
        _upper = new FactorEntries(2 * symbolic.Pattern.EntryCount);
        _pivotPlace = new int[n];
        _visited = new int[n];
        Array.Fill(_visited, -1);
        _stack = new int[n];
        _cursor = new int[n];
        _reached = new int[n];
    }

    /// <summary>Steps whose pivot may be nothing but rounding, ascending; one that is zero is replaced by rounding noise.</summary>
    public IReadOnlyList<int> SuspiciousSteps => _suspiciousSteps;

    /// <summary>For each pivot step, one over the largest entry of its row within the block.</summary>
    public double[] ScaleOfStep() => [.. _pivotPlace.Select(place => _scaleOfPlace[place])];

    /// <summary>Eliminates all columns with these values and returns the structure of the factors.</summary>
    public LuStructure Run(ReadOnlySpan<double> values)
    {
        for (int b = 0; b < _symbolic.BlockCount; b++)
        {
            int blockStart = _symbolic.BlockStarts[b];
            for (int k = blockStart; k < _symbolic.BlockStarts[b + 1]; k++) { EliminateColumn(k, blockStart, values); }
        }
        return LuStructure.Build(_symbolic, _stepOfPlace, _pivotPlace, _placeOfRow, (_lowerStarts, _lower), (_upperStarts, _upper));
    }

    private double[] RowScale(ReadOnlySpan<double> values)
    {
        var pattern = _symbolic.Pattern;
        var scale = new double[_symbolic.Order];
        for (int b = 0; b < _symbolic.BlockCount; b++)
        {
            foreach (int column in _symbolic.ColumnOrder[_symbolic.BlockStarts[b].._symbolic.BlockStarts[b + 1]])
            {
                for (int p = pattern.Starts[column]; p < pattern.Starts[column + 1]; p++)
                {
                    int place = _placeOfRow[pattern.Rows[p]];
                    if (place >= _symbolic.BlockStarts[b]) { scale[place] = Math.Max(scale[place], Math.Abs(values[p])); }
                }
            }
        }
        foreach (ref double value in scale.AsSpan()) { value = value > 0 ? 1 / value : 1; }
        return scale;
    }

    private void EliminateColumn(int step, int blockStart, ReadOnlySpan<double> values)
    {
        int column = _symbolic.ColumnOrder[step];
        int top = Reach(step, column, blockStart);
        Scatter(column, blockStart, values);
        var reached = _reached.AsSpan(top);
        foreach (int place in reached) { ApplyEarlierPivot(place); }
        int pivot = ChoosePivot(step, reached, out double size, out double largestInColumn);
        if (!(size > Suspicious * largestInColumn)) { _suspiciousSteps.Add(step); }
        if (_x[pivot] == 0) { _x[pivot] = UnitRoundoff / _scaleOfPlace[pivot]; }
        StoreColumn(step, pivot, reached);
    }

    /// <summary>Finds the rows that become nonzero in this column, in an order in which earlier pivots can be applied; they end the list.</summary>
    private int Reach(int step, int column, int blockStart)
    {
        int top = _reached.Length;
        foreach (int row in _symbolic.Pattern.RowsOf(column))
        {
            int root = _placeOfRow[row];
            if (root < blockStart || _visited[root] == step) { continue; }
            int depth = 0;
            Open(root, 0);
            while (depth >= 0)
            {
                int place = _stack[depth];
                int owner = _stepOfPlace[place];
                int end = owner < 0 ? 0 : _lowerStarts[owner + 1];
                bool descended = false;
                while (_cursor[depth] < end)
                {
                    int next = _lower.Indices[_cursor[depth]++];
                    if (_visited[next] == step) { continue; }
                    Open(next, ++depth);
                    descended = true;
                    break;
                }
                if (!descended)
                {
                    _reached[--top] = place;
                    depth--;
                }
            }
        }
        return top;

        void Open(int place, int depth)
        {
            _visited[place] = step;
            _stack[depth] = place;
            _cursor[depth] = _stepOfPlace[place] < 0 ? 0 : _lowerStarts[_stepOfPlace[place]];
        }
    }

    private void Scatter(int column, int blockStart, ReadOnlySpan<double> values)
    {
        var pattern = _symbolic.Pattern;
        for (int p = pattern.Starts[column]; p < pattern.Starts[column + 1]; p++)
        {
            int place = _placeOfRow[pattern.Rows[p]];
            if (place >= blockStart) { _x[place] = values[p]; }
        }
    }

    private void ApplyEarlierPivot(int place)
    {
        int owner = _stepOfPlace[place];
        if (owner < 0) { return; }
        double factor = _x[place];
        for (int p = _lowerStarts[owner]; p < _lowerStarts[owner + 1]; p++) { _x[_lower.Indices[p]] -= _lower.Values[p] * factor; }
    }

    /// <summary>The diagonal where it is large enough, otherwise the largest candidate.</summary>
    private int ChoosePivot(int step, ReadOnlySpan<int> reached, out double size, out double largestInColumn)
    {
        int best = -1;
        size = -1;
        largestInColumn = 0;
        foreach (int place in reached)
        {
            double candidate = Math.Abs(_x[place]) * _scaleOfPlace[place];
            largestInColumn = Math.Max(largestInColumn, candidate);
            if (_stepOfPlace[place] >= 0 || candidate <= size) { continue; }
            size = candidate;
            best = place;
        }
        bool diagonalIsFree = _stepOfPlace[step] < 0 && _visited[step] == step;
        return diagonalIsFree && Math.Abs(_x[step]) * _scaleOfPlace[step] >= _options.DiagonalThreshold * size ? step : best;
    }

    private void StoreColumn(int step, int pivot, ReadOnlySpan<int> reached)
    {
        double pivotValue = _x[pivot];
        foreach (int place in reached)
        {
            double value = _x[place];
            _x[place] = 0;
            if (_stepOfPlace[place] >= 0) { _upper.Add(_stepOfPlace[place], value); }
            else if (place != pivot) { _lower.Add(place, value / pivotValue); }
        }
        _lowerStarts[step + 1] = _lower.Count;
        _upperStarts[step + 1] = _upper.Count;
        _stepOfPlace[pivot] = step;
        _pivotPlace[step] = pivot;
    }
}
