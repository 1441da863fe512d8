using System.Globalization;
using System.Text;

namespace Plenum.Workspace.Drafts;

/// <summary>A file that a user keeps.</summary>
/// <param name="Name">Its name, which is its name in the folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="SavedAt">When it was saved last.</param>
public sealed record OwnFile(string Name, long Bytes, DateTime SavedAt);

/// <summary>Keeps files of users in a folder below <c>.plenum/studio</c> of a project, out of sight of version control.</summary>
/// <remarks>
/// A file is written whole under another name and then renamed, so a crash leaves the old one or the new one. Names are made by
/// <see cref="NameOf"/>; no other name is opened, so none leads out of the folder.
/// </remarks>
public sealed class OwnFiles
{
    private const int LongestName = 80;
    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly string _ignore;
    private readonly int _mostBytes;

    /// <summary>Prepares to keep files; nothing is written yet.</summary>
    /// <param name="project">The project's folder.</param>
    /// <param name="place">The folder below <c>.plenum/studio</c>; empty for that folder itself.</param>
    /// <param name="mostFiles">The most files that are kept.</param>
    /// <param name="mostBytes">The most bytes of one file.</param>
    public OwnFiles(string project, string place, int mostFiles, int mostBytes)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(place);
        _folder = Path.Combine(project, ".plenum", "studio", place);
        _ignore = Path.Combine(project, ".plenum", ".gitignore");
        (MostFiles, _mostBytes) = (mostFiles, mostBytes);
    }

    /// <summary>The most files that are kept.</summary>
    public int MostFiles { get; }

    /// <summary>Whether anything was ever kept here.</summary>
    public bool Exists => Directory.Exists(_folder);

    /// <summary>The name under which a file of a title is kept: its letters and digits of any script, spaces, dots, hyphens and underscores; a hyphen for all else.</summary>
    public static string NameOf(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        // What is trimmed can leave an end that is trimmed as well; a name is what stays as it is.
        string name = Trimmed(title);
        for (string again; (again = Trimmed(name)) != name; name = again) { }
        return name;
    }

    /// <summary>All files, the newest first.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public IReadOnlyList<OwnFile> All()
    {
        lock (_gate)
        {
            if (!Exists) { return []; }
            return [.. new DirectoryInfo(_folder).EnumerateFiles().Where(f => IsName(f.Name)).Take(MostFiles).Select(f => new OwnFile(f.Name, f.Length, f.LastWriteTimeUtc)).OrderByDescending(f => f.SavedAt).ThenBy(f => f.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>Saves a file; it replaces the one of the same name.</summary>
    /// <param name="name">A name that <see cref="NameOf"/> made.</param>
    /// <param name="content">The whole file.</param>
    /// <returns>Whether there was room; too large a file has none.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    /// <exception cref="ArgumentException">The name is none.</exception>
    public bool Save(string name, ReadOnlySpan<byte> content)
    {
        if (!IsName(name)) { throw new ArgumentException($"'{name}' is no name of a file that is kept.", nameof(name)); }
        if (content.Length > _mostBytes) { return false; }
        lock (_gate)
        {
            Directory.CreateDirectory(_folder);
            if (!File.Exists(_ignore)) { File.WriteAllText(_ignore, "*\n"); }
            if (!File.Exists(PathOf(name)) && new DirectoryInfo(_folder).EnumerateFiles().Count(f => IsName(f.Name)) >= MostFiles) { return false; }
            string half = Path.Combine(_folder, $".{Path.GetRandomFileName()}.half");
            try
            {
                using (var stream = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
                {
                    stream.Write(content);
                    stream.Flush(flushToDisk: true);
                }

                File.Move(half, PathOf(name), overwrite: true);
            }
            finally
            {
                File.Delete(half);
            }

            return true;
        }
    }

    /// <summary>What is known of a file; null where there is none of that name.</summary>
    public OwnFile? Find(string name) => IsName(name) && new FileInfo(PathOf(name)) is { Exists: true } file ? new OwnFile(file.Name, file.Length, file.LastWriteTimeUtc) : null;

    /// <summary>The content of a file; null where there is none of that name, or it has grown too large.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public byte[]? Read(string name)
    {
        lock (_gate) { return IsName(name) && new FileInfo(PathOf(name)) is { Exists: true } file && file.Length <= _mostBytes ? File.ReadAllBytes(file.FullName) : null; }
    }

    /// <summary>Deletes a file; false where there is none of that name.</summary>
    /// <exception cref="IOException">The file cannot be deleted.</exception>
    public bool Delete(string name)
    {
        lock (_gate)
        {
            if (!IsName(name) || !File.Exists(PathOf(name))) { return false; }
            File.Delete(PathOf(name));
            return true;
        }
    }

    private static string Trimmed(string title)
    {
        var name = new StringBuilder();
        foreach (char c in title.Length > 4 * LongestName ? title[^(4 * LongestName)..] : title)
        {
            bool isPlain = char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is ' ' or '.' or '-' or '_';
            if (isPlain || (name.Length > 0 && name[^1] != '-')) { name.Append(isPlain ? c : '-'); }
        }

        string ending = Path.GetExtension(name.ToString()) is { Length: > 1 and <= 8 } known ? known : "";
        string stem = name.ToString()[..^ending.Length];
        stem = (stem.Length > LongestName - ending.Length ? stem[..(LongestName - ending.Length)] : stem).Trim(' ', '.', '-');
        return (stem.Length == 0 ? "file" : stem) + ending.TrimEnd(' ', '.', '-');
    }

    private static bool IsName(string name) => name.Length > 0 && name[0] != '.' && NameOf(name) == name;

    private string PathOf(string name) => Path.Combine(_folder, name);
}
