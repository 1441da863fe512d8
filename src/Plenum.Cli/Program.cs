using System.Text;
using Plenum.Cli;

using var interrupt = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    interrupt.Cancel();
};

var utf8 = new UTF8Encoding(false);
var stdout = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16);
using var stderr = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
bool isTerminal = !Console.IsOutputRedirected;
return CommandLine.Run(args, stdout, stderr, new CommandEnvironment
{
    CurrentDirectory = Environment.CurrentDirectory,
    Home = Environment.GetEnvironmentVariable("PLENUM_HOME"),
    Width = isTerminal ? Math.Max(60, Console.WindowWidth) : 80,
    IsColoured = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
    ShowsProgress = !Console.IsErrorRedirected,
    Cancellation = interrupt.Token,
});
