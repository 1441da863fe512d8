namespace Plenum.Benchmarks;

/// <summary>The folders of the repository.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution file, above the program or above the current folder.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory) ?? Find(Environment.CurrentDirectory)
        ?? throw new DirectoryNotFoundException("No folder above the program holds Plenum.slnx.");

    private static string? Find(string folder)
    {
        for (string? at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, "Plenum.slnx"))) { return at; }
        }

        return null;
    }
}
