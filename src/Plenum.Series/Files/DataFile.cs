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

    /// <summary>Reads a file that is in memory: .csv in any layout, or the first sheet of an .xlsx.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name, whose ending says the format and which findings show.</param>
    /// <param name="limits">How much it may ask for.</param>
    public static ReadResult Parse(byte[] bytes, string name, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(limits);
        var findings = new FindingList(limits);
        switch (Path.GetExtension(name).ToLowerInvariant())
        {
            case ".xlsx": return XlsxFile.Parse(bytes, name, null, limits);
            case ".csv" or ".txt": return SourceFile.Text(bytes, name, findings) is { } text ? CsvFile.Parse(text, name, limits) : findings.Nothing();
            default:
                findings.Add(DataFinding.Error(DataCode.NotReadable, "the ending of the file is not known.", new DataPlace(name), help: "use .csv or .xlsx."));
                return findings.Nothing();
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
