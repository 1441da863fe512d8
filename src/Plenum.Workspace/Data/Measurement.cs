using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.Data;

/// <summary>How data measure a variable of the model.</summary>
/// <param name="Variable">The variable, with its members where it has any.</param>
/// <param name="Series">The series it follows from; the first carries it, the others complete it as the treatment says.</param>
/// <param name="Measures">What the first series says of the variable.</param>
/// <param name="Quarter">How a quarter follows from the first series.</param>
/// <param name="Treatment">What else is to be done, in words.</param>
/// <param name="Span">Where it is written.</param>
public sealed record Measurement(string Variable, IReadOnlyList<string> Series, MeasuredAs Measures, QuarterRule Quarter, string Treatment, SourceSpan Span);

/// <summary>What a series says of a variable.</summary>
public enum MeasuredAs
{
    /// <summary>Its level, in a unit of its own.</summary>
    Level,

    /// <summary>Its growth on a year earlier.</summary>
    GrowthOverYear,

    /// <summary>Its growth on the period before.</summary>
    Growth,

    /// <summary>Its relative level, as an index number.</summary>
    Index,

    /// <summary>Its size in proportion to something else.</summary>
    Share,

    /// <summary>Its movement alone: an indicator for the shape between other values.</summary>
    Indicator,
}

/// <summary>How a quarter follows from the values of a series.</summary>
public enum QuarterRule
{
    /// <summary>The series is quarterly.</summary>
    AsIs,

    /// <summary>The sum of its months.</summary>
    Sum,

    /// <summary>The mean of its months.</summary>
    Mean,

    /// <summary>Its last month.</summary>
    Last,

    /// <summary>The change of a sum since January.</summary>
    YearToDate,

    /// <summary>The year is spread over its quarters; such quarters are interpolated.</summary>
    Interpolate,
}
