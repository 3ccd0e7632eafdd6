namespace Rahdari.Casework.Cases;

/// <summary>A fact of a case as it was recorded: signed, and never changed.</summary>
/// <param name="Id">A UUID of whoever told it: told again, it is the same.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Number">1, 2, 3 … in the case.</param>
/// <param name="At">When it was recorded; UTC.</param>
/// <param name="By">The user who told it.</param>
/// <param name="Book">The number of the law book that counted.</param>
/// <param name="Fact">What happened.</param>
/// <param name="CaseNumber">The number that the case was given; of its first event only.</param>
public sealed record CaseEvent(Guid Id, Guid CaseId, int Number, DateTimeOffset At, string By, int Book, CaseFact Fact, string? CaseNumber = null);
