using System.Diagnostics;
using System.Text;

namespace Plenum.Tests.Runs;

/// <summary>The command as a process of its own, which a test may kill.</summary>
internal sealed class ChildProcess : IDisposable
{
    /// <summary>Far more than anything takes, however busy the machine is.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(20);
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

    /// <summary>No variable.</summary>
    public static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();

    /// <summary>Starts the command in a folder.</summary>
    public static ChildProcess Start(string folder, params string[] args) => Start(folder, Nothing, args);

    /// <summary>Starts the command in a folder, with variables of the environment besides those of this process.</summary>
    public static ChildProcess Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "plenum-cli")) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) { start.Environment[name] = value; }
        foreach (string argument in args) { start.ArgumentList.Add(argument); }
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Waits until it has said something.</summary>
    public void AwaitOutput(string text) => Await(() => Said.Contains(text, StringComparison.Ordinal), $"it said '{text}'");

    public bool HasEnded => _process.HasExited;

    /// <summary>How long it has kept processors busy.</summary>
    public TimeSpan Busy
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Ends it as a failing machine would: nothing is told to it.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Waits until it ends by itself.</summary>
    public (int Code, string Output, string Error) Wait()
    {
        if (!_process.WaitForExit(Patience)) { Kill(); }
        return (_process.ExitCode, _output.Result, _error.Result);
    }

    /// <summary>Waits until something is so, as long as the process runs.</summary>
    public void Await(Func<bool> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.False(HasEnded, $"the command ended before {what}: {(HasEnded ? _output.Result + _error.Result : "")}");
            Assert.True(clock.Elapsed < Patience, $"{what} did not come about");
            Thread.Sleep(s_glance);
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
