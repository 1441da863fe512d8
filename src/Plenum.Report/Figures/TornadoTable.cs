using System.Globalization;
using Plenum.Workspace.Ensembles;

namespace Plenum.Report.Figures;

/// <summary>What drives a variance, with a bar for each part.</summary>
public static class TornadoTable
{
    private const int LongestBar = 24;

    /// <summary>The independent sources: shares, and the two indices between which they lie.</summary>
    public static Table Sources(Tornado tornado)
    {
        ArgumentNullException.ThrowIfNull(tornado);
        return new Table("",
            [new TableColumn("Sources", Alignment.Left, MaySqueeze: true), new TableColumn("share"), new TableColumn("error"), new TableColumn("alone", Gap: 3), new TableColumn("total"), new TableColumn("", Alignment.Left)],
            [.. tornado.Effects.Sources.Select((e, i) => (IReadOnlyList<string>)[SourceName(tornado.Sources[i]), Percent(e.Shapley), Percent(e.SamplingError), Percent(e.First), Percent(e.Total), Bar(e.Shapley)])]);
    }

    /// <summary>The groups of shocks, as shares of the whole variance.</summary>
    /// <param name="tornado">The parts.</param>
    /// <param name="blockLabel">What a block of the model is called.</param>
    public static Table Groups(Tornado tornado, Func<string, string> blockLabel)
    {
        ArgumentNullException.ThrowIfNull(tornado);
        ArgumentNullException.ThrowIfNull(blockLabel);
        var rows = tornado.Groups.Select(g => (IReadOnlyList<string>)[Name(g, blockLabel), Count(g.Count), Percent(tornado.ShockPart * g.Share.Share), Percent(tornado.ShockPart * g.Share.SamplingError), Percent(tornado.ShockPart * g.Share.Alone), Bar(tornado.ShockPart * g.Share.Share)]).ToList();
        rows.Add(["Interplay", "", Percent(tornado.ShockPart * tornado.Interplay), "", "", Bar(tornado.ShockPart * tornado.Interplay)]);
        return new Table("",
            [new TableColumn("Shocks by block", Alignment.Left, MaySqueeze: true), new TableColumn("paths"), new TableColumn("share"), new TableColumn("error"), new TableColumn("alone", Gap: 3), new TableColumn("", Alignment.Left)],
            rows);
    }

    /// <summary>What a source is called.</summary>
    public static string SourceName(string source) => source switch
    {
        UncertainSources.Shocks => "Shocks and exogenous paths",
        UncertainSources.ParametersName => "Parameters",
        _ => $"Risk {source}",
    };

    /// <summary>What a group is called.</summary>
    public static string Name(ShockGroup group, Func<string, string> blockLabel)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(blockLabel);
        return group.IsExogenous ? $"given: {group.Name}" : blockLabel(group.Name);
    }

    /// <summary>A bar as long as a share; to the left of its mark where the group offsets others.</summary>
    private static string Bar(double share)
    {
        if (!double.IsFinite(share)) { return ""; }
        int length = (int)Math.Round(LongestBar * Math.Min(1.0, Math.Abs(share)));
        return share < 0.0 ? new string('-', length) : new string('#', length);
    }

    private static string Percent(double share) => double.IsFinite(share) ? string.Create(CultureInfo.InvariantCulture, $"{100.0 * share:0.0} %") : Numbers.Missing;

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
