using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace Plenum.Series.Files;

/// <summary>Data sets as Parquet in the tidy layout: text columns and one column of numbers, null where missing.</summary>
public static class ParquetFile
{
    /// <summary>Reads a file. Findings count the rows from 1.</summary>
    public static async Task<ReadResult> ReadAsync(string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var findings = new FindingList();
        if (SourceFile.ReadBytes(path, findings) is not { } bytes) { return findings.Nothing(); }
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            var rows = await RowsAsync(stream, cancellation).ConfigureAwait(false);
            return TidyTable.Read(rows, path, findings);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            // The file is foreign bytes: whatever its parser throws means that it is not such a file.
            findings.Add(DataFinding.Error(DataCode.NotReadable, "the file is not Parquet in the tidy layout.", new DataPlace(path), e.Message, "write it with columns of text and numbers: series, period, value."));
            return findings.Nothing();
        }
    }

    /// <summary>Writes the data, replacing a file that is there.</summary>
    public static async Task WriteAsync(string path, DataSet data, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(data);
        string[][] rows = [.. TidyTable.Rows(data)];
        DataField[] fields = [.. rows[0].Select(name => name == "value" ? new DataField<double>(name, nullable: true) : (DataField)new DataField<string>(name, nullable: false))];
        using var stream = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, cancellationToken: cancellation).ConfigureAwait(false);
        using var group = writer.CreateRowGroup();
        for (int column = 0; column < fields.Length; column++)
        {
            string[] cells = [.. rows.Skip(1).Select(row => row[column])];
            if (fields[column].Name == "value") { await group.WriteAsync<double>(fields[column], Array.ConvertAll(cells, NumberOrNull), cancellationToken: cancellation).ConfigureAwait(false); }
            else { await group.WriteAsync(fields[column], cells).ConfigureAwait(false); }
        }

        group.CompleteValidate();
    }

    private static double? NumberOrNull(string cell) => cell.Length == 0 ? null : double.Parse(cell, CultureInfo.InvariantCulture);

    private static async Task<List<TableRow>> RowsAsync(Stream stream, CancellationToken cancellation)
    {
        await using var reader = await ParquetReader.CreateAsync(stream, cancellationToken: cancellation).ConfigureAwait(false);
        var fields = reader.Schema.GetDataFields();
        List<TableRow> rows = [new TableRow(0, [.. fields.Select(f => f.Name)])];
        for (int i = 0; i < reader.RowGroupCount; i++)
        {
            using var group = reader.OpenRowGroupReader(i);
            string[][] columns = new string[fields.Length][];
            for (int column = 0; column < fields.Length; column++) { columns[column] = await ColumnAsync(group, fields[column], cancellation).ConfigureAwait(false); }
            for (int row = 0; row < group.RowCount; row++) { rows.Add(new TableRow(rows.Count, [.. columns.Select(c => c[row])])); }
        }

        return rows;
    }

    private static async Task<string[]> ColumnAsync(ParquetRowGroupReader group, DataField field, CancellationToken cancellation)
    {
        int count = checked((int)group.RowCount);
        if (field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>))
        {
            string?[] texts = new string?[count];
            await group.ReadAsync(field, texts.AsMemory()!, cancellationToken: cancellation).ConfigureAwait(false);
            return Array.ConvertAll(texts, t => t ?? "");
        }

        if (field.ClrType == typeof(double)) { return await NumbersAsync<double>(group, field, count, x => CellText.Number(x), cancellation).ConfigureAwait(false); }
        if (field.ClrType == typeof(float)) { return await NumbersAsync<float>(group, field, count, x => float.IsNaN(x) ? "" : x.ToString("R", CultureInfo.InvariantCulture), cancellation).ConfigureAwait(false); }
        if (field.ClrType == typeof(long)) { return await NumbersAsync<long>(group, field, count, x => x.ToString(CultureInfo.InvariantCulture), cancellation).ConfigureAwait(false); }
        if (field.ClrType == typeof(int)) { return await NumbersAsync<int>(group, field, count, x => x.ToString(CultureInfo.InvariantCulture), cancellation).ConfigureAwait(false); }
        if (field.ClrType == typeof(DateTime)) { return await NumbersAsync<DateTime>(group, field, count, x => x.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), cancellation).ConfigureAwait(false); }
        throw new FormatException($"column '{field.Name}' is of type {field.ClrType.Name}; text, numbers and dates are read.");
    }

    private static async Task<string[]> NumbersAsync<T>(ParquetRowGroupReader group, DataField field, int count, Converter<T, string> text, CancellationToken cancellation)
        where T : struct
    {
        if (!field.IsNullable)
        {
            var complete = new T[count];
            await group.ReadAsync<T>(field, complete.AsMemory(), cancellationToken: cancellation).ConfigureAwait(false);
            return Array.ConvertAll(complete, text);
        }

        var values = new T?[count];
        await group.ReadAsync<T>(field, values.AsMemory(), cancellationToken: cancellation).ConfigureAwait(false);
        return Array.ConvertAll(values, v => v is { } known ? text(known) : "");
    }
}
