using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.Experiments;

/// <summary>What an experiment is expected to show: a measured quantity, where it should lie, and who says so.</summary>
/// <param name="Experiment">What is done.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Bounds">Where it should lie.</param>
/// <param name="Source">Author, year, place; null where none is given.</param>
/// <param name="Note">Why the measured number lies outside, or what to bear in mind; null where there is nothing to say.</param>
/// <param name="Span">Where it is written.</param>
public sealed record Expectation(Experiment Experiment, Measure Measure, Bounds Bounds, string? Source, string? Note, SourceSpan Span)
{
    /// <summary>Why the expectation is known not to hold, in a sentence; null where it should hold.</summary>
    public string? Known { get; init; }
}
