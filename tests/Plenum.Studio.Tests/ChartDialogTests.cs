using Microsoft.Playwright;

namespace Plenum.Studio.Tests;

[Collection(BrowserCollection.Name)]
public sealed class ChartDialogTests(Browser browser)
{
    [Fact]
    public async Task Escape_closes_the_chart_and_gives_the_focus_back_to_its_opener()
    {
        await using var page = await OpenChartAsync();
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.activeElement.closest('dialog') !== null"));
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.WaitForFunctionAsync("() => document.activeElement.classList.contains('open')");
        await Assertions.Expect(page.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
        page.AssertQuiet();
    }

    [Fact]
    public async Task The_numbers_of_a_chart_and_its_file_are_the_same()
    {
        await using var page = await OpenChartAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Numbers", Exact = true }).ClickAsync();
        await page.Page.WaitForSelectorAsync("dialog .numbers tbody tr");
        int rows = await page.Page.Locator("dialog .numbers tbody tr").CountAsync();
        string file = await File.ReadAllTextAsync(await SaveAsync(page.Page, "CSV"), TestContext.Current.CancellationToken);
        Assert.Equal(rows, file.TrimEnd('\n').Split('\n').Length - 1);
        page.AssertQuiet();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_picture_is_light_on_white_whatever_the_page_looks_like(ColorScheme scheme)
    {
        await using var page = await OpenChartAsync(scheme);
        byte[] png = await File.ReadAllBytesAsync(await SaveAsync(page.Page, "PNG"), TestContext.Current.CancellationToken);
        Assert.Equal("PNG"u8.ToArray(), png[1..4]);
        string svg = await File.ReadAllTextAsync(await SaveAsync(page.Page, "SVG"), TestContext.Current.CancellationToken);
        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("prefers-color-scheme", svg, StringComparison.Ordinal);
        int[] corner = await page.Page.EvaluateAsync<int[]>("async data => { const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data), c => c.charCodeAt(0))])); const sheet = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d'); sheet.drawImage(bitmap, 0, 0); return [...sheet.getImageData(2, 2, 1, 1).data]; }", Convert.ToBase64String(png));
        Assert.Equal([255, 255, 255, 255], corner);
        page.AssertQuiet();
    }

    private async Task<OpenPage> OpenChartAsync(ColorScheme scheme = ColorScheme.Light)
    {
        var page = await browser.OpenAsync("/", scheme: scheme);
        var opener = page.Page.Locator("main button.open").First;
        await opener.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.WaitForSelectorAsync("dialog[open] .plot-frame.drawn");
        return page;
    }

    private static async Task<string> SaveAsync(IPage page, string button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync());
        return (await download.PathAsync())!;
    }
}
