namespace Plenum.Numerics.Optimization;

/// <summary>The active rows of a quadratic program, factorised, with their multipliers.</summary>
/// <remarks>
/// With H = L L', J = inv(L') Q where Q R = inv(L) N for the normals N of the active rows: the first columns of J span what the
/// active rows hold, the others what is still free.
/// Source: Goldfarb and Idnani (1983), section 4. Rows enter and leave by plane rotations.
/// </remarks>
internal sealed class ActiveBasis
{
    private const double Dependent = 1e-12;

    private readonly int _n;
    private readonly double[] _j;
    private readonly double[] _r;
    private readonly double[] _d;
    private readonly double[] _z;
    private readonly double[] _dual;
    private readonly List<int> _active = [];
    private readonly List<double> _multipliers = [];

    /// <summary>Factorises H.</summary>
    /// <exception cref="ArgumentException">H is not positive definite.</exception>
    public ActiveBasis(double[] hessian, int n)
    {
        _n = n;
        _j = InverseOfTransposedFactor(hessian, n);
        _r = new double[n * n];
        _d = new double[n];
        _z = new double[n];
        _dual = new double[n];
    }

    /// <summary>Whether the row last directed at follows from the active ones, so that x cannot move towards it.</summary>
    public bool IsDependent { get; private set; }

    /// <summary>By how much the row last directed at rises per unit of step.</summary>
    public double Slope { get; private set; }

    /// <summary>Whether a row is active.</summary>
    public bool Contains(int row) => _active.Contains(row);

    /// <summary>The minimum of 1/2 x'Hx + g'x.</summary>
    public double[] Minimum(ReadOnlySpan<double> gradient)
    {
        var x = new double[_n];
        for (int k = 0; k < _n; k++)
        {
            double sum = 0.0;
            for (int i = 0; i < _n; i++) { sum += _j[(i * _n) + k] * gradient[i]; }
            for (int i = 0; i < _n; i++) { x[i] -= _j[(i * _n) + k] * sum; }
        }

        return x;
    }

    /// <summary>Finds in which direction x and the multipliers move as a row is enforced.</summary>
    public void Direct(ReadOnlySpan<double> normal)
    {
        int q = _active.Count;
        double whole = 0.0;
        double free = 0.0;
        for (int k = 0; k < _n; k++)
        {
            double sum = 0.0;
            for (int i = 0; i < _n; i++) { sum += _j[(i * _n) + k] * normal[i]; }
            _d[k] = sum;
            whole += sum * sum;
            if (k >= q) { free += sum * sum; }
        }

        Slope = free;
        IsDependent = free <= Dependent * Dependent * whole;
        for (int i = 0; i < _n; i++)
        {
            double sum = 0.0;
            for (int k = q; k < _n; k++) { sum += _j[(i * _n) + k] * _d[k]; }
            _z[i] = sum;
        }

        for (int k = q - 1; k >= 0; k--)
        {
            double sum = _d[k];
            for (int l = k + 1; l < q; l++) { sum -= _r[(k * _n) + l] * _dual[l]; }
            _dual[k] = sum / _r[(k * _n) + k];
        }
    }

    /// <summary>The longest step that keeps the multipliers of inequalities from falling below zero, and the place of the row that ends it.</summary>
    public (double Step, int Place) LargestDualStep(int equalities)
    {
        (double Step, int Place) least = (double.PositiveInfinity, -1);
        for (int k = 0; k < _active.Count; k++)
        {
            if (_active[k] < equalities || _dual[k] <= 0.0) { continue; }
            double step = _multipliers[k] / _dual[k];
            if (step < least.Step) { least = (step, k); }
        }

        return least;
    }

    /// <summary>Moves along the direction last found.</summary>
    public void Move(double[] x, double step, bool isPrimal)
    {
        if (isPrimal)
        {
            for (int i = 0; i < _n; i++) { x[i] += step * _z[i]; }
        }

        for (int k = 0; k < _active.Count; k++) { _multipliers[k] -= step * _dual[k]; }
    }

    /// <summary>Makes an equality hold and takes it in; false where it follows from those already taken in.</summary>
    public bool TryEnforce(ReadOnlySpan<double> normal, double bound, int row, double[] x)
    {
        Direct(normal);
        if (IsDependent) { return false; }
        double missing = bound;
        for (int i = 0; i < _n; i++) { missing -= normal[i] * x[i]; }
        double step = missing / Slope;
        Move(x, step, isPrimal: true);
        Add(row, step);
        return true;
    }

    /// <summary>Takes in the row last directed at.</summary>
    public void Add(int row, double multiplier)
    {
        int q = _active.Count;
        for (int k = _n - 1; k > q; k--)
        {
            if (_d[k] == 0.0) { continue; }
            var (c, s, length) = Rotation(_d[k - 1], _d[k]);
            (_d[k - 1], _d[k]) = (length, 0.0);
            RotateColumns(k - 1, k, c, s);
        }

        for (int k = 0; k <= q; k++) { _r[(k * _n) + q] = _d[k]; }
        _active.Add(row);
        _multipliers.Add(multiplier);
    }

    /// <summary>Takes out the row at a place of the active set.</summary>
    public void Drop(int place)
    {
        int q = _active.Count;
        for (int l = place + 1; l < q; l++)
        {
            for (int k = 0; k <= l; k++) { _r[(k * _n) + l - 1] = _r[(k * _n) + l]; }
        }

        for (int k = place; k < q - 1; k++)
        {
            var (c, s, length) = Rotation(_r[(k * _n) + k], _r[((k + 1) * _n) + k]);
            (_r[(k * _n) + k], _r[((k + 1) * _n) + k]) = (length, 0.0);
            for (int l = k + 1; l < q - 1; l++)
            {
                (double above, double below) = (_r[(k * _n) + l], _r[((k + 1) * _n) + l]);
                _r[(k * _n) + l] = (c * above) + (s * below);
                _r[((k + 1) * _n) + l] = (c * below) - (s * above);
            }

            RotateColumns(k, k + 1, c, s);
        }

        _active.RemoveAt(place);
        _multipliers.RemoveAt(place);
    }

    /// <summary>A row that cannot hold, and the active ones that keep it from holding.</summary>
    public List<int> Blocking(int row, Func<int, bool> isInequality)
    {
        var rows = new List<int> { row };
        for (int k = 0; k < _active.Count; k++)
        {
            if (isInequality(_active[k]) ? _dual[k] < -Dependent : Math.Abs(_dual[k]) > Dependent) { rows.Add(_active[k]); }
        }

        return rows;
    }

    /// <summary>The multipliers of all rows; zero for those that are not active.</summary>
    public double[] Multipliers(int rows)
    {
        var all = new double[rows];
        for (int k = 0; k < _active.Count; k++) { all[_active[k]] = _multipliers[k]; }
        return all;
    }

    private static (double C, double S, double Length) Rotation(double a, double b)
    {
        if (b == 0.0) { return (1.0, 0.0, a); }
        double length = double.Hypot(a, b);
        return (a / length, b / length, length);
    }

    private void RotateColumns(int first, int second, double c, double s)
    {
        for (int i = 0; i < _n; i++)
        {
            (double a, double b) = (_j[(i * _n) + first], _j[(i * _n) + second]);
            _j[(i * _n) + first] = (c * a) + (s * b);
            _j[(i * _n) + second] = (c * b) - (s * a);
        }
    }

    /// <summary>inv(L') for H = L L' by Cholesky.</summary>
    private static double[] InverseOfTransposedFactor(double[] hessian, int n)
    {
        var l = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k <= i; k++)
            {
                double sum = hessian[(i * n) + k];
                for (int p = 0; p < k; p++) { sum -= l[(i * n) + p] * l[(k * n) + p]; }
                if (i != k) { l[(i * n) + k] = sum / l[(k * n) + k]; }
                else if (sum > 0.0) { l[(i * n) + i] = Math.Sqrt(sum); }
                else { throw new ArgumentException("H must be positive definite.", nameof(hessian)); }
            }
        }

        var inverse = new double[n * n];
        for (int column = 0; column < n; column++)
        {
            for (int i = column; i >= 0; i--)
            {
                double sum = i == column ? 1.0 : 0.0;
                for (int k = i + 1; k <= column; k++) { sum -= l[(k * n) + i] * inverse[(k * n) + column]; }
                inverse[(i * n) + column] = sum / l[(i * n) + i];
            }
        }

        return inverse;
    }
}
