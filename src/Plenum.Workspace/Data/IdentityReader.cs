using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.Data;

/// <summary>Reads <see cref="ProjectData.IdentitiesFile"/>: a list of what must add up.</summary>
internal static class IdentityReader
{
    private static readonly string[] s_keys = ["name", "parts", "total", "scale", "tolerance"];

    public static IReadOnlyList<DataIdentity> Read(SourceText source, DataSet data, DiagnosticBag findings)
    {
        var identities = new List<DataIdentity>();
        foreach (var map in YamlGroups.Read(source, "identities", "an identity", findings))
        {
            var keys = new MapReader(map, "an identity", s_keys, findings);
            keys.Require("name", "goods balance");
            keys.Require("parts", "[exports, -imports]");
            keys.Require("total", "goods_balance");
            keys.Require("tolerance", "0.01");
            var parts = keys.Names("parts") ?? [];
            string? total = keys.Text("total");
            double? tolerance = keys.Number("tolerance");
            double? scale = keys.Has("scale") ? keys.Number("scale") : 1;
            bool isKnown = parts.Count > 0 && parts.All(p => SeriesNames.Check(data, PartOf(p.Name).Series, p.Span, findings) is not null);
            if (total is not null && SeriesNames.Check(data, total, keys.Node("total")!.Span, findings) is null) { isKnown = false; }
            if (!isKnown || total is null || keys.Text("name") is not { } name || tolerance is not { } within || scale is not { } factor) { continue; }
            if (parts.FirstOrDefault(p => data[PartOf(p.Name).Series].Values.Frequency < data[total].Values.Frequency) is { Name: not null } rare)
            {
                keys.Report(WorkspaceCodes.WrongValue, $"'{PartOf(rare.Name).Series}' has fewer periods a year than '{total}'.", rare.Span, "parts are summed over the periods of the total, not divided.", "exchange the part for one of a higher frequency.");
                continue;
            }

            identities.Add(new DataIdentity(name, [.. parts.Select(p => PartOf(p.Name))], total, factor, within, map.Span));
        }

        return identities;
    }

    private static IdentityPart PartOf(string text) => text.StartsWith('-') ? new IdentityPart(text[1..].Trim(), -1) : new IdentityPart(text, 1);
}
