namespace Plenum.Series;

/// <summary>How one value came about.</summary>
public enum ObservationFlag
{
    /// <summary>Read from the source.</summary>
    Observed,

    /// <summary>Found between observed values, such as a quarter from its year.</summary>
    Interpolated,

    /// <summary>Found beyond observed values or by judgement.</summary>
    Estimated,
}
