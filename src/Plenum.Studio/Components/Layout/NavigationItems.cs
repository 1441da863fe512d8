namespace Plenum.Studio.Components.Layout;

/// <summary>The pages of the studio in the order of the question: what is, what if, why, what for, how sure; then what it stands on.</summary>
internal static class NavigationItems
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<NavigationItem> All { get; } =
    [
        new("/", "Now", "The state of the economy"),
        new("/what-if", "What if", "Build scenarios and compare them"),
        new("/why", "Why", "What drives what, and why a number changed"),
        new("/plan", "Plan", "Which instruments reach what is wanted"),
        new("/risk", "Risk", "How far the future may lie from the path, and how likely something is"),
        new("/accounts", "Accounts", "Who owes whom and who pays whom"),
        new("/model", "Model", "Every variable and equation, and a copy to change"),
        new("/data", "Data", "What was observed, by whom, and your own series beside it"),
    ];
}

/// <summary>A page of the studio.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Hint">What it is for, in a few words.</param>
internal sealed record NavigationItem(string Address, string Label, string Hint);
