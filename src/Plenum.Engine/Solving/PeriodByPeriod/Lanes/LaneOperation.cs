namespace Plenum.Engine.Solving.PeriodByPeriod.Lanes;

/// <summary>A kind of work of <see cref="LaneBlock"/>; from <see cref="Prepare"/> on each needs those before it.</summary>
internal enum LaneOperation
{
    /// <summary>Takes the baseline's inverse Jacobian.</summary>
    Start,

    /// <summary>Multiplies the residuals by the inverse Jacobian.</summary>
    Step,

    /// <summary>Corrects the inverse Jacobian by what the last step showed.</summary>
    Update,

    /// <summary>Computes what does not depend on the block's unknowns.</summary>
    Prepare,

    /// <summary>Substitutes through the block and computes its residuals.</summary>
    Residuals,

    /// <summary>Computes the derivatives of each equation.</summary>
    Derivatives,

    /// <summary>Accumulates the reduced Jacobian and inverts it.</summary>
    Inverse,
}
