using Plenum.Numerics.Dense;

namespace Plenum.Numerics.LeastSquares;

/// <summary>The QR factorisation A P = Q R of a tall matrix with column pivoting, for least squares that reveal dependent regressors.</summary>
/// <remarks>
/// Columns are brought to unit length first, so that the units of a regressor do not decide its place.
/// Source: P. Businger and G. Golub (1965), "Linear least squares solutions by Householder transformations", Numer. Math. 7;
/// G. Golub and C. Van Loan (2013), "Matrix Computations", 4th ed., sections 5.2 and 5.4. Cost: 2 rows columns^2 multiply-adds.
/// </remarks>
public sealed class HouseholderQr
{
    private readonly int _rows;
    private readonly int _columns;
    private readonly double[] _reflectors;
    private readonly double[] _tau;
    private readonly double[] _r;
    private readonly int[] _columnOrder;

    private HouseholderQr(int rows, int columns)
    {
        _rows = rows;
        _columns = columns;
        _reflectors = new double[rows * columns];
        _tau = new double[columns];
        _r = new double[columns * columns];
        _columnOrder = [.. Enumerable.Range(0, columns)];
    }

    /// <summary>Count of columns that do not depend on those before them in <see cref="ColumnOrder"/>.</summary>
    public int Rank { get; private set; }

    /// <summary>The original column at each place; those from <see cref="Rank"/> on depend on the others.</summary>
    public ReadOnlySpan<int> ColumnOrder => _columnOrder;

    /// <summary>The upper triangle R, columns x columns, row-major, columns by <see cref="ColumnOrder"/>; rows from <see cref="Rank"/> on are zero.</summary>
    public ReadOnlySpan<double> R => _r;

    /// <summary>Factorises a matrix.</summary>
    /// <param name="a">The matrix, rows x columns, row-major.</param>
    /// <param name="rows">Count of rows; at least that of columns.</param>
    /// <param name="columns">Count of columns.</param>
    /// <param name="tolerance">
    /// A column depends on others when what it adds is at most this part of its length. Default: rows times the spacing of numbers at 1.
    /// </param>
    /// <exception cref="ArgumentException">The span is too short, there are fewer rows than columns, or a value is not finite.</exception>
    public static HouseholderQr Factorise(ReadOnlySpan<double> a, int rows, int columns, double? tolerance = null)
    {
        if (rows < columns || columns < 0 || a.Length < rows * columns)
        {
            throw new ArgumentException($"Least squares needs at least as many rows as columns, and all entries; there are {rows} rows, {columns} columns and {a.Length} entries.", nameof(a));
        }
        var qr = new HouseholderQr(rows, columns);
        double[] lengths = qr.ScaleColumns(a);
        qr.Reflect(tolerance ?? rows * (Math.BitIncrement(1.0) - 1));
        qr.KeepUpperTriangle(lengths);
        return qr;
    }

    /// <summary>Finds the coefficients that make the sum of squares of b - A x least.</summary>
    /// <param name="b">Observations, one for each row.</param>
    /// <exception cref="ArgumentException"><paramref name="b"/> has not one entry for each row.</exception>
    public LeastSquaresSolution Solve(ReadOnlySpan<double> b)
    {
        if (b.Length != _rows) { throw new ArgumentException($"There are {_rows} rows but {b.Length} observations.", nameof(b)); }
        double[] rotated = b.ToArray();
        for (int k = 0; k < Rank; k++) { ApplyReflector(k, rotated); }
        double residual = 0;
        for (int i = Rank; i < _rows; i++) { residual += rotated[i] * rotated[i]; }
        var coefficients = new double[_columns];
        for (int k = Rank - 1; k >= 0; k--)
        {
            double sum = rotated[k];
            for (int j = k + 1; j < Rank; j++) { sum -= _r[k * _columns + j] * coefficients[_columnOrder[j]]; }
            coefficients[_columnOrder[k]] = sum / _r[k * _columns + k];
        }
        return new LeastSquaresSolution(coefficients, rotated[..Rank], residual);
    }

    /// <summary>Copies the columns, each to one contiguous row of unit length; returns the lengths.</summary>
    private double[] ScaleColumns(ReadOnlySpan<double> a)
    {
        var lengths = new double[_columns];
        for (int j = 0; j < _columns; j++)
        {
            double largest = 0, sum = 0;
            for (int i = 0; i < _rows; i++) { largest = Math.Max(largest, Math.Abs(a[i * _columns + j])); }
            if (!double.IsFinite(largest)) { throw new ArgumentException($"Column {j} holds a value that is not finite.", nameof(a)); }
            if (largest == 0) { continue; }
            for (int i = 0; i < _rows; i++)
            {
                double part = a[i * _columns + j] / largest;
                _reflectors[j * _rows + i] = part;
                sum += part * part;
            }
            double length = Math.Sqrt(sum);
            foreach (ref double value in _reflectors.AsSpan(j * _rows, _rows)) { value /= length; }
            lengths[j] = largest * length;
        }
        return lengths;
    }

    private void Reflect(double tolerance)
    {
        for (int k = 0; k < _columns; k++)
        {
            int longest = LongestBelow(k, out double length);
            if (length <= tolerance) { return; }
            SwapColumns(k, longest);
            var column = Column(k);
            // The sign that adds avoids cancellation.
            double pivot = column[k] > 0 ? -length : length;
            _tau[k] = (pivot - column[k]) / pivot;
            double head = column[k] - pivot;
            foreach (ref double value in column[(k + 1)..]) { value /= head; }
            column[k] = pivot;
            for (int j = k + 1; j < _columns; j++) { ApplyReflector(k, Column(j)); }
            Rank = k + 1;
        }
    }

    private int LongestBelow(int k, out double length)
    {
        int longest = k;
        double largest = -1;
        for (int j = k; j < _columns; j++)
        {
            var rest = Column(j)[k..];
            double sum = RowOperations.Dot(ref rest[0], ref rest[0], rest.Length);
            if (sum > largest)
            {
                largest = sum;
                longest = j;
            }
        }
        length = Math.Sqrt(largest);
        return longest;
    }

    /// <summary>y -= tau v (v' y), where v is 1 at k and continues below it in column k.</summary>
    private void ApplyReflector(int k, Span<double> y)
    {
        if (k == _rows - 1)
        {
            y[k] -= _tau[k] * y[k];
            return;
        }
        var v = Column(k)[(k + 1)..];
        var rest = y[(k + 1)..];
        double amount = _tau[k] * (y[k] + RowOperations.Dot(ref v[0], ref rest[0], v.Length));
        y[k] -= amount;
        RowOperations.Subtract(ref rest[0], amount, ref v[0], v.Length);
    }

    private void SwapColumns(int first, int second)
    {
        if (first == second) { return; }
        RowOperations.Swap(Column(first), Column(second));
        (_columnOrder[first], _columnOrder[second]) = (_columnOrder[second], _columnOrder[first]);
    }

    private void KeepUpperTriangle(double[] lengths)
    {
        for (int j = 0; j < _columns; j++)
        {
            for (int i = 0; i <= Math.Min(j, Rank - 1); i++) { _r[i * _columns + j] = Column(j)[i] * lengths[_columnOrder[j]]; }
        }
    }

    private Span<double> Column(int j) => _reflectors.AsSpan(j * _rows, _rows);
}
