using System.Globalization;
using Microsoft.Playwright;

namespace Plenum.Studio.Tests;

[Collection(BrowserCollection.Name)]
public sealed class WhatIfPageTests(Browser browser)
{
    private const string Tariff = "input[type=range]#i-tariff-exogenous-us";

    [Fact]
    public async Task Charts_move_while_the_tariff_slider_moves()
    {
        await using var page = await browser.OpenAsync("/what-if");
        string before = await page.Page.Locator("#path-5").GetAttributeAsync("data-plot") ?? "";
        await SlideAsync(page.Page, 1.0);
        await page.Page.WaitForFunctionAsync("before => document.querySelector('#path-5').dataset.plot !== before", before);
        string after = await page.Page.Locator("#path-5").GetAttributeAsync("data-plot") ?? "";
        Assert.Contains("\"label\":\"Scenario 1\"", after, StringComparison.Ordinal);
        page.AssertQuiet();
    }

    private static async Task SlideAsync(IPage page, double value) =>
        await page.Locator(Tariff).EvaluateAsync("(slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input', { bubbles: true })); }", value.ToString(CultureInfo.InvariantCulture));
}
