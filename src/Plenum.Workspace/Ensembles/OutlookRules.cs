using Plenum.Engine.Ensembles;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Workspace.History;

namespace Plenum.Workspace.Ensembles;

/// <summary>How long news about each add-factor of a model lives at most: as long as the rule lets it with which the baseline's outlook continues it.</summary>
public static class OutlookRules
{
    /// <summary>One rule for each add-factor; where the project's assumptions have none, news lasts one period.</summary>
    /// <param name="project">The project.</param>
    /// <param name="model">Its model.</param>
    /// <param name="findings">Takes what is wrong with the assumptions.</param>
    public static IReadOnlyList<ShockRule> Of(Project project, BoundModel model, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(model);
        var written = project.Baseline.Assumptions is null ? null : AssumptionsReader.Read(project, findings)?.Rules;
        return [.. model.Symbols.Where(s => s.Role == Role.AddFactor).Select(s => Rule(s, written ?? []))];
    }

    private static ShockRule Rule(Symbol addFactor, IReadOnlyList<AddFactorOutlook> written)
    {
        var own = written.FirstOrDefault(r => r.Equations.Any(e => IsOf(addFactor.Name, e.Name)));
        return new ShockRule(addFactor.Column, own?.Fading ?? 0.0);
    }

    /// <summary>Whether an add-factor is that of an equation, or of a member of one over a set.</summary>
    private static bool IsOf(string addFactor, string equation) =>
        addFactor == $"add_factor({equation})" || addFactor.StartsWith($"add_factor({equation}[", StringComparison.Ordinal);
}
