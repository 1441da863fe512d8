using System.Text;
using Microsoft.Playwright;

namespace Plenum.Studio.Tests;

/// <summary>What users bring and edit outlives the studio, and where many use one studio it is each user's own.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KeptWorkTests(Browser browser)
{
    private const string Token = "correct horse battery staple";

    [Fact]
    public async Task Files_and_edited_copies_are_offered_again_after_a_crash()
    {
        using var project = new ProjectCopy("reference/sim");
        await using (var studio = await RunningStudio.StartAsync(project.Folder))
        {
            await using var page = await browser.OpenAsync("/data", studio: studio.Address);
            await BringAsync(page.Page, "my numbers.csv", "my_gdp");
            await page.GoAsync("/model?view=edit");
            await page.Page.WaitForFunctionAsync("() => document.querySelector('#editor-text').value.length > 100");
            string text = await page.Page.InputValueAsync("#editor-text");
            await page.Page.FillAsync("#editor-text", text + "\n// a remark of mine\n");
            await Assertions.Expect(page.Page.Locator(".kept-copies summary")).ToContainTextAsync("(1)");
            page.AssertQuiet();
        }

        await using var again = await RunningStudio.StartAsync(project.Folder);
        await using var later = await browser.OpenAsync("/data", studio: again.Address);
        await Assertions.Expect(later.Page.GetByText("my numbers.csv")).ToBeVisibleAsync();
        Assert.DoesNotContain("my_gdp", await later.Page.ContentAsync(), StringComparison.Ordinal);
        await later.Page.GetByRole(AriaRole.Button, new() { Name = "Take up my numbers.csv" }).ClickAsync();
        await later.Page.GetByRole(AriaRole.Button, new() { Name = "Use these series" }).ClickAsync();
        await Assertions.Expect(later.Page.GetByRole(AriaRole.Button, new() { Name = "my_gdp", Exact = true })).ToBeVisibleAsync();
        await later.Page.GetByRole(AriaRole.Button, new() { Name = "Delete my numbers.csv" }).ClickAsync();
        await Assertions.Expect(later.Page.GetByText("my numbers.csv")).ToHaveCountAsync(0);
        await later.GoAsync("/model?view=edit");
        await later.Page.ClickAsync(".kept-copies summary");
        await later.Page.Locator(".kept-copies").GetByRole(AriaRole.Button, new() { NameRegex = new("^Open ") }).ClickAsync();
        await later.Page.WaitForFunctionAsync("() => document.querySelector('#editor-text').value.includes('a remark of mine')");
        await later.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("../../Mine");
        await later.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(later.Page.Locator(".kept-copies bdi")).ToHaveTextAsync("Mine");
        await later.Page.GetByRole(AriaRole.Button, new() { Name = "Restore this file" }).ClickAsync();
        await Assertions.Expect(later.Page.Locator(".kept-copies")).ToHaveCountAsync(0);
        later.AssertQuiet();
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(project.Folder, ".plenum", "studio"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Behind_a_token_each_browser_has_a_shelf_of_its_own()
    {
        using var project = new ProjectCopy("reference/sim");
        await using var studio = await RunningStudio.StartAsync(project.Folder, "--token", Token);
        string entry = $"/data?token={Uri.EscapeDataString(Token)}";
        await using var mine = await browser.OpenAsync(entry, studio: studio.Address);
        await BringAsync(mine.Page, "mine.csv", "my_gdp");
        await using var other = await browser.OpenAsync(entry, studio: studio.Address);
        await BringAsync(other.Page, "theirs.csv", "their_gdp");
        await Assertions.Expect(other.Page.GetByText("mine.csv")).ToHaveCountAsync(0);
        await mine.GoAsync("/data");
        await Assertions.Expect(mine.Page.GetByText("mine.csv")).ToBeVisibleAsync();
        await Assertions.Expect(mine.Page.GetByText("theirs.csv")).ToHaveCountAsync(0);
        mine.AssertQuiet();
        other.AssertQuiet();
    }

    private static async Task BringAsync(IPage page, string file, string series)
    {
        await page.Locator("#own-file").SetInputFilesAsync(new FilePayload { Name = file, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"series,period,value\n{series},2025Q4,1\n") });
        await page.GetByRole(AriaRole.Button, new() { Name = "Use these series" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Delete {file}" })).ToBeVisibleAsync();
    }
}
