using System.CommandLine;
using System.Net;
using Plenum.Cluster;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum worker</c>: one more silo of a cluster.</summary>
internal static class WorkerCommand
{
    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var cluster = new Option<string>("--cluster") { Description = "Where silos find one another: localhost:PORT of the first, redis://HOST:PORT or postgres://HOST:PORT/DATABASE.", HelpName = "ADDRESS", DefaultValueFactory = _ => "localhost:30000" };
        var port = new Option<int>("--port") { Description = "The port for clients; silos talk through the next one.", HelpName = "PORT", DefaultValueFactory = _ => 30000 };
        var address = new Option<string>("--address") { Description = "The address of this machine at which others find it; none may unless it is given.", HelpName = "IP", DefaultValueFactory = _ => "127.0.0.1" };
        var threads = new Option<int>("--threads") { Description = "Threads that take draws.", HelpName = "T", DefaultValueFactory = _ => Environment.ProcessorCount };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or >= IPEndPoint.MaxPort) { result.AddError("--port takes a port from 1 to 65534."); }
        });
        threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) { result.AddError("--threads takes a count from 1."); }
        });
        address.Validators.Add(result =>
        {
            if (!IPAddress.TryParse(result.GetValueOrDefault<string>(), out _)) { result.AddError("--address takes an address such as 10.0.0.7."); }
        });
        var command = new Command("worker", "Works for 'plenum simulate --cluster' and 'plenum plan --cluster' until it is ended.") { cluster, port, address, threads };
        command.SetAction(parsed => Run(console, common.Read(parsed), parsed.GetValue(cluster)!, parsed.GetValue(port), parsed.GetValue(address)!, parsed.GetValue(threads)));
        return new Verb(command, ["plenum worker", "plenum worker --port 30002 --cluster localhost:30000", "plenum worker --cluster redis://10.0.0.5:6379 --address 10.0.0.7"]);
    }

    private static int Run(CommandConsole console, Request request, string cluster, int port, string address, int threads)
    {
        var workbench = new Workbench(console, request);
        if (ClusterAddress.Read(cluster, workbench.Findings) is not { } joined) { return Failed(workbench); }
        try
        {
            RunAsync().GetAwaiter().GetResult();
            return ExitCode.Done;
        }
        catch (ClusterException error)
        {
            workbench.Report(error.Finding);
            return Failed(workbench);
        }

        async Task RunAsync()
        {
            await using var silo = await RunningSilo.StartAsync(new SiloOptions(joined, port) { Address = IPAddress.Parse(address), Threads = threads }, console.Environment.Cancellation).ConfigureAwait(false);
            console.Out.WriteLine($"A silo with {threads} {(threads == 1 ? "thread" : "threads")} is ready at {address}:{port}. Ctrl+C ends it.");
            await console.Out.FlushAsync(console.Environment.Cancellation).ConfigureAwait(false);
            await silo.WaitAsync(console.Environment.Cancellation).ConfigureAwait(false);
        }
    }

    private static int Failed(Workbench workbench)
    {
        workbench.Fail<object>();
        return ExitCode.BadInput;
    }
}
