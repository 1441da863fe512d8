using Microsoft.Playwright;

namespace Plenum.Studio.Tests;

/// <summary>The pages of the studio, each in a state that shows what it is for.</summary>
internal static class StudioVisits
{
    /// <summary>What is visited, by name.</summary>
    public static IReadOnlyDictionary<string, StudioVisit> All { get; } = new StudioVisit[]
    {
        new("now", "/", async page =>
        {
            await page.WaitForFunctionAsync("() => [...document.querySelectorAll('[aria-live]')].some(e => e.textContent.includes('Bands:'))");
            await page.WaitForSelectorAsync(".scorecard table");
        }),
        new("what-if", "/what-if", MoveTariffAsync),
        new("why", "/why?scenario=S01", async page =>
        {
            await page.WaitForSelectorAsync(".explain .total");
            await page.WaitForSelectorAsync("g.link");
        }),
        new("plan", "/plan", async page =>
        {
            await page.ClickAsync("#plan-solve:not([disabled])");
            await page.WaitForSelectorAsync(".plan-answer .tiles");
        }),
        new("risk", "/risk", async page =>
        {
            await page.FillAsync("#risk-draws", "200");
            await page.FillAsync("#risk-events", "gdp_growth < 0.045 at 2026\nconsumer_inflation < 0 in any year");
            await page.ClickAsync("#risk-run");
            await page.WaitForSelectorAsync(".drivers");
        }),
        new("accounts", "/accounts", async page =>
        {
            await page.SelectOptionAsync("#accounts-world", "S01");
            await page.WaitForSelectorAsync("#accounts-difference:not([disabled])");
            await page.Locator(".account .cell").First.ClickAsync();
            await page.WaitForSelectorAsync(".behind .plot-frame.drawn");
        }),
        new("model", "/model?name=core_consumption", async page =>
        {
            await page.WaitForSelectorAsync("#equation math");
            await page.WaitForSelectorAsync(".plot-frame.drawn");
        }),
        new("data", "/data", async page =>
        {
            await page.GetByLabel("Find").FillAsync("price");
            await page.WaitForFunctionAsync("() => document.querySelectorAll('.tall tbody tr').length < 150");
        }),
        new("missing", "/no-such-page", _ => Task.CompletedTask),
        new("evidence of an arrow", "/why", async page =>
        {
            await page.Locator("g.link").First.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForSelectorAsync(".detail table.measures");
        }),
        new("structure", "/model?view=structure", page => page.WaitForSelectorAsync("svg.incidence")),
        new("editor", "/model?view=edit", page => page.WaitForFunctionAsync("() => document.querySelector('#editor-text').value.length > 100")),
        new("large chart", "/what-if", async page =>
        {
            await MoveTariffAsync(page);
            await page.Locator(".tile .open").First.ClickAsync();
            await page.WaitForSelectorAsync("dialog .plot-frame.drawn");
        }),
        new("saved scenarios", "/what-if", async page =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Saved scenarios" }).ClickAsync();
            await page.WaitForSelectorAsync("#saved-dialog[open] p, #saved-dialog[open] ul");
        }),
        new("share and download", "/what-if", async page =>
        {
            await MoveTariffAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Share and download" }).ClickAsync();
            await page.WaitForSelectorAsync("#share-link");
        }),
    }.ToDictionary(v => v.Name);

    /// <summary>The nine pages; what else is visited are states of them.</summary>
    public static IReadOnlyList<string> Pages { get; } = ["now", "what-if", "why", "plan", "risk", "accounts", "model", "data", "missing"];

    /// <summary>Moves the tariff and waits until its effects are explained.</summary>
    public static async Task MoveTariffAsync(IPage page)
    {
        await page.Locator("#i-tariff-exogenous-us").EvaluateAsync("slider => { slider.value = 1; slider.dispatchEvent(new Event('input', { bubbles: true })); slider.dispatchEvent(new Event('change', { bubbles: true })); }");
        await page.WaitForSelectorAsync(".contributions table.bars");
    }
}

/// <summary>A page of the studio and how it is brought into its state.</summary>
internal sealed record StudioVisit(string Name, string Path, Func<IPage, Task> PrepareAsync);

/// <summary>A theme on a screen.</summary>
internal sealed record Look(ColorScheme Scheme, string Screen, int Width, int Height)
{
    /// <summary>Both themes on both screens.</summary>
    public static IReadOnlyList<Look> All { get; } =
    [
        new(ColorScheme.Light, "desktop", 1400, 1000), new(ColorScheme.Dark, "desktop", 1400, 1000),
        new(ColorScheme.Light, "phone", 390, 844), new(ColorScheme.Dark, "phone", 390, 844),
    ];

    /// <summary>As file names have it.</summary>
    public string Name => $"{(Scheme == ColorScheme.Dark ? "dark" : "light")}-{Screen}";

    /// <summary>Shows an open page so, and waits until it has settled.</summary>
    public async Task ApplyAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = Scheme, ReducedMotion = ReducedMotion.Reduce });
        await page.SetViewportSizeAsync(Width, Height);
        // Large charts are drawn anew for their new width, a moment after the window has rested.
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.plot')].every(p => !p.firstElementChild || p.offsetParent === null || Math.abs(p.firstElementChild.getBoundingClientRect().width - Math.floor(p.getBoundingClientRect().width)) <= 1)");
    }
}
