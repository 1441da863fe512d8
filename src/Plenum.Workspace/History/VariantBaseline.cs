using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Engine.Solving;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.History;

/// <summary>The given numbers of a model with variants: its history is that of the reference version, and its add-factors make it so.</summary>
/// <remarks>
/// A variant has other equations, for which the add-factors of the reference version are not what history leaves over. In history every behavioural
/// variable keeps its path and its add-factor is found again; after it, the add-factor differs from that of the reference version by the mean
/// difference of the last eight periods, so that what changes in the forecast is what the variant says.
/// </remarks>
public static class VariantBaseline
{
    private const int Recent = 8;

    /// <summary>Finds the add-factors of a model with variants.</summary>
    /// <param name="project">The project.</param>
    /// <param name="model">Its model with variants switched on, without leads.</param>
    /// <param name="given">Its baseline as <see cref="Baseline.Read"/> returns it; add-factors are renewed in place.</param>
    /// <param name="findings">Takes why history cannot be met.</param>
    /// <param name="cancellation">Stops between two periods.</param>
    /// <returns>The given paths; null where an error was found.</returns>
    public static Paths? Prepare(Project project, BoundModel model, Paths given, DiagnosticBag findings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(findings);
        if (project.HistoryEnd < project.Start || ProjectModel.Load(project, [], findings) is not { } plain || Baseline.Read(project, plain, findings) is not { } reference) { return findings.HasErrors ? null : given; }
        var outcome = new ModelSolver(plain).Solve(reference, project.Start, project.HistoryEnd, null, null, cancellation);
        if (!outcome.IsSolved) { return Failed(outcome, findings); }

        var history = given.Copy();
        var behavioural = model.Equations.Where(e => e.AddFactor >= 0 && e.Determines >= 0 && plain.Find(model.Symbols[e.Determines].Name) is not null).ToList();
        foreach (var equation in behavioural) { Take(reference, plain.Find(model.Symbols[equation.Determines].Name)!.Column, history, equation.Determines, project); }
        var closure = Closure.Declared(model).InvertAddFactors(behavioural.Select(e => e.Determines), project.Start, project.HistoryEnd);
        outcome = new ModelSolver(model).Solve(history, project.Start, project.HistoryEnd, closure, null, cancellation);
        if (!outcome.IsSolved) { return Failed(outcome, findings); }

        foreach (var equation in behavioural) { Renew(given, history, equation.AddFactor, project); }
        return given;
    }

    private static void Take(Paths from, int column, Paths to, int into, Project project)
    {
        for (var period = project.Start; period <= project.HistoryEnd; period += 1) { to[into, period] = from[column, period]; }
    }

    private static void Renew(Paths given, Paths found, int column, Project project)
    {
        double difference = 0;
        for (var period = project.Start; period <= project.HistoryEnd; period += 1)
        {
            if (project.HistoryEnd - period < Recent) { difference += (found[column, period] - given[column, period]) / Recent; }
        }

        for (var period = project.Start; period <= project.End; period += 1)
        {
            given[column, period] = period <= project.HistoryEnd ? found[column, period] : given[column, period] + difference;
        }
    }

    private static Paths? Failed(SolveOutcome outcome, DiagnosticBag findings)
    {
        findings.AddRange(outcome.Diagnostics);
        return null;
    }
}
