namespace Rahdari.Border.Storage;

/// <summary>A traveller: one person, whatever documents they carry.</summary>
internal sealed class TravellerRow
{
    public required Guid Id { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }
}
