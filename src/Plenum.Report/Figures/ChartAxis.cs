using Plenum.Series;

namespace Plenum.Report.Figures;

/// <summary>The positions along the horizontal axis of a chart.</summary>
public abstract record ChartAxis
{
    /// <summary>The number of positions.</summary>
    public abstract int Count { get; }

    /// <summary>What stands at a position, from 0, such as "2026Q1".</summary>
    public abstract string Name(int position);

    /// <summary>The positions that carry a label, and the labels.</summary>
    /// <param name="most">How many labels there is room for.</param>
    public abstract IReadOnlyList<AxisTick> Ticks(int most);

    /// <summary>Periods in order.</summary>
    /// <param name="Start">The first period.</param>
    /// <param name="Length">The number of periods.</param>
    public sealed record Periods(Period Start, int Length) : ChartAxis
    {
        private static readonly int[] s_steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500];

        /// <inheritdoc/>
        public override int Count => Length;

        /// <inheritdoc/>
        public override string Name(int position) => (Start + position).ToString();

        /// <summary>The first period of each year, or of every second, fifth ... year; all periods where the axis is shorter than two years.</summary>
        public override IReadOnlyList<AxisTick> Ticks(int most)
        {
            var years = Enumerable.Range(0, Length).Where(k => (Start + k).NumberInYear == 1).ToList();
            if (years.Count < 2) { return Every(Enumerable.Range(0, Length).ToList(), most, k => (Start + k).ToString()); }
            int step = s_steps.FirstOrDefault(s => years.Count(k => (Start + k).Year % s == 0) <= most, s_steps[^1]);
            return [.. years.Where(k => (Start + k).Year % step == 0).Select(k => new AxisTick(k, (Start + k).Year.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
        }
    }

    /// <summary>Things without an order in time, such as scenarios.</summary>
    /// <param name="Labels">What they are called.</param>
    public sealed record Categories(IReadOnlyList<string> Labels) : ChartAxis
    {
        /// <inheritdoc/>
        public override int Count => Labels.Count;

        /// <inheritdoc/>
        public override string Name(int position) => Labels[position];

        /// <summary>All of them, whatever the room.</summary>
        public override IReadOnlyList<AxisTick> Ticks(int most) => [.. Labels.Select((label, k) => new AxisTick(k, label))];
    }

    private static List<AxisTick> Every(List<int> positions, int most, Func<int, string> label)
    {
        int step = Math.Max(1, (positions.Count + most - 1) / Math.Max(1, most));
        return [.. positions.Where((_, i) => i % step == 0).Select(k => new AxisTick(k, label(k)))];
    }
}

/// <summary>A labelled position of an axis.</summary>
/// <param name="Position">The position, from 0.</param>
/// <param name="Label">The label.</param>
public sealed record AxisTick(int Position, string Label);
