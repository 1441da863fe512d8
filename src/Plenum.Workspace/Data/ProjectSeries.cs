using Plenum.Series;

namespace Plenum.Workspace.Data;

/// <summary>One series of a project's data.</summary>
/// <param name="File">The file it stands in, as messages show it.</param>
/// <param name="Subject">The name of the file without folder and ending.</param>
/// <param name="Series">The values and where they come from.</param>
/// <param name="Coverage">The periods it covers.</param>
public sealed record ProjectSeries(string File, string Subject, DataSeries Series, Coverage Coverage)
{
    /// <summary>The name.</summary>
    public string Name => Series.Name;
}
