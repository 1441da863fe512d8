using System.Runtime.CompilerServices;

namespace Plenum.Tests;

/// <summary>Compares a text with the one a reviewer accepted, kept in <c>Snapshots/</c>; <c>ACCEPT_SNAPSHOTS=1</c> accepts the new one.</summary>
internal static class Snapshot
{
    /// <param name="actual">What the program printed.</param>
    /// <param name="name">Path below <c>Snapshots/</c>, such as "Syntax/tab.txt".</param>
    /// <param name="caller">Left out by the caller.</param>
    public static void Match(string actual, string name, [CallerFilePath] string caller = "")
    {
        string path = Path.Combine(Folder("", caller), name);
        string text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        Assert.True(File.Exists(path), $"There is no snapshot '{name}'. Run the test with ACCEPT_SNAPSHOTS=1, and read what it wrote.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    /// <summary>A folder of <c>Snapshots/</c>, by its name there.</summary>
    public static string Folder(string name, [CallerFilePath] string caller = "")
    {
        string root = Path.GetDirectoryName(caller)!;
        while (!Directory.Exists(Path.Combine(root, "Snapshots"))) { root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException($"No folder 'Snapshots' above {caller}."); }
        return Path.Combine(root, "Snapshots", name);
    }
}
