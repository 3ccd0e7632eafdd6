using Rahdari.Border.Storage;

namespace Rahdari.Border.Indicators;

/// <summary>What is signed of a journey.</summary>
internal sealed record JourneyFact(
    Guid Id, Guid EncounterId, Guid? CrossingId, Guid TravellerId, string Port, DateTimeOffset At, string By, bool IsFirst, string Told, string Found, int? SetNumber, string? SponsorKey, string? PhoneKey, string? AddressKey)
{
    public static JourneyFact Of(JourneyRow row) =>
        new(row.Id, row.EncounterId, row.CrossingId, row.TravellerId, row.Port, row.At, row.By, row.IsFirst, row.Told, row.Found, row.SetNumber, row.SponsorKey, row.PhoneKey, row.AddressKey);
}
