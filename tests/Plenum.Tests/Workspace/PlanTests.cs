using Plenum.Cli;
using Plenum.Tests.Cli;

namespace Plenum.Tests.Workspace;

/// <summary>Plan files and the verb that solves them, on a project of three equations.</summary>
public sealed class PlanTests
{
    private const string Plan = """
        id: P1
        title: Income of a hundred
        to: 2022Q4
        targets:
          - {variable: income, at: 2022Q4, value: 30}
        conditions:
          - {variable: consumption / income, at: 2022, high: 0.9}
        instruments:
          - exogenous: spending[north]
            held_by: the treasury
            shape: yearly
            low: -5
            high: 50

        """;

    [Fact]
    public void A_plan_for_programs_has_the_promised_keys()
    {
        var run = Solve(Plan, "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        CommandRun.HasKeys(run.Json, "targets", "instruments", "optimality", "seconds");
        var target = run.Json.GetProperty("targets")[0];
        CommandRun.HasKeys(target, "name", "period", "wanted", "reached", "shadow_price");
        Assert.Equal(30.0, target.GetProperty("reached").GetDouble(), 1e-9);
        var instrument = run.Json.GetProperty("instruments")[0];
        CommandRun.HasKeys(instrument, "name", "path");
        Assert.Equal(8, instrument.GetProperty("path").GetArrayLength());
        Assert.Equal(["2021Q1", "2022Q1"], instrument.GetProperty("sizes").EnumerateArray().Select(s => s.GetProperty("from").GetString()!));
        Assert.True(run.Json.GetProperty("optimality").GetProperty("stationarity").GetDouble() <= 1e-8);
    }

    [Fact]
    public void A_plan_is_listed_and_found_by_id_and_by_file()
    {
        using var project = new TinyProject();
        project.Write("plans/hundred.yaml", Plan);
        Assert.Contains("P1  hundred  Income of a hundred", CommandRun.In(project.Folder, null, "plan").Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, CommandRun.In(project.Folder, null, "plan", "p1").Code);
        Assert.Equal(ExitCode.Done, CommandRun.In(project.Folder, null, "plan", "hundred").Code);
        var unknown = CommandRun.In(project.Folder, null, "plan", "hundrd");
        Assert.Equal(ExitCode.BadInput, unknown.Code);
        Assert.Contains("PL0550", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'hundred'?", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_plan_runs_as_a_scenario()
    {
        using var project = new TinyProject();
        project.Write("plans/hundred.yaml", Plan);
        Assert.Equal(ExitCode.Done, CommandRun.In(project.Folder, null, "plan", "P1", "--save", "found.yaml").Code);
        var run = CommandRun.In(project.Folder, null, "run", "--scenario", "found.yaml", "--variables", "income", "--csv");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        string line = run.Output.Split('\n').Single(l => l.Contains(",2022Q4,", StringComparison.Ordinal));
        Assert.Equal(30.0, double.Parse(line.Split(',')[6], System.Globalization.CultureInfo.InvariantCulture), 1e-9);
    }

    [Fact]
    public void Targets_that_conflict_are_named_and_the_answer_is_negative()
    {
        var run = Solve(Plan.Replace("conditions:", "  - {variable: income, label: Lower income, at: 2022Q4, value: 29}\nconditions:", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Negative, run.Code);
        Assert.Contains("PL0553", run.Error, StringComparison.Ordinal);
        Assert.Contains("it conflicts with", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A yuan in the first year is worth 1/16 + ... of one in the second, so that nearly all would come then: with a step of four each year takes its part.</summary>
    [Fact]
    public void A_largest_step_spreads_an_instrument_over_the_years_and_has_a_price()
    {
        var free = Solve(Plan, "--json").Json.GetProperty("instruments")[0];
        Assert.Equal(0, free.GetProperty("steps").GetArrayLength());
        Assert.True(Sizes(free)[1] - Sizes(free)[0] > 4.0);
        var run = Solve(Plan + "    largest_step: 4\n", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var instrument = run.Json.GetProperty("instruments")[0];
        Assert.Equal(4.0, instrument.GetProperty("largest_step").GetDouble());
        var steps = instrument.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(["2021Q1", "2022Q1"], steps.Select(s => s.GetProperty("period").GetString()!));
        Assert.Equal(Sizes(instrument)[0], steps[0].GetProperty("step").GetDouble(), 1e-12);
        Assert.Equal(4.0, Sizes(instrument)[1] - Sizes(instrument)[0], 1e-9);
        Assert.Equal(0.0, steps[0].GetProperty("price").GetDouble());
        Assert.True(steps[1].GetProperty("price").GetDouble() < 0.0);
        Assert.Equal(30.0, run.Json.GetProperty("targets")[0].GetProperty("reached").GetDouble(), 1e-9);
        Assert.Contains("step's price", Solve(Plan + "    largest_step: 4\n").Output, StringComparison.Ordinal);
        Assert.Contains("bounds and largest steps by", Solve(Plan + "    largest_step: 4\n").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("step's price", Solve(Plan).Output, StringComparison.Ordinal);

        static List<double> Sizes(System.Text.Json.JsonElement instrument) => [.. instrument.GetProperty("sizes").EnumerateArray().Select(s => s.GetProperty("size").GetDouble())];
    }

    [Fact]
    public void A_target_that_the_steps_put_out_of_reach_names_them()
    {
        var run = Solve(Plan + "    largest_step: 1\n");
        Assert.Equal(ExitCode.Negative, run.Code);
        Assert.Contains("PL0553", run.Error, StringComparison.Ordinal);
        Assert.Contains("if no step were limited: the largest step binds: 1 of 'spending[north]'", run.Error, StringComparison.Ordinal);
        Assert.Contains("allow larger steps", run.Error, StringComparison.Ordinal);
    }

    /// <summary>From where the plan left it, one step of four remains in the last year, whatever the news.</summary>
    [Fact]
    public void A_plan_made_anew_takes_its_steps_from_where_it_stands()
    {
        using var project = new TinyProject();
        project.Write("plans/hundred.yaml", Plan + "    largest_step: 4\n");
        var calm = CommandRun.In(project.Folder, null, "plan", "P1", "--replan-from", "2022", "--json");
        Assert.Equal((ExitCode.Done, ""), (calm.Code, calm.Error));
        project.WriteScenario("fall", "  - exogenous: spending[south]\n    add: -1");
        var run = CommandRun.In(project.Folder, null, "plan", "P1", "--replan-from", "2022", "--shock", "fall", "--json");
        Assert.Equal(ExitCode.Negative, run.Code);
        var sizes = run.Json.GetProperty("instruments").EnumerateArray().ToList();
        Assert.Equal(sizes[0].GetProperty("planned").GetDouble() + 4.0, sizes[1].GetProperty("revised").GetDouble(), 1e-9);
        Assert.True(run.Json.GetProperty("targets")[0].GetProperty("revised").GetDouble() < 30.0 - 1e-3);
    }

    private const string Forward = """

        variant forward "Households look ahead"
          replace consumption with
            consumption = 0.3 * income(-1) + 0.2 * income(+1)

        """;

    private const string TwoAnnouncements = """
        id: P2
        title: Two instruments, one announced later
        to: 2022Q4
        stages:
          - {stage: adopted, date: 2021-05}
          - {stage: work_report 2022, date: 2022-01}
        targets:
          - {variable: income, at: 2022Q2, value: 24}
          - {variable: income, at: 2022Q4, value: 30}
        instruments:
          - {exogenous: "spending[north]"}
          - {exogenous: "spending[south]", from: 2022Q3, stage: work_report 2022}

        """;

    [Fact]
    public void In_a_variant_that_looks_ahead_people_foresee_an_instrument_from_its_announcement_on()
    {
        using var project = LooksAhead();
        var run = CommandRun.In(project.Folder, null, "plan", "P2", "--variant", "forward");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains("people foresee from 2021Q2 on of 'spending[north]'; from 2022Q1 on of 'spending[south]'", System.Text.RegularExpressions.Regex.Replace(run.Output, @"\s+", " "), StringComparison.Ordinal);
        var solved = CommandRun.In(project.Folder, null, "plan", "P2", "--variant", "forward", "--json").Json;
        Assert.Equal(["2021-05", "2022-01"], solved.GetProperty("instruments").EnumerateArray().Select(i => i.GetProperty("announced").GetString()!));
        Assert.All(solved.GetProperty("targets").EnumerateArray(), t => Assert.Equal(0.0, t.GetProperty("miss").GetDouble()));
        Assert.DoesNotContain("looks ahead", CommandRun.In(project.Folder, null, "plan", "P2").Output, StringComparison.Ordinal);
    }

    /// <summary>As many instruments as targets leave one plan, so that without news nothing changes; what is to be announced later stays unknown in between.</summary>
    [Fact]
    public void A_plan_made_anew_between_two_announcements_stays_as_it_is_without_news()
    {
        using var project = LooksAhead();
        var calm = CommandRun.In(project.Folder, null, "plan", "P2", "--variant", "forward", "--replan-from", "2021Q3", "--json");
        Assert.Equal((ExitCode.Done, ""), (calm.Code, calm.Error));
        Assert.All(calm.Json.GetProperty("instruments").EnumerateArray(), i => Assert.Equal(i.GetProperty("planned").GetDouble(), i.GetProperty("revised").GetDouble(), 1e-6));
        Assert.All(calm.Json.GetProperty("targets").EnumerateArray(), t => Assert.Equal(t.GetProperty("planned").GetDouble(), t.GetProperty("shocked").GetDouble(), 1e-6));
        var draws = CommandRun.In(project.Folder, null, "plan", "P2", "--variant", "forward", "--probability", "0.8");
        Assert.Equal(ExitCode.BadInput, draws.Code);
    }

    private static TinyProject LooksAhead()
    {
        var project = new TinyProject();
        project.Write("model.plenum", TinyProject.Model + Forward);
        project.Write("plans/two.yaml", TwoAnnouncements);
        return project;
    }

    [Fact]
    public void A_miss_that_rounds_away_is_told_by_its_size()
    {
        var run = Solve(Plan.Replace("value: 30}", "value: 30, weight: 1e4}", StringComparison.Ordinal));
        Assert.Contains("30.000  ", run.Output, StringComparison.Ordinal);
        Assert.Matches("missed by 0[.]000[0-9]+", run.Output);
        Assert.Matches("missed by [0-9.E-]+ points", Solve(Plan.Replace("conditions:", "  - {variable: cost, label: Cost, at: 2022Q4, value: 0.035, weight: 1e6}\nconditions:", StringComparison.Ordinal) + "  - {exogenous: rate}\n").Output);
    }

    [Fact]
    public void An_instrument_may_name_its_unit()
    {
        const string Discipline = "  - {exogenous: rate, low: 0.25, high: 0.25, unit: index from 0 to 1}\n";
        Assert.Contains("0.25000 .. 0.25000", Solve(Plan + Discipline).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("25.00 %", Solve(Plan + Discipline).Output, StringComparison.Ordinal);
        Assert.Equal("index from 0 to 1", Solve(Plan + Discipline, "--json").Json.GetProperty("instruments")[1].GetProperty("unit").GetString());
    }

    [Fact]
    public void A_file_of_comments_is_told_from_an_empty_one()
    {
        Assert.Contains("the file holds only comments.", Solve("# nothing yet\n\n  # and no more\n").Error, StringComparison.Ordinal);
        Assert.Contains("the file is empty.", Solve("\n\n").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("value: 30", "value: 30, low: 3", "PL0551")]
    [InlineData("at: 2022Q4", "at: 2023Q4", "PL0551")]
    [InlineData("at: 2022Q4", "at: soon", "PL0551")]
    [InlineData("variable: income,", "variable: rate,", "PL0551")]
    [InlineData("value: 30", "value: 30, weight: 0", "PL0551")]
    [InlineData("low: -5", "low: 60", "PL0552")]
    [InlineData("shape: yearly", "shape: yearly\n    ramp: 3", "PL0552")]
    [InlineData("shape: yearly", "cost: -1", "PL0552")]
    [InlineData("shape: yearly", "shape: yearly\n    largest_step: -1", "PL0552")]
    [InlineData("shape: yearly", "shape: yearly\n    largest_step: 0", "PL0552")]
    [InlineData("shape: yearly", "shape: yearly\n    largest_step: 2 a quarter", "PL0505")]
    [InlineData("low: -5", "low: 3\n    largest_step: 2", "PL0552")]
    [InlineData("to: 2022Q4", "to: 2022Q4\njoint: perhaps", "PL0505")]
    [InlineData("exogenous: spending[north]", "label: nothing", "PL0552")]
    [InlineData("exogenous: spending[north]", "exogenous: income", "PL0508")]
    [InlineData("exogenous: spending[north]", "exogenous: spnding", "PL0507")]
    [InlineData("to: 2022Q4", "to: 2032Q4", "PL0506")]
    [InlineData("targets:", "goals:", "PL0503")]
    [InlineData("high: 0.9", "high: 0.9, probability: 80", "PL0557")]
    [InlineData("value: 30", "value: 30, probability: 0.8", "PL0557")]
    public void What_does_not_fit_is_told_with_its_place(string text, string instead, string code)
    {
        var run = Solve(Plan.Replace(text, instead, StringComparison.Ordinal));
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Contains("plans/hundred.yaml:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Plans_side_by_side_show_the_targets_of_all_under_each()
    {
        using var project = new TinyProject();
        project.Write("plans/hundred.yaml", Plan);
        project.Write("plans/other.yaml", Plan.Replace("id: P1", "id: P2", StringComparison.Ordinal).Replace("value: 30", "value: 31", StringComparison.Ordinal).Replace("at: 2022Q4", "at: 2022Q3", StringComparison.Ordinal));
        var run = CommandRun.In(project.Folder, null, "plan", "compare", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Equal(["P1", "P2"], run.Json.GetProperty("plans").EnumerateArray().Select(p => p.GetProperty("id").GetString()!));
        var own = run.Json.GetProperty("outcomes")[0].GetProperty("values");
        Assert.Equal(30.0, own[0].GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(0.0, own[0].GetProperty("miss").GetDouble());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, own[1].GetProperty("miss").ValueKind);
        var uses = run.Json.GetProperty("instruments")[0].GetProperty("uses");
        Assert.Equal(2, uses.GetArrayLength());
        Assert.All(uses.EnumerateArray(), u => Assert.True(u.GetProperty("cost").GetDouble() > 0.0));
        string text = CommandRun.In(project.Folder, null, "plan", "compare").Output;
        Assert.Contains("2022Q3", text, StringComparison.Ordinal);
        Assert.Contains("the treasury", text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, CommandRun.In(project.Folder, null, "plan", "compare", "p2", "--markdown", "plans.md", "--csv").Code);
        Assert.Contains("| the treasury |", File.ReadAllText(Path.Combine(project.Folder, "plans.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_frontier_names_its_ends_and_a_target_that_is_not_there()
    {
        const string twoPlaces = """
            id: P3
            title: North against the budget
            to: 2022Q4
            targets:
              - {variable: income, label: Income, at: 2022Q4, low: 30}
              - {variable: "spending[north] + spending[south]", label: Budget, at: 2022Q4, high: 5}
            instruments:
              - {exogenous: "spending[north]", low: -1, high: 1, from: 2022Q4}
              - {exogenous: "spending[south]", low: -1, high: 1, from: 2022Q4}

            """;
        using var project = new TinyProject();
        project.Write("plans/two.yaml", twoPlaces);
        var run = CommandRun.In(project.Folder, null, "plan", "P3", "--frontier", "income", "budget", "--points", "5", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var points = run.Json.GetProperty("frontier").GetProperty("points").EnumerateArray().ToList();
        // A yuan in the south brings two of income, one in the north brings one: first the south gives way, then the north.
        Assert.Equal(5, points.Count);
        Assert.Equal([0.5, 0.5, 1.0], points.Skip(1).SkipLast(1).Select(p => Math.Round(p.GetProperty("slope").GetDouble(), 6)));
        var unknown = CommandRun.In(project.Folder, null, "plan", "P3", "--frontier", "incme", "budget");
        Assert.Equal(ExitCode.BadInput, unknown.Code);
        Assert.Contains("PL0556", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'Income'?", unknown.Error, StringComparison.Ordinal);
    }

    /// <summary>Income a quarter later moves by half of what it moved before: a plan by years stays as it is without news, and meets its target in spite of news.</summary>
    [Fact]
    public void A_plan_made_anew_keeps_what_is_done_and_still_meets_its_target()
    {
        using var project = new TinyProject();
        project.Write("plans/hundred.yaml", Plan);
        var calm = CommandRun.In(project.Folder, null, "plan", "P1", "--replan-from", "2022", "--json");
        Assert.Equal((ExitCode.Done, ""), (calm.Code, calm.Error));
        foreach (var instrument in calm.Json.GetProperty("instruments").EnumerateArray()) { Assert.Equal(instrument.GetProperty("planned").GetDouble(), instrument.GetProperty("revised").ValueKind == System.Text.Json.JsonValueKind.Null ? instrument.GetProperty("planned").GetDouble() : instrument.GetProperty("revised").GetDouble(), 1e-8); }
        project.WriteScenario("fall", "  - exogenous: spending[south]\n    add: -1");
        var shocked = CommandRun.In(project.Folder, null, "plan", "P1", "--replan-from", "2022", "--shock", "fall", "--json");
        Assert.Equal((ExitCode.Done, ""), (shocked.Code, shocked.Error));
        var target = shocked.Json.GetProperty("targets")[0];
        // A yuan less in the south is two less of income at once, and half of that again in each later quarter: 2 (1 + 1/2 + 1/4 + 1/8).
        Assert.Equal(30.0 - 3.75, target.GetProperty("shocked").GetDouble(), 1e-9);
        Assert.Equal(30.0, target.GetProperty("revised").GetDouble(), 1e-9);
        var sizes = shocked.Json.GetProperty("instruments").EnumerateArray().ToList();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, sizes[0].GetProperty("revised").ValueKind);
        Assert.Equal(sizes[1].GetProperty("planned").GetDouble() + 2.0, sizes[1].GetProperty("revised").GetDouble(), 1e-8);
        var late = CommandRun.In(project.Folder, null, "plan", "P1", "--replan-from", "2023Q1");
        Assert.Equal(ExitCode.BadInput, late.Code);
        Assert.Contains("PL0506", late.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Instruments_wait_for_the_stage_that_announces_them()
    {
        const string stages = "stages:\n  - {stage: outline, date: 2020-10-20}\n  - {stage: adopted, date: 2021-08}\ntargets:";
        string staged = Plan.Replace("targets:", stages, StringComparison.Ordinal);
        var run = Solve(staged, "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var instrument = run.Json.GetProperty("instruments")[0];
        Assert.Equal(["2021Q3", "2022Q1"], instrument.GetProperty("sizes").EnumerateArray().Select(s => s.GetProperty("from").GetString()!));
        foreach (var point in instrument.GetProperty("path").EnumerateArray().Take(2)) { Assert.Equal(point.GetProperty("baseline").GetDouble(), point.GetProperty("value").GetDouble()); }
        var early = Solve(staged.Replace("shape: yearly", "shape: yearly\n    from: 2021Q1", StringComparison.Ordinal));
        Assert.Equal(ExitCode.BadInput, early.Code);
        Assert.Contains("PL0560", early.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Solve(staged.Replace("shape: yearly", "shape: yearly\n    from: 2021Q1\n    stage: outline", StringComparison.Ordinal)).Code);
    }

    [Theory]
    [InlineData("{stage: adopted, date: soon}")]
    [InlineData("{stage: passed, date: 2021-03}")]
    [InlineData("{stage: work_report, date: 2021-03}")]
    [InlineData("{stage: adopted, date: 2021-03}\n  - {stage: draft, date: 2021-01}")]
    [InlineData("{stage: adopted 2021, date: 2021-03}")]
    public void A_stage_that_does_not_fit_is_told(string stage)
    {
        var run = Solve(Plan.Replace("targets:", $"stages:\n  - {stage}\ntargets:", StringComparison.Ordinal));
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("PL0559", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Income of 20 halves its distance to 20 in each quarter: it stays there. What a plan of the past wanted is met or missed by history.</summary>
    [Fact]
    public void The_status_of_a_plan_sets_its_targets_against_history_and_what_is_ahead()
    {
        const string past = """
            id: P0
            title: The plan before
            to: 2020Q4
            stages:
              - {stage: adopted, date: 2019-11}
              - {stage: work_report 2020, date: 2020-11}
            targets:
              - {variable: income, label: Reached, at: 2020, low: 19}
              - {variable: income, label: Missed, at: 2020Q4, low: 21, stage: work_report 2020}

            """;
        using var project = new TinyProject();
        project.Write("plans/past.yaml", past);
        project.Write("plans/hundred.yaml", Plan);
        var run = CommandRun.In(project.Folder, null, "plan", "status", "P0", "--json");
        Assert.Equal(ExitCode.Negative, run.Code);
        Assert.Equal(["met", "missed"], States(run));
        Assert.Equal(20.0, run.Json.GetProperty("targets")[0].GetProperty("so_far").GetDouble(), 1e-9);
        Assert.Equal("work_report 2020", run.Json.GetProperty("stage").GetString());
        var before = CommandRun.In(project.Folder, null, "plan", "status", "P0", "--at", "2020Q2", "--json");
        Assert.Equal((ExitCode.Done, ""), (before.Code, before.Error));
        Assert.Equal(["on_course", "not_announced_yet"], States(before));
        Assert.Contains("missed", CommandRun.In(project.Folder, null, "plan", "P0").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("P0", CommandRun.In(project.Folder, null, "plan", "compare").Output, StringComparison.Ordinal);
        Assert.Equal("off_course", States(CommandRun.In(project.Folder, null, "plan", "status", "P1", "--json"))[0]);
        Assert.Contains("PL0506", CommandRun.In(project.Folder, null, "plan", "status", "P1", "--at", "1999Q1").Error, StringComparison.Ordinal);

        static List<string> States(CommandRun run) => [.. run.Json.GetProperty("targets").EnumerateArray().Select(t => t.GetProperty("state").GetString()!)];
    }

    /// <summary>What people hear of a plan is an instrument that can only be used in full, from the day on which it is announced.</summary>
    [Fact]
    public void An_instrument_with_one_size_is_used_as_it_is_given()
    {
        var run = Solve(Plan + "  - {exogenous: rate, low: 0.01, high: 0.01, cost: 0}\n", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Equal(0.01, run.Json.GetProperty("instruments")[1].GetProperty("sizes")[0].GetProperty("size").GetDouble(), 1e-12);
    }

    [Fact]
    public void A_report_shows_the_plans_that_it_is_asked_for_and_a_check_knows_their_names()
    {
        using var project = new TinyProject();
        project.Write("plans/hundred.yaml", Plan);
        project.Write("report.yaml", "plans:\n  compare: [P1]\n  frontier: {plan: P1, first: income, second: consumption / income, points: 3}\n");
        Assert.Empty(project.Findings());
        var run = CommandRun.In(project.Folder, null, "report", "-o", "report.html", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains("plans", run.Json.GetProperty("sections").EnumerateArray().Select(s => s.GetString()!));
        Assert.Contains("plan-instrument-1", File.ReadAllText(Path.Combine(project.Folder, "report.html")), StringComparison.Ordinal);
        project.Write("report.yaml", "plans:\n  compare: [P9]\n");
        Assert.Contains("report.yaml:2", project.Findings(), StringComparison.Ordinal);
        Assert.Contains("PL0550", project.Findings(), StringComparison.Ordinal);
    }

    /// <summary>A range that every second draw meets at best: the joint probability cannot be had either, and the most found is told.</summary>
    [Fact]
    public void Targets_at_once_are_asked_for_by_the_file_or_by_the_command()
    {
        const string ranges = """
            id: P4
            title: Two bounds at once
            to: 2023Q3
            targets:
              - {variable: income, label: Early, at: 2023Q1, low: 22}
              - {variable: income, label: Late, at: 2023Q3, low: 22}
            instruments:
              - {exogenous: "spending[north]", shape: yearly, low: 0, high: 20}

            """;
        using var project = new TinyProject().GiveHistory();
        project.Write("plans/bounds.yaml", ranges);
        var apart = CommandRun.In(project.Folder, null, "plan", "P4", "--draws", "200", "--probability", "0.8", "--json");
        Assert.Equal((ExitCode.Done, ""), (apart.Code, apart.Error));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, apart.Json.GetProperty("joint").GetProperty("probability").ValueKind);
        var joint = CommandRun.In(project.Folder, null, "plan", "P4", "--draws", "200", "--probability", "0.8", "--joint", "--json");
        Assert.Equal((ExitCode.Done, ""), (joint.Code, joint.Error));
        Assert.Equal(0.8, joint.Json.GetProperty("joint").GetProperty("probability").GetDouble());
        Assert.True(joint.Json.GetProperty("joint").GetProperty("after").GetDouble() >= 0.8);
        Assert.True(joint.Json.GetProperty("cost_after").GetDouble() >= apart.Json.GetProperty("cost_after").GetDouble() - 1e-9);
        project.Write("plans/bounds.yaml", ranges.Replace("to: 2023Q3", "to: 2023Q3\njoint: true", StringComparison.Ordinal).Replace("high: 20", "high: 0.2", StringComparison.Ordinal));
        var narrow = CommandRun.In(project.Folder, null, "plan", "P4", "--draws", "200", "--probability", "0.8");
        Assert.Equal(ExitCode.Negative, narrow.Code);
        Assert.Contains("PL0558", narrow.Error, StringComparison.Ordinal);
        Assert.Contains("no plan was found that does so more often", narrow.Error, StringComparison.Ordinal);
        Assert.Contains("80 %", narrow.Output.Split('\n').Single(l => l.Contains("all at once", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_checked_is_told_as_unconfirmed()
    {
        using var project = new TinyProject();
        project.Write("plans/hundred.yaml", Plan.Replace("value: 30}", "value: 30, confirmed: false}", StringComparison.Ordinal).Replace("targets:", "stages:\n  - {stage: outline, date: 2020-10-20, confirmed: false}\n  - {stage: adopted, date: 2021-03}\ntargets:", StringComparison.Ordinal));
        var text = CommandRun.In(project.Folder, null, "plan", "status", "P1");
        Assert.Contains("not announced yet, unconfirmed", text.Output, StringComparison.Ordinal);
        Assert.Contains("2020-10-20 (unconfirmed)", text.Output, StringComparison.Ordinal);
        Assert.Contains("could not be checked", text.Output, StringComparison.Ordinal);
        var json = CommandRun.In(project.Folder, null, "plan", "status", "P1", "--json").Json;
        Assert.Equal([false, true], json.GetProperty("stages").EnumerateArray().Select(s => s.GetProperty("confirmed").GetBoolean()));
        Assert.False(json.GetProperty("targets")[0].GetProperty("confirmed").GetBoolean());
    }

    [Fact]
    public void A_plan_without_ranges_has_no_probability()
    {
        var run = Solve(Plan.Replace("  - {variable: consumption / income, at: 2022, high: 0.9}", "  - {variable: consumption, at: 2022, high: 900}", StringComparison.Ordinal), "--probability", "0.8");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("PL0557", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exogenous: spending[north]", "exogenous: spnding", "PL0507")]
    [InlineData("variable: income,", "variable: incme,", "PL0203")]
    [InlineData("variable: income,", "variable: rate,", "PL0551")]
    [InlineData("{variable: consumption / income, at: 2022, high: 0.9}", "{variable: cost, at: 2022, high: 90}", "PL0522")]
    [InlineData("exogenous: spending[north]", "exogenous: rate", "PL0522")]
    public void A_check_reads_every_plan_and_names_the_place(string text, string instead, string code)
    {
        using var project = new TinyProject();
        project.Write("plans/hundred.yaml", Plan.Replace(text, instead, StringComparison.Ordinal));
        string findings = project.Findings();
        Assert.Contains(code, findings, StringComparison.Ordinal);
        Assert.Contains("plans/hundred.yaml:", findings, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_plan_leaves_a_check_without_findings()
    {
        using var project = new TinyProject();
        project.Write("plans/hundred.yaml", Plan);
        Assert.Empty(project.Findings());
    }

    private static CommandRun Solve(string plan, params string[] options)
    {
        using var project = new TinyProject();
        project.Write("plans/hundred.yaml", plan);
        return CommandRun.In(project.Folder, null, ["plan", "P1", .. options]);
    }
}
