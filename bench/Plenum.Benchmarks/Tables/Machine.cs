using System.Runtime.InteropServices;

namespace Plenum.Benchmarks;

/// <summary>The machine that measures.</summary>
internal static class Machine
{
    /// <summary>The processor's name, as the system gives it.</summary>
    public static string Processor { get; } = ReadProcessor();

    /// <summary>The processor's name as the name of a folder, such as <c>amd-epyc</c>.</summary>
    public static string Folder => string.Join('-', Processor.ToLowerInvariant().Split([.. Processor.ToLowerInvariant().Where(c => !char.IsAsciiLetterOrDigit(c))], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Processor, cores, system and runtime.</summary>
    public static string Description => Text.Of($"{Processor}, {Environment.ProcessorCount} cores, {RuntimeInformation.RuntimeIdentifier}, {RuntimeInformation.FrameworkDescription}.");

    private static string ReadProcessor()
    {
        const string File = "/proc/cpuinfo";
        string? line = System.IO.File.Exists(File) ? System.IO.File.ReadLines(File).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':')[1].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
