using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Plenum.Benchmarks;
using Plenum.Studio.Load;
using Plenum.Studio.Tests;

const int Starts = 15;
// What a user starts: the studio as ./plenum builds it, compiled ahead of time.
using (var building = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "plenum"), ["studio", "--help"]) { RedirectStandardOutput = true })!)
{
    await building.StandardOutput.ReadToEndAsync();
    await building.WaitForExitAsync();
    if (building.ExitCode != 0) { return building.ExitCode; }
}

string program = Path.Combine(Repository.Root, "artifacts", "studio", "plenum-studio");
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
{
    ExecutablePath = Environment.GetEnvironmentVariable("PLENUM_CHROMIUM") ?? "/usr/bin/chromium",
    Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

var (firstPages, moves) = (new List<double>(), new List<SliderMove>());
for (int start = 0; start < Starts; start++)
{
    await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1400, Height = 1000 } });
    var page = await context.NewPageAsync();
    long started = Stopwatch.GetTimestamp();
    await using var studio = await RunningStudio.StartProgramAsync(program, null);
    await page.GotoAsync(studio.Address.ToString());
    await page.WaitForSelectorAsync("main[data-ready=true]");
    firstPages.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    if (start == Starts - 1) { moves.AddRange(await SliderMove.MeasureAsync(page, studio.Address)); }
}

var table = new ResultTable("studio", "From a slider to the picture",
    FormattableString.Invariant($"{moves.Count} moves of the slider of the US tariff on the page of scenarios of the China model, twelve charts; {Starts} starts of the studio. Milliseconds."),
    ["step", "median", "95th percentile", "max"]);
Add("**from the move to the frame with the new charts**", moves.Select(m => m.Whole));
Add("of which solving on the server", moves.Select(m => m.Solved));
Add("of which laying out the charts on the server", moves.Select(m => m.Drawn));
Add("**from the start of the program to the first page**", firstPages);
table.Notes.Add("Wanted: a move in at most 100 ms at the median and 200 ms at the 95th percentile; the first page within 1,500 ms.");
string folder = Path.Combine(Repository.Root, "bench", "results", Machine.Folder);
Directory.CreateDirectory(folder);
File.WriteAllText(Path.Combine(folder, "studio.md"), table.ToString());
Console.WriteLine(table);
return 0;

void Add(string step, IEnumerable<double> times)
{
    double[] sorted = [.. times.Order()];
    table.Add(step, At(0.5), At(0.95), At(1.0));

    string At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1].ToString("0.#", CultureInfo.InvariantCulture);
}
