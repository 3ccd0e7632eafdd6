using Rahdari.Border.Storage;

namespace Rahdari.Border.Screening.Vetting;

/// <summary>What is signed of a vetted decision: of the person only hashes, for a ledger forgets nothing.</summary>
internal sealed record VettedFact(
    Guid Id, Guid HitId, Guid TravellerId, string List, int ListVersion, string Reference, string EntryHash, string IdentityHash, DateTimeOffset At, string By, string Reason, DateOnly? Until)
{
    public static VettedFact Of(VettedRow row) => new(
        row.Id, row.HitId, row.TravellerId, row.List, row.ListVersion, row.Reference, row.EntryHash, row.Identity.Hash(), row.At, row.By, row.Reason, row.Until);
}
