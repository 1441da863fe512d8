using System.Text.RegularExpressions;
using System.Xml.Linq;
using Plenum.Language.Diagnostics;
using Plenum.Report.Contents;
using Plenum.Report.Figures;
using Plenum.Report.Html;
using Plenum.Tests.Workspace;
using Plenum.Workspace;
using Plenum.Workspace.Explanations;
using Plenum.Workspace.Reports;

namespace Plenum.Tests.Report;

/// <summary>Reports of a tiny project, and their pages as trees.</summary>
internal static partial class ReportCase
{
    /// <summary>A report file of the tiny project.</summary>
    public const string Plan = """
        title: What spending does
        charts:
          - title: Income
            scenarios: yes
            series: [income]
          - title: Spending
            subtitle: by place
            series: [spending]
        contributions:
          - title: What income consists of
            variable: income
            parts:
              - {label: Consumption, add: [consumption]}
              - {label: The north, add: ["spending[north]"]}
        notes:
          - title: The model
            text: It is tiny.
        """;

    /// <summary>The input of a report on a tiny project.</summary>
    public static ReportInput Input(TinyProject tiny, string scenario = "S1")
    {
        var run = tiny.Run(scenario);
        var findings = new DiagnosticBag();
        var plan = ReportPlan.Read(run.Project, run.Model, findings);
        Assert.Empty(findings.Select(f => f.ToString()));
        var headline = run.Project.Headline.Select(h => run.Model.Find(h.Variable.Name)!).Select(s => new ShownVariable(s, Deviation.KindOf(s)));
        return new ReportInput(run, [.. headline], plan, new DateOnly(2026, 3, 31)) { Horizons = [4, 12], Commands = ["plenum report"] };
    }

    /// <summary>The input with the causes of its scenarios.</summary>
    public static ReportInput Explained(ReportInput input)
    {
        var findings = new DiagnosticBag();
        var runner = new Runner(input.Run.Project, input.Run.Model, TimeProvider.System);
        Assert.True(runner.SolveBaseline(input.Run.Baseline.Paths.Copy()).Outcome.IsSolved);
        var answers = input.Run.Scenarios.Select(s => new ScenarioExplanation(s.Plan.Name, new Explainer(runner).ExplainScenario(input.Run.Baseline.Paths, s.Plan, CauseCharts.Questions(input), findings)!)).ToList();
        Assert.Empty(findings.Select(f => f.ToString()));
        return input with { Explanations = answers };
    }

    /// <summary>The page of a report.</summary>
    public static string Page(ReportInput input) => ReportPage.Write(ReportBuilder.Build(input));

    /// <summary>The page as a tree; what stands in scripts and styles is no markup, and is left out.</summary>
    public static XElement Tree(string page) => XElement.Parse(Opaque().Replace(page, "$1$2").Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));

    /// <summary>The islands of JSON that charts are drawn from.</summary>
    public static IEnumerable<string> Islands(string page) => Island().Matches(page).Select(m => m.Groups[1].Value);

    /// <summary>The elements of a name, whatever their namespace.</summary>
    public static IEnumerable<XElement> Elements(XElement tree, string name) => tree.Descendants().Where(e => e.Name.LocalName == name);

    /// <summary>The headings of the sections.</summary>
    public static IEnumerable<string> Sections(string page) => Elements(Tree(page), "section").Select(s => (string)s.Attribute("id")!);

    [GeneratedRegex("(<(?:script|style)[^>]*>).*?(</(?:script|style)>)", RegexOptions.Singleline)]
    private static partial Regex Opaque();

    [GeneratedRegex("<script type=\"application/json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Island();
}
