namespace Plenum.Report.Figures;

/// <summary>Where things stand in a chart: its scale, its ticks and its direct labels. Both drawings follow it, so that they look alike.</summary>
internal sealed class ChartGeometry
{
    private const double LabelHeight = 15.0;
    private const double NarrowestLabel = 40.0;
    private const double WidestLabel = 190.0;
    private const int MostCells = 27;
    private const int MostCellsWide = 44;

    /// <summary>Works out a chart.</summary>
    /// <exception cref="ArgumentException">A series or a band has another number of values than the axis has positions.</exception>
    public ChartGeometry(ChartSpec spec)
    {
        foreach (int count in spec.Series.Select(s => s.Values.Count).Concat(spec.Bands.SelectMany(b => new[] { b.Low.Count, b.High.Count })))
        {
            if (count != spec.Axis.Count) { throw new ArgumentException($"A series of the chart '{spec.Id}' has {count} values, but its axis has {spec.Axis.Count} positions.", nameof(spec)); }
        }

        bool isSmall = spec.Size == ChartSize.Small;
        (Width, Height) = spec.Size switch { ChartSize.Wide => (1120, 400), ChartSize.Half => (560, 320), _ => (370, 250) };
        var stacks = Enumerable.Range(0, spec.Axis.Count).SelectMany(k => new[] { Stack(spec, k, 1), Stack(spec, k, -1) });
        var lines = spec.Series.Where(s => s.Role != SeriesRole.Part).SelectMany(s => s.Values).Concat(spec.Bands.SelectMany(b => b.Low.Concat(b.High)));
        Scale = ValueScale.Fit(lines.Concat(stacks.Where(_ => spec.Series.Any(s => s.Role == SeriesRole.Part))), spec.HasZeroLine, isSmall ? 5 : 6);
        XTicks = spec.Axis.Ticks(spec.Size switch { ChartSize.Wide => 14, ChartSize.Half => 9, _ => 6 });
        Left = 12 + (7.2 * Enumerable.Range(0, Scale.Count).Max(t => Scale.Label(t, spec.Unit.IsSigned).Length));
        Bottom = 28;
        Top = 10;
        Labels = isSmall || spec.Series.Count < 2 || spec.Axis is ChartAxis.Categories ? [] : Spread(spec);
        Right = Labels.Count == 0 ? 14 : 14 + Math.Clamp(Labels.Max(l => 6.9 * TextWidth.Of(l.Text)), NarrowestLabel, spec.Size == ChartSize.Wide ? 1.6 * WidestLabel : WidestLabel);
    }

    /// <summary>Width in pixels.</summary>
    public double Width { get; }

    /// <summary>Height in pixels.</summary>
    public double Height { get; }

    /// <summary>Margin for the labels of the vertical axis.</summary>
    public double Left { get; }

    /// <summary>Margin for direct labels.</summary>
    public double Right { get; }

    /// <summary>Margin above.</summary>
    public double Top { get; }

    /// <summary>Margin for the labels of the horizontal axis.</summary>
    public double Bottom { get; }

    /// <summary>The vertical axis.</summary>
    public ValueScale Scale { get; }

    /// <summary>The labelled positions.</summary>
    public IReadOnlyList<AxisTick> XTicks { get; }

    /// <summary>Direct labels of lines, moved apart; empty where a legend must do.</summary>
    public IReadOnlyList<DirectLabel> Labels { get; }

    /// <summary>A value in pixels from the top.</summary>
    public double Y(double value) => Top + ((Height - Top - Bottom) * (Scale.High - value) / (Scale.High - Scale.Low));

    /// <summary>A position in pixels from the left; half a position stays free at both ends.</summary>
    public double X(double position, int count) => Left + ((Width - Left - Right) * (position + 0.5) / count);

    private static double Stack(ChartSpec spec, int position, int sign) =>
        spec.Series.Where(s => s.Role == SeriesRole.Part).Select(s => s.Values[position]).Where(v => v * sign > 0.0).Sum();

    /// <summary>Labels at the last value of each line, moved down and then up until none overlaps another.</summary>
    private List<DirectLabel> Spread(ChartSpec spec)
    {
        var labels = spec.Series.Where(s => s.Role is not (SeriesRole.Part or SeriesRole.Net))
            .Select(s => (Series: s, Last: s.Values.LastOrDefault(double.IsFinite, double.NaN))).Where(l => double.IsFinite(l.Last))
            .Select(l => new DirectLabel(l.Series, Cut(l.Series.Label, spec.Size), l.Last, Y(l.Last))).OrderBy(l => l.Y).ToList();
        for (int i = 1; i < labels.Count; i++)
        {
            if (labels[i].Y < labels[i - 1].Y + LabelHeight) { labels[i] = labels[i] with { Y = labels[i - 1].Y + LabelHeight }; }
        }

        double floor = Height - Bottom;
        for (int i = labels.Count - 1; i >= 0 && labels[i].Y > floor; i--)
        {
            labels[i] = labels[i] with { Y = floor };
            floor -= LabelHeight;
        }

        return Centred(labels);
    }

    /// <summary>A label, cut where it would leave too little room for the chart.</summary>
    private static string Cut(string label, ChartSize size) => TextWidth.Wrap(label, size == ChartSize.Wide ? MostCellsWide : MostCells, 1) is [var line, ..] ? line : "";

    /// <summary>Moves each cluster of touching labels up by half of what it was pushed down, as far as the labels above leave room.</summary>
    private List<DirectLabel> Centred(List<DirectLabel> labels)
    {
        for (int first = 0; first < labels.Count;)
        {
            int last = first;
            while (last + 1 < labels.Count && labels[last + 1].Y - labels[last].Y <= LabelHeight + 0.01) { last++; }
            double pushed = Enumerable.Range(first, last - first + 1).Average(i => labels[i].Y - Y(labels[i].Value));
            double room = labels[first].Y - (first == 0 ? Top : labels[first - 1].Y + LabelHeight);
            double up = Math.Clamp(pushed, 0.0, Math.Max(0.0, room));
            for (int i = first; i <= last; i++) { labels[i] = labels[i] with { Y = labels[i].Y - up }; }
            first = last + 1;
        }

        return labels;
    }
}

/// <summary>A label beside the end of a line.</summary>
/// <param name="Series">The line.</param>
/// <param name="Text">The label.</param>
/// <param name="Value">Its last value.</param>
/// <param name="Y">Where the label stands, in pixels from the top.</param>
internal sealed record DirectLabel(ChartSeries Series, string Text, double Value, double Y);
