using Plenum.Language.Diagnostics;
using Plenum.Report;

namespace Plenum.Cli;

/// <summary>The two outputs of a command, and how findings are written to them.</summary>
internal sealed class CommandConsole(TextWriter output, TextWriter error, CommandEnvironment environment)
{
    /// <summary>Takes answers.</summary>
    public TextWriter Out { get; } = output;

    /// <summary>Takes messages and progress.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Where the command runs.</summary>
    public CommandEnvironment Environment { get; } = environment;

    /// <summary>How headings are marked.</summary>
    public TextStyle Style => new(Environment.IsColoured);

    /// <summary>Writes findings for people, or as one JSON object that holds nothing else.</summary>
    public void Report(IReadOnlyCollection<Diagnostic> findings, bool json)
    {
        if (json)
        {
            JsonAnswer.Write(Out, writer => JsonAnswer.Diagnostics(writer, findings));
            return;
        }

        foreach (var finding in findings) { Error.WriteLine(finding); }
    }

    /// <summary>Writes a table.</summary>
    public void Write(Table table) => TextTable.Write(Out, table, Environment.Width, Style);

    /// <summary>Writes a text wrapped to the width.</summary>
    public void WriteWrapped(string text, int indent = 0)
    {
        string blanks = new(' ', indent);
        foreach (string line in TextWidth.Wrap(text, Math.Min(Environment.Width, 100) - indent)) { Out.WriteLine(blanks + line); }
    }
}
