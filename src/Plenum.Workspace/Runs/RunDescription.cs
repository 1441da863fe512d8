using System.Security.Cryptography;
using System.Text;
using Plenum.Engine.Ensembles;
using Plenum.Engine.Scenarios;
using Plenum.Series;
using Plenum.Workspace.Ensembles;

namespace Plenum.Workspace.Runs;

/// <summary>What a run of draws is, apart from how many of its draws are taken.</summary>
/// <param name="Digest">SHA-256 over everything that determines the draws; runs with the same digest have the same draws, to the bit.</param>
/// <param name="Project">The project's name.</param>
/// <param name="Around">The path around which draws are taken: "baseline", or scenarios as they are written.</param>
/// <param name="From">First period.</param>
/// <param name="To">Last period.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Variables">The variables whose values are kept.</param>
/// <param name="Conditions">The statements whose frequency is counted.</param>
/// <param name="Program">The program that computes it; see <see cref="ProgramVersion"/>.</param>
public sealed record RunDescription(string Digest, string Project, string Around, Period From, Period To, ulong Seed, IReadOnlyList<string> Variables, IReadOnlyList<string> Conditions, string Program)
{
    private const int IdLength = 12;

    private static readonly double[] s_probabilities = [0.0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1.0];

    /// <summary>The name under which the run is kept: the first characters of its digest.</summary>
    public string Id => Digest[..IdLength];

    /// <summary>Describes a run.</summary>
    /// <param name="project">The project.</param>
    /// <param name="around">The path around which draws are taken, in words.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="simulation">What was made of it.</param>
    /// <remarks>
    /// The digest covers the program, the model's text, the solved path with its closure, what is uncertain and what is kept of it. It is that of
    /// what the files mean: a comment in the baseline's assumptions does not change it, and a number that no draw reads may.
    /// </remarks>
    public static RunDescription Of(Project project, string around, SimulationRequest request, Simulation simulation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(around);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(simulation);
        var ensemble = simulation.Ensemble;
        IReadOnlyList<string> variables = [.. request.Tracked.Select(s => s.Name)];
        IReadOnlyList<string> conditions = [.. ensemble.Conditions.Select(c => c.Text)];
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(ProgramVersion.Text);
            foreach (var file in project.ReadModel([])) { writer.Write(file.Text); }
            WritePath(writer, ensemble);
            WriteUncertainty(writer, request, simulation);
            WriteTexts(writer, variables);
            WriteTexts(writer, conditions);
        }

        content.Position = 0;
        string digest = Convert.ToHexStringLower(SHA256.HashData(content));
        return new RunDescription(digest, project.Name, around, ensemble.From, ensemble.To, request.Seed, variables, conditions, ProgramVersion.Text);
    }

    private static void WritePath(BinaryWriter writer, Ensemble ensemble)
    {
        WriteTexts(writer, [.. ensemble.Baseline.Model.Symbols.Select(s => s.Name)]);
        writer.Write(ensemble.Baseline.Start.ToString());
        WriteNumbers(writer, ensemble.Baseline.Values);
        writer.Write(ensemble.From.ToString());
        writer.Write(ensemble.To.ToString());
        var swaps = ensemble.Closure?.Swaps ?? [];
        writer.Write(swaps.Count);
        foreach (var swap in swaps)
        {
            writer.Write(swap.Exogenised);
            writer.Write(swap.Endogenised);
            WriteWindow(writer, swap.From, swap.To);
        }
    }

    private static void WriteUncertainty(BinaryWriter writer, SimulationRequest request, Simulation simulation)
    {
        writer.Write(request.Seed);
        var sources = simulation.Sources;
        writer.Write(sources.Bootstraps);
        writer.Write(sources.History?.Rules.Count ?? 0);
        foreach (var rule in sources.History?.Rules ?? [])
        {
            writer.Write(rule.Column);
            writer.Write(rule.Left);
            writer.Write(rule.IsRelative);
            writer.Write(sources.Columns.Contains(rule.Column));
        }

        // Streams go by the periods of history, so its start counts too.
        writer.Write(sources.History?.Start.ToString() ?? "");
        writer.Write(sources.History?.Innovations.Count ?? 0);
        foreach (double[] period in sources.History?.Innovations ?? []) { WriteNumbers(writer, period); }
        var uncertainty = simulation.Ensemble.Uncertainty;
        writer.Write(uncertainty.Parameters.Count);
        foreach (var parameter in uncertainty.Parameters)
        {
            // Draws read nothing of a distribution but its quantiles.
            writer.Write(parameter.Name);
            WriteNumbers(writer, [.. s_probabilities.Select(parameter.Distribution.Quantile)]);
        }

        writer.Write(uncertainty.Risks.Count);
        foreach (var risk in uncertainty.Risks)
        {
            writer.Write(risk.Name);
            writer.Write(risk.ProbabilityPerYear);
            writer.Write(risk.Changes.Count);
            foreach (var change in risk.Changes) { WriteChange(writer, change); }
        }
    }

    private static void WriteChange(BinaryWriter writer, PathChange change)
    {
        writer.Write(change.Column);
        writer.Write((int)change.Kind);
        writer.Write(change.Value);
        WriteWindow(writer, change.From, change.To);
        WriteNumbers(writer, [.. change.Weights]);
    }

    private static void WriteWindow(BinaryWriter writer, Period from, Period to)
    {
        writer.Write(from.ToString());
        writer.Write(to.ToString());
    }

    private static void WriteNumbers(BinaryWriter writer, ReadOnlySpan<double> numbers)
    {
        writer.Write(numbers.Length);
        foreach (double number in numbers) { writer.Write(number); }
    }

    private static void WriteTexts(BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write(texts.Count);
        foreach (string text in texts) { writer.Write(text); }
    }
}
