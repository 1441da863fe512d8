using System.Text;
using Plenum.Cli;
using Plenum.Studio;

using var interrupt = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    interrupt.Cancel();
};

var utf8 = new UTF8Encoding(false);
var stdout = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16);
using var stderr = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
return CommandLine.Run(args, stdout, stderr, new CommandEnvironment
{
    CurrentDirectory = Environment.CurrentDirectory,
    Home = Environment.GetEnvironmentVariable("PLENUM_HOME"),
    Width = Console.IsOutputRedirected ? 80 : Math.Max(60, Console.WindowWidth),
    ShowsProgress = !Console.IsErrorRedirected,
    Cancellation = interrupt.Token,
    Studio = StudioServer.Run,
});
