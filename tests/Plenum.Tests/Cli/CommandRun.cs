using System.Text.Json;
using Plenum.Cli;

namespace Plenum.Tests.Cli;

/// <summary>One run of the command in this process.</summary>
internal sealed record CommandRun(int Code, string Output, string Error)
{
    /// <summary>Runs the command in a folder; <paramref name="home"/> is where Plenum lies.</summary>
    public static CommandRun In(string folder, string? home, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int code = CommandLine.Run(args, output, error, new CommandEnvironment { CurrentDirectory = folder, Home = home });
        return new CommandRun(code, output.ToString(), error.ToString());
    }

    /// <summary>The output as the one object it must be.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Asserts that an object has at least these keys.</summary>
    public static void HasKeys(JsonElement element, params string[] keys) => Assert.All(keys, key => Assert.True(element.TryGetProperty(key, out _), $"the key '{key}' is missing"));

    /// <summary>The keys of an object, in order of name.</summary>
    public static IEnumerable<string> Keys(JsonElement element) => element.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);
}
