namespace Plenum.Cli;

/// <summary>What the command knows of the place where it runs.</summary>
public sealed record CommandEnvironment
{
    /// <summary>The folder from which paths are taken.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>The folder in which Plenum lies, with its models; null where it is not known.</summary>
    public string? Home { get; init; }

    /// <summary>Cells of a line on the output. Default 80.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Whether headings are marked by escape sequences. Default false.</summary>
    public bool IsColoured { get; init; }

    /// <summary>Whether progress is shown on the error output. Default false.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Measures time. Default: the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Starts the studio; null in the command alone, which does not contain it.</summary>
    public StudioStarter? Studio { get; init; }

    /// <summary>Ends the command between two steps.</summary>
    public CancellationToken Cancellation { get; init; }
}
