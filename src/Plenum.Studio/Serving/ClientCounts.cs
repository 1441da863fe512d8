using System.Net;

namespace Plenum.Studio.Serving;

/// <summary>Counts what is open, for each client and in all, and says when it is enough.</summary>
/// <param name="perClient">The most of one client.</param>
/// <param name="inAll">The most in all.</param>
internal sealed class ClientCounts(int perClient, int inAll)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, int> _open = [];
    private int _all;

    /// <summary>Takes one place; false where none is left.</summary>
    public bool TryEnter(IPAddress client)
    {
        lock (_gate)
        {
            int open = _open.GetValueOrDefault(client);
            if (open >= perClient || _all >= inAll) { return false; }
            _open[client] = open + 1;
            _all++;
            return true;
        }
    }

    /// <summary>Gives a place back.</summary>
    public void Leave(IPAddress client)
    {
        lock (_gate)
        {
            _all--;
            if (--_open[client] == 0) { _open.Remove(client); }
        }
    }
}
