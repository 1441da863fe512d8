using System.Globalization;
using System.Text.Json;
using Plenum.Language.Binding;
using Plenum.Report;

namespace Plenum.Cli.Commands;

/// <summary>Shows a model as a whole: its blocks, the names of one, the equations whose units are not checked.</summary>
internal static class ShowModel
{
    public static int Overview(CommandConsole console, Request request, BoundModel model)
    {
        if (request.Json)
        {
            JsonAnswer.Write(console.Out, writer => WriteJson(writer, model));
            return ExitCode.Done;
        }

        console.Out.WriteLine(console.Style.Strong($"{model.Name}  {model.Title}"));
        console.Write(new Table("", [new TableColumn("block", Alignment.Left), new TableColumn("equations"), new TableColumn("", Alignment.Left, MaySqueeze: true)],
            [.. model.Blocks.Select(b => (IReadOnlyList<string>)[b.Name, model.Equations.Count(e => e.Block == b.Name).ToString(CultureInfo.InvariantCulture), b.Title])]));
        if (model.Variants.Count > 0)
        {
            console.Out.WriteLine();
            console.Write(new Table("", [new TableColumn("variant", Alignment.Left), new TableColumn("", Alignment.Left, MaySqueeze: true)], [.. model.Variants.Select(v => (IReadOnlyList<string>)[v.Name, v.Title])]));
        }

        console.Out.WriteLine();
        console.Out.WriteLine("plenum show BLOCK lists its names; plenum show NAME tells about one.");
        return ExitCode.Done;
    }

    /// <summary>Writes the answer for programs.</summary>
    internal static void WriteJson(Utf8JsonWriter writer, BoundModel model)
    {
        writer.WriteString("name", model.Name);
        writer.WriteString("title", model.Title);
        writer.WriteString("frequency", model.Frequency.ToString().ToLowerInvariant());
        writer.WriteStartArray("blocks");
        foreach (var block in model.Blocks)
        {
            writer.WriteStartObject();
            writer.WriteString("name", block.Name);
            writer.WriteString("title", block.Title);
            writer.WriteNumber("equations", model.Equations.Count(e => e.Block == block.Name));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        JsonAnswer.Texts(writer, "variants", model.Variants.Select(v => v.Name));
    }

    public static int Block(CommandConsole console, Request request, BoundModel model, ModelBlock block)
    {
        var families = model.Symbols.Where(s => s.Block == block.Name && s.Role != Role.AddFactor).GroupBy(s => s.Family).ToList();
        if (request.Json)
        {
            JsonAnswer.Write(console.Out, writer =>
            {
                writer.WriteString("name", block.Name);
                writer.WriteString("title", block.Title);
                writer.WriteStartArray("names");
                foreach (var symbol in families.SelectMany(f => f))
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", symbol.Name);
                    writer.WriteString("role", RoleName(symbol.Role));
                    writer.WriteString("unit", symbol.Unit?.ToString());
                    writer.WriteString("label", symbol.Label);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            });
            return ExitCode.Done;
        }

        console.Out.WriteLine(console.Style.Strong($"{block.Name}  {block.Title}"));
        foreach (var role in families.GroupBy(f => f.First().Role).OrderBy(r => r.Key))
        {
            console.Write(new Table("", [new TableColumn(RoleName(role.Key), Alignment.Left), new TableColumn("", Alignment.Left, MaySqueeze: true), new TableColumn("", Alignment.Left)],
                [.. role.Select(f => (IReadOnlyList<string>)[Name(f), f.Count() == 1 ? f.First().Label : $"{f.First().Label}, ...", f.First().Unit?.ToString() ?? ""])]));
        }

        return ExitCode.Done;
    }

    public static int UnitEscapes(CommandConsole console, Request request, BoundModel model)
    {
        var escapes = model.Equations.Where(e => e.UnitEscape is not null).DistinctBy(e => e.Text).ToList();
        if (request.Json)
        {
            JsonAnswer.Write(console.Out, writer =>
            {
                writer.WriteStartArray("unit_escapes");
                foreach (var equation in escapes)
                {
                    writer.WriteStartObject();
                    writer.WriteString("equation", model.Texts[equation.Text].Name);
                    writer.WriteString("reason", equation.UnitEscape);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            });
            return ExitCode.Done;
        }

        foreach (var equation in escapes)
        {
            console.Out.WriteLine($"{console.Style.Strong(model.Texts[equation.Text].Name)}  {console.Style.Faint(equation.Span.ToString())}");
            console.WriteWrapped(equation.UnitEscape!, 2);
        }

        if (escapes.Count == 0) { console.Out.WriteLine("The units of all equations are checked."); }
        return ExitCode.Done;
    }

    /// <summary>The role as answers write it.</summary>
    public static string RoleName(Role role) => role == Role.AddFactor ? "add-factor" : role.ToString().ToLowerInvariant();

    private static string Name(IGrouping<string, Symbol> family) => family.Count() == 1 ? family.First().Name : string.Create(CultureInfo.InvariantCulture, $"{family.Key}[{family.Count()}]");
}
