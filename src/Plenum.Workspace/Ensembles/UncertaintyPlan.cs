using Plenum.Engine.Ensembles;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.Ensembles;

/// <summary>A part of what is not known.</summary>
public enum UncertainPart
{
    /// <summary>Add-factors: what equations will not explain.</summary>
    Shocks,

    /// <summary>Paths of exogenous variables, such as demand abroad.</summary>
    Exogenous,

    /// <summary>Parameters, as their priors or ranges say.</summary>
    Parameters,

    /// <summary>Events that may happen.</summary>
    Risks,
}

/// <summary>What the owner of a model takes as unknown, as the file says that <c>uncertainty</c> names in project.yaml.</summary>
/// <param name="Drawn">The parts that are drawn unless a user says otherwise.</param>
/// <param name="Bootstraps">Whether shocks are drawn from history in blocks instead of from a normal distribution.</param>
/// <param name="Paths">Exogenous variables whose paths are drawn, as their history went.</param>
/// <param name="Risks">What may happen.</param>
public sealed record UncertaintyPlan(IReadOnlySet<UncertainPart> Drawn, bool Bootstraps, IReadOnlyList<UncertainPath> Paths, IReadOnlyList<DeclaredRisk> Risks)
{
    /// <summary>What is believed of parameters; of others no more is known than their range.</summary>
    public IReadOnlyList<ParameterPrior> Priors { get; init; } = [];

    /// <summary>Published forecasts with whose errors the width of fans is compared.</summary>
    public IReadOnlyList<Yardstick> Yardsticks { get; init; } = [];

    /// <summary>The words for the parts in files and on the command line.</summary>
    public static IReadOnlyList<(string Word, UncertainPart Value)> Words { get; } =
        [("shocks", UncertainPart.Shocks), ("exogenous", UncertainPart.Exogenous), ("parameters", UncertainPart.Parameters), ("risks", UncertainPart.Risks)];

    /// <summary>The plan of a project that has no such file: shocks alone.</summary>
    public static UncertaintyPlan Usual { get; } = new(new HashSet<UncertainPart> { UncertainPart.Shocks }, false, [], []);

    /// <summary>Reads the project's plan; <see cref="Usual"/> where it has none.</summary>
    /// <param name="project">The project.</param>
    /// <param name="model">Its model, which must know every name of the plan.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static UncertaintyPlan Read(Project project, BoundModel model, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(findings);
        if (project.Uncertainty is not { } file || project.Files.Read(file.Name, file.Span, findings) is not { } source) { return Usual; }
        var own = new DiagnosticBag();
        var plan = new UncertaintyReader(project, model, own).Read(source);
        findings.AddRange(own.ByPlace());
        return plan ?? Usual;
    }
}

/// <summary>An exogenous variable whose path is drawn.</summary>
/// <param name="Symbol">The variable.</param>
/// <param name="IsRelative">Whether its logarithm is drawn.</param>
/// <param name="Span">Where it is named.</param>
public sealed record UncertainPath(Symbol Symbol, bool IsRelative, SourceSpan Span)
{
    /// <summary>How its news lives: as history shows, around a straight line.</summary>
    public ShockRule Rule => new(Symbol.Column, 1.0) { IsRelative = IsRelative, HasTrend = true };
}

/// <summary>Something that may happen, and why its probability is what it is.</summary>
/// <param name="Risk">The event.</param>
/// <param name="Source">Where the probability comes from.</param>
public sealed record DeclaredRisk(EventRisk Risk, string Source);
