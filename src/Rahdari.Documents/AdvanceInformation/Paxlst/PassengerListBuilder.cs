using System.Globalization;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.AdvanceInformation.Paxlst;

/// <summary>
/// Makes a passenger list of its segments (WCO/IATA/ICAO PAXLST implementation guide). What a segment means follows from the
/// group that is open: the heading, a flight (TDT), a traveller (NAD), the traveller's document (DOC).
/// </summary>
internal sealed class PassengerListBuilder(EdifactMessage header, EdifactInterchange? interchange, EdifactSegment unh, DateOnly today, BoundedFindings findings)
    : IMessageBuilder
{
    /// <summary>Characters of a date that are read without a string of their own: longer ones are read too.</summary>
    private const int LongestDate = 16;

    private static readonly string[] Kinds = ["745", "250", "266", "336", "655"];
    private static readonly string[] Closings = ["CLOB", "CLNB", "XF"];

    private readonly List<EdifactSegment> others = [];
    private readonly List<AdvanceFlight> flights = [];
    private readonly List<AdvanceTraveller> travellers = [];
    private readonly ListedTravellerDraft person = new();
    private readonly ListedDocumentDraft carried = new();
    private string kind = "";
    private string function = "";
    private string transaction = "";
    private int? stated;
    private Flight? flight;
    private ListedTravellerDraft? traveller;
    private ListedDocumentDraft? document;

    private Group Within => document is not null ? Group.Document : traveller is not null ? Group.Traveller : flight is not null ? Group.Flight : Group.Heading;

    public void Add(in EdifactSegment segment)
    {
        switch (segment.TagNumber)
        {
            case Tags.NAD when !segment.Is(0, "MS"u8):
                CloseTraveller();
                CloseFlight();
                traveller = person.Begin(segment);
                break;
            case Tags.DOC when traveller is not null:
                CloseDocument();
                document = carried.Begin(segment);
                break;
            case Tags.TDT:
                CloseTraveller();
                CloseFlight();
                flight = new Flight(segment);
                break;
            case Tags.CNT:
                CloseTraveller();
                Count(segment);
                break;
            case Tags.DTM:
                Date(segment);
                break;
            case Tags.LOC:
                Place(segment);
                break;
            case Tags.ATT when traveller is not null && segment.Is(0, "2"u8):
                traveller.Sex = Sexed(segment);
                break;
            case Tags.NAT when traveller is { Nationality.Length: 0 }:
                traveller.Nationality = segment[1];
                break;
            case Tags.RFF:
                Reference(segment);
                break;
            case Tags.BGM when Within == Group.Heading:
                Kind(segment);
                break;
            default:
                Keep(segment);
                break;
        }
    }

    public AdvanceMessage Finish()
    {
        CloseTraveller();
        CloseFlight();
        // A change of the flight's status (266) needs no traveller, and only says which flight is meant.
        if (flights.Count == 0)
            findings.Add(AdvanceRule.FlightMissing, "TDT", unh);
        return new PassengerList(header, interchange)
        {
            Kind = kind,
            Function = function,
            Transaction = transaction,
            Flights = flights,
            Travellers = travellers,
            Stated = stated,
            Others = others,
            Segment = unh.Number,
            Position = unh.Position,
        };
    }

    private void Kind(in EdifactSegment bgm)
    {
        (kind, function) = (bgm[0], bgm[1]);
        // What BGM says beyond these is kept as it stands.
        if (bgm.Elements > 2)
            others.Add(bgm);
        if (!Kinds.Contains(kind))
            findings.Add(AdvanceRule.KindUnknown, "BGM", bgm, kind);
        else if (kind == "266" && !Closings.Contains(function))
            findings.Add(AdvanceRule.FunctionUnknown, "BGM", bgm, function);
    }

    private void Reference(in EdifactSegment rff)
    {
        if (traveller is not null && document is null)
            traveller.References.Add(new AdvanceValue(rff[0], rff[0, 1]));
        else if (Within == Group.Heading && rff.Is(0, "TN"u8) && transaction.Length == 0)
            transaction = rff[0, 1];
        else
            Keep(rff);
    }

    private void Date(in EdifactSegment dtm)
    {
        var text = dtm.Characters(0, 1, stackalloc char[LongestDate]);
        var sound = true;
        if (traveller is not null && dtm.Is(0, "329"u8))
            sound = AdvanceDates.TryReadPast(text, today, out traveller.DateOfBirth);
        else if (document is not null && dtm.Is(0, "36"u8))
            sound = AdvanceDates.TryReadExpiry(text, out document.Expiry);
        else if (document is not null && dtm.Is(0, "182"u8))
            sound = AdvanceDates.TryReadPast(text, today, out document.Issued);
        else if (traveller is null && flight is { Calls: [.., var call] } && (dtm.Is(0, "189"u8) || dtm.Is(0, "232"u8)))
            sound = Time(dtm, text.ToString(), flight.Calls, call);
        else
            Keep(dtm);
        if (sound)
            return;
        findings.Add(AdvanceRule.Date, "DTM", dtm, text.ToString());
        Keep(dtm);
    }

    private static bool Time(in EdifactSegment dtm, string text, List<AdvanceCall> calls, AdvanceCall call)
    {
        if (!AdvanceTime.TryRead(text, dtm[0, 2], out var time))
            return false;
        calls[^1] = dtm.Is(0, "189"u8) ? call with { Departure = time } : call with { Arrival = time };
        return true;
    }

    private void Place(in EdifactSegment loc)
    {
        // The State of issue belongs to the document; other places to the traveller, also where they stand after it.
        if (document is not null && loc.Is(0, "91"u8) && document.IssuingState.Length == 0)
            document.IssuingState = loc[1];
        else if (traveller is not null)
            traveller.Places.Add(new AdvanceValue(loc[0], loc[1], Name(loc)));
        else if (flight is not null)
            flight.Calls.Add(new AdvanceCall(loc[0], loc[1], null, null));
        else
            Keep(loc);
    }

    // C517 3224 names the place; C519 and C553 name what it lies in.
    private static string Name(in EdifactSegment loc)
    {
        if (!loc.IsComposite(1) && loc.Elements <= 2)
            return "";
        return string.Join(", ", new[] { loc[1, 3], loc[2, 3], loc[3, 3] }.Where(n => n.Length > 0));
    }

    private Sex Sexed(in EdifactSegment att)
    {
        var code = att[2];
        switch (code)
        {
            case "M":
                return Sex.Male;
            case "F":
                return Sex.Female;
            case "X" or "U" or "":
                return Sex.Unspecified;
            default:
                findings.Add(AdvanceRule.SexUnknown, "ATT", att, code);
                Keep(att);
                return Sex.Unspecified;
        }
    }

    private void Count(in EdifactSegment cnt)
    {
        if ((cnt.Is(0, "42"u8) || cnt.Is(0, "41"u8)) && int.TryParse(cnt[0, 1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            stated = count;
        else
            others.Add(cnt);
    }

    private void Keep(in EdifactSegment segment)
    {
        var kept = document?.Others ?? traveller?.Others ?? others;
        kept.Add(segment);
    }

    private void CloseFlight()
    {
        if (flight is not { } closing)
            return;
        flight = null;
        var closed = new AdvanceFlight(closing.Number, closing.Stage, closing.Calls) { Segment = closing.Segment.Number, Position = closing.Segment.Position };
        flights.Add(closed);
        if (closed.Calls.Count < 2)
            findings.Add(AdvanceRule.RouteMissing, "LOC", closing.Segment, closed.Number);
        foreach (var (from, to) in closed.Legs)
        {
            if (from.Departure is { } departure && to.Arrival is { } arrival && !CanFly(departure, arrival))
                findings.Add(AdvanceRule.RouteTimes, "DTM", closing.Segment, departure.ToString(), arrival.ToString());
        }
    }

    /// <summary>Places' own times differ by up to 26 hours (UTC-12 to UTC+14); the longest flights last less than 24.</summary>
    private static bool CanFly(AdvanceTime departure, AdvanceTime arrival)
    {
        if (departure.ToInstant() is { } left && arrival.ToInstant() is { } came)
            return (came - left).TotalHours is > 0 and < 24;
        return (arrival.Local - departure.Local).TotalHours is > -26 and < 50;
    }

    private void CloseTraveller()
    {
        CloseDocument();
        if (traveller is { } closing)
            travellers.Add(closing.Close(findings));
        traveller = null;
    }

    private void CloseDocument()
    {
        if (document is { } closing)
            traveller!.Documents.Add(closing.Close());
        document = null;
    }

    private enum Group
    {
        Heading,
        Flight,
        Traveller,
        Document,
    }

    private sealed class Flight(EdifactSegment tdt)
    {
        public readonly List<AdvanceCall> Calls = [];

        public EdifactSegment Segment { get; } = tdt;

        public string Stage { get; } = tdt[0];

        // The carrier stands in the number, or apart from it (C040).
        public string Number { get; } = tdt[1] is [>= '0' and <= '9', ..] number && tdt[4] is { Length: > 0 } carrier && !number.StartsWith(carrier, StringComparison.Ordinal)
            ? carrier + number
            : tdt[1];
    }
}
