using System.CommandLine;
using System.Text;
using Plenum.Language.Diagnostics;
using Plenum.Language.Formatting;
using Plenum.Language.Syntax;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum format</c>: prints model text in its canonical form.</summary>
internal static class FormatCommand
{
    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var files = new Argument<string[]>("FILE") { Description = "Model files.", Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = "Prints the names of files that are not in canonical form; exit code 1 if there are any." };
        var write = new Option<bool>("--write") { Description = "Writes the canonical form back." };
        var command = new Command("format", "Prints model text in its canonical form.") { files, check, write };
        command.SetAction(parsed => Run(console, common.Read(parsed), parsed.GetValue(files) ?? [], parsed.GetValue(check), parsed.GetValue(write)));
        return new Verb(command, ["plenum format model.plenum", "plenum format --check models/china/model/*.plenum", "plenum format --write model.plenum"]);
    }

    private static int Run(CommandConsole console, Request request, IReadOnlyList<string> files, bool check, bool write)
    {
        int code = ExitCode.Done;
        foreach (string file in files)
        {
            string path = Path.Combine(console.Environment.CurrentDirectory, file);
            string? text = Read(console, file, path);
            if (text is null)
            {
                code = ExitCode.BadInput;
                continue;
            }

            var syntax = Parser.Parse(new SourceText(file, text));
            if (syntax.Diagnostics.Any(d => d.Severity == Severity.Error))
            {
                console.Report(syntax.Diagnostics, request.Json);
                code = ExitCode.BadInput;
                continue;
            }

            string formatted = Formatter.Format(syntax);
            if (check)
            {
                if (formatted == text) { continue; }
                console.Out.WriteLine(file);
                code = Math.Max(code, ExitCode.Negative);
            }
            else if (!write) { console.Out.Write(formatted); }
            else if (formatted != text) { Replace(path, formatted); }
        }

        return code;
    }

    private static string? Read(CommandConsole console, string file, string path)
    {
        try
        {
            return File.ReadAllText(path, new UTF8Encoding(false, true));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            console.Error.WriteLine($"'{file}' cannot be read: {Reason(error)}");
            return null;
        }
    }

    /// <summary>Writes beside the file and moves into place, so that an interruption loses nothing.</summary>
    private static void Replace(string path, string text)
    {
        string beside = path + ".formatting";
        File.WriteAllText(beside, text, new UTF8Encoding(false));
        File.Move(beside, path, overwrite: true);
    }

    private static string Reason(Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file.",
        DecoderFallbackException => "it is not text in UTF-8.\n  help: save it as UTF-8; a binary file is no model.",
        _ => error.Message,
    };
}
