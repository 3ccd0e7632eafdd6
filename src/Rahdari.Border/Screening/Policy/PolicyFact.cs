using Rahdari.Border.Storage;

namespace Rahdari.Border.Screening.Policy;

/// <summary>What is signed of a policy when it is proposed; that it was approved or rejected is signed with the audit.</summary>
internal sealed record PolicyFact(Guid Id, int Number, int BasedOn, string Rules, bool IsWide, string Reason, DateTimeOffset ProposedAt, string ProposedBy)
{
    public static PolicyFact Of(PolicyRow row) => new(row.Id, row.Number, row.BasedOn, row.Rules, row.IsWide, row.Reason, row.ProposedAt, row.ProposedBy);
}
