using System.Globalization;
using Plenum.Studio.Economy;

namespace Plenum.Studio.Desk;

/// <summary>One browser window: in the line for long runs it stands apart from all others.</summary>
public sealed class PageSession
{
    private readonly string _owner = string.Create(CultureInfo.InvariantCulture, $"page {Guid.NewGuid():N}");

    /// <summary>The window as one who asks for a long run.</summary>
    /// <param name="ahead">Told how many runs are ahead.</param>
    public Asker Asks(IProgress<int> ahead)
    {
        ArgumentNullException.ThrowIfNull(ahead);
        return new Asker(_owner, ahead.Report);
    }
}
