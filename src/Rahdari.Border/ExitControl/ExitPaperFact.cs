using Rahdari.Border.Storage;
using Rahdari.Dates;

namespace Rahdari.Border.ExitControl;

/// <summary>What is signed of a consent or a clearance when it is entered, and by what it is found; that it was revoked is signed with the audit.</summary>
internal sealed record ExitPaperFact(
    Guid Id, ExitPaperKind Kind, string Terms, string PersonalNumber, string DocumentNumber, PartialDate DateOfBirth, DateOnly ValidFrom, DateOnly? ValidTo, DateTimeOffset EnteredAt, string EnteredBy)
{
    public static ExitPaperFact Of(ExitPaperRow row) =>
        new(row.Id, row.Kind, row.Terms, row.PersonalNumber, row.DocumentNumber, row.DateOfBirth, row.ValidFrom, row.ValidTo, row.EnteredAt, row.EnteredBy);
}
