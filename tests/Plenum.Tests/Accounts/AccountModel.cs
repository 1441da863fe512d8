using Plenum.Language.Accounts;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Series;

namespace Plenum.Tests.Accounts;

/// <summary>Builds small models by hand from texts such as "x(-1) + 0.3*max(y, z)"; names not declared otherwise are exogenous.</summary>
internal sealed class AccountModel
{
    private readonly Dictionary<string, Symbol> _symbols = new(StringComparer.Ordinal);
    private readonly List<Symbol> _columns = [];
    private readonly List<BoundEquation> _equations = [];
    private readonly List<AccountRow> _rows = [];
    private readonly List<AccountCell> _cells = [];
    private readonly List<AccountTotal> _totals = [];
    private readonly List<string> _sectors = [];

    public ExpressionGraph Graph { get; } = new();

    public BoundModel Model => new()
    {
        Name = "test",
        Title = "",
        Frequency = Frequency.Quarterly,
        Graph = Graph,
        Symbols = _columns,
        Equations = _equations,
        Texts = [],
        Blocks = [],
        Sets = [],
        Variants = [],
        ActiveVariants = [],
        VariantValues = new Dictionary<int, double>(),
        Reach = (-4, 0),
    };

    public BoundAccount Account => new("", _sectors, _rows, _cells, _totals, Span("account"));

    public AccountModel Parameter(string name, double value)
    {
        Declare(name, Role.Parameter, value);
        return this;
    }

    public AccountModel Identity(string left, string right, string? determines = null) => Equation(EquationKind.Identity, left, right, determines);

    public AccountModel Behavioural(string left, string right) => Equation(EquationKind.Behavioural, left, right, null);

    /// <summary>A row whose entries are given as "households: +wages".</summary>
    public AccountModel Row(string name, params string[] entries) => Row(name, false, entries);

    public AccountModel RealRow(string name, params string[] entries) => Row(name, true, entries);

    public AccountModel Total(string sector, string total)
    {
        _totals.Add(new AccountTotal(Sector(sector), Read(total), Span($"total {sector}")));
        return this;
    }

    public AccountProof Prove(AccountKind kind) => AccountProver.Prove(Model, Account, kind);

    public AccountStatement ProveZero(string sum) => ProveZero(Read(sum));

    public AccountStatement ProveZero(ExpressionId sum)
    {
        var account = new BoundAccount("", ["whole"], [new AccountRow("sum", "", false, Span("sum"))], [new AccountCell(0, 0, sum, Span("sum"))], [], Span("account"));
        return AccountProver.Prove(Model, account, AccountKind.Flows).Statements[0];
    }

    public ExpressionId Read(string text) => new FormulaReader(Graph, name => Declare(name, Role.Exogenous, null).Column, c => _columns[c].Role == Role.Parameter).Read(text);

    public Symbol Declare(string name, Role role, double? value)
    {
        if (_symbols.TryGetValue(name, out var known)) { return known; }
        var symbol = new Symbol(name, role, _columns.Count, null, "", null, null, null, name, [], value, null, null, Span(name));
        _columns.Add(symbol);
        _symbols.Add(name, symbol);
        return symbol;
    }

    private AccountModel Row(string name, bool isReal, string[] entries)
    {
        foreach (string entry in entries)
        {
            int colon = entry.IndexOf(':', StringComparison.Ordinal);
            _cells.Add(new AccountCell(_rows.Count, Sector(entry[..colon].Trim()), Read(entry[(colon + 1)..]), Span($"{name}/{entry}")));
        }

        _rows.Add(new AccountRow(name, "", isReal, Span($"row {name}")));
        return this;
    }

    private AccountModel Equation(EquationKind kind, string left, string right, string? determines)
    {
        var symbol = Declare(determines ?? left, Role.Endogenous, null);
        _equations.Add(new BoundEquation(symbol.Name, kind, symbol.Column, Read(left), Read(right), AddFactorKind.None, -1, 0, null, null, null, Span(symbol.Name)));
        return this;
    }

    private int Sector(string name)
    {
        if (!_sectors.Contains(name)) { _sectors.Add(name); }
        return _sectors.IndexOf(name);
    }

    private static SourceSpan Span(string text) => new(new SourceText("test.plenum", text), 0, text.Length);
}
