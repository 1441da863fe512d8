using Plenum.Language.Diagnostics;
using Plenum.Language.Sets;
using Plenum.Language.Syntax;
using Plenum.Language.Units;

namespace Plenum.Language.Binding;

/// <summary>Turns the syntax of a model into scalar names and equations, and reports all that is wrong with names, units and accounts.</summary>
public static class Binder
{
    /// <summary>Binds all files of a model as one text.</summary>
    /// <param name="files">The parsed files; the order matters only for the order of columns, equations and findings.</param>
    /// <param name="options">Variants to switch on and limits; the defaults where null.</param>
    /// <remarks>
    /// Every variant is checked whether it is on or off, each by itself against the model, so that the findings of a model do not
    /// depend on what is switched on. Cost: linear in the nodes of all scalar expressions.
    /// </remarks>
    public static BindResult Bind(IReadOnlyList<ModelSyntax> files, BinderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        options ??= new BinderOptions();
        var bag = new DiagnosticBag();
        var findings = new Findings(bag);
        var statements = new ModelStatements(files, findings);
        var sets = new SetTable();
        new SetReader(sets, findings).Read(statements.Sets, statements.Maps);
        var units = new UnitTable(findings);
        units.Read(statements.Units);

        ModelBinding Start() => new(statements, sets, units, options, findings);
        var active = FindVariants(statements, options, findings);
        var model = Start().Bind([]);
        var budget = new WorkBudget(options.MaxNodes);
        foreach (var variant in statements.Variants) { Start().Check(variant, budget); }
        if (active.Count > 0) { model = Start().Bind(active); }
        return Finish(files, bag, model);
    }

    private static List<VariantSyntax> FindVariants(ModelStatements statements, BinderOptions options, Findings findings)
    {
        var active = new List<VariantSyntax>();
        foreach (string name in options.Variants)
        {
            if (statements.Variants.Find(v => v.Name.Value == name) is not { } variant)
            {
                string? nearest = Suggestion.Nearest(name, statements.Variants.ConvertAll(v => v.Name.Value));
                findings.Error(BindingCodes.UnknownVariant, null, $"the model has no variant '{name}'.", "a variant is declared in the model text.", nearest is null ? "leave it out, or declare it." : $"did you mean '{nearest}'?");
                continue;
            }

            if (!active.Contains(variant)) { active.Add(variant); }
        }

        return active;
    }

    /// <summary>Puts the findings in the order of the text, those about the text itself first.</summary>
    private static BindResult Finish(IReadOnlyList<ModelSyntax> files, DiagnosticBag bag, BoundModel model)
    {
        var diagnostics = new List<Diagnostic>();
        var placeOfFile = new Dictionary<SourceText, int>();
        bool hasErrors = bag.HasErrors;
        foreach (var file in files)
        {
            placeOfFile[file.Source] = placeOfFile.Count;
            diagnostics.AddRange(file.Diagnostics);
            foreach (var diagnostic in file.Diagnostics) { hasErrors |= diagnostic.Severity == Severity.Error; }
        }

        diagnostics.AddRange(bag.OrderBy(d => d.Span is { } span ? placeOfFile.GetValueOrDefault(span.Source, int.MaxValue) : -1).ThenBy(d => d.Span?.Start ?? -1));
        return new BindResult(hasErrors ? null : model, diagnostics);
    }
}
