using System.CommandLine;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Ensembles;
using Symbol = Plenum.Language.Binding.Symbol;

namespace Plenum.Cli.Commands;

/// <summary>The options of <c>plenum simulate</c> that choose among draws and ask what lies behind them.</summary>
internal sealed class SimulateOptions
{
    private readonly Option<string[]> _with = Parts("--with", "Draws a part too");
    private readonly Option<string[]> _without = Parts("--without", "Does not draw a part");
    private readonly Option<string[]> _given = new("--given") { Description = "Shows only the draws in which this holds; repeatable.", HelpName = "CONDITION" };
    private readonly Option<string?> _tornado = new("--tornado") { Description = "Divides the variance of a variable among its sources.", HelpName = "NAME" };
    private readonly Option<string?> _at = new("--at") { Description = "The period of --tornado and --correlations; the last where left out.", HelpName = "PERIOD" };
    private readonly Option<bool> _correlations = new("--correlations") { Description = "Shows how the variables move together." };
    private readonly Option<string?> _svg = new("--svg") { Description = "Writes fan charts as one picture instead.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _with, _without, _given, _tornado, _at, _correlations, _svg }) { command.Add(option); }
    }

    public IReadOnlyList<UncertainPart> With(ParseResult parsed) => Parts(parsed, _with);

    public IReadOnlyList<UncertainPart> Without(ParseResult parsed) => Parts(parsed, _without);

    public IReadOnlyList<string> Given(ParseResult parsed) => parsed.GetValue(_given) ?? [];

    /// <summary>What is asked beyond the fans; null after an error, which is reported.</summary>
    public SimulateDetail? Read(Workbench workbench, Runner runner, ParseResult parsed, int horizon)
    {
        var (start, model) = (runner.Project.ScenarioStart, runner.Model);
        var last = start + (horizon - 1);
        var at = last;
        if (parsed.GetValue(_at) is { } text && (!Period.TryParse(text, out at) || at.Frequency != start.Frequency || at < start || at > last))
        {
            workbench.Report(Diagnostic.Error(WorkspaceCodes.WrongPeriod, $"--at takes a period of the draws, not '{text}'.", null, $"they go from {start} to {last}.", $"write for instance:  --at {last}"));
        }

        Symbol? variable = null;
        if (parsed.GetValue(_tornado) is { } name)
        {
            variable = model.Find(name);
            if (variable is null) { workbench.ReportUnknown(model, new PlacedName(name, default)); }
        }

        if (!workbench.Findings.HasErrors) { return new SimulateDetail(at, variable, parsed.GetValue(_correlations), parsed.GetValue(_svg)); }
        return workbench.Fail<SimulateDetail>();
    }

    private static Option<string[]> Parts(string name, string does)
    {
        var option = new Option<string[]>(name) { Description = $"{does}: {string.Join(", ", UncertaintyPlan.Words.Select(w => w.Word))}; repeatable.", HelpName = "PART" };
        option.AcceptOnlyFromAmong([.. UncertaintyPlan.Words.Select(w => w.Word)]);
        return option;
    }

    private static UncertainPart[] Parts(ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).Select(word => UncertaintyPlan.Words.First(w => w.Word == word).Value)];
}

/// <summary>What is asked beyond the fans.</summary>
/// <param name="At">The period of correlations and of the variance that is divided.</param>
/// <param name="Tornado">The variable whose variance is divided; null for none.</param>
/// <param name="ShowsCorrelations">Whether people see correlations.</param>
/// <param name="Picture">The file of the fan charts; null for none.</param>
internal sealed record SimulateDetail(Period At, Symbol? Tornado, bool ShowsCorrelations, string? Picture);
