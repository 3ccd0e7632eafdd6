using Rahdari.Documents.AdvanceInformation.Edifact;

namespace Rahdari.Documents.AdvanceInformation.Pnrgov;

/// <summary>A booking while its segments are read.</summary>
internal sealed class BookingDraft(EdifactSegment src, DateOnly today, BoundedFindings findings)
{
    private static readonly string[] ContactRequests = ["CTCE", "CTCM", "CTCR", "CTCF"];

    private readonly List<AdvanceValue> locators = [];
    private readonly List<TravellerDraft> travellers = [];
    private readonly List<BookedFlight> itinerary = [];
    private readonly List<BookingContact> contacts = [];
    private readonly List<BookingPayment> payments = [];
    private readonly List<BookingAmount> amounts = [];
    private readonly List<BookedSeat> seats = [];
    private readonly List<CheckedBags> bags = [];
    private readonly List<EdifactSegment> others = [];
    private readonly List<EdifactSegment> history = [];
    private readonly List<(EdifactSegment Request, TravellerDraft? Of)> documents = [];
    private AdvanceTime? created;
    private AdvanceTime? changed;
    private BookingAgent? agent;
    private TravellerDraft? traveller;
    private bool inHistory;
    private bool inOtherService;

    /// <summary>The day and time of a TVL or DAT: day, month, year, and a clock that may be left out.</summary>
    public static AdvanceTime? Time(string day, string clock) =>
        day.Length == 6 && AdvanceTime.TryRead($"{day[4..]}{day[2..4]}{day[..2]}{(clock.Length == 4 ? clock : "0000")}", "201", out var time) ? time : null;

    /// <summary>The flight of a TVL. An arrival without a day of its own is on the day of departure.</summary>
    public static BookedFlight Flight(in EdifactSegment tvl, BoundedFindings findings)
    {
        var (day, arrivalDay) = (tvl[0], tvl[0, 2]);
        var departure = Time(day, tvl[0, 1]);
        var arrival = tvl[0, 3].Length == 0 && arrivalDay.Length == 0 ? null : Time(arrivalDay.Length == 0 ? day : arrivalDay, tvl[0, 3]);
        if (day.Length > 0 && departure is null)
            findings.Add(AdvanceRule.Date, "TVL", tvl, tvl.Element(0));
        return new BookedFlight(tvl[3] + tvl[4], tvl[4, 1], tvl[1], tvl[2], departure, arrival);
    }

    public void Add(in EdifactSegment segment)
    {
        if (inHistory |= segment.TagNumber == Tags.ABI)
        {
            history.Add(segment);
            return;
        }
        switch (segment.TagNumber)
        {
            case Tags.RCI:
                Locators(segment);
                break;
            case Tags.DAT:
                Dates(segment);
                break;
            case Tags.ORG when agent is null:
                agent = new BookingAgent(segment[0], segment[0, 1], segment[1], segment[1, 1], segment[2], segment[5]);
                break;
            case Tags.ADD:
                Address(segment);
                break;
            case Tags.MSG:
                // 1 is air; hotels, cars and trains (2 …) describe themselves with TVL too.
                inOtherService = segment[0] is not ("" or "1");
                others.Add(segment);
                break;
            case Tags.TVL when !inOtherService:
                traveller = null;
                itinerary.Add(Flight(segment, findings));
                break;
            case Tags.TVL:
                inOtherService = false;
                others.Add(segment);
                break;
            case Tags.TIF:
                Name(segment);
                break;
            case Tags.REF when traveller is not null:
                traveller.References.Add(new AdvanceValue("REF", segment[0, 1]));
                break;
            case Tags.FOP:
                for (var i = 0; i < segment.Elements; i++)
                    payments.Add(new BookingPayment(segment[i], segment[i, 3], Masked(segment[i, 4]), segment[i, 5]));
                break;
            case Tags.MON:
                for (var i = 0; i < segment.Elements; i++)
                    amounts.Add(new BookingAmount(segment[i], segment[i, 1], segment[i, 2]));
                break;
            case Tags.TBD:
                Bags(segment);
                break;
            case Tags.SSR:
                Request(segment);
                break;
            default:
                (traveller?.Others ?? others).Add(segment);
                break;
        }
    }

    public Booking Close()
    {
        foreach (var (request, of) in documents)
            Document(request, of);
        if (locators.Count == 0)
            findings.Add(AdvanceRule.LocatorMissing, "RCI", src);
        return new Booking
        {
            Locators = locators,
            Created = created,
            Changed = changed,
            Agent = agent,
            Travellers = [.. travellers.Select(t => t.Close())],
            Itinerary = itinerary,
            Contacts = contacts,
            Payments = payments,
            Amounts = amounts,
            Seats = seats,
            Bags = bags,
            Segment = src.Number,
            Others = others,
            History = history,
        };
    }

    private void Locators(in EdifactSegment rci)
    {
        for (var i = 0; i < rci.Elements; i++)
        {
            var locator = new AdvanceValue(rci[i], rci[i, 1]);
            if (locator.Value.Length > 0 && !locators.Contains(locator))
                locators.Add(locator);
            created ??= Time(rci[i, 3], rci[i, 4]);
        }
    }

    private void Dates(in EdifactSegment dat)
    {
        if (traveller is not null || itinerary.Count > 0)
        {
            (traveller?.Others ?? others).Add(dat);
            return;
        }
        for (var i = 0; i < dat.Elements; i++)
        {
            if (dat.Is(i, "700"u8))
                changed ??= Time(dat[i, 1], dat[i, 2]);
        }
        others.Add(dat);
    }

    private void Address(in EdifactSegment add)
    {
        for (var i = 1; i < add.Elements; i++)
        {
            var text = string.Join(", ", new[] { add[i, 1], add[i, 2], add[i, 3], add[i, 4], add[i, 6] }.Where(p => p.Length > 0));
            contacts.Add(new BookingContact(add[i], text, add[i, 5], add[i, 7]));
        }
    }

    private void Name(in EdifactSegment tif)
    {
        for (var i = 1; i < Math.Max(2, tif.Elements); i++)
        {
            var (surname, given, reference) = (tif[0], tif[i], tif[i, 2]);
            // After a flight a name only says whose check-in follows.
            traveller = itinerary.Count == 0 ? null : travellers.Find(t => t.Reference == reference && t.Surname == surname && t.GivenNames == given);
            if (traveller is null)
                travellers.Add(traveller = new TravellerDraft(tif, surname, given, reference));
        }
    }

    private void Bags(in EdifactSegment tbd)
    {
        var weight = tbd[1, 1].Length == 0 ? "" : tbd[1, 1] + (tbd[1, 2] switch { "700" => "K", "701" => "L", _ => "" });
        for (var i = 2; i < tbd.Elements; i++)
        {
            // HP and MP say who heads a pool of bags and who is a member.
            if (tbd[i, 1].Length > 0 && tbd[i] is not ("HP" or "MP"))
                bags.Add(new CheckedBags(tbd[i], tbd[i, 1], tbd[i, 2], tbd[i, 3], weight, traveller?.Reference ?? ""));
        }
        others.Add(tbd);
    }

    private void Request(in EdifactSegment ssr)
    {
        var code = ssr[0];
        if (code is "DOCS" or "DOCO" or "DOCA")
            documents.Add((ssr, traveller));
        else if (code == "SEAT")
            Seats(ssr);
        else if (ContactRequests.Contains(code))
            contacts.Add(new BookingContact(code, Slashed(ssr).TrimStart('/'), "", ""));
        else
            (traveller?.Others ?? others).Add(ssr);
    }

    private void Seats(in EdifactSegment ssr)
    {
        for (var i = 1; i < ssr.Elements; i++)
        {
            if (ssr[i].Length > 0)
                seats.Add(new BookedSeat(ssr[i], ssr[0, 6], ssr[0, 7], ssr[i, 2].Length > 0 ? ssr[i, 2] : traveller?.Reference ?? ""));
        }
    }

    private void Document(EdifactSegment ssr, TravellerDraft? of)
    {
        var fields = Slashed(ssr).Split('/');
        var code = ssr[0];
        var whose = of ?? Whose(ssr, code == "DOCS" && fields.Length > 8 ? fields[8] : "");
        // An infant on a parent's seat has a DOCS of its own, and no TIF.
        if (code == "DOCS" && whose is { IsTold: true } && TravellerDraft.IsInfant(fields))
            travellers.Add(whose = new TravellerDraft(ssr, "", "", ""));
        if (whose is null || fields.Length < 3)
        {
            findings.Add(AdvanceRule.RequestUnreadable, "SSR", ssr, code);
            others.Add(ssr);
            return;
        }
        var sound = code switch
        {
            "DOCS" => whose.Docs(fields, ssr, today),
            "DOCO" => whose.Doco(fields, ssr, today),
            _ => whose.Doca(fields),
        };
        if (!sound)
            findings.Add(AdvanceRule.RequestUnreadable, "SSR", ssr, code);
        whose.Others.Add(ssr);
    }

    private TravellerDraft? Whose(in EdifactSegment ssr, string surname)
    {
        for (var i = 1; i < ssr.Elements; i++)
        {
            var reference = ssr[i, 2];
            if (reference.Length > 0 && travellers.Find(t => t.Reference == reference) is { } referred)
                return referred;
        }
        return travellers is [var only] ? only : surname.Length == 0 ? null : travellers.Find(t => t.Surname == surname && !t.IsTold);
    }

    /// <summary>The free text of a request; AIRIMP begins it with a slash, and some senders leave that out.</summary>
    private static string Slashed(in EdifactSegment ssr)
    {
        var components = ssr.Components(0);
        var text = string.Concat(components.Skip(8));
        return text.StartsWith('/') || text.Length == 0 ? text : $"/{text}";
    }

    private static string Masked(string account) => account.Length <= 4 ? account : new string('X', account.Length - 4) + account[^4..];
}
