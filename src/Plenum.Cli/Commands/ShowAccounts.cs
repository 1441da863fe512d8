using System.Text.Json;
using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Language.Expressions;
using Plenum.Report;
using Plenum.Series;
using Plenum.Workspace;

namespace Plenum.Cli.Commands;

/// <summary>Shows the balance sheet and the flow matrix in numbers of the baseline.</summary>
internal static class ShowAccounts
{
    public static int Write(CommandConsole console, Request request, Workbench workbench, Runner runner)
    {
        var accounts = new[] { ("balance_sheet", runner.Model.BalanceSheet), ("flows", runner.Model.Flows) }.Where(a => a.Item2 is not null).Select(a => (Key: a.Item1, Account: a.Item2!)).ToList();
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
                console.Write(Draw(account, Values(account, paths, period)));
                console.Out.WriteLine();
            }

            console.WriteWrapped("Assets and receipts are positive, liabilities and payments negative; 'all' is the sum of a row, which is zero but for real assets.");
        }

        return ExitCode.Done;
    }

    private static Table Draw(BoundAccount account, double?[,] values)
    {
        var rows = new List<IReadOnlyList<string>>();
        for (int r = 0; r < account.Rows.Count; r++)
        {
            var row = Enumerable.Range(0, account.Sectors.Count).Select(s => values[r, s]).ToList();
            rows.Add([Name(account.Rows[r]), .. row.Select(Cell), Cell(Sum(row))]);
        }

        var totals = Enumerable.Range(0, account.Sectors.Count).Select(s => Sum([.. Enumerable.Range(0, account.Rows.Count).Select(r => values[r, s])])).ToList();
        rows.Add(["all", .. totals.Select(Cell), Cell(Sum(totals))]);
        return new Table("", [new TableColumn("", Alignment.Left, MaySqueeze: true), .. account.Sectors.Select(s => new TableColumn(s.Replace('_', ' '), Alignment.Right, 1, MaySqueeze: true)), new TableColumn("all")], rows);
    }

    private static string Name(AccountRow row) => row.Label.Length > 0 ? row.Label : row.Name;

    private static string Cell(double? value) => value is null ? "" : Numbers.Signed(value, 2);

    private static double? Sum(IReadOnlyList<double?> values) => values.Any(v => v is not null) ? values.Sum(v => v ?? 0.0) : null;

    private static double?[,] Values(BoundAccount account, Paths paths, Period period)
    {
        var values = new double?[account.Rows.Count, account.Sectors.Count];
        var evaluator = new GraphEvaluator(paths.Model.Graph, account.Cells.Select(c => c.Expression));
        evaluator.Evaluate((column, lag) => paths[column, period + lag]);
        foreach (var cell in account.Cells) { values[cell.Row, cell.Sector] = (values[cell.Row, cell.Sector] ?? 0.0) + evaluator[cell.Expression]; }
        return values;
    }

    private static void WriteJson(Utf8JsonWriter writer, Paths paths, Period period, List<(string Key, BoundAccount Account)> accounts)
    {
        writer.WriteString("period", period.ToString());
        foreach (var (key, account) in accounts)
        {
            var values = Values(account, paths, period);
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
                for (int s = 0; s < account.Sectors.Count; s++) { JsonAnswer.Number(writer, values[r, s]); }
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }
}
