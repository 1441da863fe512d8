using System.Text.Json;
using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Report;
using Plenum.Series;
using Plenum.Workspace;

namespace Plenum.Cli.Commands;

/// <summary>Shows the balance sheet and the flow matrix in numbers of the baseline.</summary>
internal static class ShowAccounts
{
    private const int LabelWidth = 24;
    private const int SectorWidth = 13;

    public static int Write(CommandConsole console, Request request, Workbench workbench, Runner runner)
    {
        var accounts = Of(runner.Model);
        if (accounts.Count == 0 && !request.Json)
        {
            console.Out.WriteLine("The model declares no accounts.");
            return ExitCode.Done;
        }

        if (workbench.Solve(runner, []) is not { } run) { return workbench.Failure; }
        var paths = run.Baseline.Paths;
        var period = runner.Project.ScenarioStart;
        if (request.Json) { JsonAnswer.Write(console.Out, writer => WriteJson(writer, paths, period, accounts)); }
        else
        {
            foreach (var (_, account) in accounts)
            {
                console.Out.WriteLine(console.Style.Strong($"{account.Title}, {period}"));
                foreach (var table in Draw(AccountMatrix.At(account, paths, period), console.Environment.Width))
                {
                    console.Write(table);
                    console.Out.WriteLine();
                }
            }

            console.WriteWrapped("Assets and receipts are positive, liabilities and payments negative; 'all' is the sum of a row, which is zero but for real assets.");
        }

        return ExitCode.Done;
    }

    /// <summary>The accounts that a model declares, with their keys.</summary>
    internal static IReadOnlyList<(string Key, BoundAccount Account)> Of(BoundModel model) =>
        [.. new[] { ("balance_sheet", model.BalanceSheet), ("flows", model.Flows) }.Where(a => a.Item2 is not null).Select(a => (a.Item1, a.Item2!))];

    /// <summary>As many sectors side by side as fit, each part with the rows that concern it; the sums of the rows come last.</summary>
    private static IEnumerable<Table> Draw(AccountMatrix matrix, int width)
    {
        var account = matrix.Account;
        var columns = account.Sectors.Select((name, s) => (Name: name.Replace('_', ' '), Values: (IReadOnlyList<double?>)[.. Enumerable.Range(0, account.Rows.Count).Select(r => matrix[r, s])], Sum: matrix.ColumnSum(s)))
            .Append((Name: "all", Values: [.. Enumerable.Range(0, account.Rows.Count).Select(matrix.RowSum)], Sum: matrix.Sum()));
        foreach (var part in columns.Chunk(Math.Max(1, (width - LabelWidth) / SectorWidth)))
        {
            var rows = new List<IReadOnlyList<string>>();
            for (int r = 0; r < account.Rows.Count; r++)
            {
                if (part.Any(c => c.Values[r] is not null)) { rows.Add([Name(account.Rows[r]), .. part.Select(c => Cell(c.Values[r]))]); }
            }

            rows.Add(["all", .. part.Select(c => Cell(c.Sum))]);
            yield return new Table("", [new TableColumn("", Alignment.Left, MaySqueeze: true), .. part.Select(c => new TableColumn(c.Name))], rows);
        }
    }

    private static string Name(AccountRow row) => row.Label.Length > 0 ? row.Label : row.Name;

    private static string Cell(double? value) => value is null ? "" : Numbers.Signed(value, 2);

    /// <summary>Writes the answer for programs.</summary>
    internal static void WriteJson(Utf8JsonWriter writer, Paths paths, Period period, IReadOnlyList<(string Key, BoundAccount Account)> accounts)
    {
        writer.WriteString("period", period.ToString());
        foreach (var (key, account) in accounts)
        {
            var matrix = AccountMatrix.At(account, paths, period);
            writer.WriteStartObject(key);
            writer.WriteString("title", account.Title);
            JsonAnswer.Texts(writer, "sectors", account.Sectors);
            writer.WriteStartArray("rows");
            for (int r = 0; r < account.Rows.Count; r++)
            {
                writer.WriteStartObject();
                writer.WriteString("name", account.Rows[r].Name);
                writer.WriteString("label", account.Rows[r].Label);
                writer.WriteBoolean("real", account.Rows[r].IsReal);
                writer.WriteStartArray("values");
                for (int s = 0; s < account.Sectors.Count; s++) { JsonAnswer.Number(writer, matrix[r, s]); }
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }
}
