using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Plenum.Cli;
using Plenum.Language.Diagnostics;
using Plenum.Report.Html;
using Plenum.Studio.Api;
using Plenum.Studio.Components;
using Plenum.Studio.Desk;
using Plenum.Studio.Economy;
using Plenum.Studio.Serving;

namespace Plenum.Studio;

/// <summary>The studio as a web server of this machine.</summary>
public static class StudioServer
{
    /// <summary>Serves until it is cancelled; see <see cref="StudioStarter"/>.</summary>
    public static int Run(StudioRequest request, TextWriter output, TextWriter error, CommandEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(environment);
        return Serve(request, output, error, environment).GetAwaiter().GetResult();
    }

    private static async Task<int> Serve(StudioRequest request, TextWriter output, TextWriter error, CommandEnvironment environment)
    {
        var findings = new DiagnosticBag();
        // The model is compiled and solved while the server is put together: people wait for the slower of the two, not for both.
        var opening = Task.Run(() => OpenedModel.Open(request.Project, request.Variants, findings, environment.Clock));
        await using var application = Build(request, opening, environment.Clock);
        if (await opening.ConfigureAwait(false) is not { } economy)
        {
            foreach (var finding in findings) { await error.WriteLineAsync(finding.ToString()).ConfigureAwait(false); }
            return ExitCode.BadInput;
        }

        using var served = economy;
        // The first page asks for it; the data are read while the server opens its port.
        _ = application.Services.GetRequiredService<Evidence>().StateAsync();
        try
        {
            await application.StartAsync(environment.Cancellation).ConfigureAwait(false);
        }
        catch (IOException taken) when (taken.InnerException is SocketException || taken.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase))
        {
            await error.WriteLineAsync($"port {request.Port} of {request.Host} is in use; choose another with --port, or let --port 0 find one.").ConfigureAwait(false);
            return ExitCode.BadInput;
        }

        string address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        string shown = request.Token is null ? address : $"{address}/?token=...";
        await output.WriteLineAsync($"The studio of '{economy.Project.Name}' is at {shown}  (Ctrl-C ends it)").ConfigureAwait(false);
        await output.FlushAsync().ConfigureAwait(false);
        if (request.OpensBrowser) { OpenBrowser(request.Token is null ? address : $"{address}/?token={Uri.EscapeDataString(request.Token)}"); }
        using var ended = environment.Cancellation.Register(application.Lifetime.StopApplication);
        await application.WaitForShutdownAsync(CancellationToken.None).ConfigureAwait(false);
        return ExitCode.Done;
    }

    /// <summary>The server, not yet started.</summary>
    /// <param name="request">What it is started with.</param>
    /// <param name="opening">The project it serves, while it is being opened; nothing asks for it before the server starts.</param>
    /// <param name="clock">Measures time.</param>
    private static WebApplication Build(StudioRequest request, Task<OpenedModel?> opening, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "plenum-studio" });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => Kestrel.Configure(kestrel, request, clock));
        builder.Logging.ClearProviders().AddFilter(level => level >= LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // Keys live as long as the server: nothing that a browser holds outlives it.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton(request);
        builder.Services.AddSingleton(_ => opening.GetAwaiter().GetResult()!);
        builder.Services.AddSingleton(clock);
        builder.Services.AddApi();
        builder.Services.AddSingleton(new RunGate(StudioLimits.LongRuns, StudioLimits.WaitingRuns, StudioLimits.WaitingRunsOfOne, StudioLimits.LongestRun, clock)).AddSingleton<RunnerPool>();
        builder.Services.AddScoped<PageSession>().AddScoped<WhatIfDesk>();
        builder.Services.AddSingleton<ScenarioLibrary>().AddSingleton<MechanismEvidence>().AddSingleton<Explanations>().AddSingleton<ModelIndex>().AddSingleton<PlanStudy>();
        builder.Services.AddScoped<Worlds>().AddScoped<ModelCopy>();
        builder.Services.AddSingleton<Evidence>();
        builder.Services.AddSingleton<DraftExplainer>();
        builder.Services.AddSingleton<RiskRuns>().AddScoped<RiskForm>();
        builder.Services.AddSingleton(services => services.GetRequiredService<OpenedModel>().OpenDrafts());
        builder.Services.AddScoped<OwnShelf>().AddScoped<OwnData>();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DisconnectedCircuitMaxRetained = StudioLimits.RetainedCircuits;
            circuits.DisconnectedCircuitRetentionPeriod = StudioLimits.RetainedFor;
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = StudioLimits.LargestMessage);

        var application = builder.Build();
        application.UseMiddleware<SecurityHeaders>();
        // Before the guards, since they must know a websocket when they see one.
        application.UseWebSockets();
        application.UseMiddleware<HostGuard>();
        application.UseMiddleware<TokenGate>();
        application.UseWhen(context => Refusal.IsForPrograms(context.Request), api => api.UseMiddleware<ApiFailures>());
        application.UseWhen(context => !Refusal.IsForPrograms(context.Request), pages =>
        {
            pages.UseExceptionHandler("/problem", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/missing", createScopeForStatusCodePages: true);
        });
        application.UseRouting();
        application.UseRateLimiter();
        application.UseRequestTimeouts();
        application.UseMiddleware<PageGate>();
        application.UseAntiforgery();
        application.MapStaticAssets();
        application.MapGet("/themes.css", () => Results.Text(PageAssets.Themes(), "text/css"));
        application.MapGet("/plotly.js", () => Results.Stream(ReportAssets.Plotly(), "text/javascript", entityTag: ReportAssets.Tag));
        application.MapApi();
        application.MapDeskFiles();
        application.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return application;
    }

    /// <summary>Opens the browser as the system does; where there is none, the address on the output must do.</summary>
    private static void OpenBrowser(string address)
    {
        try
        {
            string opener = OperatingSystem.IsMacOS() ? "open" : OperatingSystem.IsWindows() ? "explorer" : "xdg-open";
            using var started = Process.Start(new ProcessStartInfo(opener, [address]) { RedirectStandardError = true, RedirectStandardOutput = true });
        }
        catch (Exception missing) when (missing is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            // Nothing is lost: the address has been printed.
        }
    }
}
