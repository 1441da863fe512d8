using Plenum.Workspace.Runs;

namespace Plenum.Cluster;

/// <summary>What a job starts from, in texts alone: a project's files, and a name for what the asking program made of them.</summary>
/// <param name="Bundle">The digest of the project's files.</param>
/// <param name="Program">The program that asks; silos must be of the same version.</param>
/// <param name="Digest">The digest of the job as the asking program prepared it; a silo must come to the same.</param>
/// <param name="Variants">The variants that are switched on.</param>
/// <param name="Given">The names of scenario files from outside the project.</param>
[GenerateSerializer, Immutable]
public sealed record JobOrigin(string Bundle, string Program, string Digest, string[] Variants, string[] Given)
{
    /// <summary>Describes what a job of this program starts from.</summary>
    /// <param name="bundle">The project's files.</param>
    /// <param name="digest">The digest of the job.</param>
    /// <param name="variants">The variants that are switched on.</param>
    /// <param name="given">The names of scenario files from outside the project, as they were put into the bundle.</param>
    public static JobOrigin Of(ProjectBundle bundle, string digest, IEnumerable<string> variants, IEnumerable<string> given)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return new JobOrigin(bundle.Digest, ProgramVersion.Text, digest, [.. variants], [.. given]);
    }
}
