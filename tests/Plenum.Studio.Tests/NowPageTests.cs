using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Plenum.Studio.Tests;

[Collection(BrowserCollection.Name)]
public sealed partial class NowPageTests(Browser browser)
{
    [Fact]
    public async Task The_sentence_on_top_says_what_the_first_indicator_shows()
    {
        await using var page = await browser.OpenAsync("/");
        string lead = await page.Page.Locator("p.lead").InnerTextAsync();
        string value = await page.Page.Locator(".indicator .value").First.InnerTextAsync();
        string period = (await page.Page.Locator(".indicator .move span").First.InnerTextAsync()).Split(',')[0];
        Assert.Contains(value, lead, StringComparison.Ordinal);
        Assert.Contains($"in {period}", lead, StringComparison.Ordinal);
        page.AssertQuiet();
    }

    [Fact]
    public async Task Every_indicator_has_a_figure_a_period_and_a_source()
    {
        await using var page = await browser.OpenAsync("/");
        int count = await page.Page.Locator(".indicator").CountAsync();
        Assert.True(count >= 15, $"{count} indicators");
        Assert.Equal(count, await page.Page.Locator(".indicator .value").Filter(new() { HasTextRegex = Figure() }).CountAsync());
        Assert.Equal(count, await page.Page.Locator(".indicator .source").Filter(new() { HasText = "Source:" }).CountAsync());
        page.AssertQuiet();
    }

    [Fact]
    public async Task Bands_and_verdicts_come_after_the_page_and_say_how_many_draws()
    {
        await using var page = await browser.OpenAsync("/");
        await Assertions.Expect(page.Page.Locator(".facts").First).ToContainTextAsync("draws of shocks");
        await Assertions.Expect(page.Page.Locator(".indicator polygon.band").First).ToBeAttachedAsync();
        await Assertions.Expect(page.Page.Locator(".scorecard .verdict").First).ToBeVisibleAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task The_large_chart_says_by_which_formula_the_indicator_is_measured()
    {
        await using var page = await browser.OpenAsync("/");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Open the chart of Producer prices" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("dialog .facts-list")).ToContainTextAsync("mean_of_months(ppi_growth_yoy)");
        await Assertions.Expect(page.Page.Locator("dialog .facts-list pre")).ToContainTextAsync("producer_inflation");
        page.AssertQuiet();
    }

    [Fact]
    public async Task The_page_fits_a_phone()
    {
        await using var page = await browser.OpenAsync("/", width: 390, height: 844, scheme: ColorScheme.Dark);
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"));
        page.AssertQuiet();
    }

    [GeneratedRegex(@"\d")]
    private static partial Regex Figure();
}
