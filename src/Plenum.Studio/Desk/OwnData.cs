using System.Globalization;
using Plenum.Series;
using Plenum.Series.Files;
using Plenum.Studio.Serving;
using Plenum.Workspace.Data;

namespace Plenum.Studio.Desk;

/// <summary>Series that the user of one browser window has brought. They are used as long as the window and seen in no other; the file they came from is kept on the <see cref="OwnShelf"/>.</summary>
public sealed class OwnData
{
    private const int ShownOfName = 60;
    private readonly Dictionary<string, DataSeries> _series = new(StringComparer.Ordinal);
    private (ProjectData Published, ProjectData Revised)? _revised;

    /// <summary>The series, by name.</summary>
    public IReadOnlyCollection<DataSeries> Series => _series.Values;

    /// <summary>The series of a name; null where the user has brought none.</summary>
    public DataSeries? Find(string name) => _series.GetValueOrDefault(name);

    /// <summary>Reads a file; nothing of it is kept yet.</summary>
    /// <param name="name">Its name, whose ending says the format.</param>
    /// <param name="bytes">The file.</param>
    public static Task<ReadResult> ReadAsync(string name, byte[] bytes) => Task.Run(() => Checked(name, DataFile.Parse(bytes, name, UploadLimits.Reading)));

    /// <summary>Keeps series; those of a name that was brought before are replaced.</summary>
    public void Keep(IEnumerable<DataSeries> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        foreach (var one in series) { _series[one.Name] = one; }
        _revised = null;
    }

    /// <summary>Forgets a series.</summary>
    public void Forget(string name)
    {
        _series.Remove(name);
        _revised = null;
    }

    /// <summary>The data of the project with the user's own in them.</summary>
    public ProjectData Revise(ProjectData published)
    {
        ArgumentNullException.ThrowIfNull(published);
        if (_revised is { } known && known.Published == published) { return known.Revised; }
        var revised = published.Revised(_series.Values);
        _revised = (published, revised);
        return revised;
    }

    /// <summary>Too many series for a window are refused as a whole, so that none is missed without notice.</summary>
    private static ReadResult Checked(string name, ReadResult result)
    {
        if (result.Data is not { } data) { return result; }
        if (data.Names.Count > UploadLimits.MostSeries)
        {
            return new ReadResult(null, [.. result.Findings, DataFinding.Error(DataCode.TooLarge, $"the file has {data.Names.Count} series; the limit is {UploadLimits.MostSeries}.", new DataPlace(name), help: "keep the series that are wanted.")]);
        }

        if (data.Names.FirstOrDefault(n => n.Length > UploadLimits.LongestName || PlainText.HasHidden(n)) is { } odd)
        {
            return new ReadResult(null, [.. result.Findings, DataFinding.Error(DataCode.BadCell, $"'{PlainText.Of(odd, ShownOfName)}' is no name of a series.", new DataPlace(name), string.Create(CultureInfo.InvariantCulture, $"a name has at most {UploadLimits.LongestName} characters, none of them a control character or a sign that turns the direction of writing."), "give the series a short name of letters, digits and underscores.")]);
        }

        return result with { Data = data.Latest() };
    }
}
