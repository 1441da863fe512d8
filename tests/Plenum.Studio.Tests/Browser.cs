using Microsoft.Playwright;

namespace Plenum.Studio.Tests;

/// <summary>The distribution's Chromium and one studio, shared by the tests of a collection.</summary>
/// <remarks>Where there is no Chromium the tests that need it are skipped and say how to get it; <c>./test</c> installs it where it may.</remarks>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] s_places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private RunningStudio? _studio;

    /// <summary>The studio that all tests of the collection share.</summary>
    public RunningStudio Studio => _studio!;

    private static string? Program => Environment.GetEnvironmentVariable("PLENUM_CHROMIUM") is { Length: > 0 } named ? named : s_places.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        _studio = await RunningStudio.StartAsync();
        if (Program is null) { return; }
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) { await _browser.DisposeAsync(); }
        _playwright?.Dispose();
        if (_studio is not null) { await _studio.DisposeAsync(); }
    }

    /// <summary>Opens a page of the studio and waits until it can be used.</summary>
    /// <param name="path">Its address inside the studio.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="studio">Another studio than the shared one.</param>
    public async Task<OpenPage> OpenAsync(string path, int width = 1400, int height = 1000, ColorScheme scheme = ColorScheme.Light, Uri? studio = null)
    {
        if (_browser is null) { Assert.Skip("There is no Chromium: install the package 'chromium', or name the program in PLENUM_CHROMIUM."); }
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = scheme, AcceptDownloads = true });
        context.SetDefaultTimeout(15_000);
        var opened = new OpenPage(context, await context.NewPageAsync(), studio ?? Studio.Address);
        await opened.GoAsync(path);
        return opened;
    }
}

/// <summary>The collection of tests that share one browser and one studio.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}
