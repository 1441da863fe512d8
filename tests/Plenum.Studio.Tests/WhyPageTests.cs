namespace Plenum.Studio.Tests;

[Collection(BrowserCollection.Name)]
public sealed class WhyPageTests(Browser browser)
{
    [Fact]
    public async Task An_arrow_opened_by_keyboard_shows_its_evidence_and_equation()
    {
        await using var page = await browser.OpenAsync("/why");
        var arrow = page.Page.Locator("g.link").First;
        await arrow.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.WaitForSelectorAsync(".detail table.measures");
        Assert.Equal("true", await arrow.GetAttributeAsync("aria-pressed"));
        Assert.True(await page.Page.Locator(".detail math").CountAsync() > 0);
        Assert.Equal(2, await page.Page.Locator(".detail .tile svg[role=img]").CountAsync());
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_scenario_played_step_by_step_moves_the_nodes()
    {
        await using var page = await browser.OpenAsync("/why");
        await page.Page.SelectOptionAsync("#why-world", "S01");
        await page.Page.WaitForSelectorAsync(".player");
        string before = await page.Page.Locator("g.node[data-node='tariff[us]']").GetAttributeAsync("aria-label") ?? "";
        await page.Page.GetByLabel("One quarter on").ClickAsync();
        await page.Page.WaitForFunctionAsync("() => document.querySelector('.player input').value === '1'");
        string exports = await page.Page.Locator("g.node[data-node='exports_real[us]']").GetAttributeAsync("class") ?? "";
        Assert.Contains("tariff", before, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("down", exports, StringComparison.Ordinal);
        page.AssertQuiet();
    }

    [Fact]
    public async Task Contributions_of_a_scenario_add_up_with_the_remainder_shown()
    {
        await using var page = await browser.OpenAsync("/why?scenario=S01");
        await page.Page.WaitForSelectorAsync(".explain .total");
        Assert.Contains("Unexplained", await page.Page.Locator(".bars .rest").First.InnerTextAsync(), StringComparison.Ordinal);
        string total = await page.Page.Locator(".explain .total").InnerTextAsync();
        string sum = await page.Page.Locator(".bars .sum .number").First.InnerTextAsync();
        Assert.Contains(sum[..^1], total, StringComparison.Ordinal);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_phone_has_the_list_instead_of_the_map()
    {
        await using var page = await browser.OpenAsync("/why", 390, 844);
        await page.Page.WaitForSelectorAsync("table.list tbody tr");
        Assert.False(await page.Page.Locator("svg.map").IsVisibleAsync());
        await page.Page.Locator("table.list button").First.ClickAsync();
        await page.Page.WaitForSelectorAsync(".detail table.measures");
        page.AssertQuiet();
    }
}
