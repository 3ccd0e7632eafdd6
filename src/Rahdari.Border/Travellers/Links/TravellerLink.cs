using Rahdari.Documents.Findings;

namespace Rahdari.Border.Travellers.Links;

/// <summary>That two travellers are, may be, or are not one person.</summary>
public sealed record TravellerLink
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whether they are taken for one person.</summary>
    public required LinkState State { get; init; }

    /// <summary>How sure the evidence makes.</summary>
    public required LinkStrength Strength { get; init; }

    /// <summary>What agrees (information) and what contradicts (warning): in each <c>one</c> is of <see cref="One"/>, <c>other</c> of <see cref="Other"/>.</summary>
    public required IReadOnlyList<Finding> Evidence { get; init; }

    /// <summary>When it was found; UTC.</summary>
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>One of them.</summary>
    public required LinkedTraveller One { get; init; }

    /// <summary>The other.</summary>
    public required LinkedTraveller Other { get; init; }

    /// <summary>How it became what it is, oldest first.</summary>
    public required IReadOnlyList<LinkChange> Changes { get; init; }
}

/// <summary>A traveller at one end of a link.</summary>
/// <param name="TravellerId">UUIDv7.</param>
/// <param name="Documents">What they presented, latest first.</param>
/// <param name="Crossings">How often they crossed or were refused.</param>
/// <param name="LastCrossing">The latest of those; UTC, or null.</param>
public sealed record LinkedTraveller(Guid TravellerId, IReadOnlyList<TravellerDocument> Documents, int Crossings, DateTimeOffset? LastCrossing);

/// <summary>What a link became.</summary>
/// <param name="State">What.</param>
/// <param name="At">When; UTC.</param>
/// <param name="By">Who; <c>identity-resolution</c> where nobody decided.</param>
/// <param name="Reason">Why, where somebody decided.</param>
public sealed record LinkChange(LinkState State, DateTimeOffset At, string By, string? Reason);
