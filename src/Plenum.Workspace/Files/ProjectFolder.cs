using System.Text;
using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.Files;

/// <summary>The files of one folder; nothing outside it is ever opened.</summary>
/// <param name="root">The folder.</param>
/// <param name="shown">The folder as messages show it; "." or empty shows paths inside it alone.</param>
internal sealed class ProjectFolder(string root, string shown)
{
    private const long LargestText = 64L << 20;
    private readonly string _full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <summary>The full path of the folder.</summary>
    public string Root => _full;

    /// <summary>Reads a text file of the folder; null after an error.</summary>
    /// <param name="relative">Path inside the folder, with forward slashes.</param>
    /// <param name="mention">Where the path is written, for messages; null where it was found by listing.</param>
    /// <param name="findings">Takes the error.</param>
    public SourceText? Read(string relative, SourceSpan? mention, DiagnosticBag findings)
    {
        if (Resolve(relative, mention, findings) is not { } path) { return null; }
        string shown = Shown(relative);
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                Report(findings, $"there is no file '{shown}'.", mention, null, Nearest(relative));
                return null;
            }

            if (file.Length > LargestText)
            {
                Report(findings, $"'{shown}' has {file.Length >> 20} MB.", mention, $"a text file of a project may have {LargestText >> 20} MB.", "split it.");
                return null;
            }

            return new SourceText(shown, File.ReadAllText(path, new UTF8Encoding(false, true)));
        }
        catch (DecoderFallbackException)
        {
            Report(findings, $"'{shown}' is not text in UTF-8.", mention, null, "save it as UTF-8.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Report(findings, $"'{shown}' cannot be read.", mention, error.Message, null);
        }

        return null;
    }

    /// <summary>The paths of the files in a folder that have the given ending, in order of name; empty where there is no such folder.</summary>
    public IReadOnlyList<string> List(string relative, string ending)
    {
        string path = Path.Combine(_full, relative);
        if (!IsInside(path) || !Directory.Exists(path)) { return []; }
        var names = Directory.EnumerateFiles(path).Select(f => Path.GetFileName(f)).Where(n => n.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        return [.. names.Order(StringComparer.Ordinal).Select(n => relative.Length == 0 ? n : $"{relative}/{n}")];
    }

    /// <summary>Whether the path is a folder inside this one.</summary>
    public bool IsFolder(string relative) => IsInside(Path.Combine(_full, relative)) && Directory.Exists(Path.Combine(_full, relative));

    /// <summary>A path inside the folder as messages show it.</summary>
    public string Shown(string relative) => shown is "." or "" ? relative : Path.Combine(shown, relative).Replace('\\', '/');

    private string? Resolve(string relative, SourceSpan? mention, DiagnosticBag findings)
    {
        string path = Path.GetFullPath(Path.Combine(_full, relative));
        if (IsInside(path)) { return path; }
        Report(findings, $"'{relative}' lies outside the project.", mention, "a project opens files of its own folder alone, so that one from a stranger is safe to open.", "copy the file into the project's folder.");
        return null;
    }

    /// <summary>Whether a path stays below the folder, links included.</summary>
    private bool IsInside(string path)
    {
        string full = Path.GetFullPath(path);
        if (full != _full && !full.StartsWith(_full + Path.DirectorySeparatorChar, StringComparison.Ordinal)) { return false; }
        for (string? part = full; part is not null && part.Length > _full.Length; part = Path.GetDirectoryName(part))
        {
            if (new FileInfo(part).LinkTarget is not null) { return false; }
        }

        return true;
    }

    private string? Nearest(string relative)
    {
        string folder = Path.GetDirectoryName(relative)?.Replace('\\', '/') ?? "";
        string? near = Suggestion.Nearest(relative, List(folder, ""));
        return near is null ? "check the path; it is relative to the folder of project.yaml." : $"did you mean '{near}'?";
    }

    private static void Report(DiagnosticBag findings, string fact, SourceSpan? span, string? why, string? help) =>
        findings.Add(Diagnostic.Error(WorkspaceCodes.WrongFile, fact, span, why, help));
}
