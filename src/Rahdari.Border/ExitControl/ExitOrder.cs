namespace Rahdari.Border.ExitControl;

/// <summary>An order that bars somebody from leaving: a fact, signed in the ledger, and changed by nothing but its lifting.</summary>
public sealed record ExitOrder
{
    /// <summary>The list on which those that are not lifted are searched: <c>exit-orders</c>.</summary>
    public const string List = "exit-orders";

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>1, 2, 3 …; its reference on the list <c>exit-orders</c>.</summary>
    public required int Number { get; init; }

    /// <summary>What was ordered.</summary>
    public required OrderTerms Terms { get; init; }

    /// <summary>Where it stands today, at the port.</summary>
    public required ExitOrderState State { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>The user name.</summary>
    public required string EnteredBy { get; init; }

    /// <summary>The lifting that was asked for; null where none was. Until a second person agrees the order stops as before.</summary>
    public OrderLifting? Lifting { get; init; }
}

/// <summary>That an order is to be lifted.</summary>
/// <param name="AuthorityReference">The authority's reference for the lifting.</param>
/// <param name="Reason">Why.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="AskedAt">When; UTC.</param>
/// <param name="LiftedBy">The second person; null while nobody has agreed.</param>
/// <param name="LiftedAt">When; UTC.</param>
public sealed record OrderLifting(string AuthorityReference, string Reason, string AskedBy, DateTimeOffset AskedAt, string? LiftedBy, DateTimeOffset? LiftedAt);

/// <summary>Where an order stands.</summary>
public enum ExitOrderState
{
    /// <summary>Its first day is to come.</summary>
    NotYetValid,

    /// <summary>It bars leaving.</summary>
    InForce,

    /// <summary>Its last day is past.</summary>
    Expired,

    /// <summary>It was lifted.</summary>
    Lifted,
}
