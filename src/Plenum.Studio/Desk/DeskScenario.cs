using Plenum.Language.Diagnostics;
using Plenum.Report.Figures;
using Plenum.Workspace;
using Plenum.Workspace.Drafts;

namespace Plenum.Studio.Desk;

/// <summary>One of the scenarios on a desk: what its user has set, and what became of it.</summary>
/// <param name="Draft">What is set.</param>
/// <param name="Colour">Its colour in every chart.</param>
public sealed record DeskScenario(ScenarioDraft Draft, ChartColour Colour)
{
    /// <summary>The last solution; null where there is none yet.</summary>
    public ScenarioRun? Run { get; init; }

    /// <summary>Whether <see cref="Run"/> and <see cref="Findings"/> are those of the draft as it is now.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>What kept the last one from being bound; empty where nothing did.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>Why it is not drawn: what keeps it from being bound, or from being solved; empty where nothing does.</summary>
    public IReadOnlyList<Diagnostic> Problems => Draft.IsEmpty || !IsCurrent ? [] : Run is { } run ? run.Solution.Outcome.Diagnostics : Findings;

    /// <summary>Whether it was solved.</summary>
    public bool IsSolved => Run is { Solution.Outcome.IsSolved: true };
}
