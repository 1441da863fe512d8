using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Plenum.Studio.Tests;

/// <summary>Every call of the interface that docs/studio.md shows, run word for word; the port alone is another.</summary>
[Collection(ServerCollection.Name)]
public sealed partial class DocumentedExampleTests(Server server)
{
    private const string Port = "5080";

    public static TheoryData<string> Calls => [.. Blocks().Matches(File.ReadAllText(Path.Combine(RunningStudio.Root, "docs", "studio.md")))
        .SelectMany(b => b.Groups[1].Value.Replace("\\\n", "", StringComparison.Ordinal).Split('\n'))
        .Where(line => line.StartsWith("curl ", StringComparison.Ordinal))];

    [Fact]
    public void There_is_an_example_of_each_kind_of_call() => Assert.True(Calls.Count >= 6, $"{Calls.Count} calls");

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task An_example_answers(string call)
    {
        if (!File.Exists("/usr/bin/curl")) { Assert.Skip("There is no curl: install the package 'curl'."); }
        var start = new ProcessStartInfo("/bin/sh", ["-c", call.Replace(Port, $"{server.Studio.Address.Port}", StringComparison.Ordinal)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
        if (call.Contains("text/event-stream", StringComparison.Ordinal)) { Assert.Contains("\nevent: result\n", output, StringComparison.Ordinal); }
        else { Assert.True(output.StartsWith('{') && !output.Contains("\"status\":4", StringComparison.Ordinal) && !output.Contains("\"status\":5", StringComparison.Ordinal), output[..Math.Min(400, output.Length)]); }
    }

    [GeneratedRegex("```\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
