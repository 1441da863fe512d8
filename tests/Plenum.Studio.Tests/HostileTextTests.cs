using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Plenum.Workspace.Drafts;

namespace Plenum.Studio.Tests;

/// <summary>Texts of users that mean harm are shown as text and leave as text: nothing of them runs, in the browser or in a spreadsheet.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class HostileTextTests(Browser browser)
{
    private const string Formula = "=cmd|' /C calc'!A0";
    private const string Turned = "gnp\u202Etxt.exe\u0007";
    private static readonly string[] s_markup = ["<script>window.hit=1</script>", "\"><img src=x onerror=\"window.hit=1\">", "'><svg onload=window.hit=1>", "<a href=\"javascript:window.hit=1\">x</a>"];

    [Fact]
    public async Task Names_of_scenarios_in_a_link_are_text_in_lists_charts_and_files()
    {
        var drafts = s_markup.Append(Formula).Append(Turned).Select((name, i) => new ScenarioDraft(name, [], [new InstrumentMove("tariff_exogenous[us]", 0.5 + (0.1 * i))])).ToList();
        await using var page = await browser.OpenAsync($"/what-if?d={DraftLink.Pack(drafts)}");
        await Assertions.Expect(page.Page.GetByLabel("Name of the scenario")).ToHaveValueAsync(s_markup[0]);
        foreach (string name in s_markup[1..].Append(Formula)) { await Assertions.Expect(page.Page.Locator(".chip").Filter(new() { HasText = name })).ToHaveCountAsync(1); }
        await Assertions.Expect(page.Page.Locator(".chip").Filter(new() { HasText = "gnptxt.exe" })).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator(".bars:not(.stale) caption")).ToContainTextAsync(s_markup[0]);
        await page.Page.Locator(".tile button.open").First.ClickAsync();
        await page.Page.WaitForSelectorAsync("dialog[open] .plot-frame.drawn");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Numbers", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("dialog .numbers thead")).ToContainTextAsync(s_markup[1]);
        AssertNoFormula(Encoding.UTF8.GetString(await SaveAsync(page.Page, page.Page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true }))));
        Assert.DoesNotContain("<script", Encoding.UTF8.GetString(await SaveAsync(page.Page, page.Page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = "SVG", Exact = true }))), StringComparison.OrdinalIgnoreCase);
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Share and download" }).ClickAsync();
        AssertNoFormula(Encoding.UTF8.GetString(await SaveAsync(page.Page, page.Page.Locator(".files").GetByText("CSV", new() { Exact = true }))));
        AssertNoFormulaInWorkbook(await SaveAsync(page.Page, page.Page.Locator(".files").GetByText("XLSX", new() { Exact = true })));
        await AssertUnhurtAsync(page);
    }

    [Fact]
    public async Task Names_of_uploaded_series_are_text_and_hidden_signs_are_refused()
    {
        await using var page = await browser.OpenAsync("/data");
        string[] names = [.. s_markup, Formula];
        await ChooseAsync(page.Page, "<img src=x onerror=window.hit=1>.csv", names);
        await Assertions.Expect(page.Page.Locator(".preview tbody tr")).ToHaveCountAsync(names.Length);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Use these series" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("ul[aria-labelledby=own-list] li")).ToHaveCountAsync(names.Length);
        await page.Page.Locator("ul[aria-labelledby=own-list] button.name").Filter(new() { HasText = Formula }).ClickAsync();
        await page.Page.WaitForSelectorAsync("dialog[open] .plot-frame.drawn");
        AssertNoFormula(Encoding.UTF8.GetString(await SaveAsync(page.Page, page.Page.GetByRole(AriaRole.Button, new() { Name = "Series as CSV" }))));
        AssertNoFormulaInWorkbook(await SaveAsync(page.Page, page.Page.GetByRole(AriaRole.Button, new() { Name = "Series as XLSX" })));
        await page.Page.Keyboard.PressAsync("Escape");
        foreach (string odd in new[] { Turned, new string('x', 10_000) })
        {
            await ChooseAsync(page.Page, "odd.csv", [odd]);
            await Assertions.Expect(page.Page.Locator(".own .findings")).ToContainTextAsync("PL0416");
        }

        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await AssertUnhurtAsync(page);
    }

    [Fact]
    public async Task Texts_in_an_edited_model_and_in_events_come_back_as_text()
    {
        await using var page = await browser.OpenAsync("/model?view=edit");
        await page.Page.WaitForFunctionAsync("() => document.querySelector('#editor-text').value.length > 100");
        string text = await page.Page.InputValueAsync("#editor-text");
        await page.Page.FillAsync("#editor-text", $"{text}\nidentity <img src=x onerror=window.hit=1> : share \"<script>window.hit=1</script>\"\n  y\u202E = no_such_name\n");
        await page.Page.WaitForSelectorAsync("#editor-findings button");
        Assert.DoesNotContain("\u202E", await page.Page.InnerTextAsync("#editor-findings"), StringComparison.Ordinal);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Restore this file" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("#editor-findings")).ToHaveCountAsync(0);
        await page.GoAsync("/risk");
        await page.Page.FillAsync("#risk-events", $"{s_markup[1]} < 0.04 at 2027\n{new string('x', 10_000)} > 1 at 2027");
        await page.Page.ClickAsync("#risk-run");
        await page.Page.WaitForSelectorAsync(".risk-answer .findings");
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await AssertUnhurtAsync(page);
    }

    [Fact]
    public async Task A_project_full_of_markup_shows_it_as_text_on_every_page()
    {
        using var project = new ProjectCopy("china");
        project.Change("*.plenum", text => Label().Replace(text, m => $"{m.Groups[1].Value}\"{s_markup[0]}{m.Groups[2].Value}\""));
        project.Change("*.yaml", text => Title().Replace(text, m => $"{m.Groups[1].Value}'{s_markup[1]}<svg onload=window.hit=1>'"));
        await using var studio = await RunningStudio.StartAsync(project.Folder);
        await using var page = await browser.OpenAsync("/", studio: studio.Address);
        foreach (string path in new[] { "/", "/what-if", "/why", "/plan", "/risk", "/accounts", "/data", "/model", "/model?name=gdp_real", "/model?view=structure" })
        {
            await page.GoAsync(path);
            await Assertions.Expect(page.Page.Locator("h1")).ToBeVisibleAsync();
            if (path is "/") { await Assertions.Expect(page.Page.Locator(".scorecard .verdict").First).ToBeVisibleAsync(); }
        }

        await page.GoAsync("/model?name=gdp_real");
        await Assertions.Expect(page.Page.Locator("main")).ToContainTextAsync(s_markup[0]);
        await page.GoAsync("/plan");
        await Assertions.Expect(page.Page.Locator("#plan-choice")).ToContainTextAsync(s_markup[1]);
        await page.Page.Locator("#plan-solve:enabled").ClickAsync();
        await page.Page.Locator(".plan-answer button.open").First.ClickAsync();
        await page.Page.WaitForSelectorAsync("dialog[open] .plot-frame.drawn");
        await AssertUnhurtAsync(page);
    }

    private static async Task AssertUnhurtAsync(OpenPage page)
    {
        Assert.False(await page.Page.EvaluateAsync<bool>("() => window.hit !== undefined"));
        Assert.Equal(0, await page.Page.Locator("main img, main iframe, main a[href^='javascript']").CountAsync());
        page.AssertQuiet();
    }

    private static void AssertNoFormula(string csv) => Assert.DoesNotMatch(FormulaCell(), csv);

    private static void AssertNoFormulaInWorkbook(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        foreach (var entry in archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            Assert.DoesNotMatch(FormulaElement(), reader.ReadToEnd());
        }
    }

    private static async Task<byte[]> SaveAsync(IPage page, ILocator button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        return await File.ReadAllBytesAsync((await download.PathAsync())!);
    }

    private static Task ChooseAsync(IPage page, string file, IReadOnlyList<string> names)
    {
        string text = string.Concat(names.Select(n => $"\"{n.Replace("\"", "\"\"", StringComparison.Ordinal)}\",2025Q4,1\n"));
        return page.Locator("#own-file").SetInputFilesAsync(new FilePayload { Name = file, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"series,period,value\n{text}") });
    }

    /// <summary>A cell of text that a spreadsheet would take for a formula; a negative number is none.</summary>
    [GeneratedRegex("(^|,)\"?[=+@]|(^|,)\"?-[^0-9.]", RegexOptions.Multiline)]
    private static partial Regex FormulaCell();

    [GeneratedRegex("<(\\w+:)?f>")]
    private static partial Regex FormulaElement();

    [GeneratedRegex("^(\\s*(?:identity|behavioural|exogenous|parameter|block|set)\\b[^\"\\n]*)\"([^\"{\\n]*)\"", RegexOptions.Multiline)]
    private static partial Regex Label();

    [GeneratedRegex("^(\\s*(?:- )?(?:title|label): )(?!>)(?:\"[^\"\\n]*\"|[^\"'\\n>]+)$", RegexOptions.Multiline)]
    private static partial Regex Title();
}
