using Microsoft.Playwright;

namespace Plenum.Studio.Tests;

/// <summary>A page of the studio in a browser, which watches for what must never happen: errors in the console, failed requests, requests to elsewhere.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _studio;
    private readonly List<string> _complaints = [];

    internal OpenPage(IBrowserContext context, IPage page, Uri studio)
    {
        (_context, Page, _studio) = (context, page, studio);
        page.Console += (_, message) => Complain(message.Type == "error", $"console: {message.Text}");
        page.PageError += (_, error) => Complain(true, $"script: {error}");
        page.RequestFailed += (_, request) => Complain(request.Failure is not "net::ERR_ABORTED", $"failed: {request.Url} {request.Failure}");
        page.Request += (_, request) => Complain(!request.Url.StartsWith(studio.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal), $"left the machine: {request.Url}");
        page.Response += (_, response) => Complain(response.Status >= 400, $"status {response.Status}: {response.Url}");
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What must not have happened, in words.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints) { return [.. _complaints]; }
        }
    }

    /// <summary>Goes to another page of the studio and waits until it can be used.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(new Uri(_studio, path).ToString());
        await Page.WaitForSelectorAsync("main[data-ready=true]");
    }

    /// <summary>Asserts that nothing happened that must not.</summary>
    public void AssertQuiet() => Assert.Empty(Complaints);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Complain(bool isSo, string text)
    {
        if (!isSo) { return; }
        lock (_complaints) { _complaints.Add(text); }
    }
}
