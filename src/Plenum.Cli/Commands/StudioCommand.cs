using System.CommandLine;
using System.Globalization;
using System.Net;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum studio</c>: the web application on this machine.</summary>
internal static class StudioCommand
{
    private const int UsualPort = 5080;
    private const int ShortestToken = 16;
    private const int UsualPatience = 10;

    /// <summary>The variable that holds the token where it shall not stand on the command line.</summary>
    private const string TokenVariable = "PLENUM_STUDIO_TOKEN";

    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var port = new Option<int>("--port") { Description = "The port; 0 takes any that is free.", HelpName = "N", DefaultValueFactory = _ => UsualPort };
        var host = new Option<string>("--host") { Description = "The address to listen on; any but loopback needs a token.", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1" };
        var token = new Option<string?>("--token") { Description = $"What a browser must know to be let in; better given in {TokenVariable}.", HelpName = "SECRET" };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Does not open the browser." };
        var patience = new Option<int>("--patience") { Description = "Seconds for which a client may send or take nothing before it is cut off, 2 to 600.", HelpName = "N", DefaultValueFactory = _ => UsualPatience };
        patience.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => int.TryParse(t.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int n) && n is < 2 or > 600)) { result.AddError("--patience takes 2 to 600 seconds."); }
        });
        port.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => int.TryParse(t.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int n) && n is < 0 or > 65535)) { result.AddError("--port takes a number from 0 to 65535."); }
        });
        var command = new Command("studio", "Starts the studio, the web application, on this machine.") { port, host, token, noBrowser, patience };
        command.SetAction(parsed =>
        {
            if (console.Environment.Studio is not { } start)
            {
                console.Error.WriteLine("The studio is a program of its own; start it with ./plenum studio, which builds it when needed.");
                return ExitCode.BadInput;
            }

            string address = parsed.GetValue(host)!;
            string? secret = parsed.GetValue(token) ?? Environment.GetEnvironmentVariable(TokenVariable);
            if (Refusal(address, secret) is { } refusal)
            {
                console.Error.WriteLine(refusal);
                return ExitCode.BadInput;
            }

            var request = common.Read(parsed);
            var workbench = new Workbench(console, request);
            if (workbench.OpenProject() is not { } project) { return workbench.Failure; }
            return start(new StudioRequest(project, request.Variants, address, parsed.GetValue(port), secret, !parsed.GetValue(noBrowser), TimeSpan.FromSeconds(parsed.GetValue(patience))), console.Out, console.Error, console.Environment);
        });
        return new Verb(command, ["plenum studio", "plenum studio --port 8080 --no-browser", $"{TokenVariable}=a-long-secret-word plenum studio --host 0.0.0.0"]);
    }

    /// <summary>Why an address and a token do not go together; null where they do.</summary>
    private static string? Refusal(string address, string? token)
    {
        if (!IPAddress.TryParse(address, out var parsed) && address != "localhost") { return $"--host takes an address such as 127.0.0.1 or 0.0.0.0, not '{address}'."; }
        if (token is { Length: < ShortestToken }) { return $"the token has {token.Length} characters; one that keeps strangers out has at least {ShortestToken}."; }
        bool isLoopback = parsed is null || IPAddress.IsLoopback(parsed);
        return isLoopback || token is not null ? null
            : $"--host {address} lets other machines in, so the studio asks for a token: set {TokenVariable} to at least {ShortestToken} characters that nobody guesses. Traffic is not encrypted; put a proxy with TLS before it.";
    }
}
