using Rahdari.Border.Storage;

namespace Rahdari.Border.Retention;

/// <summary>What is signed of a hold when it is placed; that it was lifted is signed with the audit.</summary>
internal sealed record HoldFact(Guid Id, int Number, string Terms, DateTimeOffset PlacedAt, string PlacedBy)
{
    public static HoldFact Of(HoldRow row) => new(row.Id, row.Number, row.Terms, row.PlacedAt, row.PlacedBy);
}
