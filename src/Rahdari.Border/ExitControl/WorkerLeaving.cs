namespace Rahdari.Border.ExitControl;

/// <summary>A national who says that they leave for employment, with everything that <see cref="ExitRules"/> judge by.</summary>
/// <param name="Destination">Where to; null where nobody asked.</param>
/// <param name="Clearances">The clearances that are the worker's, newest first.</param>
/// <param name="Today">The day at the port.</param>
internal sealed record WorkerLeaving(string? Destination, IReadOnlyList<ClearanceSeen> Clearances, DateOnly Today);

/// <summary>A clearance as it stands.</summary>
/// <param name="Terms">What was registered.</param>
/// <param name="Revocation">That it was taken back; null where it was not.</param>
internal sealed record ClearanceSeen(ClearanceTerms Terms, PaperRevocation? Revocation = null);
