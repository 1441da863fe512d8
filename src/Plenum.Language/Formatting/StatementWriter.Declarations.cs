using Plenum.Language.Syntax;

namespace Plenum.Language.Formatting;

/// <content>Variables, parameters and equations.</content>
internal sealed partial class StatementWriter
{
    private static string Head(string keyword, WordSyntax name, IReadOnlyList<BinderSyntax> indices) => $"{keyword} {name.Value}{ExpressionPrinter.PrintBinders(indices)}";

    private static string Unit(UnitSyntax? unit) => unit is null ? "" : $" : {Print(unit)}";

    private void WriteVariable(VariableSyntax variable)
    {
        string keyword = variable.Role switch
        {
            DeclaredRole.Endogenous => "endogenous",
            DeclaredRole.Exogenous => "exogenous",
            _ => "shock",
        };
        WriteHead(Head(keyword, variable.Name, variable.Indices) + Unit(variable.Unit), variable.Label, variable.LabelZh);
        _indent += Step;
        WriteObserved(variable.Observed);
        WriteClause("source", variable.SourceNote);
        _indent -= Step;
    }

    /// <summary>Writes a head line, its label and the Chinese label, each below where there is no room behind.</summary>
    private void WriteHead(string head, TextSyntax? label, TextSyntax? labelZh)
    {
        string labels = Label(label) + LabelZh(labelZh);
        if (Fits(head + labels))
        {
            WriteLine(head + labels);
            return;
        }

        bool isLong = label is not null && !Fits(head + Label(label));
        WriteLine(isLong ? head : head + Label(label));
        _indent += Step;
        if (isLong && Fits(labels[1..])) { WriteLine(labels[1..]); }
        else
        {
            if (isLong) { WriteLine(Quote(label!)); }
            WriteClause("zh", labelZh);
        }

        _indent -= Step;
    }

    private void WriteClause(string keyword, TextSyntax? value)
    {
        if (value is not null) { WriteLine($"{keyword} {Quote(value)}"); }
    }

    private void WriteObserved(ExpressionSyntax? observed)
    {
        if (observed is null) { return; }
        var layout = new ExpressionLayout(_indent, _indent);
        layout.Put("observed ");
        layout.Write(observed, Precedence.Lowest, _indent + ExpressionLayout.Hang, 0);
        WriteLines(layout);
    }

    /// <summary>Writes a parameter on one line, or where it is too long with its values on lines of their own.</summary>
    private void WriteParameter(ParameterSyntax parameter)
    {
        string head = Head("parameter", parameter.Name, parameter.Indices);
        string unit = Unit(parameter.Unit);
        string value = parameter.IsTable ? "" : $" = {PrintValues(parameter)}";
        bool isShort = Fits(head + value + unit + (parameter.Entries is null ? "" : Label(parameter.Label)));
        WriteHead(isShort ? head + value + unit : head + unit, parameter.Label, parameter.LabelZh);
        _indent += Step;
        if (!isShort && !parameter.IsTable) { WriteValues(parameter); }
        if (parameter is { IsTable: true, Entries: not null }) { WriteTable(parameter.Entries); }
        if (parameter.Range is { } range) { WriteRange(range.Low, range.High); }
        WriteClause("source", parameter.SourceNote);
        _indent -= Step;
    }

    private static string PrintValues(ParameterSyntax parameter) => parameter.Entries is { } entries
        ? $"{{ {string.Join(", ", entries.Select(e => EntryHead(e) + ExpressionPrinter.PrintValue(e.Value)))} }}"
        : ExpressionPrinter.PrintValue(parameter.Value!);

    private static string EntryHead(ParameterEntrySyntax entry) => $"{string.Join(' ', entry.Members.Select(m => m.Value))}: ";

    /// <summary>Writes the value or the entries of a parameter, with as many entries on a line as fit.</summary>
    private void WriteValues(ParameterSyntax parameter)
    {
        var layout = new ExpressionLayout(_indent, _indent);
        layout.Put(parameter.Entries is null ? "= " : "= { ");
        int first = layout.Column;
        if (parameter.Entries is null) { layout.WriteValue(parameter.Value!, first, 0); }
        for (int i = 0; i < parameter.Entries?.Count; i++)
        {
            var entry = parameter.Entries[i];
            int after = i + 1 < parameter.Entries.Count ? 1 : 2;
            if (i > 0)
            {
                layout.Put(",");
                if (layout.Fits(1 + EntryHead(entry).Length + ExpressionPrinter.PrintValue(entry.Value).Length + after)) { layout.Put(" "); }
                else { layout.NewLine(first); }
            }

            layout.Put(EntryHead(entry));
            layout.WriteValue(entry.Value, first + ExpressionLayout.Hang, after);
        }

        if (parameter.Entries is not null) { layout.Put(" }"); }
        WriteLines(layout);
    }

    private void WriteRange(ExpressionSyntax low, ExpressionSyntax high)
    {
        var layout = new ExpressionLayout(_indent, _indent);
        layout.Put("range ");
        layout.WriteValue(low, _indent + ExpressionLayout.Hang, 3);
        layout.Put(" ..");
        if (layout.Fits(1 + ExpressionPrinter.PrintValue(high).Length)) { layout.Put(" "); }
        else { layout.NewLine(_indent + ExpressionLayout.Hang); }
        layout.WriteValue(high, _indent + ExpressionLayout.Hang, 0);
        WriteLines(layout);
    }

    /// <summary>Writes the members of the last set as columns, and a row for each combination of the others.</summary>
    private void WriteTable(IReadOnlyList<ParameterEntrySyntax> entries)
    {
        string RowOf(int entry) => string.Join(' ', entries[entry].Members.SkipLast(1).Select(m => m.Value));
        int columns = 1;
        while (columns < entries.Count && RowOf(columns) == RowOf(0) && entries[columns].Members[^1].Value != entries[0].Members[^1].Value) { columns++; }
        int rows = entries.Count / columns;
        var lines = new string[rows + 1];
        lines[0] = "table";
        for (int row = 0; row < rows; row++) { lines[row + 1] = new string(' ', Step) + RowOf(row * columns); }
        for (int column = 0; column < columns; column++)
        {
            int edge = lines.Max(l => l.Length) + Step;
            lines[0] = lines[0].PadRight(edge) + entries[column].Members[^1].Value;
            for (int row = 0; row < rows; row++) { lines[row + 1] = lines[row + 1].PadRight(edge) + ExpressionPrinter.PrintCell(entries[row * columns + column].Value); }
        }

        foreach (string line in lines) { WriteLine(line); }
    }

    private void WriteEquation(EquationSyntax equation)
    {
        string keyword = equation.Kind switch
        {
            DeclaredEquation.Behavioural => "behavioural",
            DeclaredEquation.Identity => "identity",
            _ => "equation",
        };
        WriteHead(Head(keyword, equation.Name, equation.Indices) + Unit(equation.Unit), equation.Label, equation.LabelZh);
        _indent += Step;
        WriteBody(equation.Body!);
        WriteObserved(equation.Observed);
        if (equation.AddFactor is { } addFactor) { WriteLine($"add-factor {addFactor.Value}"); }
        WriteClause("unchecked-units", equation.UncheckedUnits);
        WriteClause("source", equation.SourceNote);
        _indent -= Step;
    }

    private void WriteBody(EquationBodySyntax body) => WriteLines(EquationLayout.Of(body.Left, body.Right, _indent));
}
