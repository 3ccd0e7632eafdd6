namespace Rahdari.Border.Storage;

/// <summary>A traveller who came with received records and was not compared with the others yet.</summary>
internal sealed class UnlinkedTravellerRow
{
    public required Guid TravellerId { get; init; }

    /// <summary>The port where they were seen.</summary>
    public required string Port { get; init; }
}
