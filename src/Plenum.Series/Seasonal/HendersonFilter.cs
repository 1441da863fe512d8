namespace Plenum.Series.Seasonal;

/// <summary>The smoothest moving average that keeps a cubic trend, with shorter averages where the series ends.</summary>
/// <remarks>
/// Sources: R. Henderson (1916), "Note on graduation by adjusted average", Transactions of the Actuarial Society of America 17, in the closed form of
/// D. Ladiray and B. Quenneville (2001), "Seasonal Adjustment with the X-11 Method", chapter 3;
/// J. Musgrave (1964), "A set of end weights to end all end weights", US Census Bureau, in the form of M. Doherty (2001), "The surrogate Henderson filters
/// in X-11", Australian and New Zealand Journal of Statistics 43(4).
/// </remarks>
public static class HendersonFilter
{
    /// <summary>The symmetric weights.</summary>
    /// <param name="terms">An odd number from 5.</param>
    public static double[] Weights(int terms)
    {
        int half = terms / 2;
        double n = half + 2;
        double scale = 8 * n * ((n * n) - 1) * ((4 * n * n) - 1) * ((4 * n * n) - 9) * ((4 * n * n) - 25);
        var weights = new double[terms];
        for (int i = 0; i < terms; i++)
        {
            double square = (i - half) * (i - half);
            weights[i] = 315 * (((n - 1) * (n - 1)) - square) * ((n * n) - square) * (((n + 1) * (n + 1)) - square) * ((3 * n * n) - 16 - (11 * square)) / scale;
        }

        return weights;
    }

    /// <summary>The weights where only the first <paramref name="available"/> of the terms are known: of all averages with the same sum, the one that will be revised least.</summary>
    /// <param name="symmetric">The symmetric weights.</param>
    /// <param name="available">How many terms are known, more than half of them.</param>
    /// <param name="noise">The mean change of the irregular over that of the trend, the I/C ratio of X-11; 0 keeps a straight line as it is.</param>
    public static double[] EndWeights(ReadOnlySpan<double> symmetric, int available, double noise)
    {
        double middle = (available + 1) / 2.0;
        double lost = 0;
        double lostMoment = 0;
        for (int i = available; i < symmetric.Length; i++)
        {
            lost += symmetric[i];
            lostMoment += (i + 1 - middle) * symmetric[i];
        }

        double spread = available * ((double)available - 1) * (available + 1) / 12;
        double slope = lostMoment / ((Math.PI * noise * noise / 4) + spread);
        var weights = new double[available];
        for (int i = 0; i < available; i++) { weights[i] = symmetric[i] + (lost / available) + ((i + 1 - middle) * slope); }
        return weights;
    }

    /// <summary>Smooths a series up to both its ends.</summary>
    /// <param name="values">At least as many values as terms.</param>
    /// <param name="terms">The number of terms, odd.</param>
    /// <param name="noise">See <see cref="EndWeights"/>.</param>
    public static double[] Smooth(ReadOnlySpan<double> values, int terms, double noise)
    {
        int half = terms / 2;
        double[] symmetric = Weights(terms);
        var smooth = new double[values.Length];
        for (int t = half; t < values.Length - half; t++) { smooth[t] = Product(symmetric, values.Slice(t - half, terms)); }
        double[] mirrored = new double[terms];
        for (int after = 0; after < half; after++)
        {
            int available = half + 1 + after;
            double[] weights = EndWeights(symmetric, available, noise);
            smooth[values.Length - 1 - after] = Product(weights, values[^available..]);
            var first = mirrored.AsSpan(0, available);
            values[..available].CopyTo(first);
            first.Reverse();
            smooth[after] = Product(weights, first);
        }

        return smooth;
    }

    private static double Product(ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++) { sum += weights[i] * values[i]; }
        return sum;
    }
}
