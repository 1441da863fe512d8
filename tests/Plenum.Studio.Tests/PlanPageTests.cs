namespace Plenum.Studio.Tests;

[Collection(BrowserCollection.Name)]
public sealed class PlanPageTests(Browser browser)
{
    [Fact]
    public async Task A_plan_is_solved_and_its_targets_and_instruments_are_shown()
    {
        await using var page = await browser.OpenAsync("/plan");
        await page.Page.Locator("#plan-solve:enabled").ClickAsync();
        await page.Page.WaitForSelectorAsync(".plan-answer .tile svg[role=img]");
        string targets = await page.Page.Locator(".plan-answer .report-table").First.InnerTextAsync();
        Assert.Contains("Shadow price", targets, StringComparison.Ordinal);
        Assert.Contains("met", targets, StringComparison.Ordinal);
        Assert.True(await page.Page.Locator(".plan-answer .tile").CountAsync() > 3);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_bound_that_forbids_an_instrument_keeps_it_still()
    {
        await using var page = await browser.OpenAsync("/plan");
        var high = page.Page.Locator(".plan-form").Nth(1).Locator("tbody tr").First.Locator("input").Nth(1);
        await high.FillAsync("-1");
        await high.PressAsync("Tab");
        await page.Page.WaitForSelectorAsync(".findings .help");
        Assert.True(await page.Page.Locator("#plan-solve").IsDisabledAsync());
        await high.FillAsync("0");
        await high.PressAsync("Tab");
        await page.Page.Locator("#plan-solve:enabled").ClickAsync();
        await page.Page.WaitForSelectorAsync(".plan-answer .report-table");
        string change = await page.Page.Locator(".plan-answer .report-table").Last.Locator("tbody tr").First.Locator("td").Nth(2).InnerTextAsync();
        Assert.Equal("0.00 %", change);
        page.AssertQuiet();
    }

    [Fact]
    public async Task The_plans_stand_side_by_side_on_a_phone()
    {
        await using var page = await browser.OpenAsync("/plan", 390, 844);
        await page.Page.Locator("#plan-compare:enabled").ClickAsync();
        await page.Page.WaitForSelectorAsync(".plan-side .tile svg[role=img]");
        Assert.Equal(4, await page.Page.Locator(".plan-side .report-table").CountAsync());
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        page.AssertQuiet();
    }
}
