using Plenum.Language.Diagnostics;
using Plenum.Workspace.Reports;

namespace Plenum.Tests.Workspace;

public sealed class ReportPlanTests
{
    private static ReportPlan Read(TinyProject tiny)
    {
        var findings = new DiagnosticBag();
        var plan = ReportPlan.Read(tiny.Open().Project!, tiny.Bind(), findings);
        Assert.Empty(findings.Select(f => f.ToString()));
        return plan;
    }

    [Fact]
    public void A_project_without_the_file_has_an_empty_plan()
    {
        using var tiny = new TinyProject();
        Assert.Same(ReportPlan.Empty, Read(tiny));
    }

    [Fact]
    public void A_name_over_a_set_stands_for_its_members_under_their_labels()
    {
        using var tiny = new TinyProject();
        tiny.Write("report.yaml", "charts:\n  - title: Spending\n    series: [spending]\n  - title: Cost\n    series: [{variable: cost, label: Borrowing}]\n");
        var charts = Read(tiny).Charts;
        Assert.Equal([("spending[north]", "The north"), ("spending[south]", "The south")], charts[0].Series.Select(s => (s.Symbol.Name, s.Label)));
        Assert.Equal((ShownAs.Level, ShownAs.Percent, "Borrowing"), (charts[0].ShownAs, charts[1].ShownAs, charts[1].Series[0].Label));
    }

    [Fact]
    public void Every_mistake_is_reported_at_once_and_by_check_too()
    {
        using var tiny = new TinyProject();
        tiny.Write("report.yaml", """
            titel: Wrong key
            charts:
              - title: Unknown name
                series: [incme]
              - title: Unknown way
                show: percentage
                scenarios: perhaps
                series: [income]
              - series: [income]
              - income
            contributions:
              - title: No parts
                variable: income
              - title: An empty part
                variable: income
                parts: [{label: Nothing}]
            notes:
              - title: Silent
            """);
        Snapshot.Match(tiny.Findings(), "Workspace/report_mistakes.txt");
    }
}
