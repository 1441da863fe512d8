using System.CommandLine;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Workspace;

namespace Plenum.Cli.Commands;

/// <summary><c>plenum show WHAT</c>: what the model says of a name, a block, its accounts.</summary>
internal static class ShowCommand
{
    private static readonly string[] s_kinds = ["variable", "equation", "parameter", "block", "mechanism"];

    public static Verb Create(CommandConsole console, CommonOptions common)
    {
        var what = new Argument<string[]>("WHAT") { Description = "A name, a block, a mechanism, 'mechanisms', 'accounts' or 'unit-escapes'; an overview where left out.", Arity = ArgumentArity.ZeroOrMore };
        var markdown = new Option<string?>("--markdown") { Description = "With 'mechanisms': writes a document too.", HelpName = "FILE" };
        var command = new Command("show", "Shows a variable, an equation, a parameter, a block, the accounts, the mechanisms.") { what, markdown };
        command.SetAction(parsed => Run(console, common.Read(parsed), parsed.GetValue(what) ?? [], parsed.GetValue(markdown)));
        return new Verb(command, ["plenum show gdp_real", "plenum show block trade", "plenum show 'exports_real[us]' --json", "plenum show accounts", "plenum show mechanisms", "plenum show M4", "plenum show unit-escapes"]);
    }

    private static int Run(CommandConsole console, Request request, string[] words, string? file)
    {
        var workbench = new Workbench(console, request);
        if (workbench.OpenModel() is not { } runner) { return workbench.Failure; }
        string? kind = words.Length > 1 && s_kinds.Contains(words[0]) ? words[0] : null;
        string name = string.Join(' ', kind is null ? words : words.Skip(1));
        var model = runner.Model;
        if (name.Length == 0) { return ShowModel.Overview(console, request, model); }
        if (name == "accounts") { return ShowAccounts.Write(console, request, workbench, runner); }
        if (name == "mechanisms") { return ShowMechanisms.Write(console, request, workbench, runner, null, file); }
        if (kind == "mechanism") { return ShowMechanisms.Write(console, request, workbench, runner, name, file); }
        if (name == "unit-escapes") { return ShowModel.UnitEscapes(console, request, model); }
        var symbols = kind == "block" ? [] : Workbench.Symbols(model, name).Where(s => kind != "parameter" || s.Role == Role.Parameter).ToList();
        if (symbols.Count > 0) { return ShowName.Write(console, request, workbench, runner, name, symbols); }
        if (kind != "block" && model.Equations.Where(e => e.Name == name || model.Texts[e.Text].Name.Split('[')[0] == name).ToList() is { Count: > 0 } equations) { return ShowName.Condition(console, request, model, equations); }
        if (model.Blocks.FirstOrDefault(b => b.Name == name) is { } block) { return ShowModel.Block(console, request, model, block); }
        if (kind is null && ShowMechanisms.IsMeant(runner.Project, name)) { return ShowMechanisms.Write(console, request, workbench, runner, name, file); }
        Report(workbench, model, kind, name);
        return ExitCode.BadInput;
    }

    private static void Report(Workbench workbench, BoundModel model, string? kind, string name)
    {
        if (kind == "block")
        {
            string? near = Suggestion.Nearest(name, model.Blocks.Select(b => b.Name));
            workbench.Report(Diagnostic.Error(WorkspaceCodes.UnknownName, $"the model has no block '{name}'.", null, null, near is null ? $"its blocks are {string.Join(", ", model.Blocks.Select(b => b.Name))}." : $"did you mean '{near}'?"));
        }
        else { workbench.ReportUnknown(model, new PlacedName(name, default)); }

        workbench.Fail<object>();
    }
}
