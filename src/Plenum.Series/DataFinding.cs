using System.Globalization;
using System.Text;

namespace Plenum.Series;

/// <summary>How much a finding about data matters.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>Probably not what was meant; the data can still be used.</summary>
    Warning,

    /// <summary>The data cannot be used as they are.</summary>
    Error,
}

/// <summary>One finding about data: place, code, fact, why, and what mends it.</summary>
/// <param name="Code">Stable code such as "PL0407"; each has a page in <c>docs/diagnostics/</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">The fact, in one sentence, with the user's own names.</param>
/// <param name="File">The file as the user wrote it; null where the finding belongs to none.</param>
/// <param name="Line">Line of the file or row of the sheet, from 1; null where the finding belongs to no line.</param>
/// <param name="Column">The number of the cell in its line, from 1; null where the finding belongs to no cell.</param>
/// <param name="Why">The rule behind it, in one sentence.</param>
/// <param name="Help">What mends it.</param>
public sealed record DataFinding(string Code, FindingSeverity Severity, string Message, string? File = null, int? Line = null, int? Column = null, string? Why = null, string? Help = null)
{
    /// <summary>An error.</summary>
    public static DataFinding Error(string code, string message, DataPlace? place = null, string? why = null, string? help = null) => Of(code, FindingSeverity.Error, message, place, why, help);

    /// <summary>A warning.</summary>
    public static DataFinding Warning(string code, string message, DataPlace? place = null, string? why = null, string? help = null) => Of(code, FindingSeverity.Warning, message, place, why, help);

    /// <summary>A remark.</summary>
    public static DataFinding Info(string code, string message, DataPlace? place = null, string? why = null, string? help = null) => Of(code, FindingSeverity.Info, message, place, why, help);

    /// <summary>The whole message as a terminal shows it: head line, why, help.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(File);
        if (Line is { } line) { text.Append(CultureInfo.InvariantCulture, $":{line}"); }
        if (Column is { } column) { text.Append(CultureInfo.InvariantCulture, $":{column}"); }
        if (File is not null) { text.Append(": "); }
        text.Append(CultureInfo.InvariantCulture, $"{Severity.ToString().ToLowerInvariant()} {Code}: {Message}");
        if (Why is not null) { text.Append("\n  why:  ").Append(Why); }
        if (Help is not null) { text.Append("\n  help: ").Append(Help); }
        return text.ToString();
    }

    private static DataFinding Of(string code, FindingSeverity severity, string message, DataPlace? place, string? why, string? help) =>
        new(code, severity, message, place?.File, place?.Line, place?.Column, why, help);
}
