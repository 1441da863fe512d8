using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;

namespace Plenum.Engine.Closures;

/// <summary>An exchange of roles over a window: one name is given, another is found in its place.</summary>
/// <param name="Exogenised">Column of the endogenous name whose path is given.</param>
/// <param name="Endogenised">Column of the exogenous name, shock, add-factor or parameter that is found instead.</param>
/// <param name="From">First period of the exchange.</param>
/// <param name="To">Last period.</param>
public sealed record Swap(int Exogenised, int Endogenised, Period From, Period To);

/// <summary>Says which names are found and which are given, period by period.</summary>
/// <remarks>The model's own closure finds the endogenous names. Each swap exchanges two names over a window.</remarks>
public sealed class Closure
{
    private Closure(BoundModel model, IReadOnlyList<Swap> swaps)
    {
        Model = model;
        Swaps = swaps;
    }

    /// <summary>The model.</summary>
    public BoundModel Model { get; }

    /// <summary>The exchanges, in the order they were made.</summary>
    public IReadOnlyList<Swap> Swaps { get; }

    /// <summary>The closure that the model declares.</summary>
    public static Closure Declared(BoundModel model) => new(model, []);

    /// <summary>Exchanges the roles of two names over a window.</summary>
    /// <exception cref="ArgumentException">The first is not endogenous then, or the second not exogenous, or the window is empty.</exception>
    public Closure Swap(string exogenised, string endogenised, Period from, Period to)
    {
        var given = Model.Find(exogenised) ?? throw new ArgumentException(Unknown(exogenised), nameof(exogenised));
        var found = Model.Find(endogenised) ?? throw new ArgumentException(Unknown(endogenised), nameof(endogenised));
        return Swap(given.Column, found.Column, from, to);
    }

    /// <summary>Exchanges the roles of two names, by column, over a window.</summary>
    /// <exception cref="ArgumentException">The first is not endogenous then, or the second not exogenous, or the window is empty.</exception>
    public Closure Swap(int exogenised, int endogenised, Period from, Period to)
    {
        if (to < from) { throw new ArgumentException($"The window {from} to {to} is empty: it ends before it begins.", nameof(to)); }
        var swap = new Swap(exogenised, endogenised, from, to);
        for (var period = from; period <= to; period += 1)
        {
            var unknowns = UnknownsAt(period);
            if (!unknowns.Contains(exogenised)) { throw new ArgumentException($"'{Model.Symbols[exogenised].Name}' {RoleOf(exogenised)} and is given in {period} already; exogenise a name that the model finds then.", nameof(exogenised)); }
            if (unknowns.Contains(endogenised)) { throw new ArgumentException($"'{Model.Symbols[endogenised].Name}' {RoleOf(endogenised)} and is found in {period} already; endogenise a name that is given then.", nameof(endogenised)); }
        }

        return new Closure(Model, [.. Swaps, swap]);
    }

    /// <summary>Exogenises behavioural variables over a window and finds their add-factors, so that their equations hold on the given paths.</summary>
    /// <param name="variables">Columns of endogenous names, each determined by a behavioural equation.</param>
    /// <param name="from">First period.</param>
    /// <param name="to">Last period.</param>
    /// <exception cref="ArgumentException">A variable has no behavioural equation.</exception>
    public Closure InvertAddFactors(IEnumerable<int> variables, Period from, Period to)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var closure = this;
        foreach (int variable in variables)
        {
            var equation = Model.Equations.FirstOrDefault(e => e.Determines == variable && e.AddFactor >= 0)
                ?? throw new ArgumentException($"'{Model.Symbols[variable].Name}' has no behavioural equation, so there is no add-factor to find.", nameof(variables));
            closure = closure.Swap(variable, equation.AddFactor, from, to);
        }

        return closure;
    }

    /// <summary>The columns that are found in a period.</summary>
    public IReadOnlySet<int> UnknownsAt(Period period)
    {
        var unknowns = new HashSet<int>();
        foreach (var symbol in Model.Symbols)
        {
            if (symbol.Role == Role.Endogenous) { unknowns.Add(symbol.Column); }
        }

        foreach (var swap in Swaps)
        {
            if (period < swap.From || period > swap.To) { continue; }
            unknowns.Remove(swap.Exogenised);
            unknowns.Add(swap.Endogenised);
        }

        return unknowns;
    }

    private string Unknown(string name) =>
        $"The model has no name '{name}'{(Suggestion.Nearest(name, Model.Symbols.Select(s => s.Name)) is { } near ? $"; did you mean '{near}'?" : ".")}";

    private string RoleOf(int column) => Model.Symbols[column].Role switch
    {
        Role.Endogenous => "is endogenous",
        Role.Exogenous => "is exogenous",
        Role.Parameter => "is a parameter",
        Role.Shock => "is a shock",
        _ => "is an add-factor",
    };
}
