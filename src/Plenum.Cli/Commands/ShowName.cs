using System.Globalization;
using System.Text.Json;
using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Report;
using Plenum.Series;
using Plenum.Workspace;
using Plenum.Workspace.Ensembles;
using Plenum.Workspace.History;

namespace Plenum.Cli.Commands;

/// <summary>Shows one name, or the members of a name over a set: meaning, unit, equation, source, where it is used, its baseline.</summary>
internal static class ShowName
{
    private const int MostUsers = 12;
    private const int YearsShown = 7;

    public static int Write(CommandConsole console, Request request, Workbench workbench, Runner runner, string name, IReadOnlyList<Symbol> symbols)
    {
        // A parameter needs no solution to be shown.
        var paths = symbols.All(s => s.Role == Role.Parameter) ? null : workbench.Solve(runner, [])?.Baseline.Paths;
        if (paths is null && symbols.Any(s => s.Role != Role.Parameter)) { return workbench.Failure; }
        if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteJson(writer, runner.Model, paths, name, symbols)); }
        else { WriteText(console, runner, paths, name, symbols); }
        return ExitCode.Done;
    }

    /// <summary>Shows equations that determine no variable of their own name.</summary>
    public static int Condition(CommandConsole console, Request request, BoundModel model, IReadOnlyList<BoundEquation> equations)
    {
        var text = model.Texts[equations[0].Text];
        if (request.Json)
        {
            JsonAnswer.Write(console.Out, writer =>
            {
                writer.WriteString("name", text.Name);
                writer.WriteString("role", "equation");
                writer.WriteString("equation", text.Text);
                writer.WriteString("source", equations[0].Source);
            });
            return ExitCode.Done;
        }

        console.Out.WriteLine($"{console.Style.Strong(text.Name)}  {console.Style.Faint(text.Span.ToString())}");
        console.WriteWrapped(text.Text, 4);
        WriteFact(console, "source", equations[0].Source);
        return ExitCode.Done;
    }

    private static void WriteText(CommandConsole console, Runner runner, Paths? paths, string name, IReadOnlyList<Symbol> symbols)
    {
        var model = runner.Model;
        var first = symbols[0];
        string members = symbols.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"[{symbols.Count} members]") : "";
        string?[] head = [name + members, symbols.Count == 1 ? first.Label : null, first.LabelZh];
        console.Out.WriteLine(console.Style.Strong(string.Join("  ", head.Where(h => !string.IsNullOrEmpty(h)))));
        console.Out.WriteLine($"  {first.Unit?.ToString() ?? "no unit"}, {ShowModel.RoleName(first.Role)}{(first.Block is null ? "" : $" in {first.Block}")}  {console.Style.Faint(first.Span.ToString())}");
        bool hasEquations = WriteEquations(console, model, symbols);
        var users = Users(model, symbols);
        string? usedBy = users.Count == 0 ? null : $"{string.Join(", ", users.Take(MostUsers))}{(users.Count > MostUsers ? string.Create(CultureInfo.InvariantCulture, $" and {users.Count - MostUsers} more") : "")}";
        string? source = first.Source ?? EquationsOf(model, symbols).Select(e => e.Source).FirstOrDefault(s => s is not null);
        if (hasEquations && (source ?? first.Observed ?? usedBy) is not null) { console.Out.WriteLine(); }
        WriteFact(console, "source", source);
        WriteFact(console, "observed", first.Observed);
        foreach (var prior in Priors(runner, symbols)) { WriteFact(console, symbols.Count == 1 ? "prior" : $"prior of {prior.Symbol.Name}", PriorText.Of(prior)); }
        WriteFact(console, "used by", usedBy);
        WriteFact(console, "add-factor", paths is null ? null : AddFactor(runner.Project, paths, symbols));
        console.Out.WriteLine();
        console.Write(paths is null ? Values(symbols) : Years(runner.Project, paths, symbols));
    }

    /// <summary>How large the add-factor of one behavioural variable is; null for any other.</summary>
    private static string? AddFactor(Project project, Paths paths, IReadOnlyList<Symbol> symbols)
    {
        if (symbols.Count != 1 || EquationsOf(paths.Model, symbols).FirstOrDefault(e => e.AddFactor >= 0) is not { } equation) { return null; }
        var summary = AddFactorSummary.Of(project, paths, equation);
        return string.Create(CultureInfo.InvariantCulture, $"mean {Numbers.Level(summary.Mean)}, standard deviation {Numbers.Level(summary.StandardDeviation)} over {project.Start} to {project.HistoryEnd}; {Numbers.Level(summary.LastEight)} in the last eight, {Numbers.Level(summary.Next)} in {project.HistoryEnd + 1}, {Numbers.Level(summary.Last)} in {project.End}");
    }

    private static bool WriteEquations(CommandConsole console, BoundModel model, IReadOnlyList<Symbol> symbols)
    {
        bool hasAny = false;
        foreach (var equation in EquationsOf(model, symbols).DistinctBy(e => e.Text))
        {
            var text = model.Texts[equation.Text];
            hasAny = true;
            console.Out.WriteLine();
            console.Out.WriteLine($"  {text.Kind.ToString().ToLowerInvariant()} {text.Name}");
            console.WriteWrapped(text.Text, 4);
            if (symbols.Count == 1 && symbols[0].Members.Count > 0) { console.WriteWrapped($"here: {Scalar(model, equation)}", 4); }
            if (equation.UnitEscape is { } reason) { WriteFact(console, "units not checked", reason); }
        }

        return hasAny;
    }

    /// <summary>What is believed of parameters, as far as it can be read: whoever asks for a name is not told what is wrong with another file.</summary>
    private static IEnumerable<ParameterPrior> Priors(Runner runner, IReadOnlyList<Symbol> symbols) =>
        symbols.Any(s => s.Role == Role.Parameter) ? UncertaintyPlan.Read(runner.Project, runner.Model, []).Priors.Where(p => symbols.Contains(p.Symbol)) : [];

    private static void WriteFact(CommandConsole console, string key, string? text)
    {
        if (text is not null) { console.WriteWrapped($"{key}: {text}", 2); }
    }

    private static Table Values(IReadOnlyList<Symbol> symbols) => new("",
        [new TableColumn("", Alignment.Left), new TableColumn("value"), new TableColumn("plausible range", Alignment.Left), new TableColumn("", Alignment.Left, MaySqueeze: true)],
        [.. symbols.Select(s => (IReadOnlyList<string>)[s.Name, Numbers.Given(s.Value), s.Range is { } range ? $"{Numbers.Given(range.Low)} to {Numbers.Given(range.High)}" : "", s.Label])]);

    private static Table Years(Project project, Paths paths, IReadOnlyList<Symbol> symbols)
    {
        int perYear = (int)project.Start.Frequency;
        var last = Enumerable.Range(Math.Max(project.Start.Year, project.ScenarioStart.Year - 2), YearsShown).Select(y => Period.Of(project.Start.Frequency, y, perYear)).Where(p => p >= paths.Start && p <= paths.End).ToList();
        return new Table("", [new TableColumn("baseline", Alignment.Left, MaySqueeze: true), .. last.Select(p => new TableColumn(p.ToString()))],
            [.. symbols.Select(s => (IReadOnlyList<string>)[symbols.Count == 1 ? "" : s.Name, .. last.Select(p => Numbers.Level(paths[s.Column, p]))])]);
    }

    /// <summary>Writes the answer for programs.</summary>
    internal static void WriteJson(Utf8JsonWriter writer, BoundModel model, Paths? paths, string name, IReadOnlyList<Symbol> symbols)
    {
        if (symbols.Count == 1)
        {
            WriteSymbol(writer, model, paths, symbols[0]);
            return;
        }

        writer.WriteString("name", name);
        writer.WriteStartArray("members");
        foreach (var symbol in symbols)
        {
            writer.WriteStartObject();
            WriteSymbol(writer, model, paths, symbol);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSymbol(Utf8JsonWriter writer, BoundModel model, Paths? paths, Symbol symbol)
    {
        var equation = EquationsOf(model, [symbol]).FirstOrDefault();
        writer.WriteString("name", symbol.Name);
        writer.WriteString("label", symbol.Label);
        writer.WriteString("label_zh", symbol.LabelZh);
        writer.WriteString("unit", symbol.Unit?.ToString());
        writer.WriteString("role", ShowModel.RoleName(symbol.Role));
        writer.WriteString("block", symbol.Block);
        writer.WriteString("equation", equation is null ? null : model.Texts[equation.Text].Text);
        writer.WriteString("equation_scalar", equation is null ? null : Scalar(model, equation));
        writer.WriteString("source", symbol.Source ?? equation?.Source);
        writer.WriteString("observed", symbol.Observed);
        JsonAnswer.Number(writer, "value", symbol.Value);
        if (symbol.Range is { } range)
        {
            writer.WriteStartArray("range");
            writer.WriteNumberValue(range.Low);
            writer.WriteNumberValue(range.High);
            writer.WriteEndArray();
        }

        JsonAnswer.Texts(writer, "used_by", Users(model, [symbol]));
        WritePlace(writer, symbol.Span);
        if (paths is null)
        {
            writer.WriteNull("series");
            return;
        }

        writer.WriteStartObject("series");
        writer.WriteString("start", paths.Start.ToString());
        writer.WriteStartArray("values");
        foreach (double value in paths.Column(symbol.Column)) { JsonAnswer.Number(writer, value); }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter writer, SourceSpan span)
    {
        writer.WriteString("file", span.Source.Path);
        writer.WriteNumber("line", span.Source.Position(span.Start).Line);
    }

    private static IEnumerable<BoundEquation> EquationsOf(BoundModel model, IReadOnlyList<Symbol> symbols)
    {
        var columns = symbols.Select(s => s.Column).ToHashSet();
        return model.Equations.Where(e => columns.Contains(e.Determines) || (e.AddFactor >= 0 && columns.Contains(e.AddFactor)));
    }

    /// <summary>The texts of other equations that read one of the names.</summary>
    private static List<string> Users(BoundModel model, IReadOnlyList<Symbol> symbols)
    {
        var columns = symbols.Select(s => s.Column).ToHashSet();
        var read = new HashSet<(int Column, int Lag)>();
        var users = new List<string>();
        foreach (var equation in model.Equations)
        {
            if (columns.Contains(equation.Determines)) { continue; }
            read.Clear();
            model.Graph.CollectSymbols([equation.Left, equation.Right], read);
            if (read.Any(r => columns.Contains(r.Column))) { users.Add(equation.Name); }
        }

        return users;
    }

    private static string Scalar(BoundModel model, BoundEquation equation) =>
        new ScalarPrinter(model.Graph, column => model.Symbols[column].Name).Print(equation.Left, equation.Right);
}
