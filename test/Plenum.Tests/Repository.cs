using System.Runtime.CompilerServices;

namespace Plenum.Tests;

/// <summary>Where the files of the repository are.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The text of a file, by its path from the root.</summary>
    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path])).ReplaceLineEndings("\n");

    private static string FindRoot([CallerFilePath] string here = "")
    {
        string folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "Plenum.slnx"))) { folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException($"No folder with 'Plenum.slnx' above {here}."); }
        return folder;
    }
}
