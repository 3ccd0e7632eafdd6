using Rahdari.Border.Crossings;
using Rahdari.Dates;

namespace Rahdari.Border.Indicators.Detectors;

/// <summary>Gathers what the detectors of a set look at about one crossing, and no more: for a traveller without a past it is two look-ups.</summary>
internal sealed class SceneGathering(IPassages passages, IndicatorSet set)
{
    /// <summary>So long after a crossing everybody who came with the traveller has crossed.</summary>
    public static readonly TimeSpan Afterwards = TimeSpan.FromHours(1);

    /// <summary>Of somebody who crosses daily the newest tell enough.</summary>
    private const int MostTrips = 12;

    /// <summary>Of those who travelled with an adult the newest are looked up.</summary>
    private const int MostCompanions = 60;

    /// <summary>So many of a contact's people tell whether they come back.</summary>
    private const int MostOfContact = 15;

    private const int MostLeaders = 2;

    private readonly Dictionary<DetectorName, DetectorTerms> active = set.Indicators.Where(indicator => indicator is { Active: true, Detector: not null })
        .GroupBy(indicator => indicator.Detector!.Name)
        .ToDictionary(of => of.Key, of => of.Select(indicator => indicator.Detector!).Aggregate(Wider));

    /// <param name="now">The crossing.</param>
    /// <param name="told">What was told at it.</param>
    /// <param name="issuedOn">When the document was issued.</param>
    /// <param name="isAfterwards">False at the counter; true where the record is asked <see cref="Afterwards"/>, with what was recorded meanwhile.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Scene> OfAsync(Passage now, JourneyTold? told, PartialDate issuedOn, bool isAfterwards, CancellationToken cancellation)
    {
        var (since, before) = (Since(now, active.Values.Max(terms => terms.Days) ?? 0), isAfterwards ? now.At + Afterwards : now.At);
        Passage[] own = [.. (await passages.OfAsync(now.Person, since, now.At, cancellation)).OrderBy(passage => passage.At)];
        var near = await NearAsync(now, before, cancellation);
        var led = await LedAsync(now, own, near, since, isAfterwards, cancellation);
        var nearBefore = own.Length == 1 && active.ContainsKey(DetectorName.ThroughTogether) ? await AroundAsync(own[0], now.At, cancellation) : [];
        var contacts = await ContactsAsync(now, told, before, cancellation);
        var companions = led.SelectMany(trips => trips).OrderByDescending(trip => trip.Leader.At).SelectMany(trip => trip.With).Select(passage => passage.Person).Distinct().Take(MostCompanions);
        var known = companions.Concat(contacts.Values.SelectMany(contact => Spread(SharedContact.Earlier(now, contact))).Select(passage => passage.Person)).ToHashSet();
        return new Scene
        {
            Now = now,
            IsAfterwards = isAfterwards,
            Own = own,
            Led = led,
            Near = near,
            NearBefore = nearBefore,
            Began = await BeganAsync(now, own, cancellation),
            Known = known,
            Last = known.Count == 0 ? new Dictionary<(Guid, Direction), DateTimeOffset>() : await passages.LastAsync(known, since, before, cancellation),
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
        LooksAtCompany || active.ContainsKey(DetectorName.ThroughTogether) ? await AroundAsync(now, before, cancellation) : [];

    private async Task<IReadOnlyList<Passage>> AroundAsync(Passage passage, DateTimeOffset before, CancellationToken cancellation) =>
        [.. (await passages.AroundAsync([passage], Company.Around, before, cancellation))[passage.Id]];

    /// <summary>Asked only where there are crossings enough.</summary>
    private async Task<Direction?> BeganAsync(Passage now, Passage[] own, CancellationToken cancellation) =>
        active.TryGetValue(DetectorName.ShortStayCycles, out var terms) && own.Length + 1 >= 2 * terms.Count ? await passages.FirstDirectionAsync(now.Person, now.At, cancellation) : null;

    /// <summary>The trips of the traveller, where that is an adult, and of the adults with whom they travel.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<Trip>>> LedAsync(Passage now, Passage[] own, IReadOnlyList<Passage> near, DateTimeOffset since, bool isAfterwards, CancellationToken cancellation)
    {
        if (!LooksAtCompany)
            return [];
        var led = new List<IReadOnlyList<Trip>>();
        if (!now.IsMinor && (own.Length > 0 || Company.Of(now, near, isAfterwards).Count > 0))
            led.Add(await TripsAsync(now, own, near, isAfterwards, cancellation));
        var leaders = now.IsMinor ? Company.AdultsOf(now, near, isAfterwards) : [.. near.Where(other => !other.IsMinor && now.TravelsWith == other.Number)];
        foreach (var leader in leaders.DistinctBy(leader => leader.Person).Take(MostLeaders))
        {
            var earlier = (await passages.OfAsync(leader.Person, since, leader.At, cancellation)).OrderBy(passage => passage.At).ToArray();
            led.Add(await TripsAsync(leader, earlier, [now, .. near.Where(other => other.Id != leader.Id)], isAfterwards, cancellation));
        }
        return led;
    }

    private async Task<IReadOnlyList<Trip>> TripsAsync(Passage leader, Passage[] earlier, IReadOnlyCollection<Passage> nearNow, bool isAfterwards, CancellationToken cancellation)
    {
        Passage[] last = [.. earlier.TakeLast(MostTrips)];
        var near = await passages.AroundAsync(last, Company.Around, leader.At, cancellation);
        return [.. last.Select(passage => new Trip(passage, Company.Of(passage, [.. near[passage.Id]], isAfterwards: true))), new Trip(leader, Company.Of(leader, nearNow, isAfterwards))];
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
                contacts[kind] = new Contact(key, shown!, await passages.FirstByContactAsync(kind, key, Since(now, terms.Days!.Value), before, cancellation));
        }
        return contacts;
    }

    /// <summary>As many as are looked up, from the whole time.</summary>
    private static IEnumerable<Passage> Spread(Passage[] earlier)
    {
        var step = (earlier.Length + MostOfContact - 1) / MostOfContact;
        return earlier.Where((_, place) => place % step == 0);
    }

    /// <summary>Two indicators of one detector look at what either does.</summary>
    private static DetectorTerms Wider(DetectorTerms one, DetectorTerms other) => one with
    {
        Days = Math.Max(one.Days ?? 0, other.Days ?? 0),
        Span = Math.Max(one.Span ?? 0, other.Span ?? 0),
        Count = Math.Min(one.Count ?? 0, other.Count ?? 0),
    };

    private static DateTimeOffset Since(Passage now, int days) => now.At.AddDays(-days - 1);
}
