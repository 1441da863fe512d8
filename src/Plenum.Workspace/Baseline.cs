using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Files;

namespace Plenum.Workspace;

/// <summary>The given numbers of a project: start values, paths of exogenous names, add-factors.</summary>
public static class Baseline
{
    /// <summary>Reads the baseline's files into paths that reach from the first start value, or the deepest lag, to the project's end.</summary>
    /// <param name="project">The project.</param>
    /// <param name="model">Its model.</param>
    /// <param name="findings">Takes what does not fit; all at once.</param>
    /// <returns>Paths in which nothing is solved yet; null where an error was found.</returns>
    public static Paths? Read(Project project, BoundModel model, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(findings);
        return ReadTables(project.Files, project.Baseline, project.Start, project.End, model, findings);
    }

    /// <summary>Reads a folder that holds a baseline's files alone, under their usual names; a file that is not there gives nothing.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shownAs">The folder as messages shall show it.</param>
    /// <param name="project">The project whose periods count.</param>
    /// <param name="model">Its model.</param>
    /// <param name="findings">Takes what does not fit; all at once.</param>
    /// <returns>Paths in which nothing is solved yet; null where an error was found, or the folder holds none of the files.</returns>
    public static Paths? ReadFolder(string folder, string shownAs, Project project, BoundModel model, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(findings);
        var files = new BaselineFiles(File("start_values.csv"), File("exogenous.csv"), File("add_factors.csv"));
        if (files == new BaselineFiles(null, null, null))
        {
            findings.Add(Diagnostic.Error(WorkspaceCodes.NoBaseline, $"'{shownAs}' holds no baseline.", null, $"a baseline is a project's folder, or one with start_values.csv, exogenous.csv and add_factors.csv.", "name such a folder."));
            return null;
        }

        return ReadTables(new ProjectFolder(folder, shownAs), files, project.Start, project.End, model, findings);

        PlacedName? File(string name) => System.IO.File.Exists(Path.Combine(folder, name)) ? new PlacedName(name, default) : null;
    }

    private static Paths? ReadTables(ProjectFolder folder, BaselineFiles files, Period from, Period to, BoundModel model, DiagnosticBag findings)
    {
        var tables = new List<(BaselineTable Table, Contents Contents)>();
        ReadTable(files.StartValues, Contents.StartValues);
        ReadTable(files.Exogenous, Contents.Exogenous);
        ReadTable(files.AddFactors, Contents.AddFactors);

        var start = tables.Select(t => t.Table.Values.Start).Append(from + model.Reach.Lag).Min();
        var paths = new Paths(model, start, to - start + 1);
        foreach (var (table, contents) in tables) { Fill(paths, table, contents, findings); }
        return findings.HasErrors ? null : paths;

        void ReadTable(PlacedName? file, Contents contents)
        {
            SourceSpan? mention = file is { Span.Source: not null } mentioned ? mentioned.Span : null;
            if (file is { } place && folder.Read(place.Name, mention, findings) is { } text && BaselineTable.Read(text, model.Frequency, findings) is { } table) { tables.Add((table, contents)); }
        }
    }

    private static void Fill(Paths paths, BaselineTable table, Contents contents, DiagnosticBag findings)
    {
        var values = table.Values;
        for (int row = 0; row < values.Names.Count; row++)
        {
            if (Find(paths.Model, table, values.Names[row], contents, findings) is not { } symbol || paths.Model.VariantValues.ContainsKey(symbol.Column)) { continue; }
            for (int k = 0; k < values.Count; k++)
            {
                int t = values.Start + k - paths.Start;
                if (t < paths.Count && !double.IsNaN(values.Rows[row][k])) { paths.Row(t)[symbol.Column] = values.Rows[row][k]; }
            }
        }
    }

    /// <summary>The symbol whose values a line gives; an add-factor goes by the name of its equation.</summary>
    private static Symbol? Find(BoundModel model, BaselineTable table, string name, Contents contents, DiagnosticBag findings)
    {
        var symbol = model.Find(contents == Contents.AddFactors && !name.StartsWith("add_factor(", StringComparison.Ordinal) ? $"add_factor({name})" : name);
        if (symbol is not null && Fits(symbol.Role, contents)) { return symbol; }
        string fact = symbol is not null ? $"'{name}' is {Words(symbol.Role)}, so it does not belong into this file."
            : contents == Contents.AddFactors && model.Find(name) is not null ? $"'{name}' has no add-factor, because its equation is not behavioural."
            : $"the model has no name '{name}'.";
        string? near = symbol is null ? Suggestion.Nearest(name, model.Symbols.Where(s => s.Role != Role.AddFactor && s.Name != name).Select(s => s.Name)) : null;
        findings.Add(Diagnostic.Error(WorkspaceCodes.WrongBaseline, fact, table.PlaceOf(name), null, near is null ? "remove the line, or move it to the file where it belongs." : $"did you mean '{near}'? Otherwise remove the line."));
        return null;
    }

    private static bool Fits(Role role, Contents contents) => contents switch
    {
        Contents.StartValues => role is Role.Endogenous or Role.Exogenous or Role.Shock,
        Contents.Exogenous => role is Role.Exogenous or Role.Shock,
        _ => role is Role.AddFactor,
    };

    private static string Words(Role role) => role switch
    {
        Role.Parameter => "a parameter",
        Role.AddFactor => "an add-factor",
        Role.Endogenous => "endogenous",
        _ => "exogenous",
    };

    private enum Contents
    {
        StartValues,
        Exogenous,
        AddFactors,
    }
}
