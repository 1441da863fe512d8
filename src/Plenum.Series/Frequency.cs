namespace Plenum.Series;

/// <summary>How many periods a year has.</summary>
public enum Frequency
{
    /// <summary>One period a year.</summary>
    Annual = 1,

    /// <summary>Four periods a year.</summary>
    Quarterly = 4,

    /// <summary>Twelve periods a year.</summary>
    Monthly = 12,
}
