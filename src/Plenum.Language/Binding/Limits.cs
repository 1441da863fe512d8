namespace Plenum.Language.Binding;

/// <summary>The limits of the language, so that a model from a stranger is safe to open.</summary>
internal static class Limits
{
    /// <summary>Members in one set.</summary>
    public const int MembersInSet = 2_000;

    /// <summary>Periods of a lag or lead.</summary>
    public const int Periods = 40;

    /// <summary>Variants of one model, each of which is checked.</summary>
    public const int Variants = 100;

    /// <summary>Units defined by units defined by units.</summary>
    public const int UnitsInChain = 64;
}
