namespace Rahdari.Border.Watchlists;

/// <summary>Reads the UN Security Council Consolidated List (XML).</summary>
public static class UnConsolidatedList
{
    /// <summary>Reads the list; streaming, bounded, DTDs refused. Never throws on any bytes.</summary>
    /// <param name="xml">The file's bytes.</param>
    /// <param name="fileName">For errors.</param>
    /// <param name="progress">Receives the share read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
    public static ListReading Read(Stream xml, string fileName, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException();
}
