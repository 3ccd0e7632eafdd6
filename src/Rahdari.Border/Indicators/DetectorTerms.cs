using System.Text.Json.Serialization;

namespace Rahdari.Border.Indicators;

/// <summary>Which detector looks for an indicator, and with which limits; a limit that the detector does not know must be absent.</summary>
/// <param name="Name">The detector.</param>
/// <param name="Days">How far back it looks; days.</param>
/// <param name="Count">How many it takes.</param>
/// <param name="StayFrom">The shortest stay that counts; days.</param>
/// <param name="StayUntil">The longest; days.</param>
/// <param name="Gap">Days abroad between two stays at most.</param>
/// <param name="Span">How far two documents' numbers may lie apart.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DetectorTerms(
    DetectorName Name,
    int? Days = null,
    int? Count = null,
    int? StayFrom = null,
    int? StayUntil = null,
    int? Gap = null,
    int? Span = null);

/// <summary>The detectors that there are. None knows a nationality, a religion or a sex.</summary>
public enum DetectorName
{
    /// <summary>The same adult beside different minors who do not come back with them.</summary>
    SameAdultDifferentMinors,

    /// <summary>An adult who took minors across and came back without them.</summary>
    AdultBackWithoutMinor,

    /// <summary>A minor beside adults with whom nothing on record connects them.</summary>
    MinorWithUnconnectedAdult,

    /// <summary>The same adult beside different adults who cross for the first time.</summary>
    SameLeaderFirstTravellers,

    /// <summary>The same sponsor behind many first-time travellers.</summary>
    SharedSponsor,

    /// <summary>The same phone number behind many first-time travellers.</summary>
    SharedPhone,

    /// <summary>The same address behind many first-time travellers.</summary>
    SharedAddress,

    /// <summary>Short stays one after another.</summary>
    ShortStayCycles,

    /// <summary>A group whose documents were issued one after another.</summary>
    ConsecutiveDocuments,

    /// <summary>People who are not said to be together come by one conveyance and go on by another.</summary>
    ThroughTogether,

    /// <summary>The document was issued shortly before its holder's first journey.</summary>
    NewDocument,

    /// <summary>No way back was booked.</summary>
    OneWay,

    /// <summary>Somebody else paid.</summary>
    PaidByOther,

    /// <summary>The sponsor is nobody the traveller knows.</summary>
    SponsorUnknown,
}
