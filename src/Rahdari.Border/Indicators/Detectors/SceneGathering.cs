using Rahdari.Dates;

namespace Rahdari.Border.Indicators.Detectors;

/// <summary>Gathers what the detectors of a set look at about one crossing, and no more: for a traveller without a past it is two look-ups.</summary>
internal sealed class SceneGathering(IPassages passages, IndicatorSet set)
{
    /// <summary>So long after a crossing everybody who came with the traveller has crossed.</summary>
    public static readonly TimeSpan Afterwards = TimeSpan.FromHours(1);

    /// <summary>Of somebody who crosses daily the newest tell enough.</summary>
    private const int MostTrips = 12;

    private const int MostPersons = 60;

    private readonly Dictionary<DetectorName, DetectorTerms> active = set.Indicators.Where(indicator => indicator is { Active: true, Detector: not null })
        .GroupBy(indicator => indicator.Detector!.Name)
        .ToDictionary(of => of.Key, of => of.Key == DetectorName.ConsecutiveDocuments ? of.MaxBy(i => i.Detector!.Span)!.Detector! : of.MaxBy(i => i.Detector!.Days ?? 0)!.Detector!);

    /// <param name="now">The crossing.</param>
    /// <param name="told">What was told at it.</param>
    /// <param name="issuedOn">When the document was issued.</param>
    /// <param name="isAfterwards">False at the counter; true where the record is asked <see cref="Afterwards"/>, with what was recorded meanwhile.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Scene> OfAsync(Passage now, JourneyTold? told, PartialDate issuedOn, bool isAfterwards, CancellationToken cancellation)
    {
        var (since, before) = (Since(now, active.Values.Max(terms => terms.Days) ?? 0), isAfterwards ? now.At + Afterwards : now.At);
        Passage[] own = [.. (await passages.OfAsync([now.Person], since, now.At, cancellation)).OrderBy(passage => passage.At)];
        var near = await NearAsync(now, before, cancellation);
        var led = await LedAsync(now, own, near, since, cancellation);
        var nearBefore = own.Length == 1 && active.ContainsKey(DetectorName.ThroughTogether) ? await passages.AroundAsync(own[0], Company.Around, now.At, cancellation) : [];
        var contacts = await ContactsAsync(now, told, before, cancellation);
        var involved = led.SelectMany(trips => trips).SelectMany(trip => trip.With).Concat(contacts.Values.SelectMany(contact => contact.First)).Select(passage => passage.Person)
            .Where(person => person != now.Person).Distinct().Take(MostPersons).ToArray();
        var others = involved.Length == 0 ? [] : await passages.OfAsync(involved, since, before, cancellation);
        return new Scene
        {
            Now = now,
            IsAfterwards = isAfterwards,
            Own = own,
            Led = led,
            Near = near,
            NearBefore = nearBefore,
            Others = others.ToLookup(passage => passage.Person),
            Contacts = contacts,
            NearNumbers = active.TryGetValue(DetectorName.ConsecutiveDocuments, out var terms) && ConsecutiveDocuments.About(now.Number, terms.Span!.Value) is { Count: > 0 } numbers
                ? await passages.ByNumbersAsync(numbers, Since(now, terms.Days!.Value), before, cancellation) : [],
            IssuedOn = issuedOn,
            Told = told,
        };
    }

    private bool LooksAtCompany => active.ContainsKey(DetectorName.SameAdultDifferentMinors) || active.ContainsKey(DetectorName.AdultBackWithoutMinor)
        || active.ContainsKey(DetectorName.MinorWithUnconnectedAdult) || active.ContainsKey(DetectorName.SameLeaderFirstTravellers);

    private async Task<IReadOnlyList<Passage>> NearAsync(Passage now, DateTimeOffset before, CancellationToken cancellation) =>
        LooksAtCompany || active.ContainsKey(DetectorName.ThroughTogether) ? await passages.AroundAsync(now, Company.Around, before, cancellation) : [];

    /// <summary>The trips of the traveller, where that is an adult, and of the adults with whom they travel.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<Trip>>> LedAsync(Passage now, Passage[] own, IReadOnlyList<Passage> near, DateTimeOffset since, CancellationToken cancellation)
    {
        if (!LooksAtCompany)
            return [];
        var led = new List<IReadOnlyList<Trip>>();
        if (!now.IsMinor && (own.Length > 0 || Company.Of(now, near).Count > 0))
            led.Add(await TripsAsync(now, own, near, cancellation));
        var leaders = now.IsMinor ? Company.AdultsOf(now, near) : [.. near.Where(other => !other.IsMinor && now.TravelsWith == other.Number)];
        foreach (var leader in leaders.DistinctBy(leader => leader.Person).Take(2))
        {
            var earlier = (await passages.OfAsync([leader.Person], since, leader.At, cancellation)).OrderBy(passage => passage.At).ToArray();
            led.Add(await TripsAsync(leader, earlier, [now, .. near.Where(other => other.Id != leader.Id)], cancellation));
        }
        return led;
    }

    private async Task<IReadOnlyList<Trip>> TripsAsync(Passage leader, Passage[] earlier, IReadOnlyCollection<Passage> nearNow, CancellationToken cancellation)
    {
        var trips = new List<Trip>();
        foreach (var passage in earlier.TakeLast(MostTrips))
            trips.Add(new Trip(passage, Company.Of(passage, await passages.AroundAsync(passage, Company.Around, leader.At, cancellation))));
        trips.Add(new Trip(leader, Company.Of(leader, nearNow)));
        return trips;
    }

    private async Task<Dictionary<ContactKind, Contact>> ContactsAsync(Passage now, JourneyTold? told, DateTimeOffset before, CancellationToken cancellation)
    {
        var contacts = new Dictionary<ContactKind, Contact>();
        if (told is null || !now.IsFirst)
            return contacts;
        foreach (var (kind, detector, shown) in new[]
        {
            (ContactKind.Sponsor, DetectorName.SharedSponsor, told.Sponsor), (ContactKind.Phone, DetectorName.SharedPhone, told.Phone), (ContactKind.Address, DetectorName.SharedAddress, told.Address),
        })
        {
            if (active.TryGetValue(detector, out var terms) && told.Key(kind) is { } key)
                contacts[kind] = new Contact(shown!, await passages.FirstByContactAsync(kind, key, Since(now, terms.Days!.Value), before, cancellation));
        }
        return contacts;
    }

    private static DateTimeOffset Since(Passage now, int days) => now.At.AddDays(-days - 1);
}
