namespace Plenum.Benchmarks.Cold;

/// <summary>Times of the same thing, in milliseconds.</summary>
internal sealed class Sample
{
    private readonly List<double> _times = [];

    public double Min => _times.Min();

    public double Max => _times.Max();

    public double Median
    {
        get
        {
            var sorted = _times.Order().ToList();
            return 0.5 * (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]);
        }
    }

    public void Add(double milliseconds) => _times.Add(milliseconds);
}
