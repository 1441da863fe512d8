using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Plenum.Cli.Commands;

namespace Plenum.Cli;

/// <summary>The <c>plenum</c> command: its verbs, its options and how it ends.</summary>
public static class CommandLine
{
    private const string Welcome = """
        What does a policy do to an economy? Plenum reads a model written as plain
        equations, solves it, and shows what changes.

        Without a verb it solves the baseline and the headline scenarios of the project
        in this folder, or of the China model where there is none.
        """;

    /// <summary>Runs one command.</summary>
    /// <param name="args">The arguments, without the name of the program.</param>
    /// <param name="output">Takes answers.</param>
    /// <param name="error">Takes messages and progress.</param>
    /// <param name="environment">Where it runs.</param>
    /// <returns>The exit code; see <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, CommandEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(environment);
        try
        {
            var parsed = Grammar(new CommandConsole(output, error, environment)).Parse(args);
            if (parsed.Action is ParseErrorAction) { return Misused(parsed, error); }
            int code = parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            output.Flush();
            return code;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("interrupted.");
            return ExitCode.Interrupted;
        }
        catch (IOException full)
        {
            // A pipe whose reader has gone ends quietly in the runtime; this is a disk that is full, or a file that vanished.
            error.WriteLine($"a file or the output cannot be used: {full.Message}");
            return ExitCode.BadInput;
        }
#pragma warning disable CA1031 // The last resort: whatever else happens, the user gets a sentence and not a trace.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            error.WriteLine($"Plenum has made a mistake of its own: {unexpected.Message}");
            error.WriteLine($"Please report it with the command line and these lines:\n  {unexpected.GetType().Name} {string.Join("\n  ", (unexpected.StackTrace ?? "").Split('\n').Take(4).Select(l => l.Trim()))}");
            return ExitCode.Defect;
        }
    }

    private static RootCommand Grammar(CommandConsole console)
    {
        var common = new CommonOptions();
        var runOptions = new RunOptions();
        var root = new RootCommand(Welcome) { HelpName = "plenum" };
        foreach (var option in common.Recursive) { root.Options.Add(option); }
        var verbs = new List<Verb>
        {
            RunCommand.Create(console, common, runOptions),
            CheckCommand.Create(console, common),
            BaselineCommand.Create(console, common),
            ShowCommand.Create(console, common),
            CompareCommand.Create(console, common),
            ExplainCommand.Create(console, common),
            SimulateCommand.Create(console, common),
            RunsCommand.Create(console, common),
            ScenariosCommand.Create(console, common),
            PlanCommand.Create(console, common),
            ScorecardCommand.Create(console, common),
            DataCommand.Create(console, common),
            ExportCommand.Create(console, common),
            ReportCommand.Create(console, common),
            FormatCommand.Create(console, common),
            StudioCommand.Create(console, common),
            WorkerCommand.Create(console, common),
        };
        foreach (var verb in verbs) { root.Subcommands.Add(verb.Command); }
        foreach (var option in verbs[0].Command.Options) { root.Options.Add(option); }
        root.SetAction(parsed => RunCommand.Run(console, common, runOptions, parsed, null));
        var rootVerb = new Verb(root, ["plenum", "plenum run --scenario S01 --scenario S05+S08a", "plenum show gdp_real", "plenum check --json"]);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, [.. verbs, rootVerb]);
        return root;
    }

    private static int Misused(ParseResult parsed, TextWriter error)
    {
        foreach (var mistake in parsed.Errors) { error.WriteLine(mistake.Message); }
        string command = parsed.CommandResult.Command is RootCommand ? "plenum" : $"plenum {parsed.CommandResult.Command.Name}";
        if (parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens.Count > 0)
        {
            var verbs = parsed.CommandResult.Command.Subcommands.Select(c => c.Name).ToList();
            string? near = Language.Diagnostics.Suggestion.Nearest(parsed.UnmatchedTokens[0], verbs);
            error.WriteLine(near is null ? $"the verbs are {string.Join(", ", verbs)}." : $"did you mean 'plenum {near}'?");
        }

        error.WriteLine($"'{command} --help' explains the usage.");
        return ExitCode.BadInput;
    }

    /// <summary>The standard help, and worked examples below it.</summary>
    private sealed class HelpWithExamples(HelpAction standard, IReadOnlyList<Verb> verbs) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int code = standard.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            if (verbs.FirstOrDefault(v => v.Command == parseResult.CommandResult.Command) is { } verb)
            {
                output.WriteLine("Examples:");
                foreach (string example in verb.Examples) { output.WriteLine($"  {example}"); }
            }

            return code;
        }
    }
}
