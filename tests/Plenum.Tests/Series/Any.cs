using Plenum.Series;

namespace Plenum.Tests.Series;

/// <summary>Random periods, series and data sets.</summary>
internal static class Any
{
    public static readonly Gen<Frequency> Frequency = Gen.OneOf(Plenum.Series.Frequency.Annual, Plenum.Series.Frequency.Quarterly, Plenum.Series.Frequency.Monthly);

    public static readonly Gen<Period> Quarter = Gen.Select(Gen.Int[1900, 2100], Gen.Int[1, 4], Period.Quarter);

    public static readonly Gen<Period> AnyPeriod = Frequency.SelectMany(PeriodOf);

    /// <summary>Finite numbers of every size.</summary>
    public static readonly Gen<double> Number = Gen.OneOf(Gen.Double.Where(double.IsFinite), Gen.Double[-1000, 1000], Gen.Int[-5, 5].Select(x => (double)x));

    public static readonly Gen<double> NumberOrMissing = Gen.Frequency((4, Number), (1, Gen.Const(double.NaN)));

    public static readonly Gen<TimeSeries> QuarterlySeries = Gen.Select(Quarter, NumberOrMissing.Array[0, 30], (start, values) => new TimeSeries(start, values));

    public static readonly Gen<string> Text = Gen.OneOf(Gen.Const(""), Gen.OneOf("NBS", "100m CNY, year to date", "say \"so\"", "价格", "two\nlines", "a;b", " spaced "));

    private static readonly Gen<string> Vintage = Gen.OneOf("", "2024-12-31", "2025-01-17", "first release");

    private static readonly Gen<ObservationFlag> Flag = Gen.OneOf(ObservationFlag.Observed, ObservationFlag.Interpolated, ObservationFlag.Estimated);

    /// <summary>Data sets with names, vintages, flags and missing values of every kind.</summary>
    public static readonly Gen<DataSet> DataSet = OneSeries.List[1, 6].Select(list => new DataSet(list.DistinctBy(s => (s.Name, s.Provenance.Vintage))));

    /// <summary>Data sets of one frequency, whose series have a value at both ends and nothing but values.</summary>
    public static readonly Gen<DataSet> Table = Frequency.SelectMany(f => Gen.Select(PeriodOf(f), Gen.Int[0, 5], NumberOrMissing.Array[1, 20], Number, (start, shift, values, end) => new TimeSeries(start + shift, [end, .. values, end])).List[1, 6])
        .Select(list => new DataSet(list.Select((s, i) => new DataSeries(new TimeSeries(list[0].Start + (s.Start.Ordinal % 7), s.Values, $"x{i}")))));

    private static Gen<DataSeries> OneSeries =>
        from start in AnyPeriod
        from values in NumberOrMissing.Array[1, 20]
        from name in Gen.OneOf("gdp", "cons", "cpi, all items", "房价", "x|y|z", "q\"q", "#x")
        from flags in Flag.Array[values.Length]
        from publisher in Text
        from code in Text
        from unit in Text
        from vintage in Vintage
        from confidence in Gen.OneOf("", "official", "estimate")
        from note in Text
        select new DataSeries(new TimeSeries(start, values, name), new Provenance(publisher, code, unit, vintage, confidence, note), flags);

    private static Gen<Period> PeriodOf(Frequency frequency) => Gen.Select(Gen.Int[1900, 2100], Gen.Int[1, (int)frequency], (year, number) => Period.Of(frequency, year, number));
}
