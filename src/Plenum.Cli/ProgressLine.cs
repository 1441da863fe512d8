using Plenum.Series;

namespace Plenum.Cli;

/// <summary>One line on a terminal that tells how far a solve is, once it has lasted a second.</summary>
internal sealed class ProgressLine(TextWriter error, CommandEnvironment environment) : IProgress<Period>, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private readonly long _started = environment.Clock.GetTimestamp();
    private long _shown;
    private int _width;

    /// <summary>What is being solved.</summary>
    public string Task { get; set; } = "";

    /// <inheritdoc/>
    public void Report(Period value) => Show($"solving {Task} {value}");

    /// <summary>Shows a text, unless another one was shown a moment ago.</summary>
    public void Show(string text)
    {
        if (!environment.ShowsProgress || environment.Clock.GetElapsedTime(_started) < s_patience) { return; }
        if (_shown != 0 && environment.Clock.GetElapsedTime(_shown).TotalMilliseconds < 100) { return; }
        _shown = environment.Clock.GetTimestamp();
        error.Write("\r" + text.PadRight(_width));
        _width = text.Length;
    }

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (_width > 0) { error.Write("\r" + new string(' ', _width) + "\r"); }
        _width = 0;
    }
}
