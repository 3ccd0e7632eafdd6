using System.Globalization;
using Rahdari.Bench.Screening;
using Rahdari.Bench.Screening.Names;

namespace Rahdari.Bench.Ledger.Resolution;

/// <summary>Invented people who cross a border of Pakistan: families of a father and his children, twins, namesakes.</summary>
internal sealed class Population(RegionNames names, ulong seed)
{
    /// <summary>What the report says of it.</summary>
    public const string Model =
        "nationalities as they come to a border of Pakistan (half of them Pakistan's); families of a father and one to four children, whose last name is his, or his given name; of children one in 60 is a twin, of twins one in four has a "
        + "nearly alike name; of sons one in 200 has his father's whole name; born on 1 January: one Pakistani in eight, one Afghan in three, one other in fourteen. Days of birth lie so close that on each as many people are born as among eight million travellers: whoever is namesake "
        + "and born on one day is so by chance, as often as there";

    /// <summary>Travellers of a country, of whom a sample must meet as many who are born on one day.</summary>
    private const double Travellers = 8_000_000;

    private static readonly string[] Localities = ["35201", "35202", "42101", "42201", "17301", "61101", "37405", "54400", "36302", "33100", "31202", "41306", "45504", "13101", "38403", "34101", "16101", "21202", "71501", "82203"];

    private static readonly string[] Places = ["LAHORE", "KARACHI", "PESHAWAR", "QUETTA", "RAWALPINDI", "MULTAN", "FAISALABAD", "HYDERABAD", "SUKKUR", "ABBOTTABAD", "SARGODHA", "GUJRANWALA", "MARDAN", "GILGIT", "MUZAFFARABAD", "SIALKOT", "BAHAWALPUR", "ISLAMABAD"];

    private static readonly string[] PlacesAbroad = ["KABUL", "KANDAHAR", "HERAT", "NANGARHAR", "KUNDUZ", "GHAZNI", "TEHRAN", "MASHHAD", "DUBAI", "DELHI", "DHAKA", "CAIRO", "ISTANBUL", "BAGHDAD", "RIYADH", "PAKTIA", "BALKH", "HELMAND"];

    /// <summary>What parents call twins.</summary>
    private static readonly (char Sex, string One, string Other)[] Alike =
    [
        ('M', "HASSAN", "HUSSAIN"), ('M', "IMRAN", "IRFAN"), ('M', "ADNAN", "AFNAN"), ('M', "ZAIN", "ZAID"), ('M', "FAHAD", "FAHEEM"), ('M', "SALEEM", "NALEEM"), ('M', "TAHIR", "ZAHIR"), ('M', "ARSHAD", "ASAD"), ('M', "KASHIF", "KASHAN"),
        ('F', "SANA", "SABA"), ('F', "NADIA", "SADIA"), ('F', "AMNA", "AIMA"), ('F', "SADAF", "SADIQA"), ('F', "HINA", "HIRA"), ('F', "ALIA", "ALINA"), ('F', "SALMA", "SALIMA"), ('F', "RABIA", "RUBINA"),
    ];

    // Every so many days somebody is born, and every so many years on 1 January.
    private int apart = 1;

    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);

    /// <summary>Invents so many.</summary>
    public IReadOnlyList<Truth> Invent(int count)
    {
        apart = Math.Max(1, (int)Math.Round(Travellers / count));
        var people = new List<Truth>(count + 8);
        for (var family = 0; people.Count < count; family++)
            AddFamily(people, family);
        return people[..count];
    }

    private void AddFamily(List<Truth> people, int family)
    {
        var dice = Dice.For($"family {seed}", family);
        var nationality = names.Nationality(dice);
        var father = Person(people.Count, nationality, 'M', names.Last(nationality, 'M', dice), Birth(nationality, 1945, 35, dice), Place(nationality, dice), family, dice);
        people.Add(father);
        var surname = dice.Chance(0.35) ? father.Given.Split(' ')[^1] : father.Surname;
        for (var children = dice.Next(5); children > 0; children--)
        {
            var sex = dice.Chance(0.4) ? 'F' : 'M';
            var child = Person(people.Count, nationality, sex, surname, Birth(nationality, father.Born.Year + 20, 18, dice), dice.Chance(0.7) ? father.Place : Place(nationality, dice), family, dice);
            if (sex == 'M' && Dice.For($"named as his father {seed}", child.Number).Chance(0.005))
                child = child with { Given = father.Given, Surname = father.Surname };
            people.Add(child);
            if (dice.Chance(1 / 60.0))
                AddTwin(people, child, dice);
        }
    }

    private void AddTwin(List<Truth> people, Truth child, Dice dice)
    {
        var sex = dice.Chance(0.7) ? child.Sex : child.Sex == 'M' ? 'F' : 'M';
        string given;
        do
            given = names.Given(child.Nationality, sex, dice);
        while (child.Given.Contains(given, StringComparison.Ordinal) || given.Contains(child.Given, StringComparison.Ordinal));
        if (sex == child.Sex && dice.Chance(0.25))
        {
            var pair = dice.Pick([.. Alike.Where(two => two.Sex == sex)]);
            people[^1] = child with { Given = Replaced(child.Given, pair.One) };
            given = Replaced(child.Given, pair.Other);
        }
        people.Add(people[^1] with { Number = people.Count, Given = given, Sex = sex, Cnic = child.Cnic is null ? null : Neighbour(child.Cnic, sex, dice) });
    }

    private static string Replaced(string given, string name) => given.Split(' ') is [var first, _, ..] ? $"{first} {name}" : name;

    private Truth Person(int number, string nationality, char sex, string surname, DateOnly born, string place, int family, Dice dice)
    {
        var given = names.Given(nationality, sex, dice);
        if (dice.Chance(0.45))
            given = $"{given} {names.Given(nationality, sex, dice)}";
        return new Truth
        {
            Number = number,
            Nationality = nationality,
            Sex = sex,
            Given = given,
            Surname = surname,
            Born = born,
            Place = place,
            Cnic = nationality == "PAK" ? Number(sex, dice) : null,
            Family = family,
        };
    }

    private DateOnly Birth(string nationality, int from, int years, Dice dice)
    {
        var day = new DateOnly(from, 1, 1).AddDays(dice.Next(years * 365));
        if (dice.Chance(nationality switch { "PAK" => 0.125, "AFG" => 0.33, _ => 0.07 }))
            return new DateOnly(Math.Max(from, day.Year - (day.Year % Math.Min(apart, years))), 1, 1);
        day = DateOnly.FromDayNumber(day.DayNumber - (day.DayNumber % apart));
        return day is { Month: 1, Day: 1 } ? day.AddDays(1) : day;
    }

    private static string Place(string nationality, Dice dice) => dice.Pick(nationality == "PAK" ? Places : PlacesAbroad);

    private string Number(char sex, Dice dice)
    {
        while (true)
        {
            var number = $"{dice.Pick(Localities)}{dice.Next(10_000_000).ToString("D7", CultureInfo.InvariantCulture)}{(2 * dice.Next(5)) + (sex == 'M' ? 1 : 0)}";
            if (numbers.Add(number))
                return number;
        }
    }

    /// <summary>Registered one after the other.</summary>
    private string Neighbour(string number, char sex, Dice dice)
    {
        var serial = int.Parse(number.AsSpan(5, 7), CultureInfo.InvariantCulture);
        for (var next = 1; ; next++)
        {
            var neighbour = $"{number[..5]}{((serial + next) % 10_000_000).ToString("D7", CultureInfo.InvariantCulture)}{(2 * dice.Next(5)) + (sex == 'M' ? 1 : 0)}";
            if (numbers.Add(neighbour))
                return neighbour;
        }
    }
}
