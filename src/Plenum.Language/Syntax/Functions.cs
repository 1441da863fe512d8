namespace Plenum.Language.Syntax;

/// <summary>Whether a function takes a <c>width</c> after its arguments.</summary>
public enum WidthRule
{
    /// <summary>It takes none.</summary>
    None,

    /// <summary>It may have one, which makes it smooth.</summary>
    Optional,

    /// <summary>It must have one, since a hidden default would hide a scale.</summary>
    Required,
}

/// <summary>How a function of the language is called.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Form">A call as the reference prints it, for messages.</param>
/// <param name="MinimumArguments">The fewest arguments, the width not counted.</param>
/// <param name="MaximumArguments">The most arguments; <see cref="int.MaxValue"/> for any number.</param>
/// <param name="Width">Whether it takes a width.</param>
public sealed record FunctionSignature(string Name, string Form, int MinimumArguments, int MaximumArguments, WidthRule Width = WidthRule.None);

/// <summary>The functions of the language, except <c>sum</c> and <c>prod</c>, which run over sets.</summary>
public static class Functions
{
    private static readonly Dictionary<string, FunctionSignature> s_byName = new FunctionSignature[]
    {
        new("log", "log(x)", 1, 1),
        new("exp", "exp(x)", 1, 1),
        new("sqrt", "sqrt(x)", 1, 1),
        new("abs", "abs(x)", 1, 1),
        new("min", "min(a, b)", 2, int.MaxValue),
        new("max", "max(a, b)", 2, int.MaxValue),
        new("pow", "pow(a, b)", 2, 2),
        new("if", "if(condition, a, b)", 3, 3, WidthRule.Optional),
        new("pos", "pos(x, width w)", 1, 1, WidthRule.Required),
        new("positive_part", "positive_part(x, width w)", 1, 1, WidthRule.Required),
        new("step", "step(x, width w)", 1, 1, WidthRule.Required),
        new("smooth_max", "smooth_max(a, b, width w)", 2, 2, WidthRule.Required),
        new("smooth_min", "smooth_min(a, b, width w)", 2, 2, WidthRule.Required),
        new("diff", "diff(x)", 1, 1),
        new("dlog", "dlog(x)", 1, 1),
        new("pct", "pct(x)", 1, 1),
        new("diff4", "diff4(x)", 1, 1),
        new("dlog4", "dlog4(x)", 1, 1),
        new("pct4", "pct4(x)", 1, 1),
        new("yoy", "yoy(x)", 1, 1),
        new("ma", "ma(x, n)", 2, 2),
        new("annual_sum", "annual_sum(x)", 1, 1),
        new("quarterly", "quarterly(x)", 1, 1),
        new("annual", "annual(x)", 1, 1),
    }.ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>All functions, in the order of their names.</summary>
    public static IReadOnlyList<FunctionSignature> All { get; } = [.. s_byName.Values.OrderBy(f => f.Name, StringComparer.Ordinal)];

    /// <summary>The names that can be called, <c>sum</c> and <c>prod</c> among them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(f => f.Name), "prod", "sum"];

    /// <summary>The function of that name, or null.</summary>
    public static FunctionSignature? Find(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>Whether the name can be called: a function, <c>sum</c> or <c>prod</c>.</summary>
    public static bool IsCallable(string name) => name is "sum" or "prod" || s_byName.ContainsKey(name);

    /// <summary>Whether a variable or parameter may not bear this name: a function or a word of the expression grammar.</summary>
    public static bool IsReserved(string name) => name is "and" or "or" or "not" or "width" || IsCallable(name);
}
