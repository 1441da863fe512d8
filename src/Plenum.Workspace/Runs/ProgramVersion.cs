using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Plenum.Language.Binding;
using Plenum.Numerics.Random;
using Plenum.Series;

namespace Plenum.Workspace.Runs;

/// <summary>Which program computes: equal texts mean that the same input gives the same result.</summary>
public static class ProgramVersion
{
    /// <summary>The parts on which a result depends.</summary>
    private static readonly Assembly[] s_parts = [typeof(Period).Assembly, typeof(BoundModel).Assembly, typeof(RandomStream).Assembly, typeof(Engine.Paths).Assembly, typeof(ProgramVersion).Assembly];

    /// <summary>The version, and a digest of the compiled parts on which results depend, such as "0.1.0-5d41402abc4b".</summary>
    /// <remarks>A build is deterministic, so that two machines that build the same sources by the same compiler agree.</remarks>
    public static string Text { get; } = Find();

    private static string Find()
    {
        string modules = string.Join('\n', s_parts.Select(p => p.ManifestModule.ModuleVersionId.ToString("N")));
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(modules)))[..12];
        return string.Create(CultureInfo.InvariantCulture, $"{s_parts[^1].GetName().Version!.ToString(3)}-{digest}");
    }
}
