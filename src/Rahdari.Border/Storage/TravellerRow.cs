namespace Rahdari.Border.Storage;

/// <summary>A traveller: whoever presents one document. Crossings name travellers and are signed; who of them is one person, links say.</summary>
internal sealed class TravellerRow
{
    public required Guid Id { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>The earliest traveller of the person, by the links that stand; the traveller itself where none does.</summary>
    public required Guid PersonId { get; set; }

    /// <summary>The <see cref="Travellers.Links.IdentityKeys.Version"/> of the traveller's keys; 0 where there are none yet.</summary>
    public int KeysVersion { get; set; }
}
