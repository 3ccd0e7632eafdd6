using Rahdari.Border.Storage;

namespace Rahdari.Border.Screening;

/// <summary>What is signed of a hit when it is found, so that one deleted before the decision, or kept from alerting by nobody's decision, is missed.</summary>
internal sealed record HitFact(Guid Id, Guid EncounterId, string Port, DateTimeOffset FoundAt, string List, int ListVersion, string Reference, Guid? SuppressedBy, Guid? RunId)
{
    public static HitFact Of(HitRow row) => new(
        row.Id, row.EncounterId, row.Port, row.FoundAt, row.List, row.ListVersion, row.Reference,
        row.State == HitState.Suppressed ? row.VettedId ?? Guid.Empty : null, row.RunId);
}
