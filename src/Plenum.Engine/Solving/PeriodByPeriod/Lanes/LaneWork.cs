namespace Plenum.Engine.Solving.PeriodByPeriod.Lanes;

/// <summary>How often a block of lanes did what, counted by the vector of lanes.</summary>
internal sealed class LaneWork
{
    /// <summary>Periods that were solved.</summary>
    public long Solves { get; set; }

    /// <summary>Times that residuals were computed.</summary>
    public long Evaluations { get; set; }

    /// <summary>Steps that were taken.</summary>
    public long Steps { get; set; }

    /// <summary>Times that the inverse Jacobian was corrected.</summary>
    public long Updates { get; set; }

    /// <summary>Exact Jacobians that were inverted.</summary>
    public long Jacobians { get; set; }

    /// <summary>What was counted until now.</summary>
    public LaneWork Copy() => new() { Solves = Solves, Evaluations = Evaluations, Steps = Steps, Updates = Updates, Jacobians = Jacobians };
}
