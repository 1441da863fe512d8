using System.Security.Cryptography;
using System.Text;
using Microsoft.JSInterop;
using Plenum.Cli;
using Plenum.Studio.Economy;
using Plenum.Studio.Serving;
using Plenum.Workspace.Drafts;

namespace Plenum.Studio.Desk;

/// <summary>Where the user of a window keeps what must outlive it: files of data, and edited copies of the model.</summary>
/// <remarks>
/// A studio without a token serves whoever sits at this machine, whose windows share one shelf. With a token it serves many, and each browser
/// has a shelf of its own: a random key that never leaves that browser's storage and the session opens it. The folder is called by a digest of
/// the key, so that who can list the folders cannot open a shelf.
/// </remarks>
public sealed class OwnShelf(OpenedModel economy, StudioRequest request)
{
    private const string Others = "of";
    private const int KeyLength = 32;

    /// <summary>Files of data; null before the shelf is opened, and where the browser keeps no key.</summary>
    public OwnFiles? Series { get; private set; }

    /// <summary>Edited copies of the model; null in the same cases.</summary>
    public OwnFiles? Models { get; private set; }

    /// <summary>Opens the shelf; once is enough.</summary>
    /// <param name="script">Asks the browser for its key.</param>
    public async Task OpenAsync(IJSRuntime script)
    {
        ArgumentNullException.ThrowIfNull(script);
        if (Series is not null) { return; }
        string place = "";
        if (request.Token is not null)
        {
            string key = await script.InvokeAsync<string?>("studio.ownKey").ConfigureAwait(true) ?? "";
            if (key.Length != KeyLength || !key.All(char.IsAsciiHexDigitLower)) { return; }
            place = Path.Combine(Others, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)))[..KeyLength]);
            if (!HasRoomFor(place)) { return; }
        }

        Series = new OwnFiles(economy.Project.Folder, Path.Combine(place, "series"), UploadLimits.MostKeptFiles, (int)UploadLimits.LargestFile);
        Models = new OwnFiles(economy.Project.Folder, Path.Combine(place, "models"), UploadLimits.MostKeptFiles, 4 * StudioLimits.LargestModelText);
    }

    private bool HasRoomFor(string place)
    {
        string studio = Path.Combine(economy.Project.Folder, ".plenum", "studio"), others = Path.Combine(studio, Others);
        return !Directory.Exists(others) || Directory.Exists(Path.Combine(studio, place)) || Directory.EnumerateDirectories(others).Count() < UploadLimits.MostShelves;
    }
}
