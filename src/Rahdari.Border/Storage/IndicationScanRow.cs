namespace Rahdari.Border.Storage;

/// <summary>How far the record of crossings was searched for indicators. Follows from nothing; without it the search begins anew and tells nothing twice.</summary>
internal sealed class IndicationScanRow
{
    public required string Node { get; init; }

    /// <summary>The last crossing that was looked at.</summary>
    public required DateTimeOffset LastAt { get; set; }

    public required Guid LastId { get; set; }
}
