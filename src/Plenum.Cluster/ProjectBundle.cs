using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plenum.Language.Diagnostics;
using Plenum.Workspace;

namespace Plenum.Cluster;

/// <summary>The text files of a project, as they are sent to silos; its name is a digest of what is in it.</summary>
/// <param name="Digest">SHA-256 over names and contents.</param>
/// <param name="Files">The files, in order of name.</param>
[GenerateSerializer, Immutable]
public sealed record ProjectBundle(string Digest, BundledFile[] Files)
{
    /// <summary>The most bytes that are sent.</summary>
    public const long MostBytes = 64L << 20;

    /// <summary>The folder of a bundle in which scenario files from outside the project lie.</summary>
    private const string Given = "given";

    private static readonly string[] s_endings = [".yaml", ".yml", ".plenum", ".csv"];

    /// <summary>Takes a project's files: those that a model, its baseline, scenarios and plans may be written in. Hidden folders and links are left out.</summary>
    /// <param name="project">The project.</param>
    /// <param name="scenarios">Scenario files that the user names by a path, and their paths.</param>
    /// <param name="findings">Takes what keeps it from being sent.</param>
    /// <returns>The bundle; null where an error was found.</returns>
    public static ProjectBundle? Of(Project project, IReadOnlyList<(string Name, string Path)> scenarios, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(findings);
        var paths = Paths(project.Folder).Select(p => (Name: Path.GetRelativePath(project.Folder, p).Replace('\\', '/'), Path: p))
            .Concat(scenarios.Select((s, i) => (Name: PathOfGiven(i, s.Name), s.Path))).OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        long bytes = paths.Sum(p => new FileInfo(p.Path).Length);
        if (bytes > MostBytes)
        {
            findings.Add(Diagnostic.Error(ClusterCodes.TooLarge, string.Create(CultureInfo.InvariantCulture, $"the project's text files have {bytes >> 20} MB together."), null, string.Create(CultureInfo.InvariantCulture, $"a project travels with the job; {MostBytes >> 20} MB may be sent."), "move data that the model does not need out of the project's folder."));
            return null;
        }

        BundledFile[] files = [.. paths.Select(p => new BundledFile(p.Name, File.ReadAllBytes(p.Path)))];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Name}\0{file.Content.Length}\0")));
            hash.AppendData(file.Content);
        }

        return new ProjectBundle(Convert.ToHexStringLower(hash.GetHashAndReset()), files);
    }

    /// <summary>Where a scenario file from outside the project lies in the bundle.</summary>
    internal static string PathOfGiven(int place, string name) => string.Create(CultureInfo.InvariantCulture, $".{Given}/{place}/{Path.GetFileName(name)}");

    /// <summary>Writes the files into a folder; nothing outside it is touched, whatever their names say.</summary>
    /// <exception cref="InvalidDataException">A name leads out of the folder.</exception>
    internal void Unpack(string folder)
    {
        string root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        foreach (var file in Files)
        {
            string path = Path.GetFullPath(Path.Combine(root, file.Name));
            if (!path.StartsWith(root, StringComparison.Ordinal)) { throw new InvalidDataException($"'{file.Name}' leads out of the project."); }
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content);
        }
    }

    private static IEnumerable<string> Paths(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(e => e.LinkTarget is null && !e.Name.StartsWith('.')))
        {
            if (entry is DirectoryInfo)
            {
                foreach (string path in Paths(entry.FullName)) { yield return path; }
            }
            else if (s_endings.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase)) { yield return entry.FullName; }
        }
    }
}

/// <summary>A file of a bundle.</summary>
/// <param name="Name">Its path inside the project, with forward slashes.</param>
/// <param name="Content">What is in it.</param>
[GenerateSerializer, Immutable]
public sealed record BundledFile(string Name, byte[] Content);
