using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Series.Files;

namespace Plenum.Workspace.History;

/// <summary>The three tables of a baseline: start values, exogenous paths, add-factors.</summary>
public static class BaselineTables
{
    private const double SameWithin = 1e-9;

    /// <summary>The tables of a built baseline, each with the file it belongs into; a table without a file is left out.</summary>
    public static IReadOnlyList<(PlacedName File, WideTable Table)> Of(Project project, BuiltBaseline built)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(built);
        var (files, paths) = (project.Baseline, built.Paths);
        var tables = new List<(PlacedName, WideTable)>();
        Add(files.StartValues, Role.Endogenous, paths.Start, project.Start - 1);
        Add(files.Exogenous, Role.Exogenous, paths.Start, project.End);
        Add(files.AddFactors, Role.AddFactor, project.Start, project.End);
        return tables;

        void Add(PlacedName? file, Role role, Period from, Period to)
        {
            if (file is not { } place || to < from) { return; }
            var names = new List<string>();
            var rows = new List<double[]>();
            foreach (var symbol in paths.Model.Symbols.Where(s => s.Role == role))
            {
                double[] row = [.. new TimeSeries(paths.Start, paths.Column(symbol.Column)).Window(from, to)];
                if (row.All(double.IsNaN)) { continue; }
                names.Add(role == Role.AddFactor ? symbol.Name["add_factor(".Length..^1] : symbol.Name);
                rows.Add(row);
            }

            tables.Add((place, new WideTable(names, from, [.. rows])));
        }
    }

    /// <summary>Writes the tables into the project's folder.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(Project project, BuiltBaseline built)
    {
        foreach (var (file, table) in Of(project, built))
        {
            string path = Path.Combine(project.Folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            table.Write(path);
        }
    }

    /// <summary>The names whose rows in the project's files are not those of a built baseline, with the file they stand in.</summary>
    /// <param name="project">The project.</param>
    /// <param name="built">The baseline.</param>
    /// <param name="findings">Takes why a file cannot be read.</param>
    public static IReadOnlyList<string> Differences(Project project, BuiltBaseline built, DiagnosticBag findings)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(findings);
        var different = new List<string>();
        foreach (var (file, table) in Of(project, built))
        {
            var written = project.Files.Read(file.Name, file.Span, findings) is { } text ? WideTable.Parse(text.Text, text.Path, out _) : null;
            var rows = written?.Names.Zip(written.Rows).ToDictionary(r => r.First, r => r.Second) ?? [];
            for (int i = 0; i < table.Names.Count; i++)
            {
                if (written?.Start != table.Start || !rows.TryGetValue(table.Names[i], out double[]? row) || !IsSame(row, table.Rows[i])) { different.Add($"{table.Names[i]} in {file.Name}"); }
            }
        }

        return different;
    }

    private static bool IsSame(double[] left, double[] right) =>
        left.Length == right.Length && left.Zip(right).All(p => p.First.Equals(p.Second) || Math.Abs(p.First - p.Second) <= SameWithin * Math.Max(1, Math.Abs(p.Second)));
}
