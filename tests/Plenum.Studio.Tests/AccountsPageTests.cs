namespace Plenum.Studio.Tests;

[Collection(BrowserCollection.Name)]
public sealed class AccountsPageTests(Browser browser)
{
    [Fact]
    public async Task Rows_of_claims_sum_to_zero_and_a_number_leads_to_its_variable()
    {
        await using var page = await browser.OpenAsync("/accounts");
        var sums = await page.Page.Locator(".account tbody tr:not(.real):not(.sums) td.sum").AllInnerTextsAsync();
        Assert.NotEmpty(sums);
        Assert.All(sums, s => Assert.Equal("0", s.Trim()));
        await page.Page.Locator(".account .cell").First.ClickAsync();
        await page.Page.WaitForSelectorAsync(".behind .plot-frame.drawn");
        Assert.Contains("/model?name=", await page.Page.Locator(".behind a").First.GetAttributeAsync("href") ?? "", StringComparison.Ordinal);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_scenario_is_shown_as_its_difference_from_the_baseline()
    {
        await using var page = await browser.OpenAsync("/accounts");
        await page.Page.SelectOptionAsync("#accounts-world", "S01");
        await page.Page.WaitForSelectorAsync("#accounts-difference:not([disabled])");
        string level = await page.Page.Locator(".account .cell").First.InnerTextAsync();
        await page.Page.CheckAsync("#accounts-difference");
        await page.Page.WaitForFunctionAsync("level => document.querySelector('.account .cell').innerText !== level", level);
        Assert.Contains("difference from the baseline", await page.Page.Locator(".account caption").InnerTextAsync(), StringComparison.Ordinal);
        page.AssertQuiet();
    }
}
