using Plenum.Engine.Ensembles;
using Plenum.Report.Figures;
using Plenum.Workspace;
using Plenum.Workspace.Ensembles;

namespace Plenum.Studio.Economy;

/// <summary>What a page asks about what is not known.</summary>
/// <param name="Around">What the path is called around which draws are taken.</param>
/// <param name="Scenario">The scenario that it is; null for the baseline.</param>
/// <param name="Options">How many draws, and from which seed.</param>
/// <param name="Horizon">Periods from the start of scenarios on.</param>
/// <param name="Variables">The variables that are shown.</param>
/// <param name="Events">Statements whose probability is wanted.</param>
/// <param name="Parts">What is drawn.</param>
public sealed record RiskQuestion(string Around, ScenarioRun? Scenario, EnsembleOptions Options, int Horizon, IReadOnlyList<ShownVariable> Variables, IReadOnlyList<string> Events, IReadOnlySet<UncertainPart> Parts);

/// <summary>What the draws say, all of them or those that are there so far.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Simulation">What is drawn.</param>
/// <param name="Draws">Draws that are there.</param>
/// <param name="Failed">Those of them that could not be solved.</param>
/// <param name="Failures">The same by reason.</param>
/// <param name="Charts">The fan charts.</param>
/// <param name="Events">How likely the events are.</param>
/// <param name="Digest">What tells two results apart.</param>
public sealed record RiskAnswer(RiskQuestion Question, Simulation Simulation, int Draws, int Failed, IReadOnlyList<FailureKind> Failures, IReadOnlyList<ChartSpec> Charts, IReadOnlyList<EventChance> Events, string Digest)
{
    /// <summary>Whether no draw is missing.</summary>
    public bool IsComplete => Draws == Question.Options.Draws;
}

/// <summary>How likely an event is.</summary>
/// <param name="Text">The event.</param>
/// <param name="Probability">Its share of the solved draws; null where there are none.</param>
/// <param name="SamplingError">The standard error of the share.</param>
public sealed record EventChance(string Text, double? Probability, double? SamplingError);
