namespace Rahdari.Border.Storage;

/// <summary>One key that a traveller is looked up by: see <see cref="Travellers.Links.IdentityKeys"/>.</summary>
internal sealed class TravellerKeyRow
{
    public required long Key { get; init; }

    public required Guid TravellerId { get; init; }
}
