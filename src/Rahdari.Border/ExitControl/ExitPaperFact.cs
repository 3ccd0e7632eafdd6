using Rahdari.Border.Storage;

namespace Rahdari.Border.ExitControl;

/// <summary>What is signed of a consent or a clearance when it is entered; that it was revoked is signed with the audit.</summary>
internal sealed record ExitPaperFact(Guid Id, ExitPaperKind Kind, string Terms, DateTimeOffset EnteredAt, string EnteredBy)
{
    public static ExitPaperFact Of(ExitPaperRow row) => new(row.Id, row.Kind, row.Terms, row.EnteredAt, row.EnteredBy);
}
