using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Plenum.Benchmarks.Cold;

/// <summary>A program that is started afresh for each measurement.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Folder">The folder it starts in.</param>
internal sealed record ChildProcess(string FileName, IReadOnlyList<string> Arguments, string Folder)
{
    /// <summary>The installation that runs this process.</summary>
    public static string DotnetRoot { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>Starts the program and waits for its end.</summary>
    /// <returns>Milliseconds from start to exit, and what it wrote.</returns>
    /// <exception cref="InvalidOperationException">It ended with an error.</exception>
    public (double Milliseconds, string Output) Run()
    {
        var start = new ProcessStartInfo(FileName, Arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ROOT"] = DotnetRoot;

        // As the start script of the product has it.
        start.Environment["DOTNET_TieredPGO"] = "0";
        long started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{FileName} does not start.");
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return process.ExitCode == 0 ? (milliseconds, output) : throw new InvalidOperationException($"{FileName} ended with {process.ExitCode}: {output}{error.Result}");
    }
}
