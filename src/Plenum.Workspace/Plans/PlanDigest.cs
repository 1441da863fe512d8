using System.Security.Cryptography;
using System.Text;
using Plenum.Workspace.Runs;

namespace Plenum.Workspace.Plans;

/// <summary>A name for a plan and all that determines what a search for it finds.</summary>
public static class PlanDigest
{
    /// <summary>SHA-256 over the program, the model's text, the plan's file and the solved baseline: plans with the same digest have the same solutions, to the bit.</summary>
    /// <param name="project">The project.</param>
    /// <param name="plan">The plan, bound to the solved baseline.</param>
    /// <param name="more">What else is asked for, such as the targets of a frontier.</param>
    public static string Of(Project project, BoundPlan plan, params ReadOnlySpan<string> more)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(plan);
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(ProgramVersion.Text);
            foreach (var file in project.ReadModel([])) { writer.Write(file.Text); }
            writer.Write(plan.Plan.File.Text);
            foreach (string text in more) { writer.Write(text); }
            foreach (var symbol in plan.Problem.Baseline.Model.Symbols) { writer.Write(symbol.Name); }
            writer.Write(plan.Problem.Baseline.Start.ToString());
            writer.Write(plan.Problem.From.ToString());
            writer.Write(plan.Problem.To.ToString());
            foreach (double value in plan.Problem.Baseline.Values) { writer.Write(value); }
        }

        content.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
