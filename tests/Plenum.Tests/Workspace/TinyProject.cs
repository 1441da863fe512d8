using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Workspace;
using Plenum.Workspace.Scenarios;

namespace Plenum.Tests.Workspace;

/// <summary>A project of three equations in a folder of its own, which is removed in the end.</summary>
internal sealed class TinyProject : IDisposable
{
    public const string Model = """
        model tiny "A tiny economy"
        frequency quarterly

        unit yuan = currency "billion yuan"
        set place "Places" = north "the north", south "the south"

        block demand "Demand"

          exogenous spending[place] : yuan/quarter "Spending in {place}" zh "支出"

          exogenous rate : share "Interest rate"

          parameter propensity = 0.5 : share "Propensity to consume"
            range 0.4 .. 0.6
            source "Nobody (2000), table 1"

          parameter weight[place] = { north: 1, south: 2 } "Weight of {place}"

          behavioural consumption : yuan/quarter "Consumption"
            consumption = propensity * income(-1)

          identity income : yuan/quarter "Income"
            income = consumption + sum(p in place: weight[p] * spending[p])

          identity cost : share "Cost of borrowing"
            cost = rate + 0.01

        """;

    public const string Settings = """
        model: [model.plenum]
        baseline:
          start_values: start.csv
          exogenous: exogenous.csv
        start: 2020Q1
        end: 2023Q4
        scenario_start: 2021Q1
        headline: [income, cost]
        headline_scenarios: [S1]

        """;

    public const string Scenario = """
        id: S1
        title: More spending in the north
        changes:
          - exogenous: spending[north]
            add: 2

        """;

    public TinyProject()
    {
        Folder = Directory.CreateTempSubdirectory("plenum-").FullName;
        Write("model.plenum", Model);
        Write("project.yaml", Settings);
        Write("start.csv", "name,2019Q4\nincome,20\n");
        Write("exogenous.csv", $"name,{string.Join(',', Periods)}\n{Row("spending[north]", "4")}{Row("spending[south]", "3")}{Row("rate", "0.02")}");
        Write("scenarios/spending.yaml", Scenario);
    }

    public string Folder { get; }

    public static IReadOnlyList<string> Periods { get; } = [.. Enumerable.Range(2020, 4).SelectMany(y => Enumerable.Range(1, 4).Select(q => $"{y}Q{q}"))];

    public static string Row(string name, string value) => $"{name},{string.Join(',', Periods.Select(_ => value))}\n";

    /// <summary>Gives three years of history before the scenarios, with add-factors that move, so that draws can be taken.</summary>
    public TinyProject GiveHistory()
    {
        Write("project.yaml", Settings.Replace("scenario_start: 2021Q1", "scenario_start: 2022Q4", StringComparison.Ordinal).Replace("exogenous: exogenous.csv", "exogenous: exogenous.csv\n  add_factors: add_factors.csv", StringComparison.Ordinal));
        Write("add_factors.csv", $"name,{string.Join(',', Periods)}\nconsumption,{string.Join(',', Periods.Select((_, k) => k < 11 ? (0.5 * ((k * 7 % 5) - 2)).ToString(System.Globalization.CultureInfo.InvariantCulture) : "0"))}\n");
        return this;
    }

    public void Write(string path, string text)
    {
        string full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void WriteScenario(string id, string changes) => Write($"scenarios/{id}.yaml", $"id: {id}\ntitle: Scenario {id}\nchanges:\n{changes}\n");

    public ProjectResult Open() => Project.Open(Folder, "tiny");

    /// <summary>Solves the baseline and one scenario, which must be without findings.</summary>
    public Run Run(string scenario)
    {
        var findings = new DiagnosticBag();
        var project = Open().Project!;
        var model = ProjectModel.Load(project, [], findings)!;
        var plan = new ScenarioBinder(model, project.Scenarios, findings).Bind(scenario);
        var given = Baseline.Read(project, model, findings);
        Assert.Empty(findings.Select(f => f.ToString()));
        var runner = new Runner(project, model, TimeProvider.System);
        var baseline = runner.SolveBaseline(given!);
        Assert.True(baseline.Outcome.IsSolved, baseline.Outcome.ToString());
        return new Run(project, model, baseline, [runner.SolveScenario(baseline.Paths, plan!)]);
    }

    /// <summary>Everything that a check of the project says.</summary>
    public string Findings()
    {
        var opened = Open();
        var diagnostics = opened.Project is { } project ? ProjectCheck.Run(project, []).Diagnostics : opened.Diagnostics;
        return string.Join("\n\n", diagnostics);
    }

    public BoundModel Bind() => ProjectModel.Load(Open().Project!, [], [])!;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
