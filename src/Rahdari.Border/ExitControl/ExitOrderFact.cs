using Rahdari.Border.Storage;

namespace Rahdari.Border.ExitControl;

/// <summary>What is signed of an order when it is entered, with the days by which it is listed; that it was lifted is signed with the audit.</summary>
internal sealed record ExitOrderFact(Guid Id, int Number, string Terms, DateOnly ValidFrom, DateOnly? ValidTo, DateTimeOffset EnteredAt, string EnteredBy)
{
    public static ExitOrderFact Of(ExitOrderRow row) => new(row.Id, row.Number, row.Terms, row.ValidFrom, row.ValidTo, row.EnteredAt, row.EnteredBy);
}
