namespace Rahdari.Border.Watchlists;

/// <summary>Reads the OFAC Specially Designated Nationals list in its CSV form: sdn.csv, and where given alt.csv (aliases) and add.csv (addresses).</summary>
public static class OfacList
{
    /// <summary>Reads the list; streaming, bounded. Never throws on any bytes.</summary>
    public static ListReading Read(IReadOnlyList<(string Name, Stream Bytes)> files, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException();
}
