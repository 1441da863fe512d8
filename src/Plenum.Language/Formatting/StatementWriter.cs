using System.Text;
using Plenum.Language.Syntax;

namespace Plenum.Language.Formatting;

/// <summary>Writes statements in canonical form: this part writes those that declare no variable.</summary>
internal sealed partial class StatementWriter(StringBuilder text)
{
    private const int Step = 2;

    private int _indent;

    public StringBuilder Text => text;

    public void WriteModel(ModelSyntax syntax)
    {
        WriteComments(syntax.LeadingComments);
        if (syntax.LeadingComments.Count > 0) { text.Append('\n'); }
        WriteStatements(syntax.Statements);
        WriteTrailing(syntax.TrailingComments);
    }

    /// <summary>Writes the comments below the last statement.</summary>
    private void WriteTrailing(IReadOnlyList<string> comments)
    {
        if (comments.Count == 0) { return; }
        if (text.Length > 0) { text.Append('\n'); }
        WriteComments(comments);
    }

    private void WriteStatements(IReadOnlyList<StatementSyntax> statements)
    {
        string? previous = null;
        for (int i = 0; i < statements.Count; i++)
        {
            string printed = Print(statements[i]);
            bool isAlike = i > 0 && statements[i].Comments.Count == 0 && Kind(statements[i]).Equals(Kind(statements[i - 1]));
            bool isClose = isAlike && (statements[i] is SetSyntax or MapSyntax || (IsShort(previous!) && IsShort(printed)));
            if (i > 0 && !isClose) { text.Append('\n'); }
            WriteComments(statements[i].Comments);
            text.Append(printed);
            previous = printed;
        }
    }

    private static bool IsShort(string printed) => printed.AsSpan(0, printed.Length - 1).IndexOf('\n') < 0;

    /// <summary>The group in which short statements stand together without blank lines.</summary>
    private static object Kind(StatementSyntax statement) => statement switch
    {
        ModelDeclarationSyntax or FrequencySyntax => typeof(ModelDeclarationSyntax),
        SetSyntax or MapSyntax => typeof(SetSyntax),
        VariableSyntax variable => variable.Role,
        AccountRowSyntax row => row.IsReal,
        _ => statement.GetType(),
    };

    private string Print(StatementSyntax statement)
    {
        var inner = new StatementWriter(new StringBuilder()) { _indent = _indent };
        inner.Write(statement);
        return inner.Text.ToString();
    }

    private void Write(StatementSyntax statement)
    {
        switch (statement)
        {
            case ModelDeclarationSyntax model: WriteLine($"model {model.Name.Value}{Label(model.Title)}"); break;
            case FrequencySyntax frequency: WriteLine($"frequency {frequency.Frequency.Value}"); break;
            case SetSyntax set: WriteSet(set); break;
            case MapSyntax map: WriteList($"map {map.Name.Value} of {map.From.Value} to {map.To.Value} = ", [.. map.Entries.Select(e => $"{e.From.Value}: {e.To.Value}")]); break;
            case UnitDeclarationSyntax unit: WriteLine($"unit {unit.Name.Value} = {Definition(unit)}{Label(unit.Label)}"); break;
            case BlockSyntax block: WriteBlock(block); break;
            case VariantSyntax variant: WriteVariant(variant); break;
            case VariableSyntax variable: WriteVariable(variable); break;
            case ParameterSyntax parameter: WriteParameter(parameter); break;
            case EquationSyntax equation: WriteEquation(equation); break;
            case AccountSyntax account: WriteAccount(account); break;
            case AccountRowSyntax row: WriteRow(row); break;
            case AccountTotalSyntax total: WriteLines(EquationLayout.Of($"total {total.Sector.Value}", total.Total, _indent)); break;
            case ReplaceSyntax replace: WriteReplace(replace); break;
            case LetSyntax let: WriteLine($"let {let.Name.Value}{ExpressionPrinter.PrintBinders(let.Indices)} = {ExpressionPrinter.Print(let.Value)}"); break;
            default: throw new ArgumentException($"No form is known for {statement.GetType().Name}.", nameof(statement));
        }
    }

    private bool Fits(string line) => _indent + DisplayWidth.Of(line) <= ExpressionLayout.Width;

    private void WriteLine(string line) => text.Append(' ', _indent).Append(line).Append('\n');

    /// <summary>Writes lines that have their indentation already.</summary>
    private void WriteLines(ExpressionLayout layout)
    {
        foreach (string line in layout.Lines) { text.Append(line).Append('\n'); }
    }

    private void WriteComments(IReadOnlyList<string> comments)
    {
        foreach (string comment in comments)
        {
            WriteLine(comment.Length == 0 ? "//" : comment[0] == '/' ? $"//{comment}" : $"// {comment}");
        }
    }

    private static string Quote(TextSyntax label) => $"\"{label.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Label(TextSyntax? label) => label is null ? "" : $" {Quote(label)}";

    private static string LabelZh(TextSyntax? label) => label is null ? "" : $" zh {Quote(label)}";

    private void WriteSet(SetSyntax set)
    {
        string head = set.Parent is null ? $"set {set.Name.Value}" : $"subset {set.Name.Value} of {set.Parent.Value}";
        WriteList($"{head}{Label(set.Label)} = ", [.. set.Members.Select(m => $"{m.Name.Value}{Label(m.Label)}{LabelZh(m.LabelZh)}")]);
    }

    /// <summary>Writes a head and items with commas; where a line is full, the list goes on below, indented deeper than the head.</summary>
    private void WriteList(string head, IReadOnlyList<string> items)
    {
        string line = head;
        for (int i = 0; i < items.Count; i++)
        {
            string item = items[i] + (i + 1 < items.Count ? "," : "");
            string longer = i == 0 ? line + item : $"{line} {item}";
            if (i == 0 || Fits(longer))
            {
                line = longer;
                continue;
            }

            WriteLine(line);
            line = new string(' ', ExpressionLayout.Hang) + item;
        }

        WriteLine(line);
    }

    private static string Definition(UnitDeclarationSyntax unit) => unit.Kind switch
    {
        BaseUnitKind.Currency => "currency",
        BaseUnitKind.Volume => $"volume of {unit.VolumeOf!.Value}",
        BaseUnitKind.Count => "count",
        _ => Print(unit.Definition!),
    };

    private static string Print(UnitSyntax unit)
    {
        var printed = new StringBuilder();
        foreach (var factor in unit.Factors)
        {
            bool isBelow = factor.Power < 0;
            if (isBelow) { printed.Append(printed.Length == 0 ? "1/" : "/"); }
            else if (printed.Length > 0) { printed.Append('*'); }
            printed.Append(factor.Name.Value);
            double power = Math.Abs(factor.Power);
            if (power != 1) { printed.Append('^').Append(power.ToString("R", System.Globalization.CultureInfo.InvariantCulture)); }
        }

        return printed.Length == 0 ? "1" : printed.ToString();
    }

    private void WriteBlock(BlockSyntax block)
    {
        WriteLine($"block {block.Name.Value}{Label(block.Title)}");
        if (block.Statements.Count == 0) { return; }
        text.Append('\n');
        _indent += Step;
        WriteStatements(block.Statements);
        WriteTrailing(block.TrailingComments);
        _indent -= Step;
    }

    /// <summary>Writes a variant; its statements stand together, since they are one change.</summary>
    private void WriteVariant(VariantSyntax variant)
    {
        WriteLine($"variant {variant.Name.Value}{Label(variant.Title)}");
        _indent += Step;
        WriteTogether(variant.Statements);
        WriteTrailing(variant.TrailingComments);
        _indent -= Step;
    }

    /// <summary>Writes statements without blank lines, except above comments.</summary>
    private void WriteTogether(IReadOnlyList<StatementSyntax> statements)
    {
        for (int i = 0; i < statements.Count; i++)
        {
            if (i > 0 && statements[i].Comments.Count > 0) { text.Append('\n'); }
            WriteComments(statements[i].Comments);
            Write(statements[i]);
        }
    }

    private void WriteReplace(ReplaceSyntax replace)
    {
        WriteLine($"replace {replace.Name.Value}{ExpressionPrinter.PrintBinders(replace.Indices)} with");
        _indent += Step;
        WriteBody(replace.Body!);
        _indent -= Step;
    }
}
