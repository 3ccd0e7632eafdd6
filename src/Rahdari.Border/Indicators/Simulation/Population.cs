using Rahdari.Border.Crossings;
using Rahdari.Border.Indicators.Detectors;

namespace Rahdari.Border.Indicators.Simulation;

/// <summary>
/// An invented population that crosses one border for half a year: ordinary travellers with everything that looks like a pattern and is none, and planted cases.
/// The same seed gives the same population. Nobody in it has a nationality, a religion or a sex.
/// </summary>
internal sealed class Population
{
    private const int Days = 180;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random dice;
    private readonly List<SimulatedPassage> passages = [];
    private int persons;
    private int documents;
    private int cases;

    private Population(int seed) => dice = new Random(seed);

    /// <summary>The crossings in the order of time.</summary>
    /// <param name="seed">Of the dice.</param>
    /// <param name="size">1 gives about 4,000 ordinary travellers and 5 cases of each pattern.</param>
    public static IReadOnlyList<SimulatedPassage> Of(int seed, int size)
    {
        var population = new Population(seed);
        for (var i = 0; i < size; i++)
        {
            population.Ordinary();
            for (var of = 0; of < 5; of++)
                population.Planted();
        }
        var seen = new HashSet<Guid>();
        return [.. population.passages.OrderBy(one => one.Passage.At).ThenBy(one => one.Passage.Id)
            .Select(one => one with { Passage = one.Passage with { IsFirst = seen.Add(one.Passage.Person) } })];
    }

    private void Ordinary()
    {
        Repeat(500, Family);
        Repeat(25, Aunt);
        Repeat(12, School);
        Repeat(20, Boarder);
        Repeat(300, Tourist);
        Repeat(150, Student);
        Repeat(25, Pilgrims);
        Repeat(10, TourGroup);
        Repeat(30, Trader);
        Repeat(15, Commuter);
        Repeat(25, Rotation);
        Repeat(8, Employer);
        Repeat(6, Hotel);
        Repeat(250, Worker);
        Repeat(10, Connecting);
    }

    private void Planted()
    {
        Collector(VulnerableGroup.Children);
        Racing();
        Recruiter("recruiter", VulnerableGroup.BondedLabourers, ContactKind.Sponsor, 7);
        Recruiter("placement", VulnerableGroup.DomesticWorkers, ContactKind.Sponsor, 8);
        Recruiter("phone", VulnerableGroup.Women, ContactKind.Phone, 6);
        Recruiter("house", VulnerableGroup.InternallyTrafficked, ContactKind.Address, 7);
        Escort();
        Circuit();
        Series();
        Transit();
    }

    // Ordinary travellers.

    /// <summary>Parents with children, out and back; one family in three shares no name.</summary>
    private void Family()
    {
        var (name, day) = (dice.Next(3) > 0 ? Name() : null, Day(150));
        Somebody[] family = [Adult(name), Adult(name), .. Many(dice.Next(1, 5), () => Minor(name))];
        if (dice.Next(3) == 0)
            SetSerial(family);
        Together(family, day, Direction.Exit, Flight());
        Together(family, day + dice.Next(5, 25), Direction.Entry, Flight());
    }

    /// <summary>An aunt who takes other nieces each holiday, and brings them back.</summary>
    private void Aunt()
    {
        var aunt = Adult();
        for (int trip = 0, day = Day(40); trip < 3; trip++, day += dice.Next(25, 40))
        {
            Somebody[] group = [aunt, .. Many(2, () => Minor())];
            Together(group, day, Direction.Exit, Flight());
            Together(group, day + dice.Next(4, 12), Direction.Entry, Flight());
        }
    }

    private void School()
    {
        Somebody[] group = [Adult(), Adult(), .. Many(12, () => Minor())];
        SetSerial(group);
        var day = Day(160);
        Together(group, day, Direction.Exit, Flight(), isSaid: true);
        Together(group, day + 7, Direction.Entry, Flight(), isSaid: true);
    }

    /// <summary>A parent who takes a child to school abroad, and fetches it months later.</summary>
    private void Boarder()
    {
        var (parent, children) = (Adult(), Many(dice.Next(1, 3), () => Minor()));
        var day = Day(60);
        Together([parent, .. children], day, Direction.Exit, Flight());
        Together([parent], day + 3, Direction.Entry, Flight());
        Together([parent], day + 100, Direction.Exit, Flight());
        Together([parent, .. children], day + 102, Direction.Entry, Flight());
    }

    private void Tourist()
    {
        var (one, day) = (Adult(), Day(150));
        Together([one], day, Direction.Entry, Flight(), Told($"HOTEL {dice.Next(60)}"));
        Together([one], day + dice.Next(3, 20), Direction.Exit, Flight());
    }

    private void Student() => Together([Adult()], Day(Days), Direction.Exit, Flight(), Told($"UNIVERSITY {dice.Next(120)}", oneWay: true));

    private void Pilgrims()
    {
        var group = Many(20, () => Adult());
        SetSerial(group);
        var (day, flight) = (Day(150), Flight());
        Together(group, day, Direction.Exit, flight, isSaid: dice.Next(4) > 0);
        Together(group, day + 21, Direction.Entry, Flight(), isSaid: true);
    }

    private void TourGroup()
    {
        var group = Many(10, () => Adult());
        var day = Day(150);
        Together(group, day, Direction.Entry, Flight(), isSaid: true);
        Together(group, day + dice.Next(4, 9), Direction.Exit, Flight(), isSaid: true);
    }

    /// <summary>Stays of a few days, weeks apart.</summary>
    private void Trader()
    {
        var one = Adult();
        for (var day = Day(20); day < Days - 10; day += dice.Next(9, 25))
        {
            Together([one], day, Direction.Exit, Flight());
            Together([one], day += dice.Next(2, 6), Direction.Entry, Flight());
        }
    }

    private void Commuter()
    {
        var one = Adult();
        for (var day = Day(30); day < Days - 1; day += dice.Next(1, 4))
        {
            Together([one], day, Direction.Exit, conveyance: null);
            Together([one], day, Direction.Entry, conveyance: null, hour: 17);
        }
    }

    /// <summary>Who works abroad for weeks and rests at home for weeks: a rig, a ship.</summary>
    private void Rotation()
    {
        var one = Adult();
        for (var day = Day(20); day < Days - 40; day += dice.Next(12, 28))
        {
            Together([one], day, Direction.Exit, Flight());
            Together([one], day += dice.Next(26, 35), Direction.Entry, Flight());
        }
    }

    /// <summary>An employer who recruits lawfully: many at one sponsor, of whom most are seen coming home on leave.</summary>
    private void Employer()
    {
        var name = $"EMPLOYER {dice.Next(1_000_000)}";
        Repeat(30, () =>
        {
            var (one, day) = (Adult(), Day(120));
            Together([one], day, Direction.Exit, Flight(), new JourneyTold { Sponsor = name, OneWay = dice.Next(2) == 0, PaidByOther = true });
            if (dice.Next(10) < 7)
                Together([one], day + dice.Next(15, 60), Direction.Entry, Flight());
        });
    }

    /// <summary>A large hotel: an address of very many, who leave again.</summary>
    private void Hotel()
    {
        var name = $"GRAND HOTEL {dice.Next(1_000_000)}";
        Repeat(60, () =>
        {
            var (one, day) = (Adult(), Day(170));
            Together([one], day, Direction.Entry, Flight(), Told(name));
            Together([one], day + dice.Next(2, 9), Direction.Exit, Flight());
        });
    }

    /// <summary>A worker with a small employer, on a one-way ticket that was paid for.</summary>
    private void Worker() => Together(
        [Adult()], Day(Days), Direction.Exit, Flight(), new JourneyTold { Sponsor = $"FIRM {dice.Next(150)} LTD", OneWay = true, PaidByOther = dice.Next(2) == 0 });

    /// <summary>Strangers of one flight whose onward flight is the same.</summary>
    private void Connecting()
    {
        var group = Many(dice.Next(2, 4), () => Adult());
        var (day, flight, onward) = (Day(170), Flight(), Flight());
        Apart(group, day, Direction.Entry, flight, TimeSpan.FromSeconds(150));
        Apart(group, day + 1, Direction.Exit, onward, TimeSpan.FromSeconds(150));
    }

    // Planted cases.

    /// <summary>An adult who takes two other children each time, and comes back alone.</summary>
    private void Collector(VulnerableGroup group)
    {
        var of = Case("collector", group);
        var adult = Adult();
        var trips = dice.Next(2, 5);
        for (int trip = 0, day = Day(60); trip < trips; trip++, day += dice.Next(18, 30))
        {
            Together([adult, .. Many(dice.Next(1, 3), () => Minor())], day, Direction.Exit, Flight(), of: of);
            Together([adult], day + dice.Next(3, 7), Direction.Entry, Flight(), of: of);
        }
    }

    /// <summary>Small boys taken to races by an adult who comes back without them, twice.</summary>
    private void Racing()
    {
        var of = Case("racing", VulnerableGroup.CamelJockeys);
        var adult = Adult();
        for (int trip = 0, day = Day(120); trip < 2; trip++, day += dice.Next(20, 35))
        {
            Together([adult, .. Many(dice.Next(1, 4), () => Minor())], day, Direction.Exit, Flight(), of: of);
            Together([adult], day + dice.Next(2, 6), Direction.Entry, Flight(), of: of);
        }
    }

    /// <summary>First-time travellers, a few days apart, behind whom stands one contact; few come back.</summary>
    private void Recruiter(string pattern, VulnerableGroup group, ContactKind kind, int count)
    {
        var of = Case(pattern, group);
        var direction = kind == ContactKind.Address ? Direction.Entry : Direction.Exit;
        var (name, travellers) = ($"{pattern} {dice.Next(1_000_000_000):000000000}", dice.Next(3, count + 4));
        for (int i = 0, day = Day(90); i < travellers; i++, day += dice.Next(1, 9))
        {
            var told = kind switch
            {
                ContactKind.Sponsor => new JourneyTold { Sponsor = name },
                ContactKind.Phone => new JourneyTold { Phone = name, Sponsor = $"AGENCY {dice.Next(1_000_000)}" },
                _ => new JourneyTold { Address = name },
            };
            // One in ten names nobody.
            var one = Adult();
            Together([one], day, direction, Flight(), dice.Next(10) == 0 ? null : told with { OneWay = true, PaidByOther = dice.Next(3) > 0 }, of: of);
            if (dice.Next(8) == 0)
                Together([one], day + 60, direction == Direction.Exit ? Direction.Entry : Direction.Exit, Flight(), of: of);
        }
    }

    /// <summary>One adult with whom one or two first-time travellers say they travel, again and again.</summary>
    private void Escort()
    {
        var of = Case("escort", VulnerableGroup.Women);
        var (leader, trips) = (Adult(), dice.Next(2, 5));
        for (int trip = 0, day = Day(80); trip < trips; trip++, day += dice.Next(10, 25))
        {
            Together([leader, .. Many(dice.Next(1, 3), () => Adult())], day, Direction.Exit, Flight(), isSaid: dice.Next(6) > 0, of: of);
            Together([leader], day + dice.Next(3, 8), Direction.Entry, Flight(), of: of);
        }
    }

    /// <summary>Stays of three to five weeks with a few days between them.</summary>
    private void Circuit()
    {
        var of = Case("circuit", VulnerableGroup.Women);
        var one = Adult();
        for (var day = Day(20); day < Days - 36; day += dice.Next(1, 10))
        {
            Together([one], day, Direction.Entry, Flight(), of: of);
            Together([one], day += dice.Next(16, 34), Direction.Exit, Flight(), of: of);
        }
    }

    /// <summary>Labourers whose passports somebody applied for together, who say that they travel alone.</summary>
    private void Series()
    {
        var of = Case("series", VulnerableGroup.BondedLabourers);
        var group = Many(dice.Next(3, 9), () => Adult());
        SetSerial(group);
        Apart(group, Day(Days), Direction.Exit, Flight(), TimeSpan.FromMinutes(dice.Next(1, 6)), of);
    }

    /// <summary>Nationals of elsewhere who come on one flight and are taken on two days later, as strangers.</summary>
    private void Transit()
    {
        var of = Case("transit", VulnerableGroup.TransitingNationals);
        var group = Many(dice.Next(3, 8), () => Adult());
        var day = Day(170);
        Apart(group, day, Direction.Entry, Flight(), TimeSpan.FromSeconds(100), of);
        Apart(group, day + dice.Next(1, 5), Direction.Exit, conveyance: $"Bus {dice.Next(100_000)}", TimeSpan.FromSeconds(100), of);
    }

    // How they cross.

    /// <summary>One after the other at a counter; a family's adults first.</summary>
    private void Together(
        IReadOnlyList<Somebody> group, int day, Direction direction, string? conveyance, JourneyTold? told = null, bool isSaid = false, int? hour = null, PlantedCase? of = null) =>
        Cross(group, day, direction, conveyance, TimeSpan.FromSeconds(dice.Next(30, 70)), told, isSaid, hour, of, isOneCounter: true);

    /// <summary>At any counter, as people cross who are not together.</summary>
    private void Apart(IReadOnlyList<Somebody> group, int day, Direction direction, string? conveyance, TimeSpan step, PlantedCase? of = null) =>
        Cross(group, day, direction, conveyance, step, null, isSaid: false, hour: null, of, isOneCounter: false);

    private void Cross(
        IReadOnlyList<Somebody> group, int day, Direction direction, string? conveyance, TimeSpan step, JourneyTold? told, bool isSaid, int? hour, PlantedCase? of, bool isOneCounter)
    {
        var at = Start.AddDays(day).AddHours(hour ?? dice.Next(5, 22)).AddSeconds(dice.Next(3600));
        var counter = $"{dice.Next(1, 13)}";
        foreach (var (place, one) in group.Index())
        {
            var said = told;
            if (isSaid && place > 0)
                said = (said ?? new JourneyTold()) with { TravelsWith = group[0].Number };
            passages.Add(new SimulatedPassage(
                new Passage
                {
                    Id = NewGuid(),
                    Person = one.Person,
                    At = at + (step * place),
                    Day = DateOnly.FromDateTime(at.Date),
                    Port = "PKKHI",
                    Counter = isOneCounter ? counter : $"{dice.Next(1, 13)}",
                    Direction = direction,
                    Conveyance = conveyance is null ? null : $"{conveyance} {day}",
                    IsMinor = one.IsMinor,
                    Series = "UTO",
                    Number = one.Number,
                    NameParts = one.Names,
                    TravelsWith = said?.TravelsWith,
                },
                said,
                of));
        }
    }

    private PlantedCase Case(string pattern, VulnerableGroup group) => new(cases++, pattern, group);

    private Somebody Adult(string? name = null) => Person(isMinor: false, name);

    private Somebody Minor(string? name = null) => Person(isMinor: true, name);

    private Somebody Person(bool isMinor, string? name)
    {
        persons++;
        documents += dice.Next(11, 400);
        return new Somebody(NewGuid(), isMinor, $"SPC{documents:0000000}", [name ?? Name(), $"GIVEN{persons}"]);
    }

    /// <summary>Passports of people who applied together: almost one after another.</summary>
    private void SetSerial(Somebody[] group)
    {
        documents += 1000;
        for (var i = 0; i < group.Length; i++)
            group[i] = group[i] with { Number = $"SPC{documents += dice.Next(1, 3):0000000}" };
        documents += 1000;
    }

    /// <summary>Surnames are shared by strangers too: a few by very many.</summary>
    private string Name() => dice.Next(10) == 0 ? $"COMMON{dice.Next(5)}" : $"SPECIMEN{dice.Next(40_000)}";

    private static JourneyTold Told(string address, bool oneWay = false) => new() { Address = address, OneWay = oneWay };

    private string Flight() => $"Flight XX{dice.Next(100, 180)}";

    private int Day(int until) => dice.Next(until);

    private static Somebody[] Many(int count, Func<Somebody> one) => [.. Enumerable.Range(0, count).Select(_ => one())];

    private static void Repeat(int times, Action what)
    {
        for (var i = 0; i < times; i++)
            what();
    }

    private Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        dice.NextBytes(bytes);
        return new Guid(bytes);
    }

    private sealed record Somebody(Guid Person, bool IsMinor, string Number, IReadOnlyList<string> Names);
}
