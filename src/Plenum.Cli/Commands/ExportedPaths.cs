using System.Text;
using Plenum.Engine;
using Plenum.Series;
using Plenum.Series.Files;
using Symbol = Plenum.Language.Binding.Symbol;

namespace Plenum.Cli.Commands;

/// <summary>Some paths over a window, as text or as a file.</summary>
/// <param name="Name">The scenario, or "baseline".</param>
/// <param name="Paths">The solved paths.</param>
/// <param name="Symbols">The names to write.</param>
/// <param name="From">First period.</param>
/// <param name="To">Last period.</param>
internal sealed record ExportedPaths(string Name, Paths Paths, IReadOnlyList<Symbol> Symbols, Period From, Period To)
{
    /// <summary>The text in a format; null where the format is not text.</summary>
    public string? Text(string format) => format switch
    {
        "csv" => new WideTable([.. Symbols.Select(s => s.Name)], From, [.. Symbols.Select(Values)]).Format(),
        "json" => Json(),
        "sdmx-csv" => SdmxCsvFile.Format(DataSet()),
        _ => null,
    };

    /// <summary>Writes a file.</summary>
    public void Save(string format, string path, CancellationToken cancellation)
    {
        if (Text(format) is { } text) { File.WriteAllText(path, text, new UTF8Encoding(false)); }
        else if (format == "xlsx") { XlsxFile.Write(path, DataSet()); }
        else { ParquetFile.WriteAsync(path, DataSet(), cancellation).GetAwaiter().GetResult(); }
    }

    private double[] Values(Symbol symbol) => [.. Enumerable.Range(0, To - From + 1).Select(k => Paths[symbol.Column, From + k])];

    private DataSet DataSet() => new(Symbols.Select(s => new DataSeries(new TimeSeries(From, Values(s), s.Name), new Provenance("Plenum", Name, s.Unit?.ToString() ?? "", "", "modelled", s.Label))));

    private string Json()
    {
        using var output = new StringWriter();
        JsonAnswer.Write(output, writer =>
        {
            writer.WriteString("name", Name);
            writer.WriteString("start", From.ToString());
            writer.WriteString("end", To.ToString());
            writer.WriteStartObject("series");
            foreach (var symbol in Symbols)
            {
                writer.WriteStartArray(symbol.Name);
                foreach (double value in Values(symbol)) { JsonAnswer.Number(writer, value); }
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        });
        return output.ToString();
    }
}
