using Rahdari.Border.Travellers.Links;

namespace Rahdari.Border.Storage;

/// <summary>A link between two travellers as it stands; what made it so are its <see cref="LinkChangeRow"/>s.</summary>
internal sealed class TravellerLinkRow
{
    public required Guid Id { get; init; }

    /// <summary>The traveller seen first.</summary>
    public required Guid OneId { get; init; }

    public required Guid OtherId { get; init; }

    /// <summary>None where nothing speaks for it any more since a document was read otherwise.</summary>
    public required LinkStrength Strength { get; set; }

    public required bool IsByNumber { get; set; }

    /// <summary>What was found, as JSON.</summary>
    public required string Evidence { get; set; }

    public required DateTimeOffset FoundAt { get; init; }

    public required LinkState State { get; set; }

    /// <summary>How many changes made it so.</summary>
    public required int Changes { get; set; }
}
