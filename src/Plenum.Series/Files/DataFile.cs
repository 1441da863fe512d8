namespace Plenum.Series.Files;

/// <summary>Reads and writes a data set in the format that the name of the file says: .csv, .xlsx or .parquet.</summary>
public static class DataFile
{
    /// <summary>Reads a file; CSV in any layout, SDMX-CSV included.</summary>
    public static async Task<ReadResult> ReadAsync(string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".xlsx": return XlsxFile.Read(path);
            case ".parquet": return await ParquetFile.ReadAsync(path, cancellation).ConfigureAwait(false);
            case ".csv" or ".txt": return CsvFile.Read(path);
            default: return new ReadResult(null, [DataFinding.Error(DataCode.NotReadable, "the ending of the file is not known.", new DataPlace(path), help: "use .csv, .xlsx or .parquet.")]);
        }
    }

    /// <summary>Writes a file in the tidy layout.</summary>
    /// <exception cref="ArgumentException">The ending of the file is not known.</exception>
    public static async Task WriteAsync(string path, DataSet data, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".xlsx": XlsxFile.Write(path, data); break;
            case ".parquet": await ParquetFile.WriteAsync(path, data, cancellation).ConfigureAwait(false); break;
            case ".csv" or ".txt": CsvFile.Write(path, data); break;
            default: throw new ArgumentException($"'{path}': the ending is not known; use .csv, .xlsx or .parquet.", nameof(path));
        }
    }
}
