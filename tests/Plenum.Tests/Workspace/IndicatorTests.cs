using Plenum.Language.Diagnostics;
using Plenum.Workspace.Reports;

namespace Plenum.Tests.Workspace;

public sealed class IndicatorTests
{
    [Fact]
    public void An_indicator_takes_label_and_way_from_its_variable_unless_it_says_otherwise()
    {
        using var tiny = new TinyProject();
        tiny.Write("report.yaml", "indicators:\n  - title: State\n    items:\n      - {variable: cost, lead: borrowing, target: 100 * goal}\n      - {variable: \"spending[north]\", label: North, show: growth_year, unit: \"%\"}\n");
        var findings = new DiagnosticBag();
        var group = Assert.Single(ReportPlan.Read(tiny.Open().Project!, tiny.Bind(), findings).Indicators);
        Assert.Empty(findings.Select(f => f.ToString()));
        Assert.Equal([("cost", ShownAs.Percent, "borrowing", "100 * goal"), ("spending[north]", ShownAs.GrowthOverYear, null, null)],
            group.Indicators.Select(i => (i.Symbol.Name, i.ShownAs, i.Lead, i.Target?.Text)));
    }

    [Theory]
    [InlineData("{variable: spending}", "2 members")]
    [InlineData("{variable: incme}", "did you mean 'income'?")]
    [InlineData("{variable: income, targt: goal}", "did you mean 'target'?")]
    [InlineData("{variable: income, target: 100 *}", "PL0422")]
    [InlineData("{label: Income}", "'variable' is missing")]
    public void A_mistake_is_reported_and_by_check_too(string item, string said)
    {
        using var tiny = new TinyProject();
        tiny.Write("report.yaml", $"indicators:\n  - title: State\n    items:\n      - {item}\n");
        Assert.Contains(said, tiny.Findings(), StringComparison.Ordinal);
    }
}
