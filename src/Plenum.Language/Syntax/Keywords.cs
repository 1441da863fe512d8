namespace Plenum.Language.Syntax;

/// <summary>The words that begin statements and clauses, and where they may stand. They are names like any other elsewhere.</summary>
internal static class Keywords
{
    private static readonly StatementPlace[] s_top = [StatementPlace.Top];
    private static readonly StatementPlace[] s_anywhere = [StatementPlace.Top, StatementPlace.Block, StatementPlace.Variant];
    private static readonly StatementPlace[] s_account = [StatementPlace.Account];
    private static readonly StatementPlace[] s_variant = [StatementPlace.Variant];

    /// <summary>Statements and the places they belong to.</summary>
    public static IReadOnlyDictionary<string, StatementPlace[]> Statements { get; } = new Dictionary<string, StatementPlace[]>(StringComparer.Ordinal)
    {
        ["model"] = s_top,
        ["frequency"] = s_top,
        ["set"] = s_top,
        ["subset"] = s_top,
        ["map"] = s_top,
        ["unit"] = s_top,
        ["block"] = s_top,
        ["balance-sheet"] = s_top,
        ["flows"] = s_top,
        ["variant"] = s_top,
        ["exogenous"] = s_anywhere,
        ["endogenous"] = s_anywhere,
        ["shock"] = s_anywhere,
        ["parameter"] = s_anywhere,
        ["behavioural"] = s_anywhere,
        ["identity"] = s_anywhere,
        ["equation"] = s_anywhere,
        ["row"] = s_account,
        ["real"] = s_account,
        ["total"] = s_account,
        ["replace"] = s_variant,
        ["let"] = s_variant,
    };

    /// <summary>Clauses and the declarations they belong to.</summary>
    public static IReadOnlyDictionary<string, ClauseOwner> Clauses { get; } = new Dictionary<string, ClauseOwner>(StringComparer.Ordinal)
    {
        ["zh"] = ClauseOwner.Variable | ClauseOwner.Parameter | ClauseOwner.AnyEquation,
        ["source"] = ClauseOwner.Variable | ClauseOwner.Parameter | ClauseOwner.AnyEquation,
        ["range"] = ClauseOwner.Parameter,
        ["table"] = ClauseOwner.Parameter,
        ["observed"] = ClauseOwner.Variable | ClauseOwner.Behavioural | ClauseOwner.Identity,
        ["add-factor"] = ClauseOwner.Behavioural,
        ["unchecked-units"] = ClauseOwner.AnyEquation,
    };
}

/// <summary>The declarations that can have clauses.</summary>
[Flags]
internal enum ClauseOwner
{
    None = 0,
    Variable = 1,
    Parameter = 2,
    Behavioural = 4,
    Identity = 8,
    Condition = 16,
    AnyEquation = Behavioural | Identity | Condition,
}
