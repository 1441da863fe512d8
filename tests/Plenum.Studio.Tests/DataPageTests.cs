using System.Text;
using Microsoft.Playwright;

namespace Plenum.Studio.Tests;

[Collection(BrowserCollection.Name)]
public sealed class DataPageTests(Browser browser)
{
    [Fact]
    public async Task Words_narrow_the_table_to_the_series_that_have_them()
    {
        await using var page = await browser.OpenAsync("/data");
        await page.Page.GetByLabel("Find").FillAsync("ppi");
        await page.Page.WaitForFunctionAsync("() => { const names = [...document.querySelectorAll('.tall tbody th')].map(n => n.textContent); return names.length > 0 && names.length < 10 && names.some(n => n === 'ppi_growth_yoy'); }");
        await page.Page.GetByLabel("Find").FillAsync("no such series");
        await Assertions.Expect(page.Page.GetByText("No series fits.")).ToBeVisibleAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_series_is_opened_with_its_source_and_what_it_measures_and_saved_as_a_workbook()
    {
        await using var page = await browser.OpenAsync("/data");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "ppi_growth_yoy", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("dialog .facts-list")).ToContainTextAsync("producer_inflation = mean_of_months(ppi_growth_yoy)");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Series as XLSX" }).ClickAsync());
        byte[] workbook = await File.ReadAllBytesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.Equal("PK"u8.ToArray(), workbook[..2]);
        page.AssertQuiet();
    }

    [Fact]
    public async Task Own_data_are_previewed_kept_and_set_against_the_baseline()
    {
        await using var page = await browser.OpenAsync("/data");
        await ChooseAsync(page.Page, "own.csv", "series,period,value\ngdp_deflator_growth_yoy,2025Q4,0.7\ngdp_deflator_growth_yoy,2026Q1,0.9\n");
        await Assertions.Expect(page.Page.Locator(".preview tbody tr")).ToContainTextAsync("beside the published one");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Use these series" }).ClickAsync();
        await page.Page.WaitForFunctionAsync("() => (document.querySelector('#own-deflator_inflation')?.dataset.plot ?? '').includes('Your data')");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Forget gdp_deflator_growth_yoy" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("#own-deflator_inflation")).ToHaveCountAsync(0);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_file_with_mistakes_is_refused_with_line_and_cell()
    {
        await using var page = await browser.OpenAsync("/data");
        await ChooseAsync(page.Page, "bad.csv", "series,period,value\ngdp,2025Q4,many\n");
        await Assertions.Expect(page.Page.Locator(".own .findings")).ToContainTextAsync("bad.csv, line 2, cell 3: PL0404");
        await Assertions.Expect(page.Page.Locator(".own .findings")).ToContainTextAsync("many");
        Assert.Equal(0, await page.Page.GetByRole(AriaRole.Button, new() { Name = "Use these series" }).CountAsync());
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_file_that_asks_for_too_much_is_refused()
    {
        await using var page = await browser.OpenAsync("/data");
        await ChooseAsync(page.Page, "wide.csv", $"name,{string.Join(',', Enumerable.Range(1000, 800))}\n{string.Concat(Enumerable.Repeat("a\n", 1000))}");
        await Assertions.Expect(page.Page.Locator(".own .findings")).ToContainTextAsync("PL0412");
        page.AssertQuiet();
    }

    [Fact]
    public async Task Own_data_stay_in_their_window()
    {
        await using var mine = await browser.OpenAsync("/data");
        await ChooseAsync(mine.Page, "own.csv", "series,period,value\nmy_secret,2025Q4,1\n");
        await mine.Page.GetByRole(AriaRole.Button, new() { Name = "Use these series" }).ClickAsync();
        await Assertions.Expect(mine.Page.Locator(".own-list")).ToContainTextAsync("my_secret");
        await using var other = await browser.OpenAsync("/data");
        Assert.DoesNotContain("my_secret", await other.Page.ContentAsync(), StringComparison.Ordinal);
        mine.AssertQuiet();
        other.AssertQuiet();
    }

    private static Task ChooseAsync(IPage page, string name, string text) =>
        page.Locator("#own-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
}
