using System.Diagnostics;
using System.Text;

namespace Plenum.Tests.Runs;

/// <summary>The command as a process of its own, which a test may kill.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private readonly StringBuilder _said = new();

    private ChildProcess(Process process)
    {
        _process = process;
        _output = ReadOutput();
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts the command in a folder.</summary>
    public static ChildProcess Start(string folder, params string[] args)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "plenum-cli")) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in args) { start.ArgumentList.Add(argument); }
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Waits until it has said something.</summary>
    public void AwaitOutput(string text) => Await(() => Said.Contains(text, StringComparison.Ordinal), $"it said '{text}'");

    public bool HasEnded => _process.HasExited;

    /// <summary>Ends it as a failing machine would: nothing is told to it.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Waits until it ends by itself.</summary>
    public (int Code, string Output, string Error) Wait()
    {
        if (!_process.WaitForExit(s_patience)) { Kill(); }
        return (_process.ExitCode, _output.Result, _error.Result);
    }

    /// <summary>Waits until something is so, as long as the process runs.</summary>
    public void Await(Func<bool> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.False(HasEnded, $"the command ended before {what}: {(HasEnded ? _output.Result + _error.Result : "")}");
            Assert.True(clock.Elapsed < s_patience, $"{what} did not come about");
            Thread.Sleep(5);
        }
    }

    private string Said
    {
        get { lock (_said) { return _said.ToString(); } }
    }

    private async Task<string> ReadOutput()
    {
        var buffer = new char[4096];
        for (int read; (read = await _process.StandardOutput.ReadAsync(buffer)) > 0;)
        {
            lock (_said) { _said.Append(buffer, 0, read); }
        }

        return Said;
    }

    public void Dispose()
    {
        if (!HasEnded) { Kill(); }
        _process.Dispose();
    }
}
