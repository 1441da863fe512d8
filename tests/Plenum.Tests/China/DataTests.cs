using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Series.Seasonal;
using Plenum.Workspace;
using Plenum.Workspace.Data;

namespace Plenum.Tests.China;

/// <summary>The China model's data: what was known on 24 October 2025 and nothing later.</summary>
public class DataTests
{
    private static readonly DateOnly CutOff = new(2025, 10, 24);
    private static readonly Lazy<ProjectData> Read = new(() => ProjectData.Read(Project.Open(ChinaFiles.Folder).Project!));

    private static ProjectData China => Read.Value;

    private static double At(string series, string period) => China.Data[series].Values[Period.Parse(period)];

    [Fact]
    public void Every_file_reads_without_errors()
    {
        Assert.Empty(China.Findings.Where(f => f.Severity == Severity.Error).Select(f => f.ToString()));
        var files = Directory.GetFiles(Path.Combine(ChinaFiles.Folder, "data"), "*.csv").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);
        Assert.Equal(files, China.Series.Select(s => s.Subject).Distinct().Order(StringComparer.Ordinal));
        Assert.True(China.Series.Count > 350 && China.Series.Sum(s => s.Coverage.Observations) > 15_000);
    }

    [Fact]
    public void Only_gaps_and_changes_of_size_are_remarked_on() =>
        Assert.Empty(China.Findings.Where(f => f.Code is not (DataCode.Gaps or DataCode.Jump)).Select(f => f.ToString()));

    [Fact]
    public void No_period_lies_after_the_cut_off()
    {
        // Years ahead are targets and forecasts that were public by then.
        Assert.All(China.Series.Where(s => s.Coverage.Frequency == Frequency.Quarterly), s => Assert.True(s.Coverage.Last <= Period.Quarter(2025, 3), s.Name));
        Assert.All(China.Series.Where(s => s.Coverage.Frequency == Frequency.Monthly), s => Assert.True(s.Coverage.Last <= Period.Month(2025, 9), s.Name));
        var ahead = China.Series.Where(s => s.Coverage.Frequency == Frequency.Annual && s.Coverage.Last > Period.Annual(2024)).ToList();
        Assert.All(ahead, s => Assert.True(s.Subject is "plan_targets" or "press_report" || s.Name.StartsWith("imf_", StringComparison.Ordinal) || s.Name == "chip_self_sufficiency_forecast_annual", s.Name));
        Assert.All(ahead, s => Assert.True(s.Coverage.Last <= Period.Annual(2026), s.Name));
    }

    [Fact]
    public void No_vintage_lies_after_the_cut_off() => Assert.All(China.Series, s =>
    {
        Assert.True(s.Series.Provenance.PublishedOn is not { } day || day <= CutOff, $"{s.Name}: {s.Series.Provenance.Vintage}");
        Assert.DoesNotContain("2026", s.Series.Provenance.Vintage + s.Series.Provenance.Publisher, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_series_says_where_it_comes_from() => Assert.All(China.Series, s =>
    {
        var source = s.Series.Provenance;
        Assert.All([source.Publisher, source.SeriesCode, source.Unit, source.Vintage], text => Assert.False(string.IsNullOrWhiteSpace(text), s.Name));
        Assert.Contains(source.Confidence, new[] { "official", "secondary", "estimate" });
    });

    [Fact]
    public void Names_are_unique_and_plain() => Assert.All(China.Series.GroupBy(s => s.Name), g =>
    {
        Assert.Single(g);
        Assert.Matches("^[a-z][a-z0-9_]*$", g.Key);
    });

    [Fact]
    public void Everything_adds_up()
    {
        Assert.Equal(11, China.Identities.Count);
        Assert.All(China.Identities, c => Assert.True(c.Holds, $"{c.Identity.Name}: {c.Difference} in {c.Worst}"));
    }

    [Fact]
    public void Every_measurement_names_a_variable_of_the_model()
    {
        var model = ChinaFiles.Bind().Model!;
        Assert.True(China.Measurements.Count > 45);
        Assert.All(China.Measurements, m => Assert.True(model.Find(m.Variable.Name) is not null, m.Variable.Name));
    }

    /// <summary>National Bureau of Statistics, releases of 15 July and 20 October 2025.</summary>
    [Fact]
    public void Growth_and_output_are_those_of_the_releases()
    {
        Assert.Equal((4.8, 5.2, 5.4, 5.4), (At("gdp_real_growth_yoy", "2025Q3"), At("gdp_real_growth_yoy", "2025Q2"), At("gdp_real_growth_yoy", "2025Q1"), At("gdp_real_growth_yoy", "2024Q4")));
        Assert.Equal(1_015_036, At("gdp_nominal", "2025Q1") + At("gdp_nominal", "2025Q2") + At("gdp_nominal", "2025Q3"), 6);
        Assert.Equal(660_536, At("gdp_nominal", "2025Q1") + At("gdp_nominal", "2025Q2"), 6);
        Assert.Equal(3.7, At("gdp_nominal_growth_yoy", "2025Q3"), 1);
    }

    [Fact]
    public void The_deflator_has_fallen_for_ten_quarters()
    {
        var deflator = China.Data["gdp_deflator_growth_yoy"].Values;
        Assert.All(deflator.Window(Period.Quarter(2023, 2), Period.Quarter(2025, 3)), growth => Assert.True(growth < 0));
        Assert.True(deflator[Period.Quarter(2023, 1)] > 0);
        Assert.InRange(deflator[Period.Quarter(2025, 3)], -1.15, -0.95);
    }

    [Fact]
    public void Computed_growth_follows_from_its_series()
    {
        var nominal = China.Data["gdp_nominal"].Values.GrowthOverYear();
        var real = China.Data["gdp_real_growth_yoy"].Values;
        foreach (var (name, exact) in new[] { ("gdp_nominal_growth_yoy", nominal), ("gdp_deflator_growth_yoy", ((nominal + 1) / ((real / 100) + 1)) - 1) })
        {
            var printed = China.Data[name].Values;
            Assert.True(printed.Observations == 131 && printed.Start == Period.Quarter(1993, 1));
            for (var t = printed.Start; t <= printed.End; t += 1) { Assert.InRange(printed[t] - (100 * exact[t]), -0.00501, 0.00501); }
        }
    }

    /// <summary>General Administration of Customs, release of 13 October 2025.</summary>
    [Fact]
    public void September_trade_is_as_first_published()
    {
        Assert.InRange(At("exports_usd_first_published", "2025M09") / 10, 328.565 - 1e-9, 328.575);
        Assert.Equal(8.3, At("exports_growth_yoy", "2025M09"));
        Assert.Equal(-27.0, At("exports_to_us_growth_yoy", "2025M09"), 1);
        Assert.Equal(34.31, At("exports_to_us_usd", "2025M09") / 1000, 2);
        var us = China.Data["exports_to_us_usd"].Values;
        Assert.Equal(-27.0, 100 * us.GrowthOverYear()[Period.Month(2025, 9)], 1);
        double quarter = us[Period.Month(2025, 7)] + us[Period.Month(2025, 8)] + us[Period.Month(2025, 9)];
        double before = us[Period.Month(2024, 7)] + us[Period.Month(2024, 8)] + us[Period.Month(2024, 9)];
        Assert.Equal(-27.3, 100 * ((quarter / before) - 1), 1);
    }

    /// <summary>Ministry of Finance, annual execution of the government-fund budget.</summary>
    [Fact]
    public void Land_revenue_has_fallen_by_forty_four_per_cent()
    {
        Assert.Equal([5.21, 6.51, 7.25, 8.41, 8.71, 6.69, 5.80, 4.87], China.Data["land_revenue_annual"].Values.Select(v => Math.Round(v / 10_000, 2)));
        Assert.Equal(-44, 100 * ((At("land_revenue_annual", "2024") / At("land_revenue_annual", "2021")) - 1), 0);
        Assert.Equal(At("land_revenue_annual", "2024"), At("land_revenue_ytd", "2024M12"), 0);
    }

    [Fact]
    public void Prices_capacity_and_partners_are_those_of_the_scorecard()
    {
        Assert.Equal(-2.9, China.Data["ppi_growth_yoy"].Values.Window(Period.Month(2025, 7), Period.Month(2025, 9)).Mean(), 1);
        Assert.Equal((74.6, 76.2), (At("capacity_utilisation", "2025Q3"), At("capacity_utilisation", "2024Q4")));
        Assert.Equal([16.6, 22.5, 15.6], China.Data["exports_to_asean_growth_yoy"].Values.Window(Period.Month(2025, 7), Period.Month(2025, 9)).Select(g => Math.Round(g, 1)));
        Assert.Equal([9.2, 10.4, 14.2], China.Data["exports_to_eu_growth_yoy"].Values.Window(Period.Month(2025, 7), Period.Month(2025, 9)).Select(g => Math.Round(g, 1)));
        var real = China.Data["home_price_real_index"].Values;
        Assert.Equal(-18, 100 * ((real[Period.Quarter(2024, 4)] / real[Period.Quarter(2021, 3)]) - 1), 0);
    }

    [Fact]
    public void Revised_figures_after_the_cut_off_are_left_out()
    {
        Assert.All(China.Series.Where(s => s.Name.StartsWith("value_added_", StringComparison.Ordinal) && s.Name.EndsWith("_real_growth_yoy", StringComparison.Ordinal)), s => Assert.Equal(Period.Quarter(2023, 4), s.Coverage.Last));
        Assert.Equal(Period.Month(2024, 12), China.Data["exports_usd_revised"].Values.End);
        // The table of January 2026 puts 2024Q1 at 304,525.2; the one of April 2025 at 304,761.8.
        Assert.Equal(304_761.8, At("gdp_nominal", "2024Q1"));
    }

    [Fact]
    public void Nominal_output_is_highest_in_the_fourth_quarter_and_lowest_in_the_first()
    {
        var seasonal = X11.Decompose(China.Data["gdp_nominal"].Values.Slice(Period.Quarter(2010, 1), Period.Quarter(2025, 3))).Seasonal;
        for (int year = 2010; year < 2025; year++)
        {
            double[] factors = [.. seasonal.Window(Period.Quarter(year, 1), Period.Quarter(year, 4))];
            Assert.Equal((factors.Min(), factors.Max()), (factors[0], factors[3]));
        }
    }
}
