using System.Globalization;
using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Language.Sets;
using Plenum.Language.Syntax;
using Plenum.Language.Units;

namespace Plenum.Language.Binding;

/// <summary>Binds one selection of variants: declares all names, then binds the expressions.</summary>
internal sealed partial class ModelBinding
{
    private readonly ModelStatements _statements;
    private readonly SetTable _sets;
    private readonly UnitTable _units;
    private readonly BinderOptions _options;
    private readonly Findings _findings;
    private readonly ModelScope _scope;
    private readonly ExpressionGraph _graph = new();
    private readonly List<EquationDraft> _equations = [];
    private readonly Dictionary<string, EquationDraft> _conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<SymbolDraft, double> _pathOf = [];
    private ExpressionLowering? _constants;
    private string? _variant;
    private bool _isCheckOnly;

    public ModelBinding(ModelStatements statements, SetTable sets, UnitTable units, BinderOptions options, Findings findings)
    {
        _statements = statements;
        _sets = sets;
        _units = units;
        _options = options;
        _findings = findings;
        _scope = new ModelScope(statements.Frequency, sets, units);
    }

    /// <summary>Binds everything with these variants switched on; meaningful where nothing was reported.</summary>
    public BoundModel Bind(IReadOnlyList<VariantSyntax> variants)
    {
        Declare(variants);
        var lowering = new ExpressionLowering(_scope, _graph, _findings, new WorkBudget(_options.MaxNodes));
        var texts = new List<EquationText>();
        var equations = BindEquations(lowering, _equations, texts);
        var balanceSheet = BindAccount(_statements.BalanceSheet, lowering);
        var flows = BindAccount(_statements.Flows, lowering);
        return Finish(variants, equations, texts, balanceSheet, flows);
    }

    /// <summary>Checks what one variant adds to the model, without building it.</summary>
    public void Check(VariantSyntax variant, WorkBudget budget)
    {
        _isCheckOnly = true;
        Declare([variant]);
        var ofVariant = _equations.FindAll(e => e.Variant is not null);
        BindEquations(new ExpressionLowering(_scope, _graph, _findings, budget), ofVariant, []);
    }

    private void Declare(IReadOnlyList<VariantSyntax> variants)
    {
        foreach (var (statement, block) in _statements.Declarations) { Declare(statement, block); }
        foreach (var variant in variants)
        {
            _variant = variant.Name.Value;
            foreach (var statement in variant.Statements) { DeclareInVariant(statement, null); }
        }

        foreach (var variant in variants)
        {
            _variant = variant.Name.Value;
            foreach (var statement in variant.Statements)
            {
                if (statement is ReplaceSyntax replace) { Replace(replace); }
                if (statement is LetSyntax let) { Let(let); }
            }
        }

        CheckNamesOfConditions();
        _scope.GiveColumns(AddFactors());
        EvaluateParameters();
    }

    private void DeclareInVariant(StatementSyntax statement, string? block)
    {
        if (statement is not BlockSyntax inner) { Declare(statement, block); return; }
        foreach (var nested in inner.Statements) { DeclareInVariant(nested, inner.Name.Value); }
    }

    private List<SymbolDraft> AddFactors()
    {
        var addFactors = new List<SymbolDraft>();
        var families = new Dictionary<Family, Family>(ReferenceEqualityComparer.Instance);
        foreach (var equation in _equations)
        {
            if (equation.AddFactorKind == AddFactorKind.None || equation.Determines is not { } variable) { continue; }
            if (!families.TryGetValue(variable.Family, out var family))
            {
                family = variable.Family with { Name = $"add_factor({variable.Family.Name})" };
                families.Add(variable.Family, family);
            }

            var addFactor = new SymbolDraft { Name = $"add_factor({variable.Name})", Role = Role.AddFactor, Family = family, Members = variable.Members, Span = equation.HeadSpan, Block = equation.Block, Label = variable.Label.Length == 0 ? "" : $"Add-factor: {variable.Label}" };
            variable.AddFactor = addFactor;
            addFactors.Add(addFactor);
        }

        return addFactors;
    }

    private BoundModel Finish(IReadOnlyList<VariantSyntax> variants, List<BoundEquation> equations, List<EquationText> texts, BoundAccount? balanceSheet, BoundAccount? flows)
    {
        var symbols = new Symbol[_scope.Symbols.Count];
        for (int i = 0; i < symbols.Length; i++) { symbols[i] = _scope.Symbols[i].Finish(); }
        var paths = new Dictionary<int, double>();
        foreach (var (symbol, value) in _pathOf) { paths[symbol.Column] = value; }
        return new BoundModel
        {
            Name = _statements.Model?.Name.Value ?? "model",
            Title = _statements.Model?.Title?.Value ?? "",
            Frequency = _statements.Frequency,
            Graph = _graph,
            Symbols = symbols,
            Equations = equations,
            Texts = texts,
            Blocks = _statements.Blocks,
            Sets = FinishSets(),
            Maps = FinishMaps(),
            Units = _units.Declared,
            Variants = _statements.Variants.ConvertAll(v => new ModelVariant(v.Name.Value, v.Title?.Value ?? "", v.Span)),
            ActiveVariants = variants.Select(v => v.Name.Value).ToArray(),
            VariantValues = paths,
            BalanceSheet = balanceSheet,
            Flows = flows,
            Reach = ReachOf(equations),
        };
    }

    private List<ModelSet> FinishSets()
    {
        var sets = new List<ModelSet>(_sets.Sets.Count);
        foreach (var set in _sets.Sets) { sets.Add(new ModelSet(set.Name, set.Label, _sets.MembersOf(set), set.Labels, set.Parent)); }
        return sets;
    }

    private List<ModelMap> FinishMaps()
    {
        var maps = new List<ModelMap>(_sets.Maps.Count);
        foreach (var map in _sets.Maps)
        {
            var images = new List<string>(map.From.Members.Count);
            foreach (int member in map.From.Members) { images.Add(map.Images.TryGetValue(member, out int image) && image >= 0 ? _sets.NameOf(image) : ""); }
            maps.Add(new ModelMap(map.Name, map.From.Name, map.To.Name, images));
        }

        return maps;
    }

    /// <summary>Marks all nodes that the equations use, users before operands, and takes the extremes of their lags.</summary>
    private (int Lag, int Lead) ReachOf(List<BoundEquation> equations)
    {
        var isUsed = new bool[_graph.Count];
        foreach (var equation in equations)
        {
            isUsed[equation.Left.Index] = true;
            isUsed[equation.Right.Index] = true;
        }

        int lag = 0;
        int lead = 0;
        for (int i = isUsed.Length - 1; i >= 0; i--)
        {
            if (!isUsed[i]) { continue; }
            var node = _graph[new ExpressionId(i)];
            lag = Math.Min(lag, node.Lag);
            lead = Math.Max(lead, node.Lag);
            if (!node.A.IsNone) { isUsed[node.A.Index] = true; }
            if (!node.B.IsNone) { isUsed[node.B.Index] = true; }
            if (!node.C.IsNone) { isUsed[node.C.Index] = true; }
        }

        return (lag, lead);
    }

    private bool HasRoom(long count, int present, int limit, string what, WordSyntax name, IndexDomains domains)
    {
        if (present + count <= limit) { return true; }
        string fact = domains.Domains.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"the model has more than {limit:N0} {what}.")
            : string.Create(CultureInfo.InvariantCulture, $"'{name.Value}' over {domains.Sizes()} members is too much: a model may have {limit:N0} {what}.");
        _findings.Error(BindingCodes.LimitExceeded, name.Span, fact, "limits keep a model from a stranger safe to open.", "index it over fewer or smaller sets.");
        return false;
    }
}
