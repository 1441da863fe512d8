using System.Text.Json;
using Microsoft.Playwright;

namespace Plenum.Studio.Load;

/// <summary>One move of a slider, in milliseconds.</summary>
/// <param name="Whole">From the slider's event to the frame after the charts have changed.</param>
/// <param name="Solved">Solving on the server.</param>
/// <param name="Drawn">Laying out the charts on the server.</param>
internal sealed record SliderMove(double Whole, double Solved, double Drawn)
{
    private const int Moves = 100;
    private const int WarmUp = 20;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private const string Script = """
        async ([count]) => {
          const slider = document.querySelector('#i-tariff-exogenous-us');
          const charts = () => document.querySelector('.tiles');
          const moves = [];
          for (let k = 0; k < count; k++) {
            slider.value = 0.2 + 0.025 * (k % 50);
            const before = charts().dataset.version;
            const began = performance.now();
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            await new Promise(done => {
              const seen = new MutationObserver(() => { if (charts().dataset.version !== before) { seen.disconnect(); requestAnimationFrame(() => setTimeout(done)); } });
              seen.observe(document.body, { subtree: true, attributes: true, childList: true });
            });
            moves.push([performance.now() - began, Number(charts().dataset.solved), Number(charts().dataset.drawn)]);
          }
          return JSON.stringify(moves);
        }
        """;

    /// <summary>Moves the slider up and up again, each time after the last picture stands.</summary>
    public static async Task<IReadOnlyList<SliderMove>> MeasureAsync(IPage page, Uri studio)
    {
        await page.GotoAsync(new Uri(studio, "/what-if").ToString());
        await page.WaitForSelectorAsync("main[data-ready=true]");
        string text = await page.EvaluateAsync<string>(Script, new object[] { WarmUp + Moves }).WaitAsync(s_patience);
        return [.. JsonSerializer.Deserialize<double[][]>(text)!.Skip(WarmUp).Select(m => new SliderMove(m[0], m[1], m[2]))];
    }
}
