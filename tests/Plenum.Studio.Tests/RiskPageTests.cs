using System.Globalization;
using Microsoft.Playwright;

namespace Plenum.Studio.Tests;

[Collection(BrowserCollection.Name)]
public sealed class RiskPageTests(Browser browser)
{
    [Fact]
    public async Task A_run_shows_fans_chances_and_the_command_and_comes_out_the_same_again()
    {
        await using var page = await browser.OpenAsync("/risk");
        await page.Page.WaitForSelectorAsync(".risk-answer .state");
        await page.Page.FillAsync("#risk-draws", "60");
        await page.Page.SelectOptionAsync("#risk-horizon", "12");
        await page.Page.Locator(".examples button").First.ClickAsync();
        string digest = await RunAsync(page);
        double chance = double.Parse(await page.Page.Locator(".chances td.number").First.InnerTextAsync(), CultureInfo.InvariantCulture);
        Assert.InRange(chance, 1.0, 99.0);
        Assert.True(await page.Page.Locator(".risk-answer .tile svg[role=img]").CountAsync() > 3);
        Assert.Contains("--draws 60 --seed 1 --horizon 12q --event '", await page.Page.Locator("#risk-command").TextContentAsync() ?? "", StringComparison.Ordinal);
        Assert.Equal(digest, await RunAsync(page));
        await page.Page.FillAsync("#risk-seed", "2");
        Assert.NotEqual(digest, await RunAsync(page));
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_variance_is_divided_among_its_sources()
    {
        await using var page = await browser.OpenAsync("/risk");
        await page.Page.FillAsync("#risk-draws", "40");
        await page.Page.SelectOptionAsync("#risk-horizon", "4");
        await page.Page.CheckAsync("input[name=part][value=parameters]");
        await RunAsync(page);
        await page.Page.ClickAsync("#drivers-run");
        await page.Page.WaitForSelectorAsync("table.variance");
        var shares = await page.Page.Locator("table.variance").First.Locator("td.number:not(.hint)").AllInnerTextsAsync();
        Assert.Equal(2, shares.Count);
        Assert.Equal(100.0, shares.Sum(s => double.Parse(s.Replace('\u2212', '-'), CultureInfo.InvariantCulture)), 0.11);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_wrong_event_says_how_to_mend_it_and_a_run_can_be_stopped()
    {
        await using var page = await browser.OpenAsync("/risk");
        await page.Page.FillAsync("#risk-events", "gdp_growht < 0.04 at 2027");
        await page.Page.ClickAsync("#risk-run");
        await page.Page.WaitForSelectorAsync(".risk-answer .findings");
        string findings = await page.Page.Locator(".risk-answer .findings").InnerTextAsync();
        Assert.Contains("event 1:1:1", findings, StringComparison.Ordinal);
        Assert.Contains("'gdp_growth'", findings, StringComparison.Ordinal);
        await page.Page.FillAsync("#risk-events", "");
        await page.Page.FillAsync("#risk-draws", "20000");
        await page.Page.ClickAsync("#risk-run");
        await page.Page.WaitForSelectorAsync("#risk-count");
        int first = int.Parse(await page.Page.Locator("#risk-count").GetAttributeAsync("data-draws") ?? "", CultureInfo.InvariantCulture);
        await page.Page.ClickAsync(".run-status .cancel");
        await page.Page.WaitForSelectorAsync("#risk-run:not([disabled])");
        Assert.InRange(first, 1, 19_999);
        Assert.Contains("so far", await page.Page.Locator("#risk-count").InnerTextAsync(), StringComparison.Ordinal);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_page_waits_behind_programs_in_one_line_and_can_be_given_up()
    {
        await using var page = await browser.OpenAsync("/risk");
        using var http = new HttpClient { BaseAddress = browser.Studio.Address };
        using var first = await BeginAsync();
        using var second = await BeginAsync();
        await page.Page.ClickAsync("#risk-run");
        await Assertions.Expect(page.Page.Locator(".run-status")).ToContainTextAsync("2 runs are ahead of yours");
        await page.Page.ClickAsync(".run-status .cancel");
        await page.Page.WaitForSelectorAsync("#risk-run:not([disabled])");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The run was stopped.");
        page.AssertQuiet();

        async Task<HttpResponseMessage> BeginAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/simulate") { Content = new StringContent("{\"draws\":20000}", System.Text.Encoding.UTF8, "application/json") };
            request.Headers.Accept.ParseAdd("text/event-stream");
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Runs the form and waits for the whole answer.</summary>
    /// <returns>Its digest.</returns>
    private static async Task<string> RunAsync(OpenPage page)
    {
        string before = await page.Page.Locator(".risk").GetAttributeAsync("data-runs") ?? "";
        await page.Page.ClickAsync("#risk-run");
        await page.Page.WaitForFunctionAsync("before => document.querySelector('.risk').dataset.runs !== before", before);
        return await page.Page.Locator("#risk-digest").InnerTextAsync();
    }
}
