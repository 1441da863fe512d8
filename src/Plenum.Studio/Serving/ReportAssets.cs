using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Plenum.Report.Html;

namespace Plenum.Studio.Serving;

/// <summary>The chart library that the report carries, for pages of the studio.</summary>
internal static class ReportAssets
{
    private static readonly Lazy<EntityTagHeaderValue> s_tag = new(() =>
    {
        using var script = Plotly();
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(script))[..16]}\"");
    });

    /// <summary>Tells one version from another.</summary>
    public static EntityTagHeaderValue Tag => s_tag.Value;

    /// <summary>The script.</summary>
    public static Stream Plotly() => PageAssets.Plotly();
}
