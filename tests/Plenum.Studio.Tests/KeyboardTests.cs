using Microsoft.Playwright;

namespace Plenum.Studio.Tests;

[Collection(BrowserCollection.Name)]
public sealed class KeyboardTests(Browser browser)
{
    private const int Stops = 24;

    /// <summary>
    /// What is wrong with the focus as it stands, empty for nothing: it must look different from the same element without it, lie within the
    /// window, and come after the stop before it.
    /// </summary>
    private const string FocusFault = """
        () => {
          const at = document.activeElement;
          // After the last stop the first one comes round again.
          if (!at || at === document.body || at.matches('.skip')) { window.focusBefore = null; return ''; }
          const parts = [at, at.closest('label, .sheet'), ...at.children].filter(Boolean);
          const drawn = () => parts.map(p => { const s = getComputedStyle(p); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.backgroundColor, s.stroke, s.strokeWidth, s.opacity].join(); }).join('|');
          const name = `${at.tagName} '${(at.getAttribute('aria-label') || at.id || at.textContent).trim().slice(0, 40)}'`;
          const box = at.getBoundingClientRect();
          const isSeen = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
          const before = window.focusBefore;
          window.focusBefore = at;
          const isAfter = !before || !before.isConnected || !!(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
          const focused = drawn();
          at.blur();
          const plain = drawn();
          at.focus();
          return focused === plain ? `${name} does not show the focus` : !isSeen ? `${name} is out of sight` : !isAfter ? `${name} comes too late` : '';
        }
        """;

    public static TheoryData<string> Pages => ["/", "/what-if", "/why", "/plan", "/risk", "/accounts", "/model?name=core_consumption", "/model?view=edit", "/data"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Tab_shows_where_it_is_goes_in_order_and_gets_through(string path)
    {
        await using var page = await browser.OpenAsync(path);
        await page.Page.WaitForFunctionAsync("() => document.querySelectorAll('main button, main input, main select').length > 0");
        await page.Page.Locator(".skip").FocusAsync();
        var faults = new List<string>();
        var seen = new HashSet<string>();
        for (int stop = 0; stop < Stops; stop++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            if (await page.Page.EvaluateAsync<string>(FocusFault) is { Length: > 0 } fault) { faults.Add(fault); }
            seen.Add(await page.Page.EvaluateAsync<string>("() => { window.stops ??= []; if (!window.stops.includes(document.activeElement)) { window.stops.push(document.activeElement); } return String(window.stops.indexOf(document.activeElement)); }"));
        }

        Assert.Empty(faults);
        Assert.True(seen.Count > 12, $"Tab reached {seen.Count} places only.");
        await page.Page.EvaluateAsync("() => { const all = [...document.querySelectorAll('main :is(a[href], button, input, select, textarea, summary, [tabindex=\"0\"])')].filter(e => !e.disabled && e.checkVisibility()); all.at(-1).focus(); }");
        await page.Page.Keyboard.PressAsync("Tab");
        Assert.False(await page.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"), "Tab does not leave the last place of the page.");
        page.AssertQuiet();
    }

    [Fact]
    public async Task The_skip_link_goes_to_the_content_of_the_same_page()
    {
        await using var page = await browser.OpenAsync("/risk");
        await page.Page.Locator(".skip").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await page.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.EndsWith("/risk", page.Page.Url, StringComparison.Ordinal);
        await page.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("risk-world", await page.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_page_that_is_gone_to_has_its_heading_focused_without_an_outline()
    {
        await using var page = await browser.OpenAsync("/");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Risk" }).FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.WaitForFunctionAsync("() => document.activeElement.tagName === 'H1' && document.activeElement.textContent === 'Risk'");
        Assert.Equal("none", await page.Page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle"));
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_dialog_keeps_the_focus_and_gives_it_back()
    {
        await using var page = await browser.OpenAsync("/what-if");
        await StudioVisits.MoveTariffAsync(page.Page);
        foreach (string opener in (string[])[".tile .open >> nth=0", "[data-dialog=share-dialog]", "[data-dialog=saved-dialog]"])
        {
            await page.Page.Locator(opener).FocusAsync();
            await page.Page.Keyboard.PressAsync("Enter");
            await page.Page.WaitForFunctionAsync("() => document.querySelector('dialog[open] h2') && document.querySelector('dialog[open]').contains(document.activeElement)");
            for (int k = 0; k < 10; k++)
            {
                await page.Page.Keyboard.PressAsync("Tab");
                Assert.True(await page.Page.EvaluateAsync<bool>("() => document.activeElement === document.body || document.querySelector('dialog[open]').contains(document.activeElement)"), "The focus went behind the dialog.");
            }

            await page.Page.Keyboard.PressAsync("Escape");
            await page.Page.WaitForFunctionAsync("() => !document.querySelector('dialog[open]')");
            Assert.True(await page.Page.Locator(opener).EvaluateAsync<bool>("e => document.activeElement === e"), $"{opener} did not get the focus back.");
        }

        page.AssertQuiet();
    }

    [Fact]
    public async Task A_slider_moves_by_arrow_keys_says_its_value_with_its_unit_and_the_result_is_announced()
    {
        await using var page = await browser.OpenAsync("/what-if");
        var slider = page.Page.Locator("#i-tariff-exogenous-us");
        await slider.FocusAsync();
        string before = await slider.GetAttributeAsync("aria-valuetext") ?? "";
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.WaitForFunctionAsync("before => document.querySelector('#i-tariff-exogenous-us').getAttribute('aria-valuetext') !== before", before);
        Assert.EndsWith("%", await slider.GetAttributeAsync("aria-valuetext") ?? "", StringComparison.Ordinal);
        await page.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('[role=status]')].some(s => s.textContent.startsWith('Solved. Real GDP in '))");
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_chart_says_its_last_value_and_has_its_numbers_as_a_table()
    {
        await using var page = await browser.OpenAsync("/what-if");
        await StudioVisits.MoveTariffAsync(page.Page);
        foreach (string name in await page.Page.Locator(".tiles svg[role=img]").EvaluateAllAsync<string[]>("all => all.map(s => s.getAttribute('aria-label'))"))
        {
            Assert.Matches(@"^.+: Scenario 1 \S+ in \d{4}Q\d, \S+ since \d{4}Q\d$", name);
        }

        await page.GoAsync("/model?name=core_consumption");
        await page.Page.Locator(".as-numbers summary").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.WaitForSelectorAsync(".as-numbers .numbers tbody tr");
        page.AssertQuiet();
    }
}
