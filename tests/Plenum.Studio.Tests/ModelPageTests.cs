namespace Plenum.Studio.Tests;

[Collection(BrowserCollection.Name)]
public sealed class ModelPageTests(Browser browser)
{
    [Fact]
    public async Task A_name_found_in_Chinese_has_its_equation_and_leads_to_those_it_reads()
    {
        await using var page = await browser.OpenAsync("/model");
        await page.Page.FillAsync("#model-search", "expected_inflation");
        await page.Page.ClickAsync(".found a[href='/model?name=expected_inflation']");
        await page.Page.WaitForSelectorAsync("#equation math");
        await page.Page.ClickAsync(".names-list a[href='/model?name=inflation_target']");
        await page.Page.WaitForFunctionAsync("() => !location.search.includes('expected_inflation')");
        await page.Page.FillAsync("#model-search", "通胀目标");
        await page.Page.WaitForFunctionAsync("() => document.querySelectorAll('.found li').length === 1");
        page.AssertQuiet();
    }

    [Fact]
    public async Task The_structure_is_drawn_with_its_blocks_outlined()
    {
        await using var page = await browser.OpenAsync("/model?view=structure");
        await page.Page.WaitForSelectorAsync("svg.incidence rect.together");
        Assert.True(await page.Page.Locator("svg.incidence path").CountAsync() > 100);
        page.AssertQuiet();
    }

    [Fact]
    public async Task Breaking_the_text_shows_the_finding_and_mending_clears_it()
    {
        await using var page = await browser.OpenAsync("/model?view=edit");
        await page.Page.WaitForFunctionAsync("() => document.querySelector('#editor-text').value.length > 100");
        string text = await page.Page.InputValueAsync("#editor-text");
        await page.Page.FillAsync("#editor-text", text + "\nidentity broken : share \"A name that is not there\"\n  broken = no_such_name\n");
        await page.Page.WaitForSelectorAsync("#editor-findings button");
        Assert.Contains("no_such_name", await page.Page.InnerTextAsync("#editor-findings"), StringComparison.Ordinal);
        Assert.True(await page.Page.IsDisabledAsync("#editor-run"));
        await page.Page.FillAsync("#editor-text", text);
        await page.Page.WaitForSelectorAsync("#editor-run:not([disabled])");
        Assert.Equal(0, await page.Page.Locator("#editor-findings").CountAsync());
        page.AssertQuiet();
    }

    [Fact]
    public async Task An_edited_copy_is_run_beside_the_model_of_the_project()
    {
        await using var page = await browser.OpenAsync("/model?view=edit");
        await page.Page.SelectOptionAsync("#editor-file", new Microsoft.Playwright.SelectOptionValue { Label = "prices.plenum" });
        await page.Page.WaitForFunctionAsync("() => document.querySelector('#editor-text').value.includes('price_inertia = 0.3')");
        string text = await page.Page.InputValueAsync("#editor-text");
        await page.Page.FillAsync("#editor-text", text.Replace("price_inertia = 0.3", "price_inertia = 0.45", StringComparison.Ordinal));
        await page.Page.WaitForFunctionAsync("() => document.querySelector('#editor-status').innerText.startsWith('No errors')");
        await page.Page.ClickAsync("#editor-run");
        await page.Page.WaitForSelectorAsync("#edited-result .tiles .tile");
        var differences = await page.Page.Locator("#edited-result tbody .number").AllInnerTextsAsync();
        Assert.Contains(differences, d => d.Trim() is not ("0.00" or "–"));
        page.AssertQuiet();
    }
}
