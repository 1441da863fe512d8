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
        WriteHead($"{Head(keyword, variable.Name, variable.Indices)}{Unit(variable.Unit)}{Label(variable.Label)}", variable.LabelZh);
        _indent += Step;
        WriteObserved(variable.Observed);
        WriteClause("source", variable.SourceNote);
        _indent -= Step;
    }

    /// <summary>Writes a head line, with the Chinese label behind it where there is room, else below.</summary>
    private void WriteHead(string head, TextSyntax? labelZh)
    {
        string whole = head + LabelZh(labelZh);
        if (_indent + whole.Length <= Width)
        {
            WriteLine(whole);
            return;
        }

        WriteLine(head);
        _indent += Step;
        WriteClause("zh", labelZh);
        _indent -= Step;
    }

    private void WriteClause(string keyword, TextSyntax? value)
    {
        if (value is not null) { WriteLine($"{keyword} {Quote(value)}"); }
    }

    private void WriteObserved(ExpressionSyntax? observed)
    {
        if (observed is not null) { WriteLine($"observed {ExpressionPrinter.Print(observed)}"); }
    }

    private void WriteParameter(ParameterSyntax parameter)
    {
        string head = Head("parameter", parameter.Name, parameter.Indices);
        string rest = Unit(parameter.Unit) + Label(parameter.Label);
        if (parameter.Entries is { } entries && !parameter.IsTable)
        {
            WriteList($"{head} = {{ ", [.. entries.Select(e => $"{string.Join(' ', e.Members.Select(m => m.Value))}: {ExpressionPrinter.Print(e.Value)}")], $" }}{rest}{LabelZh(parameter.LabelZh)}");
        }
        else
        {
            string value = parameter.Value is null ? "" : $" = {ExpressionPrinter.Print(parameter.Value)}";
            WriteHead(head + value + rest, parameter.LabelZh);
        }

        _indent += Step;
        if (parameter is { IsTable: true, Entries: not null }) { WriteTable(parameter.Entries); }
        if (parameter.Range is { } range) { WriteLine($"range {ExpressionPrinter.Print(range.Low)} .. {ExpressionPrinter.Print(range.High)}"); }
        WriteClause("source", parameter.SourceNote);
        _indent -= Step;
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
        WriteHead($"{Head(keyword, equation.Name, equation.Indices)}{Unit(equation.Unit)}{Label(equation.Label)}", equation.LabelZh);
        _indent += Step;
        WriteBody(equation.Body!);
        WriteObserved(equation.Observed);
        if (equation.AddFactor is { } addFactor) { WriteLine($"add-factor {addFactor.Value}"); }
        WriteClause("unchecked-units", equation.UncheckedUnits);
        WriteClause("source", equation.SourceNote);
        _indent -= Step;
    }

    /// <summary>Writes an equation on one line, or where it is too long with each further term on a line of its own below the <c>=</c>.</summary>
    private void WriteBody(EquationBodySyntax body)
    {
        string left = ExpressionPrinter.Print(body.Left);
        var terms = ExpressionPrinter.PrintTerms(body.Right);
        string line = $"{left} = {string.Join(' ', terms)}";
        if (_indent + line.Length <= Width)
        {
            WriteLine(line);
            return;
        }

        WriteLine($"{left} = {terms[0]}");
        for (int i = 1; i < terms.Count; i++) { WriteLine(new string(' ', left.Length + 1) + terms[i]); }
    }
}
