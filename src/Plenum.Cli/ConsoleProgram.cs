using System.Text;

namespace Plenum.Cli;

/// <summary>The command as a program of a console: its streams in UTF-8, Ctrl-C as cancellation, colour and width as the terminal has them.</summary>
public static class ConsoleProgram
{
    /// <summary>Runs one command on the console of this process.</summary>
    /// <param name="args">The arguments, without the name of the program.</param>
    /// <param name="studio">Starts the studio; null in the program that does not contain it.</param>
    /// <returns>The exit code; see <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, StudioStarter? studio = null)
    {
        using var interrupt = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            interrupt.Cancel();
        };

        var utf8 = new UTF8Encoding(false);
        var stdout = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16);
        using var stderr = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
        using var telemetry = Telemetry.Start(args);
        bool isTerminal = !Console.IsOutputRedirected;
        return CommandLine.Run(args, stdout, stderr, new CommandEnvironment
        {
            CurrentDirectory = Environment.CurrentDirectory,
            Home = Environment.GetEnvironmentVariable("PLENUM_HOME"),
            Width = isTerminal ? Math.Max(60, Console.WindowWidth) : 80,
            IsColoured = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
            ShowsProgress = !Console.IsErrorRedirected,
            Studio = studio,
            Cancellation = interrupt.Token,
        });
    }
}
