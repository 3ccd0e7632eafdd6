namespace Rahdari.Border.Watchlists;

/// <summary>Reads the OFAC Specially Designated Nationals list in its CSV form: sdn.csv, and where given alt.csv (aliases) and add.csv (addresses).</summary>
public static class OfacList
{
    /// <summary>Reads the list; streaming, bounded. Never throws on any bytes.</summary>
    /// <param name="files">The files by name; each is recognised by its name or, failing that, its shape. sdn.csv is required.</param>
    /// <param name="progress">Receives the share read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
    public static ListReading Read(IReadOnlyList<(string Name, Stream Bytes)> files, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException();
}
