using System.Globalization;
using Plenum.Engine.Ensembles;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Workspace.Scenarios;

namespace Plenum.Workspace.Ensembles;

/// <summary>Reads what may happen: a scenario and its probability in a year, such as "S01=15%"; all findings at once.</summary>
/// <param name="project">Where scenarios are found.</param>
/// <param name="model">Its model.</param>
/// <param name="findings">Takes what is wrong.</param>
public sealed class RiskReader(Project project, BoundModel model, DiagnosticBag findings)
{
    /// <summary>What a risk is called in messages: the option that takes it.</summary>
    private const string Place = "--risk";

    /// <summary>Reads one risk.</summary>
    /// <returns>The risk; null where an error was found.</returns>
    public EventRisk? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int sign = text.LastIndexOf('=');
        string name = sign < 0 ? text.Trim() : text[..sign].Trim();
        if (sign < 0 || name.Length == 0 || Probability(text[(sign + 1)..].Trim()) is not { } probability)
        {
            Report(text, $"'{text}' gives no probability between 0 and 1.", "what may happen is a scenario with its probability in a year.", "write for instance:  --risk S01=15%");
            return null;
        }

        return Bind(name, probability, new SourceSpan(new SourceText(Place, text), 0, text.Length));
    }

    /// <summary>Binds the scenario of a risk.</summary>
    /// <param name="name">The scenario.</param>
    /// <param name="probability">Its probability in a year, between 0 and 1.</param>
    /// <param name="mention">Where it is named.</param>
    /// <returns>The risk; null where an error was found.</returns>
    internal EventRisk? Bind(string name, double probability, SourceSpan mention)
    {
        var found = new DiagnosticBag();
        var plan = new ScenarioBinder(model, project.Scenarios, found).Bind(name, mention);
        findings.AddRange(found);
        if (plan is null) { return null; }
        if (plan.Closure.Swaps.Count == 0) { return new EventRisk(plan.Name, plan.Changes, probability); }
        findings.Add(Diagnostic.Error(WorkspaceCodes.WrongRisk, $"'{plan.Name}' exogenises a variable, so it cannot come at a time that is not known.", mention, "a swap changes which equations are solved; a risk changes numbers.", "name a scenario that changes exogenous paths, add-factors or parameters."));
        return null;
    }

    private static double? Probability(string text)
    {
        bool isPercentage = text.EndsWith('%');
        string digits = isPercentage ? text[..^1].TrimEnd() : text;
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)) { return null; }
        double probability = isPercentage ? value / 100.0 : value;
        return probability is > 0.0 and < 1.0 ? probability : null;
    }

    private void Report(string text, string fact, string why, string help) =>
        findings.Add(Diagnostic.Error(WorkspaceCodes.WrongRisk, fact, new SourceSpan(new SourceText(Place, text), 0, text.Length), why, help));
}
