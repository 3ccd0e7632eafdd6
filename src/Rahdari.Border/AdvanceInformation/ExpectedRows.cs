using Rahdari.Border.Crossings;
using Rahdari.Border.Storage;
using Rahdari.Dates;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.States;

namespace Rahdari.Border.AdvanceInformation;

/// <summary>From a carrier's list to the rows of who is expected, and from them to what is shown.</summary>
internal static class ExpectedRows
{
    /// <summary>A traveller of an announcement.</summary>
    public static ExpectedTravellerRow Row(Announcement announcement, AdvanceTraveller traveller, int hits, DateTimeOffset now)
    {
        var document = traveller.Documents.FirstOrDefault(d => d.Type.StartsWith('P')) ?? (traveller.Documents is [var other, ..] ? other : null);
        return new ExpectedTravellerRow
        {
            Id = Guid.CreateVersion7(now),
            Flight = announcement.Flight,
            Day = announcement.Day,
            Arrival = announcement.Arrival,
            Origin = Cut(announcement.Origin, 10),
            Destination = Cut(announcement.Destination, 10),
            Sender = Cut(announcement.Sender, 100),
            Role = traveller.Role,
            Surname = Cut(traveller.Surname, 200),
            GivenNames = Cut(traveller.GivenNames, 200),
            DateOfBirth = traveller.DateOfBirth,
            Sex = traveller.Sex,
            Nationality = Cut(traveller.Nationality, 10),
            DocumentType = Cut(document?.Type ?? "", 10),
            DocumentNumber = Cut(document?.Number ?? "", 40),
            IssuingState = Cut(document?.IssuingState ?? "", 10),
            DateOfExpiry = document?.Expiry ?? PartialDate.Unknown,
            Seat = Cut(traveller.Reference("SEA") ?? "", 10),
            Booking = Cut(traveller.Reference("AVF") ?? "", 20),
            Reference = Cut(traveller.Reference("ABO") ?? "", 40),
            Boarding = announcement.IsBooked ? Boarding.Booked : Boarding.Announced,
            Hits = hits,
            ReceivedAt = now,
        };
    }

    /// <summary>With the crossing by which the traveller came, where that is of the same document.</summary>
    public static ExpectedTraveller Shown(ExpectedTravellerRow row, Crossing? crossed) => Of(row, crossed is not null && IsOf(crossed, row) ? crossed : null);

    /// <summary>As the counter shows it.</summary>
    public static AnnouncedSeen Seen(ExpectedTravellerRow row) => new(row.Flight, row.Day, row.Seat, new AnnouncedHolder(row.Surname, row.GivenNames)
    {
        DateOfBirth = row.DateOfBirth,
        Sex = row.Sex,
        Nationality = row.Nationality,
        IssuingState = row.IssuingState,
        DateOfExpiry = row.DateOfExpiry,
    }, row.Boarding)
    {
        Origin = row.Origin,
    };

    /// <summary>By what a later list knows the same person again.</summary>
    public static (string, string, string, PartialDate) Person(ExpectedTravellerRow row) => (row.DocumentNumber, row.Surname, row.GivenNames, row.DateOfBirth);

    /// <summary>A carrier may write any length; what is longer than its field is cut.</summary>
    public static string Cut(string text, int longest) => text.Length > longest ? text[..longest] : text;

    /// <summary>Another State's document may have the same number; carriers write the zone's code or that of ISO 3166.</summary>
    private static bool IsOf(Crossing crossing, ExpectedTravellerRow row) => row.IssuingState.Length == 0 || Iso(row.IssuingState) == Iso(crossing.IssuingState);

    private static string Iso(string state) => IssuingStates.ToIso3166Alpha3(state) ?? state;

    private static ExpectedTraveller Of(ExpectedTravellerRow row, Crossing? crossed) => new()
    {
        Boarding = row.Boarding,
        CrossedAt = crossed?.At,
        Outcome = crossed?.Outcome,
        Role = row.Role,
        Surname = row.Surname,
        GivenNames = row.GivenNames,
        DateOfBirth = row.DateOfBirth,
        Sex = row.Sex,
        Nationality = row.Nationality,
        DocumentType = row.DocumentType,
        DocumentNumber = row.DocumentNumber,
        IssuingState = row.IssuingState,
        DateOfExpiry = row.DateOfExpiry,
        Seat = row.Seat,
        Booking = row.Booking,
        Hits = row.Hits,
    };
}
