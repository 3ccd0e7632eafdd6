namespace Rahdari.Border.ExitControl;

/// <summary>A protector's clearance on record: a fact, signed in the ledger, and changed by nothing but its revocation.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Terms">What was registered.</param>
/// <param name="State">Where it stands today, at the port.</param>
/// <param name="EnteredAt">UTC.</param>
/// <param name="EnteredBy">The user name.</param>
/// <param name="Revocation">That it was taken back; null where it was not.</param>
public sealed record EmigrationClearance(Guid Id, ClearanceTerms Terms, ExitPaperState State, DateTimeOffset EnteredAt, string EnteredBy, PaperRevocation? Revocation);
