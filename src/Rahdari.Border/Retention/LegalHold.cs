namespace Rahdari.Border.Retention;

/// <summary>That somebody's records are not purged: a fact, signed in the ledger, and changed by nothing but its lifting.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Number">1, 2, 3 ….</param>
/// <param name="Terms">What is kept, and why.</param>
/// <param name="PlacedAt">UTC.</param>
/// <param name="PlacedBy">The user name.</param>
/// <param name="Lifting">The lifting that was asked for; null where none was. Until a second person agrees the hold stands.</param>
public sealed record LegalHold(Guid Id, int Number, HoldTerms Terms, DateTimeOffset PlacedAt, string PlacedBy, HoldLifting? Lifting);

/// <summary>That a hold is to be lifted.</summary>
/// <param name="AuthorityReference">The authority's reference for the lifting.</param>
/// <param name="Reason">Why.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="AskedAt">When; UTC.</param>
/// <param name="LiftedBy">The second person; null while nobody has agreed.</param>
/// <param name="LiftedAt">When; UTC.</param>
public sealed record HoldLifting(string AuthorityReference, string Reason, string AskedBy, DateTimeOffset AskedAt, string? LiftedBy, DateTimeOffset? LiftedAt);
