namespace Plenum.Cli;

/// <summary>What the command tells the program that called it.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The question has a negative answer: a check failed.</summary>
    public const int Negative = 1;

    /// <summary>The command line or an input cannot be used as given.</summary>
    public const int BadInput = 2;

    /// <summary>The solver could not solve.</summary>
    public const int NotSolved = 3;

    /// <summary>Plenum itself has a mistake.</summary>
    public const int Defect = 70;

    /// <summary>Interrupted by the user, as shells count it.</summary>
    public const int Interrupted = 130;
}
