using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Series.Files;
using Plenum.Series.Formulas;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.Data;

/// <summary>The data that come with a project: every CSV file of its data folder, what must add up in them, and which variables they measure.</summary>
/// <remarks>A file with an error is left out and reported; the others can be used.</remarks>
public sealed class ProjectData
{
    /// <summary>The name of the file that says what must add up.</summary>
    public const string IdentitiesFile = "identities.yaml";

    /// <summary>The name of the file that says which variables are measured by which series.</summary>
    public const string MeasurementsFile = "observed.yaml";

    private readonly List<ProjectSeries> _series = [];
    private readonly List<Diagnostic> _findings = [];

    private ProjectData()
    {
    }

    /// <summary>All series as a data set.</summary>
    public DataSet Data { get; private set; } = DataSet.Empty;

    /// <summary>All series and those that <see cref="MeasurementsFile"/> derives from them.</summary>
    public DataSet WithDerived { get; private set; } = DataSet.Empty;

    /// <summary>All series, in order of their files.</summary>
    public IReadOnlyList<ProjectSeries> Series => _series;

    /// <summary>What must add up, and whether it does.</summary>
    public IReadOnlyList<IdentityCheck> Identities { get; private set; } = [];

    /// <summary>Which variables of the model are measured by which series.</summary>
    public IReadOnlyList<Measurement> Measurements { get; private set; } = [];

    /// <summary>Everything found, file by file.</summary>
    public IReadOnlyList<Diagnostic> Findings => _findings;

    /// <summary>Whether any finding is an error.</summary>
    public bool HasErrors => _findings.Exists(f => f.Severity == Severity.Error);

    /// <summary>Reads the data of a project; a project without a data folder has none.</summary>
    public static ProjectData Read(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var data = new ProjectData();
        if (project.Data is not { } folder) { return data; }
        foreach (string file in project.Files.List(folder.Name, ".csv")) { data.AddFile(project.Files, file); }
        data.Data = new DataSet(data._series.Select(s => s.Series));
        var findings = new DiagnosticBag();
        if (Open(project.Files, folder.Name, IdentitiesFile, findings) is { } identities)
        {
            data.Identities = [.. IdentityReader.Read(identities, data.Data, findings).Select(i => IdentityCheck.Of(i, data.Data))];
            findings.AddRange(data.Identities.Select(c => c.Finding).OfType<Diagnostic>());
        }

        data.WithDerived = data.Data;
        if (Open(project.Files, folder.Name, MeasurementsFile, findings) is { } measurements) { (data.WithDerived, data.Measurements) = MeasurementReader.Read(measurements, data.Data, findings); }
        data._findings.AddRange(findings.ByPlace());
        return data;
    }

    /// <summary>The series of a name, every vintage, or all series of a subject.</summary>
    public IReadOnlyList<ProjectSeries> Find(string name) =>
        _series.FindAll(s => s.Name == name) is { Count: > 0 } named ? named : _series.FindAll(s => s.Subject == name);

    /// <summary>The same data with other series in them: each stands where it has values, and the project's of that name elsewhere; what is derived is computed anew.</summary>
    /// <param name="own">The series, no two of one name. One whose frequency is not that of the project's series of the name is left out.</param>
    /// <remarks>What can no longer be computed keeps its values. Measurements stay; findings and identities are those of the project.</remarks>
    public ProjectData Revised(IEnumerable<DataSeries> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        var revised = new ProjectData { Identities = Identities, Measurements = Measurements };
        revised._series.AddRange(_series);
        revised._findings.AddRange(_findings);
        revised.Data = own.Aggregate(Data.Latest(), Put);
        revised.WithDerived = revised.Data;
        foreach (var derived in WithDerived.Where(s => !Data.TryFind(s.Name, out _, out _) && !revised.Data.TryFind(s.Name, out _, out _)))
        {
            bool isComputed = SeriesFormula.TryParse(derived.Provenance.SeriesCode, out var formula, out _);
            var values = isComputed && formula!.TryEvaluate(revised.WithDerived, out var computed, out _) ? computed : derived.Values;
            revised.WithDerived = revised.WithDerived.With(new DataSeries(values.Named(derived.Name), derived.Provenance));
        }

        return revised;
    }

    private static DataSet Put(DataSet data, DataSeries own)
    {
        if (!data.TryFind(own.Name, out var published, out _)) { return data.With(own); }
        if (published.Values.Frequency != own.Values.Frequency || own.Values.Count == 0) { return data; }
        if (published.Values.Count == 0) { return new DataSet(data.Where(s => s.Name != own.Name).Append(own)); }
        var first = own.Values.Start < published.Values.Start ? own.Values.Start : published.Values.Start;
        var last = own.Values.End > published.Values.End ? own.Values.End : published.Values.End;
        double[] values = [.. Enumerable.Range(0, last - first + 1).Select(k => double.IsNaN(own.Values[first + k]) ? published.Values[first + k] : own.Values[first + k])];
        return new DataSet(data.Select(s => s.Name == own.Name ? new DataSeries(new TimeSeries(first, values, own.Name), own.Provenance) : s));
    }

    /// <summary>The published series behind a measurement: those it names, and those behind the derived ones it names.</summary>
    public IReadOnlyList<string> Sources(Measurement measurement)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        var found = new List<string>();
        var open = new Stack<string>(measurement.Series.Reverse());
        while (open.TryPop(out string? name))
        {
            if (Data.TryFind(name, out _, out _))
            {
                if (!found.Contains(name)) { found.Add(name); }
            }
            else if (WithDerived.TryFind(name, out var derived, out _) && SeriesFormula.TryParse(derived.Provenance.SeriesCode, out var formula, out _))
            {
                foreach (string below in formula.Names.Reverse()) { open.Push(below); }
            }
        }

        return found;
    }

    private void AddFile(ProjectFolder folder, string file)
    {
        var unreadable = new DiagnosticBag();
        if (folder.Read(file, null, unreadable) is not { } source)
        {
            _findings.AddRange(unreadable);
            return;
        }

        var result = CsvFile.Parse(source.Text, source.Path);
        _findings.AddRange(DataDiagnostics.Of(result.Findings, source));
        foreach (var series in result.Data ?? DataSet.Empty)
        {
            if (_series.Find(s => s.Name == series.Name && s.Series.Provenance.Vintage == series.Provenance.Vintage) is { } first)
            {
                _findings.Add(Diagnostic.Error(DataCode.DuplicateObservation, $"'{series.Name}' is in '{source.Path}' and in '{first.File}'.", null, "a series of one vintage stands in one file.", "delete one, or name the vintage of each in the column 'vintage'."));
                continue;
            }

            _series.Add(new ProjectSeries(source.Path, Path.GetFileNameWithoutExtension(file), series, Coverage.Of(series)));
        }
    }

    private static SourceText? Open(ProjectFolder folder, string data, string name, DiagnosticBag findings)
    {
        string path = $"{data}/{name}";
        return folder.List(data, ".yaml").Contains(path) ? folder.Read(path, null, findings) : null;
    }
}
