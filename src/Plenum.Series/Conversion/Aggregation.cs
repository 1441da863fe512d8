namespace Plenum.Series.Conversion;

/// <summary>How the value of a long period follows from its short ones.</summary>
public enum Aggregation
{
    /// <summary>Their sum: flows.</summary>
    Sum,

    /// <summary>Their mean: indices and rates.</summary>
    Mean,

    /// <summary>The last of them: stocks at the end.</summary>
    Last,

    /// <summary>The first of them: stocks at the beginning.</summary>
    First,
}
