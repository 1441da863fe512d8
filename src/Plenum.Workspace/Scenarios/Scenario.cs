using Plenum.Engine.Scenarios;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Experiments;

namespace Plenum.Workspace.Scenarios;

/// <summary>A named set of changes to the baseline, as its file gives it.</summary>
/// <param name="Id">Short name, such as "S01".</param>
/// <param name="Title">What happens, in a few words.</param>
/// <param name="Description">What happens and why, in sentences; empty where none is given.</param>
/// <param name="Literature">What the literature finds, or null.</param>
/// <param name="Include">Other scenarios whose changes come first.</param>
/// <param name="Changes">The changes, applied in order.</param>
/// <param name="File">The file.</param>
public sealed record Scenario(
    string Id,
    string Title,
    string Description,
    string? Literature,
    IReadOnlyList<PlacedName> Include,
    IReadOnlyList<ScenarioChange> Changes,
    SourceText File)
{
    /// <summary>What the literature leads one to expect, in order of the file; empty where nothing is said.</summary>
    public IReadOnlyList<Expectation> Expected { get; init; } = [];
}

/// <summary>One entry of a scenario's changes.</summary>
/// <param name="Role">The key that names the variables: what the writer takes them to be.</param>
/// <param name="Names">The variables; a name over a set stands for all its members.</param>
/// <param name="Instrument">For an exogenised variable, the name that is found in its place.</param>
/// <param name="Amount">What is done to the path.</param>
/// <param name="From">First period changed.</param>
/// <param name="To">Last period changed.</param>
/// <param name="Span">Where the entry begins.</param>
public sealed record ScenarioChange(
    ChangedRole Role,
    IReadOnlyList<PlacedName> Names,
    PlacedName? Instrument,
    ChangeAmount Amount,
    Period From,
    Period To,
    SourceSpan Span);

/// <summary>What a change takes its variables to be.</summary>
public enum ChangedRole
{
    /// <summary>Exogenous names and shocks.</summary>
    Exogenous,

    /// <summary>Add-factors, named by the variable of their equation.</summary>
    AddFactor,

    /// <summary>Parameters.</summary>
    Parameter,

    /// <summary>An endogenous variable whose path is given while another name is found.</summary>
    Exogenised,
}

/// <summary>What is done to a path.</summary>
public abstract record ChangeAmount
{
    /// <summary>One operation with the share of it that holds in each period.</summary>
    /// <param name="Kind">The operation.</param>
    /// <param name="Value">Its size, in the unit of the name; a factor for <see cref="ChangeKind.Times"/>.</param>
    /// <param name="Weights">Share of the change in the first, second, ... period; the last holds. Empty is 1 throughout.</param>
    public sealed record Step(ChangeKind Kind, double Value, IReadOnlyList<double> Weights) : ChangeAmount;

    /// <summary>The values themselves, from the first period on; the last one holds.</summary>
    /// <param name="Values">The values, in the unit of the name.</param>
    public sealed record Path(IReadOnlyList<double> Values) : ChangeAmount;
}
