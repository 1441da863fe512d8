using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;
using Plenum.Series;

namespace Plenum.Language.Binding;

/// <summary>The statements of all files, sorted by what they declare.</summary>
internal sealed class ModelStatements
{
    private readonly Findings _findings;
    private readonly Dictionary<string, SourceSpan> _placeOfBlock = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceSpan> _placeOfVariant = new(StringComparer.Ordinal);
    private bool _hasFrequency;

    public ModelStatements(IReadOnlyList<ModelSyntax> files, Findings findings)
    {
        _findings = findings;
        foreach (var file in files)
        {
            foreach (var statement in file.Statements) { Sort(statement, null); }
        }
    }

    public ModelDeclarationSyntax? Model { get; private set; }

    public Frequency Frequency { get; private set; } = Frequency.Quarterly;

    public List<SetSyntax> Sets { get; } = [];

    public List<MapSyntax> Maps { get; } = [];

    public List<UnitDeclarationSyntax> Units { get; } = [];

    /// <summary>Names and equations with the block they stand in, in order.</summary>
    public List<(StatementSyntax Statement, string? Block)> Declarations { get; } = [];

    public List<ModelBlock> Blocks { get; } = [];

    public AccountSyntax? BalanceSheet { get; private set; }

    public AccountSyntax? Flows { get; private set; }

    public List<VariantSyntax> Variants { get; } = [];

    private void Sort(StatementSyntax statement, string? block)
    {
        switch (statement)
        {
            case ModelDeclarationSyntax model: SetModel(model); break;
            case FrequencySyntax frequency: SetFrequency(frequency); break;
            case SetSyntax set: Sets.Add(set); break;
            case MapSyntax map: Maps.Add(map); break;
            case UnitDeclarationSyntax unit: Units.Add(unit); break;
            case AccountSyntax account: SetAccount(account); break;
            case VariantSyntax variant: AddVariant(variant); break;
            case BlockSyntax inner:
                AddBlock(inner);
                foreach (var nested in inner.Statements) { Sort(nested, inner.Name.Value); }
                break;
            default: Declarations.Add((statement, block)); break;
        }
    }

    private void SetModel(ModelDeclarationSyntax model)
    {
        if (Model is { } first) { ReportTwice(BindingCodes.WrongHeader, "'model'", model.Name.Span, first.Name.Span); return; }
        Model = model;
    }

    private void SetFrequency(FrequencySyntax frequency)
    {
        if (_hasFrequency)
        {
            _findings.Error(BindingCodes.WrongHeader, frequency.Span, "the frequency is declared twice.", "all of a model has one frequency.", "remove one of the two.");
            return;
        }

        _hasFrequency = true;
        Frequency = frequency.Frequency.Value switch { "annual" => Frequency.Annual, "monthly" => Frequency.Monthly, _ => Frequency.Quarterly };
    }

    private void SetAccount(AccountSyntax account)
    {
        var first = account.IsBalanceSheet ? BalanceSheet : Flows;
        if (first is not null) { ReportTwice(BindingCodes.DuplicateAccount, account.IsBalanceSheet ? "'balance-sheet'" : "'flows'", account.Span, first.Span); return; }
        if (account.IsBalanceSheet) { BalanceSheet = account; } else { Flows = account; }
    }

    private void AddBlock(BlockSyntax block)
    {
        if (_placeOfBlock.TryGetValue(block.Name.Value, out var first)) { ReportTwice(BindingCodes.DuplicateSet, $"the block '{block.Name.Value}'", block.Name.Span, first); return; }
        _placeOfBlock.Add(block.Name.Value, block.Name.Span);
        Blocks.Add(new ModelBlock(block.Name.Value, block.Title?.Value ?? "", block.Span));
    }

    private void AddVariant(VariantSyntax variant)
    {
        if (_placeOfVariant.TryGetValue(variant.Name.Value, out var first)) { ReportTwice(BindingCodes.DuplicateSet, $"the variant '{variant.Name.Value}'", variant.Name.Span, first); return; }
        if (Variants.Count == Limits.Variants)
        {
            _findings.Error(BindingCodes.LimitExceeded, variant.Name.Span, $"the model has more than {Limits.Variants} variants.", "limits keep a model from a stranger safe to open.", "keep variants that differ only in numbers as scenarios.");
            return;
        }

        _placeOfVariant.Add(variant.Name.Value, variant.Name.Span);
        Variants.Add(variant);
    }

    private void ReportTwice(string code, string what, SourceSpan span, SourceSpan first) =>
        _findings.Error(code, span, $"{what} is declared twice; the first is at {SymbolNames.Place(first, span)}.", "it may stand once.", "remove one of the two, or rename it.");
}
