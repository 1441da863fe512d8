using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Plenum.Studio.Tests;

[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(Browser browser)
{
    private const int LargestPicture = 70_000;
    private const int PictureHeight = 720;

    /// <summary>The rules of axe-core: all of WCAG 2.2 up to AA that a program can judge, and its best practices. None is switched off.</summary>
    private static readonly AxeRunOptions s_rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Text below 12 pixels as it is shown; of a drawing the scale counts.</summary>
    private const string SmallText = """
        () => [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(c => c.nodeType === 3 && c.textContent.trim()) && e.checkVisibility())
          .filter(e => parseFloat(getComputedStyle(e).fontSize) * (e instanceof SVGGraphicsElement && e.getScreenCTM() ? e.getScreenCTM().a : 1) < 11.95)
          .map(e => `${e.tagName} '${e.textContent.trim().slice(0, 30)}' has ${getComputedStyle(e).fontSize}`).slice(0, 5)
        """;

    /// <summary>Tables wider than the page that do not scroll by themselves, or that the keyboard cannot scroll.</summary>
    private const string UnheldTables = """
        () => [...document.querySelectorAll('table')].filter(t => t.checkVisibility() && t.getBoundingClientRect().right > innerWidth + 1)
          .filter(t => { const holder = t.closest('[tabindex="0"][role=region]'); return !holder || !(holder.getAttribute('aria-label') || holder.getAttribute('aria-labelledby')); })
          .map(t => t.innerText.slice(0, 60))
        """;

    public static TheoryData<string> Visits => [.. StudioVisits.All.Keys];

    [Theory]
    [MemberData(nameof(Visits))]
    public async Task A_page_passes_every_rule_in_both_themes_on_desktop_and_phone(string name)
    {
        var visit = StudioVisits.All[name];
        bool isPage = StudioVisits.Pages.Contains(name);
        await using var page = await browser.OpenAsync(visit.Path);
        await visit.PrepareAsync(page.Page);
        var found = new List<string>();
        foreach (var look in Look.All.Where(l => isPage || (l.Scheme == ColorScheme.Dark) == (l.Screen == "phone")))
        {
            await look.ApplyAsync(page.Page);
            var result = await page.Page.RunAxe(s_rules);
            found.AddRange(result.Violations.SelectMany(v => v.Nodes.Take(3).Select(n => $"{look.Name}: {v.Id}: {v.Help}: {n.Html}")));
            found.AddRange((await page.Page.EvaluateAsync<string[]>(SmallText)).Select(t => $"{look.Name}: small text: {t}"));
            found.AddRange((await page.Page.EvaluateAsync<string[]>(UnheldTables)).Select(t => $"{look.Name}: a table leaves the page: {t}"));
            if (!await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth")) { found.Add($"{look.Name}: the page scrolls sideways"); }
            if (isPage) { await TakePictureAsync(page.Page, $"{name}-{look.Name}"); }
        }

        Assert.Empty(found);
        // The missing page is answered as missing, which a browser notes.
        Assert.DoesNotContain(page.Complaints, c => name != "missing" || !c.Contains("404", StringComparison.Ordinal));
    }

    /// <summary>Leaves a picture among the artifacts; <c>ACCEPT_SNAPSHOTS=1</c> puts it into the documentation.</summary>
    private static async Task TakePictureAsync(IPage page, string name)
    {
        await page.EvaluateAsync("() => { document.activeElement?.blur(); window.scrollTo(0, 0); }");
        var window = page.ViewportSize!;
        bool isWide = window.Width > window.Height;
        byte[] picture = await page.ScreenshotAsync(new()
        {
            Type = ScreenshotType.Jpeg,
            Quality = isWide ? 42 : 60,
            Clip = new Clip { Width = window.Width, Height = isWide ? PictureHeight : window.Height },
        });
        await KeepAsync(picture, Path.Combine("artifacts", "studio-pictures"), name);
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") != "1") { return; }
        Assert.InRange(picture.Length, 1, LargestPicture);
        await KeepAsync(picture, Path.Combine("docs", "images", "studio"), name);
    }

    private static Task KeepAsync(byte[] picture, string folder, string name) =>
        File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(RunningStudio.Root, folder)).FullName, $"{name}.jpg"), picture, TestContext.Current.CancellationToken);
}
