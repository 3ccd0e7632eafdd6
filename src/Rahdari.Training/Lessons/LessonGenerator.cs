using Rahdari.Border.Crossings;
using Rahdari.Border.Indicators;
using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Specimens;
using Rahdari.Matching;
using Rahdari.Training.Scenarios;

namespace Rahdari.Training.Lessons;

/// <summary>
/// Makes the travellers of a lesson by a seed. Every trainee meets the same scenarios in an order and with people of their own: nobody can look at a neighbour's, and
/// two of a class can be compared. Nobody has a nationality but Utopia's, a religion, or a face. Pure.
/// </summary>
internal sealed class LessonGenerator
{
    private readonly Random dice;
    private readonly DateOnly today;
    private readonly string of;
    private readonly HashSet<string> names;
    private readonly HashSet<string> numbers;
    private int references;

    private LessonGenerator(int seed, DateOnly today, string of, HashSet<string> names, HashSet<string> numbers) =>
        (dice, this.today, this.of, this.names, this.numbers) = (new Random(seed), today, of, names, numbers);

    /// <summary>The travellers of every trainee, each trainee's in the order of their queue.</summary>
    /// <param name="order">What the lesson is made of.</param>
    /// <param name="number">The lesson's number at its site: no two lessons of a site have a person or a document in common.</param>
    /// <param name="book">The scenarios.</param>
    /// <param name="today">The day at the port.</param>
    public static IReadOnlyList<LessonTraveller> Of(LessonOrder order, int number, ScenarioBook book, DateOnly today)
    {
        var (names, numbers) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var scenarios = Drawn(new Random(order.Seed), order.Travellers, book);
        var travellers = new List<LessonTraveller>();
        foreach (var (place, trainee) in order.Trainees.Index())
        {
            var generator = new LessonGenerator(unchecked((order.Seed * 397) + (number * 7919) + place + 1), today, $"{number}-{place + 1}", names, numbers);
            var queue = scenarios.ToArray();
            generator.dice.Shuffle(queue);
            travellers.AddRange(queue.Select((scenario, at) => generator.Traveller(scenario, trainee, at + 1)));
        }
        return travellers;
    }

    /// <summary>How many of each category: by the proportions, every category at least once, and what is left over to the clean.</summary>
    internal static IReadOnlyList<(ScenarioCategory Category, int Count)> Counts(int travellers, ScenarioBook book)
    {
        var others = book.Proportions.Where(proportion => proportion.Category != ScenarioCategory.Clean)
            .Select(proportion => (proportion.Category, Count: Math.Max(1, (int)Math.Round(travellers * proportion.Percent / 100.0, MidpointRounding.ToZero)))).ToArray();
        return [(ScenarioCategory.Clean, travellers - others.Sum(one => one.Count)), .. others];
    }

    private static List<Scenario> Drawn(Random dice, int travellers, ScenarioBook book)
    {
        var drawn = new List<Scenario>();
        foreach (var (category, count) in Counts(travellers, book))
        {
            // Every scenario as often as its weight says before one comes again.
            var deck = book.Of(category).SelectMany(scenario => Enumerable.Repeat(scenario, scenario.Weight)).ToArray();
            for (var i = 0; i < count; i++)
            {
                if (i % deck.Length == 0)
                    dice.Shuffle(deck);
                drawn.Add(deck[i % deck.Length]);
            }
        }
        return drawn;
    }

    private LessonTraveller Traveller(Scenario scenario, string trainee, int position)
    {
        var person = Person(scenario);
        var printed = SpecimenState.Printed(person, scenario.Chip ?? SpecimenLie.None);
        var mrz = Tampered(MrzComposer.Compose(printed), scenario.Tampering);
        var sponsor = scenario.SponsorToNote ? $"{Word(2)} {Word(2)} TRADING".ToUpperInvariant() : null;
        var shown = new ShownTraveller(position, scenario.Direction, mrz, Filled(scenario.Shows, person, sponsor), Filled(scenario.Says, person, sponsor));
        var chip = scenario.Chip is { } lie ? new LessonChip(printed.DocumentNumber, MrzComposer.Compose(person), lie) : null;
        return new LessonTraveller(trainee, shown, scenario, sponsor, chip, Listed(scenario, person), History(scenario, person, sponsor));
    }

    private static BothLanguages Filled(BothLanguages text, MrzFields person, string? sponsor) =>
        // Latin letters keep their own direction inside of Urdu.
        text.With("{name}", $"\u2068{person.SecondaryIdentifier} {person.PrimaryIdentifier}\u2069").With("{sponsor}", $"\u2068{sponsor}\u2069");

    private MrzFields Person(Scenario scenario) => new()
    {
        Format = scenario.Format,
        DocumentCode = scenario.Format == MrzFormat.TD1 ? "I" : "P",
        IssuingState = scenario.Tampering == Tampering.NoSuchState ? "XQX" : "UTO",
        PrimaryIdentifier = Surname(),
        SecondaryIdentifier = Word(2).ToUpperInvariant(),
        NameMayBeTruncated = false,
        DocumentNumber = Number(),
        Nationality = "UTO",
        DateOfBirth = Born(scenario.Minor ? dice.Next(6, 14) : dice.Next(21, 63)),
        Sex = dice.Next(2) == 0 ? Sex.Male : Sex.Female,
        DateOfExpiry = PartialDate.From(today.AddDays(scenario.Tampering == Tampering.Expired ? -dice.Next(20, 200) : dice.Next(300, 1500))),
        OptionalData = [],
    };

    /// <summary>A day of birth whose last digit can be changed into another that is a date, too.</summary>
    private PartialDate Born(int years) => PartialDate.From(new DateOnly(today.Year - years - 1, dice.Next(1, 13), dice.Next(11, 18)));

    // Of a TD3's second line: number 1 to 9, its digit 10; birth 14 to 19, its digit 20; the composite digit is the last (Doc 9303-4 §4.2.2).
    private static IReadOnlyList<string> Tampered(IReadOnlyList<string> mrz, Tampering tampering) => tampering switch
    {
        Tampering.NumberDigit => [mrz[0], Changed(mrz[1], 8)],
        Tampering.BirthDigit => [mrz[0], Changed(mrz[1], 18)],
        Tampering.CompositeDigit => [mrz[0], Changed(mrz[1], 43)],
        _ => mrz,
    };

    private static string Changed(string line, int at) => $"{line[..at]}{(line[at] == '9' ? '0' : (char)(line[at] + 1))}{line[(at + 1)..]}";

    private WatchlistEntry? Listed(Scenario scenario, MrzFields person)
    {
        if (scenario.Tampering is Tampering.ReportedStolen or Tampering.ReportedLost)
        {
            return new WatchlistEntry
            {
                Reference = Reference(),
                Kind = WatchlistEntryKind.Document,
                Programme = "TRAINING",
                Names = [new ListedName($"{person.IssuingState} {person.DocumentNumber}", ListedNameKind.Primary)],
                Documents = [new ListedDocument("Passport", person.DocumentNumber, person.IssuingState)],
                Report = scenario.Tampering == Tampering.ReportedStolen ? ReportKind.Stolen : ReportKind.Lost,
                ListedOn = today.AddDays(-dice.Next(10, 90)),
            };
        }
        if (scenario.Likeness == Likeness.None)
            return null;
        var isOther = scenario.Likeness is Likeness.OtherBirthday or Likeness.AlmostOtherBirthday or Likeness.SurnameAlone;
        var born = person.DateOfBirth.ToDateOnly()!.Value;
        var surname = scenario.Likeness is Likeness.SpeltOtherwise or Likeness.AlmostOtherBirthday ? SpeltOtherwise(person.PrimaryIdentifier) : person.PrimaryIdentifier;
        // A namesake's is years off and the same in the year: near enough to alert whatever the dice made of the name.
        var years = scenario.Likeness switch { Likeness.SurnameAlone => 17, Likeness.AlmostOtherBirthday => 1, _ => 3 };
        var other = born.AddYears(born.Year % 2 == 0 ? years : -years).AddDays(scenario.Likeness == Likeness.SurnameAlone ? 100 : 0);
        var given = scenario.Likeness == Likeness.SurnameAlone ? Word(3).ToUpperInvariant() : person.SecondaryIdentifier;
        return new WatchlistEntry
        {
            Reference = Reference(),
            Kind = WatchlistEntryKind.Individual,
            Programme = "TRAINING",
            Names = [new ListedName($"{given} {surname}", ListedNameKind.Primary)],
            BirthDates = [new DateSpan(PartialDate.From(isOther ? other : born))],
            Sex = person.Sex == Sex.Male ? 'M' : 'F',
        };
    }

    /// <summary>As letters go from one alphabet into another: the same sound written otherwise.</summary>
    private static string SpeltOtherwise(string name)
    {
        var written = name.Replace("OU", "U", StringComparison.Ordinal).Replace('I', 'E').Replace("K", "Q", StringComparison.Ordinal);
        return written == name ? name.Replace("U", "OO", StringComparison.Ordinal) : written;
    }

    private IReadOnlyList<EarlierPassage> History(Scenario scenario, MrzFields person, string? sponsor) => scenario.Before switch
    {
        Earlier.Entered => [new EarlierPassage(dice.Next(4, 20), Direction.Entry, MrzComposer.Compose(person), null)],
        Earlier.Overstayed => [new EarlierPassage(dice.Next(45, 80), Direction.Entry, MrzComposer.Compose(person), null)],
        Earlier.TwinEntered => [new EarlierPassage(1, Direction.Entry, MrzComposer.Compose(person with { SecondaryIdentifier = Word(2).ToUpperInvariant(), DocumentNumber = Number() }), null)],
        Earlier.NamesakeEntered => [new EarlierPassage(2, Direction.Entry, MrzComposer.Compose(person with { DateOfBirth = Older(person.DateOfBirth), DocumentNumber = Number() }), null)],
        Earlier.SponsorOfMany =>
        [
            .. Enumerable.Range(0, 4).Select(place => new EarlierPassage(24 - (5 * place), Direction.Entry, MrzComposer.Compose(Person(scenario)), new JourneyTold { Sponsor = sponsor })),
        ],
        _ => [],
    };

    private static PartialDate Older(PartialDate born) => PartialDate.From(born.ToDateOnly()!.Value.AddYears(-15).AddDays(70));

    private string Reference() => $"TRAINING-{of}-{++references}";

    /// <summary>Invented, and no other's of the class.</summary>
    private string Surname()
    {
        while (true)
        {
            var name = Word(dice.Next(3, 5)).ToUpperInvariant();
            if (names.Add(name))
                return name;
        }
    }

    private string Number()
    {
        while (true)
        {
            var number = $"SPC{dice.Next(100_000, 1_000_000)}";
            if (numbers.Add(number))
                return number;
        }
    }

    private string Word(int syllables)
    {
        const string consonants = "bdfgklmnprstz";
        const string vowels = "aiou";
        return string.Concat(Enumerable.Range(0, syllables).Select(place => $"{consonants[dice.Next(consonants.Length)]}{vowels[dice.Next(vowels.Length)]}{(place == syllables - 1 ? "n" : "")}"));
    }
}
