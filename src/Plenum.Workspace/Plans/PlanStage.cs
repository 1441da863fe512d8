using Plenum.Language.Diagnostics;
using Plenum.Series;

namespace Plenum.Workspace.Plans;

/// <summary>A step in the life of a plan.</summary>
/// <param name="Kind">Which step.</param>
/// <param name="Year">Of a work report, the year that it sets targets for; null otherwise.</param>
/// <param name="Date">The day, or the month, as it is written.</param>
/// <param name="Period">The period of the model in which the day lies.</param>
/// <param name="Fixes">What is known from then on, in words; null where nothing is said.</param>
/// <param name="Source">The document; null where nothing is said.</param>
/// <param name="Span">Where it is written.</param>
public sealed record PlanStage(StageKind Kind, int? Year, string Date, Period Period, string? Fixes, string? Source, SourceSpan Span)
{
    /// <summary>Whether date and words were checked against the document; the file says where they could not be.</summary>
    public bool IsConfirmed { get; init; } = true;

    /// <summary>The step in the words of the file, such as "adopted" or "work_report 2022".</summary>
    public string Name => Words(Kind) + (Year is { } year ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" {year}") : "");

    /// <summary>A kind in the words of the file.</summary>
    internal static string Words(StageKind kind) => kind switch
    {
        StageKind.Outline => "outline",
        StageKind.Draft => "draft",
        StageKind.Adopted => "adopted",
        StageKind.WorkReport => "work_report",
        _ => "review",
    };
}

/// <summary>The steps in the life of a plan.</summary>
public enum StageKind
{
    /// <summary>The party's recommendations: directions and bands, instruments open.</summary>
    Outline,

    /// <summary>The draft laid before the legislature.</summary>
    Draft,

    /// <summary>Adopted by the legislature: numbers, and instruments may move.</summary>
    Adopted,

    /// <summary>The government's report of a year, with the targets of that year.</summary>
    WorkReport,

    /// <summary>What became of it.</summary>
    Review,
}
