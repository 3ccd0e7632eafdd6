namespace Rahdari.Border.Storage;

/// <summary>How far the record of crossings was searched for indicators. Without it the search begins anew and tells nothing twice.</summary>
internal sealed class IndicationScanRow
{
    public required string Node { get; init; }

    /// <summary>Until when: everything that crossed by then was looked at.</summary>
    public required DateTimeOffset LastAt { get; set; }
}
