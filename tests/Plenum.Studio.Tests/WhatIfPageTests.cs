using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Plenum.Studio.Tests;

[Collection(BrowserCollection.Name)]
public sealed partial class WhatIfPageTests(Browser browser)
{
    private const string Tariff = "#i-tariff-exogenous-us";
    private const string Gdp = "#path-1";

    [Fact]
    public async Task Charts_move_while_the_tariff_slider_moves()
    {
        await using var page = await browser.OpenAsync("/what-if");
        string before = await page.Page.Locator("#path-5").GetAttributeAsync("data-plot") ?? "";
        await SlideAsync(page.Page, 1.0);
        await page.Page.WaitForFunctionAsync("before => document.querySelector('#path-5').dataset.plot !== before", before);
        string after = await page.Page.Locator("#path-5").GetAttributeAsync("data-plot") ?? "";
        Assert.Contains("\"label\":\"Scenario 1\"", after, StringComparison.Ordinal);
        await Assertions.Expect(page.Page.Locator("#i-tariff-exogenous-us-number")).ToHaveValueAsync("100");
        await Assertions.Expect(page.Page.Locator(".recipe")).ToContainTextAsync("US tariff on Chinese goods to 100");
        page.AssertQuiet();
    }

    [Fact]
    public async Task The_last_of_many_quick_moves_is_the_one_that_is_drawn()
    {
        await using var page = await browser.OpenAsync("/what-if");
        await page.Page.Locator(Tariff).EvaluateAsync("slider => { for (let k = 0; k <= 40; k++) { slider.value = 0.025 * k; slider.dispatchEvent(new Event('input', { bubbles: true })); } slider.dispatchEvent(new Event('change', { bubbles: true })); }");
        await Assertions.Expect(page.Page.Locator("#i-tariff-exogenous-us-number")).ToHaveValueAsync("100");
        await page.Page.ClickAsync("#desk-undo");
        await Assertions.Expect(page.Page.Locator(".recipe")).ToContainTextAsync("Nothing is set yet");
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_number_that_is_typed_in_moves_the_slider_and_keys_take_it_back()
    {
        await using var page = await browser.OpenAsync("/what-if");
        var number = page.Page.Locator("#i-tariff-exogenous-us-number");
        string before = await number.InputValueAsync();
        await number.FillAsync("999");
        await number.PressAsync("Enter");
        await Assertions.Expect(number).ToHaveValueAsync("150");
        await Assertions.Expect(page.Page.Locator(Tariff)).ToHaveValueAsync("1.5");
        await page.Page.Locator(Tariff).FocusAsync();
        await page.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(number).ToHaveValueAsync(before);
        await page.Page.Keyboard.PressAsync("Control+Shift+z");
        await Assertions.Expect(number).ToHaveValueAsync("150");
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_path_is_drawn_with_the_keyboard_and_becomes_a_profile()
    {
        await using var page = await browser.OpenAsync("/what-if");
        await SlideAsync(page.Page, 1.0);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "When US tariff on Chinese goods holds" }).ClickAsync();
        await page.Page.GetByLabel("Begins").SelectOptionAsync("2027Q1");
        await page.Page.GetByLabel("Holds for").SelectOptionAsync("8");
        var pad = page.Page.Locator(".pad");
        await pad.FocusAsync();
        await pad.PressAsync("PageDown");
        await Assertions.Expect(page.Page.Locator(".recipe")).ToContainTextAsync("along a drawn path, 2027Q1 to 2028Q4");
        await Assertions.Expect(pad).ToHaveAttributeAsync("aria-valuetext", "2027Q1: 75 %");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Share and download" }).ClickAsync();
        Assert.Contains("profile: [0.75, 1]", await page.Page.Locator("#share-dialog pre").TextContentAsync(), StringComparison.Ordinal);
        page.AssertQuiet();
    }

    [Fact]
    public async Task Scenarios_are_begun_from_the_library_renamed_duplicated_and_combined()
    {
        await using var page = await browser.OpenAsync("/what-if");
        await SlideAsync(page.Page, 1.0);
        await page.Page.GetByLabel("Name of the scenario").FillAsync("Tariff");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.GetByPlaceholder("Find an instrument or a scenario").FillAsync("transfers");
        await page.Page.GetByRole(AriaRole.Button, new() { NameRegex = StartsFrom() }).First.ClickAsync();
        await Assertions.Expect(page.Page.Locator(".chip")).ToHaveCountAsync(2);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Combine" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".chip")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Page.GetByLabel("Name of the scenario")).ToHaveValueAsync(CombinedName());
        await page.Page.WaitForFunctionAsync("() => JSON.parse(document.querySelector('#path-1').dataset.plot).series.length === 3");
        await Assertions.Expect(page.Page.Locator(".headline thead th[scope=colgroup]")).ToHaveCountAsync(3);
        page.AssertQuiet();
    }

    [Fact]
    public async Task Contributions_add_up_to_the_change()
    {
        await using var page = await browser.OpenAsync("/what-if");
        await SlideAsync(page.Page, 1.0);
        await page.Page.GetByPlaceholder("Find an instrument or a scenario").FillAsync("transfers to households");
        await page.Page.Locator("#i-household-transfer-ratio-number").FillAsync("1");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator(".bars:not(.stale) tbody tr")).ToHaveCountAsync(2);
        var values = await page.Page.Locator(".bars tbody td:nth-child(2)").AllTextContentsAsync();
        string caption = await page.Page.Locator(".bars caption").TextContentAsync() ?? "";
        Assert.Equal(Number(Total().Match(caption).Groups[1].Value), values.Sum(Number), 0.011);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_link_holds_the_whole_desk_and_a_broken_one_says_so()
    {
        await using var page = await browser.OpenAsync("/what-if");
        await SlideAsync(page.Page, 0.8);
        await page.Page.GetByLabel("Name of the scenario").FillAsync("Linked <b>");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Share and download" }).ClickAsync();
        string link = await page.Page.Locator("#share-link").InputValueAsync();
        await using var other = await browser.OpenAsync(new Uri(link).PathAndQuery);
        await Assertions.Expect(other.Page.GetByLabel("Name of the scenario")).ToHaveValueAsync("Linked <b>");
        await Assertions.Expect(other.Page.Locator("#i-tariff-exogenous-us-number")).ToHaveValueAsync("80");
        await Assertions.Expect(other.Page.Locator(".bars:not(.stale) tbody tr")).ToHaveCountAsync(1);
        string caption = await other.Page.Locator(".bars caption").TextContentAsync() ?? "";
        Assert.Equal(Number(Total().Match(caption).Groups[1].Value), Number(await other.Page.Locator(".bars tbody td:nth-child(2)").TextContentAsync() ?? ""), 0.011);
        await other.Page.Locator(".tile button.open").First.ClickAsync();
        await Assertions.Expect(other.Page.Locator("dialog[open] .facts-list")).ToContainTextAsync("vintage");
        await other.Page.Keyboard.PressAsync("Escape");
        await other.GoAsync("/what-if?d=broken");
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("cut off");
        page.AssertQuiet();
        other.AssertQuiet();
    }

    [Fact]
    public async Task The_desk_comes_back_after_a_reload()
    {
        await using var page = await browser.OpenAsync("/what-if");
        await SlideAsync(page.Page, 0.9);
        await page.Page.WaitForFunctionAsync("() => Object.keys(localStorage).some(k => k.startsWith('plenum-desk-'))");
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.Locator("#i-tariff-exogenous-us-number")).ToHaveValueAsync("90");
        page.AssertQuiet();
    }

    [Fact]
    public async Task Every_file_of_the_desk_is_served()
    {
        await using var page = await browser.OpenAsync("/what-if");
        await SlideAsync(page.Page, 1.0);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Share and download" }).ClickAsync();
        foreach (string name in new[] { "CSV", "XLSX", "SVG", "PNG" })
        {
            var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator(".files").GetByText(name, new() { Exact = true }).ClickAsync());
            Assert.Equal($"scenarios.{name.ToLowerInvariant()}", download.SuggestedFilename);
            Assert.True(new FileInfo(await download.PathAsync()).Length > 2000, name);
        }

        await Assertions.Expect(page.Page.Locator("#share-command")).ToHaveTextAsync("plenum run --scenario scenario-1.yaml");
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_saved_scenario_is_opened_and_deleted_after_a_question()
    {
        string name = $"Saved by a test {Guid.NewGuid():N}";
        await using var page = await browser.OpenAsync("/what-if");
        await SlideAsync(page.Page, 1.2);
        await page.Page.GetByLabel("Name of the scenario").FillAsync(name);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".tools [role=status]")).ToContainTextAsync("Saved as");
        await using var other = await browser.OpenAsync("/what-if");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Saved scenarios" }).ClickAsync();
        await other.Page.GetByRole(AriaRole.Button, new() { Name = $"Open {name}" }).ClickAsync();
        await Assertions.Expect(other.Page.Locator("#i-tariff-exogenous-us-number")).ToHaveValueAsync("120");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Saved scenarios" }).ClickAsync();
        await other.Page.GetByRole(AriaRole.Button, new() { Name = $"Delete {name}" }).ClickAsync();
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Assertions.Expect(other.Page.GetByText(name).And(other.Page.Locator(".saved strong"))).ToHaveCountAsync(0);
        page.AssertQuiet();
        other.AssertQuiet();
    }

    [Fact]
    public async Task On_a_phone_instruments_lie_below_the_charts_and_nothing_runs_over_the_edge()
    {
        await using var page = await browser.OpenAsync("/what-if", 390, 844);
        await Assertions.Expect(page.Page.Locator(Tariff)).Not.ToBeInViewportAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Instruments" }).ClickAsync();
        await page.Page.Locator(Tariff).ScrollIntoViewIfNeededAsync();
        await SlideAsync(page.Page, 1.0);
        await Assertions.Expect(page.Page.Locator(Gdp)).ToHaveAttributeAsync("data-plot", new Regex("Scenario 1"));
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"));
        page.AssertQuiet();
    }

    private static async Task SlideAsync(IPage page, double value)
    {
        await page.Locator(Tariff).EvaluateAsync("(slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input', { bubbles: true })); slider.dispatchEvent(new Event('change', { bubbles: true })); }", value.ToString(CultureInfo.InvariantCulture));
        await Assertions.Expect(page.Locator(".recipe")).ToContainTextAsync("US tariff on Chinese goods");
    }

    private static double Number(string text) => double.Parse(text.Trim().Replace('\u2212', '-'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@": ([+\u2212-]?[\d.]+) ")]
    private static partial Regex Total();

    [GeneratedRegex("^Start from")]
    private static partial Regex StartsFrom();

    [GeneratedRegex(@"^Tariff \+ .+")]
    private static partial Regex CombinedName();
}
