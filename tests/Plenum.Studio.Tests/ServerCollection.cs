namespace Plenum.Studio.Tests;

/// <summary>One studio without a browser, shared by the tests of its interface.</summary>
public sealed class Server : IAsyncLifetime
{
    private RunningStudio? _studio;
    private Client? _client;

    /// <summary>The studio.</summary>
    public RunningStudio Studio => _studio!;

    /// <summary>Calls it.</summary>
    public Client Client => _client!;

    public async ValueTask InitializeAsync()
    {
        _studio = await RunningStudio.StartAsync();
        _client = new Client(_studio.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_studio is not null) { await _studio.DisposeAsync(); }
    }

    /// <summary>Asserts that a normal request is still answered.</summary>
    public async Task AssertAnswersAsync()
    {
        using var fresh = new Client(Studio.Address);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await fresh.GetAsync("/api/variables/gdp_real")).Status);
        Assert.True(Studio.IsRunning);
    }
}

/// <summary>The collection of tests that share one studio.</summary>
[CollectionDefinition(Name)]
public sealed class ServerCollection : ICollectionFixture<Server>
{
    public const string Name = "server";
}
