using Plenum.Engine.Closures;
using Plenum.Engine.Scenarios;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.Scenarios;

/// <summary>Binds the names of scenarios to a model; all findings at once.</summary>
public sealed class ScenarioBinder
{
    /// <summary>Above 200 per cent a share is doubted; tariffs, the largest shares in use, stay below.</summary>

    private readonly BoundModel _model;
    private readonly ScenarioCatalog _catalog;
    private readonly DiagnosticBag _findings;
    private readonly ILookup<string, Symbol> _families;

    /// <summary>Prepares to bind scenarios of a catalog.</summary>
    /// <param name="model">The model whose names they use.</param>
    /// <param name="catalog">Where included scenarios are found.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public ScenarioBinder(BoundModel model, ScenarioCatalog catalog, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(findings);
        (_model, _catalog, _findings) = (model, catalog, findings);
        _families = model.Symbols.Where(s => s.Members.Count > 0 && s.Role != Role.AddFactor).ToLookup(s => s.Family, StringComparer.Ordinal);
    }

    /// <summary>Binds the combination that a text names, such as "S01+S05".</summary>
    /// <returns>The plan; null where an error was found.</returns>
    public ScenarioPlan? Bind(string combination, SourceSpan? mention = null)
    {
        ArgumentNullException.ThrowIfNull(combination);
        var parts = new List<Scenario>();
        foreach (string name in combination.Split('+', StringSplitOptions.TrimEntries))
        {
            if (_catalog.Find(name, mention, _findings) is { } scenario) { parts.Add(scenario); }
        }

        return _findings.HasErrors ? null : Bind(parts);
    }

    /// <summary>Binds scenarios to be run together, their changes in order.</summary>
    /// <returns>The plan; null where an error was found.</returns>
    public ScenarioPlan? Bind(IReadOnlyList<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        var all = new List<Scenario>();
        foreach (var scenario in scenarios) { Collect(scenario, all, []); }
        var changes = new List<PathChange>();
        var origins = new List<ChangeOrigin>();
        var closure = Closure.Declared(_model);
        foreach (var (scenario, change) in all.SelectMany(s => s.Changes, (s, c) => (s, c)))
        {
            foreach (var (name, symbol) in change.Names.SelectMany(n => Resolve(n, change.Role), (n, s) => (n.Name, s)))
            {
                CheckSize(change, symbol);
                changes.AddRange(Changes(change, symbol));
                while (origins.Count < changes.Count) { origins.Add(new ChangeOrigin(scenario, name, change.Role)); }
                if (change.Instrument is { } instrument && Instrument(instrument) is { } found) { closure = Swap(closure, change, symbol, found); }
            }
        }

        return _findings.HasErrors ? null : new ScenarioPlan(string.Join('+', scenarios.Select(s => s.Id)), string.Join("; ", scenarios.Select(s => s.Title)), all, changes, closure) { Origins = origins };
    }

    /// <summary>Adds the included scenarios, then the scenario itself, each once.</summary>
    private void Collect(Scenario scenario, List<Scenario> all, List<Scenario> within)
    {
        if (all.Contains(scenario)) { return; }
        within = [.. within, scenario];
        foreach (var name in scenario.Include)
        {
            if (_catalog.Find(name.Name, name.Span, _findings) is not { } included) { continue; }
            if (!within.Contains(included))
            {
                Collect(included, all, within);
                continue;
            }

            string circle = string.Join(" includes ", within.SkipWhile(s => s != included).Select(s => s.Id).Append(included.Id));
            _findings.Add(Diagnostic.Error(WorkspaceCodes.Duplicate, "the scenario includes itself.", name.Span, $"{circle}.", $"remove '{name.Name}' from 'include'."));
        }

        all.Add(scenario);
    }

    private static IEnumerable<PathChange> Changes(ScenarioChange change, Symbol symbol)
    {
        switch (change.Amount)
        {
            case ChangeAmount.Step step:
                yield return new PathChange(symbol.Column, step.Kind, step.Value, change.From, change.To, step.Weights);
                break;
            case ChangeAmount.Path path:
                for (int k = 0; change.From + k <= change.To; k++)
                {
                    double value = path.Values[Math.Min(k, path.Values.Count - 1)];
                    yield return new PathChange(symbol.Column, ChangeKind.MoveTo, value, change.From + k, change.From + k, []);
                }

                break;
        }
    }

    /// <summary>Warns of a share that looks like a percentage; the number is used as it stands.</summary>
    private void CheckSize(ScenarioChange change, Symbol symbol)
    {
        var values = change.Amount switch
        {
            ChangeAmount.Step { Kind: not ChangeKind.Times } step => [step.Value],
            ChangeAmount.Path path => path.Values,
            _ => [],
        };
        double largest = values.Count == 0 ? 0.0 : values.MaxBy(Math.Abs);
        LargeShares.Check(symbol, largest, change.Span, _findings);
    }

    /// <summary>The symbols that a name stands for in its role; a name over a set stands for all members.</summary>
    private IEnumerable<Symbol> Resolve(PlacedName name, ChangedRole role)
    {
        IReadOnlyList<Symbol> found = _model.Find(name.Name) is { } one ? [one] : [.. _families[name.Name]];
        if (found.Count == 0) { ReportUnknown(name); }
        foreach (var symbol in found)
        {
            if (role == ChangedRole.AddFactor)
            {
                if (AddFactor(symbol, name) is { } addFactor) { yield return addFactor; }
            }
            else if (Fits(symbol.Role, role)) { yield return symbol; }
            else
            {
                ReportRole(name, symbol, role);
                yield break;
            }
        }
    }

    private static bool Fits(Role role, ChangedRole changed) => changed switch
    {
        ChangedRole.Exogenous => role is Role.Exogenous or Role.Shock,
        ChangedRole.Parameter => role is Role.Parameter,
        _ => role is Role.Endogenous,
    };

    private Symbol? AddFactor(Symbol symbol, PlacedName name)
    {
        if (symbol.Role == Role.AddFactor) { return symbol; }
        if (AddFactorOf(symbol) is { } addFactor) { return addFactor; }
        string why = symbol.Role != Role.Endogenous ? $"'{symbol.Name}' is {Words(symbol.Role)}; only a behavioural equation has an add-factor." : $"'{symbol.Name}' is not determined by a behavioural equation.";
        _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongRole, $"'{symbol.Name}' has no add-factor.", name.Span, why, $"change a behavioural variable behind it; plenum show {symbol.Name} prints its equation."));
        return null;
    }

    private Symbol? AddFactorOf(Symbol symbol) => _model.Find($"add_factor({symbol.Name})");

    /// <summary>The name found in exchange for an exogenised one; "add_factor(x)" and the parameter's own name are written in full.</summary>
    private Symbol? Instrument(PlacedName name)
    {
        if (_model.Find(name.Name) is { } symbol)
        {
            if (symbol.Role != Role.Endogenous) { return symbol; }
            _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongRole, $"'{symbol.Name}' is endogenous already, so it cannot be found in exchange.", name.Span, null, AddFactorOf(symbol) is { } own ? $"did you mean its add-factor, '{own.Name}'?" : "name an exogenous variable, a parameter or an add-factor."));
            return null;
        }

        ReportUnknown(name);
        return null;
    }

    private Closure Swap(Closure closure, ScenarioChange change, Symbol given, Symbol found)
    {
        try
        {
            return closure.Swap(given.Column, found.Column, change.From, change.To);
        }
        catch (ArgumentException error)
        {
            _findings.Add(Diagnostic.Error(WorkspaceCodes.IncompleteSwap, $"'{given.Name}' and '{found.Name}' cannot be exchanged from {change.From} to {change.To}.", change.Span, error.Message.Split(" (Parameter")[0], "let the swaps of the scenario concern different names or periods."));
            return closure;
        }
    }

    private void ReportUnknown(PlacedName name)
    {
        string? near = Suggestion.Nearest(name.Name, _model.Symbols.Select(s => s.Name).Concat(_families.Select(f => f.Key)));
        _findings.Add(Diagnostic.Error(WorkspaceCodes.UnknownName, $"the model has no name '{name.Name}'.", name.Span, null, near is null ? "plenum show lists the names of the model." : $"did you mean '{near}'?"));
    }

    private void ReportRole(PlacedName name, Symbol symbol, ChangedRole role)
    {
        string wanted = role switch { ChangedRole.Exogenous => "exogenous", ChangedRole.Parameter => "a parameter", _ => "endogenous" };
        string help = symbol.Role switch
        {
            Role.Endogenous when AddFactorOf(symbol) is not null => $"change its add-factor with 'add_factor: {symbol.Name}', or give its path with 'exogenise: {symbol.Name}' and 'endogenise: add_factor({symbol.Name})'.",
            Role.Endogenous => $"change what drives it (plenum show {symbol.Name} prints its equation), or give its path with 'exogenise: {symbol.Name}' and 'endogenise: NAME'.",
            Role.Parameter => $"write 'parameter: {symbol.Name}'.",
            Role.AddFactor => $"write 'add_factor: {symbol.Family}'.",
            _ => $"write 'exogenous: {symbol.Name}'.",
        };
        _findings.Add(Diagnostic.Error(WorkspaceCodes.WrongRole, $"'{symbol.Name}' is {Words(symbol.Role)}, not {wanted}.", name.Span, null, help));
    }

    private static string Words(Role role) => role switch
    {
        Role.Parameter => "a parameter",
        Role.Shock => "a shock",
        Role.AddFactor => "an add-factor",
        Role.Exogenous => "exogenous",
        _ => "endogenous",
    };
}
