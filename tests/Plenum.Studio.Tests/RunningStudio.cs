using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Plenum.Studio.Tests;

/// <summary>The real studio as a process of its own, on a free port of loopback.</summary>
public sealed partial class RunningStudio : IAsyncDisposable
{
    private static readonly TimeSpan s_longestStart = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private RunningStudio(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Its number among the processes of the machine.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Whether it still runs.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Starts a studio and waits until it says where it is.</summary>
    /// <param name="project">The project; the China model where null.</param>
    /// <param name="arguments">More arguments.</param>
    public static Task<RunningStudio> StartAsync(string? project = null, params string[] arguments) =>
        StartProgramAsync(Path.Combine(Root, "artifacts", "bin", "Plenum.Studio", "release", OperatingSystem.IsWindows() ? "plenum-studio.exe" : "plenum-studio"), project, arguments);

    /// <summary>Starts a studio that was built elsewhere.</summary>
    /// <param name="program">Its program.</param>
    /// <param name="project">The project; the China model where null.</param>
    /// <param name="arguments">More arguments.</param>
    public static async Task<RunningStudio> StartProgramAsync(string program, string? project, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["studio", "--port", "0", "--no-browser", "--project", project ?? Path.Combine(Root, "models", "china"), .. arguments]) { start.ArgumentList.Add(argument); }
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(s_longestStart);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Listening().Match(line) is { Success: true } found)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new RunningStudio(process, new Uri(found.Value));
            }
        }

        throw new InvalidOperationException($"The studio ended before it listened: {await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) { _process.Kill(entireProcessTree: true); }
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string FindRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Plenum.slnx"))) { folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository."); }
        return folder;
    }

    [GeneratedRegex(@"http://[\d.:\[\]a-f]+")]
    private static partial Regex Listening();
}
