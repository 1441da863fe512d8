using Plenum.Engine;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Language.Accounts;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;
using Plenum.Series;

namespace Plenum.Published.Tests;

/// <summary>What <c>docs/guide/first-model.md</c> tells its reader to write works, and gives the numbers that it states.</summary>
public sealed class FirstModel
{
    private static readonly string s_guide = File.ReadAllText(Path.Combine(ReferenceProject.Root, "docs", "guide", "first-model.md"));

    [Fact]
    public void Text_of_the_guide_binds_without_a_finding()
    {
        Assert.Empty(Bind().Diagnostics);
        Assert.NotNull(Bind().Model);
    }

    [Fact]
    public void Accounts_of_the_guide_are_proven()
    {
        var model = Bind().Model!;
        Assert.Empty(AccountProver.Prove(model, model.BalanceSheet!, AccountKind.BalanceSheet).Diagnostics);
        Assert.Empty(AccountProver.Prove(model, model.Flows!, AccountKind.Flows).Diagnostics);
    }

    /// <summary>The guide: 20 / (1 - 0.6 * 0.8) in the first year, and 100 in the end.</summary>
    [Fact]
    public void Output_rises_as_the_guide_says()
    {
        var paths = Solve(_ => 20.0);
        Assert.Equal(20.0 / 0.52, paths["output", Period.Annual(1960)], 1e-9);
        Assert.Equal(100.0, paths["output", paths.End], 1e-6);
    }

    /// <summary>The guide: 5 / 0.52 more at once, and 5 / 0.2 more in the end.</summary>
    [Fact]
    public void Spending_more_raises_output_as_the_guide_says()
    {
        var (before, after) = (Solve(_ => 20.0), Solve(period => period.Year < 1965 ? 20.0 : 25.0));
        Assert.Equal(5.0 / 0.52, after["output", Period.Annual(1965)] - before["output", Period.Annual(1965)], 1e-9);
        Assert.Equal(25.0, after["output", after.End] - before["output", before.End], 1e-6);
    }

    private static BindResult Bind() => Binder.Bind([Parser.Parse(new SourceText("first-model.md", ModelText()))], new BinderOptions());

    /// <summary>The model text of the guide: its blocks of code from the first one on, up to the numbers, without commands.</summary>
    private static string ModelText()
    {
        var blocks = s_guide.Split("```\n").Where((_, i) => i % 2 == 1);
        return string.Join("\n", blocks.TakeWhile(block => !block.StartsWith("name,", StringComparison.Ordinal)).Where(block => !block.StartsWith("plenum ", StringComparison.Ordinal)));
    }

    private static Paths Solve(Func<Period, double> spending)
    {
        var model = Bind().Model!;
        var paths = new Paths(model, Period.Annual(1959), 151);
        paths["money", paths.Start] = 0.0;
        for (var period = paths.Start + 1; period <= paths.End; period += 1) { paths["government_spending", period] = spending(period); }
        var outcome = new PeriodSolver(model).Solve(paths, paths.Start + 1, paths.End);
        Assert.True(outcome.IsSolved, outcome.ToString());
        return paths;
    }
}
