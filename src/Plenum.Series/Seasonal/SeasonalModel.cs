namespace Plenum.Series.Seasonal;

/// <summary>How trend, seasonal and irregular make up a series.</summary>
public enum SeasonalModel
{
    /// <summary>Their product: seasonal swings grow with the level. Every value must be positive.</summary>
    Multiplicative,

    /// <summary>Their sum: seasonal swings keep their size. For series that cross zero.</summary>
    Additive,
}
