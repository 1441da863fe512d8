namespace Plenum.Studio.Tests;

/// <summary>A project in a folder of its own, which is removed in the end.</summary>
public sealed class ProjectCopy : IDisposable
{
    /// <summary>Copies a project of the repository.</summary>
    /// <param name="project">Its folder below <c>models</c>.</param>
    public ProjectCopy(string project)
    {
        string from = Path.Combine(RunningStudio.Root, "models", project);
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.Contains(".plenum" + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            string to = Path.Combine(Folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("plenum-project-").FullName;

    /// <summary>Changes the files of a pattern.</summary>
    public void Change(string pattern, Func<string, string> change)
    {
        foreach (string file in Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories)) { File.WriteAllText(file, change(File.ReadAllText(file))); }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
