using System.Globalization;
using Rahdari.Bench.Screening.Names;
using Rahdari.Bench.Screening.Quality;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Speed;

/// <summary>
/// An invented list of national size. Each person follows from their number alone, so that the list is streamed and any
/// person can be had again without keeping it.
/// </summary>
/// <remarks>
/// Three names each on average: the primary name of two to four parts, and up to four aliases, which are other spellings, other
/// orders, parts left out or joined. 80 % complete dates of birth, 12 % a year alone, 8 % none; 85 % a nationality; 60 % a passport number, 30 % a
/// CNIC.
/// </remarks>
internal sealed class NationalList(Vocabulary vocabulary, RegionNames region)
{
    /// <summary>The persons of numbers 0 to below a count, made one by one.</summary>
    public IEnumerable<ListedPerson> Persons(int count)
    {
        for (var number = 0; number < count; number++)
            yield return Person(number);
    }

    /// <summary>The person of a number.</summary>
    public ListedPerson Person(int number)
    {
        var dice = Dice.For("national", number);
        var parts = Parts(dice);
        var names = new ListedName[1 + dice.Next(5)];
        names[0] = new ListedName(Text(parts), ListedNameKind.Primary);
        for (var i = 1; i < names.Length; i++)
            names[i] = new ListedName(Alias(parts, dice), dice.Share() switch { < 0.7 => ListedNameKind.GoodAlias, < 0.9 => ListedNameKind.LowAlias, _ => ListedNameKind.FormerName });
        var nationality = region.Nationality(dice);
        return new ListedPerson(
            Key(number),
            names,
            Births(dice),
            dice.Chance(0.85) ? [nationality] : [],
            dice.Chance(0.2) ? 'F' : 'M',
            Documents(nationality, dice));
    }

    /// <summary>A traveller who is on no list, with a name as those of the list.</summary>
    public PersonQuery Traveller(int number)
    {
        var dice = Dice.For("traveller of the national list", number);
        var nationality = region.Nationality(dice);
        return new PersonQuery(Text(Parts(dice)))
        {
            DateOfBirth = Travellers.Birth(dice),
            Nationality = nationality,
            Sex = dice.Chance(0.35) ? 'F' : 'M',
            DocumentNumber = Passport(dice),
            IssuingState = nationality,
        };
    }

    /// <summary>The key of a number's person.</summary>
    public static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"national/{number}");

    /// <summary>A passport's number.</summary>
    public static string Passport(Dice dice) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + dice.Next(26))}{(char)('A' + dice.Next(26))}{dice.Next(10_000_000):D7}");

    private int[] Parts(Dice dice)
    {
        var parts = new int[dice.Share() switch { < 0.35 => 2, < 0.8 => 3, _ => 4 }];
        for (var i = 0; i < parts.Length; i++)
        {
            do
                parts[i] = vocabulary.Draw(dice);
            while (Array.IndexOf(parts, parts[i], 0, i) >= 0);
        }
        return parts;
    }

    private string Alias(int[] parts, Dice dice)
    {
        int[] changed = [.. parts.Select(p => dice.Chance(0.4) ? vocabulary.Variant(p, dice) : p)];
        if (changed.Length > 2 && dice.Chance(0.15))
            changed = [.. changed.Where((_, i) => i != 1)];
        if (dice.Chance(0.3))
            changed = [changed[^1], .. changed[..^1]];
        if (dice.Chance(0.1))
            return $"{vocabulary[changed[0]]}{Text(changed[1..])}";
        return Text(changed);
    }

    private string Text(int[] parts) => string.Join(' ', parts.Select(p => vocabulary[p]));

    private static DateSpan[] Births(Dice dice)
    {
        var born = Travellers.Birth(dice);
        return dice.Share() switch
        {
            < 0.80 => [new DateSpan(born)],
            < 0.92 => [new DateSpan(PartialDate.Of(born.Year))],
            _ => [],
        };
    }

    private static ListedDocument[] Documents(string nationality, Dice dice)
    {
        var (passport, card) = (dice.Chance(0.6), dice.Chance(0.3));
        var documents = new List<ListedDocument>(2);
        if (passport)
            documents.Add(new ListedDocument("Passport", Passport(dice), nationality));
        if (card)
            documents.Add(new ListedDocument("CNIC", string.Create(CultureInfo.InvariantCulture, $"{10000 + dice.Next(90000)}{dice.Next(100_000_000):D8}"), "PAK"));
        return [.. documents];
    }
}
