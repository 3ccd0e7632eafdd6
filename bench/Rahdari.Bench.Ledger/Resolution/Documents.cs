using System.Globalization;
using Rahdari.Bench.Screening;
using Rahdari.Bench.Screening.Names;
using Rahdari.Bench.Screening.Noise;
using Rahdari.Border.Travellers.Links;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Bench.Ledger.Resolution;

/// <summary>What documents people present, and how they are read.</summary>
internal sealed class Documents(RegionNames names, SpellingTable spellings, ulong seed)
{
    /// <summary>What the report says of it.</summary>
    public const string Model =
        "a passport each, one in four renewed, one in twenty twice; of Pakistanis one in eight also presents an identity card, one in thirty another State's passport; of women one renewal in four is in a married name, of all one in a hundred in a changed one; "
        + "read with: a name spelt otherwise than before 6 % (other States than Pakistan 8 %), one letter wrong 0.7 %, a part left out 2 %, surname and given names exchanged 1 %, cut at the 39 letters of a passport's zone or the 30 of a card's; "
        + "a digit of the date of birth wrong 0.5 %, day and month exchanged 0.2 %, 1 January for the day 1 %; of identity numbers a digit wrong 0.4 %, two exchanged 0.1 %, a relative's 0.05 %, the father's on the passports of one pair of twins in fifty, one son in ten who has his name and one child in a thousand else, none 2 %; sex wrong 0.1 %; place of birth from the chip 20 %, a document before named 2 %";

    private static readonly string[] OtherStates = ["GBR", "USA", "CAN", "AUS", "DEU", "NOR"];

    private const int PassportField = 39, CardField = 30;

    private int number;

    /// <summary>All documents of some people, in the order in which they come to the border.</summary>
    public IReadOnlyList<Presented> Of(IReadOnlyList<Truth> people)
    {
        var all = new List<(ulong At, Presented Document)>();
        foreach (var person in people)
        {
            var dice = Dice.For($"documents {seed}", person.Number);
            foreach (var document in Of(person, people, dice))
                all.Add((Dice.Hash($"{seed} {person.Number} {document.Read.DocumentNumber}"), document));
        }
        return [.. all.OrderBy(one => one.At).Select(one => one.Document)];
    }

    private List<Presented> Of(Truth person, IReadOnlyList<Truth> people, Dice dice)
    {
        var documents = new List<Presented> { Read(person, DocumentKind.Passport, person.Nationality, person.Surname, person.Given, people, null, dice) };
        var (surname, given) = (person.Surname, person.Given);
        for (var renewals = dice.Share() switch { < 0.05 => 2, < 0.30 => 1, _ => 0 }; renewals > 0; renewals--)
        {
            var kind = DocumentKind.Renewed;
            if (person.Sex == 'F' && surname == person.Surname && dice.Chance(0.25))
                (surname, kind) = (names.Last(person.Nationality, 'M', dice), DocumentKind.Married);
            else if (dice.Chance(0.01))
                (surname, given, kind) = dice.Chance(0.5) ? (names.Last(person.Nationality, person.Sex, dice), given, DocumentKind.Renamed) : (surname, names.Given(person.Nationality, person.Sex, dice), DocumentKind.Renamed);
            documents.Add(Read(person, kind, person.Nationality, surname, given, people, documents[^1].Read.DocumentNumber, dice));
        }
        if (person.Nationality == "PAK" && dice.Chance(0.125))
            documents.Add(Read(person, DocumentKind.Card, "PAK", surname, given, people, null, dice));
        if (dice.Chance(person.Nationality == "PAK" ? 0.033 : 0.01))
            documents.Add(Read(person, DocumentKind.OtherState, dice.Pick(OtherStates), surname, given, people, null, dice));
        return documents;
    }

    private Presented Read(Truth person, DocumentKind kind, string state, string surname, string given, IReadOnlyList<Truth> people, string? before, Dice dice)
    {
        var isCard = kind == DocumentKind.Card;
        (surname, given) = Spelt(surname, given, kind == DocumentKind.Passport ? 0 : state == "PAK" ? 0.06 : 0.08, dice);
        var zone = Zone(surname, given, isCard ? CardField : PassportField);
        var cnic = state == "PAK" && person.Cnic is { } own && (isCard || !dice.Chance(0.02)) ? Number(person, isCard ? own : Fathers(person, people) ?? own, people, dice) : null;
        var sex = dice.Chance(0.001) ? (person.Sex == 'M' ? 'F' : 'M') : person.Sex;
        return new Presented(person, kind, new KnownIdentity
        {
            IssuingState = state,
            DocumentCode = isCard ? "I" : "P",
            DocumentNumber = $"SPC{(++number).ToString("D7", CultureInfo.InvariantCulture)}",
            Nationality = state,
            PrimaryIdentifier = zone.Surname,
            SecondaryIdentifier = zone.Given,
            NameMayBeTruncated = zone.IsFull,
            DateOfBirth = Born(person.Born, dice),
            Sex = sex == 'M' ? Sex.Male : Sex.Female,
            PersonalNumber = PersonalNumber.Of("PAK", cnic),
            PlaceOfBirth = dice.Chance(0.2) ? person.Place : null,
            OtherDocuments = before is not null && dice.Chance(0.02) ? [before] : [],
        });
    }

    private (string Surname, string Given) Spelt(string surname, string given, double otherwise, Dice dice)
    {
        if (dice.Chance(otherwise))
        {
            string[] parts = [.. given.Split(' '), .. surname.Split(' ')];
            var at = dice.Next(parts.Length);
            if (spellings.Others(parts[at]) is { Count: > 0 } others)
                parts[at] = new Weighted<string>(others.Select(other => (other.Latin, other.Count))).Draw(dice);
            var givenParts = given.Split(' ').Length;
            (given, surname) = (string.Join(' ', parts[..givenParts]), string.Join(' ', parts[givenParts..]));
        }
        if (dice.Chance(0.007))
            given = (dice.Chance(0.5) ? Slips.Optical(given, dice) : Slips.Edit(given, dice)) ?? given;
        if (dice.Chance(0.02) && given.Split(' ') is { Length: > 1 } several)
            given = string.Join(' ', several[1..]);
        return dice.Chance(0.01) ? (given, surname) : (surname, given);
    }

    /// <summary>Doc 9303-3 §4.6, as a field of so many letters has it.</summary>
    private static (string Surname, string Given, bool IsFull) Zone(string surname, string given, int width)
    {
        var whole = $"{surname.Replace(' ', '<')}<<{given.Replace(' ', '<')}";
        if (whole.Length < width)
            return (surname, given, false);
        var cut = whole[..width].TrimEnd('<').Split("<<");
        return (cut[0].Replace('<', ' '), cut.Length > 1 ? cut[1].Replace('<', ' ') : "", true);
    }

    private static PartialDate Born(DateOnly born, Dice dice)
    {
        var share = dice.Share();
        if (share < 0.005)
        {
            var digits = born.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
            for (var tries = 0; tries < 50; tries++)
            {
                var at = 2 + dice.Next(6);
                var changed = $"{digits[..at]}{(char)('0' + dice.Next(10))}{digits[(at + 1)..]}";
                if (changed != digits && DateOnly.TryParseExact(changed, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var other))
                    return PartialDate.From(other);
            }
        }
        if (share is >= 0.005 and < 0.007 && PartialDate.TryCreate(born.Year, born.Day, born.Month, out var swapped))
            return swapped;
        return share is >= 0.007 and < 0.017 ? PartialDate.Of(born.Year, 1, 1) : PartialDate.From(born);
    }

    /// <summary>The father's number, where a child carries it; both twins do.</summary>
    private string? Fathers(Truth person, IReadOnlyList<Truth> people)
    {
        var first = person.Number;
        while (first > 0 && people[first - 1].Family == person.Family)
            first--;
        var father = people[first];
        if (father.Number == person.Number || father.Cnic is null)
            return null;
        var isTwin = IsTwin(person.Number - 1) || IsTwin(person.Number + 1);
        var chance = isTwin ? 0.02 : person.Given == father.Given ? 0.1 : 0.001;
        return Dice.For($"father's number {seed}", isTwin ? person.Family : person.Number).Chance(chance) ? father.Cnic : null;

        bool IsTwin(int number) => number > first && number < people.Count && people[number] is { } other && other.Family == person.Family && other.Born == person.Born;
    }

    private static string Number(Truth person, string own, IReadOnlyList<Truth> people, Dice dice)
    {
        var share = dice.Share();
        var at = dice.Next(12);
        if (share < 0.004)
            return $"{own[..at]}{(char)('0' + dice.Next(10))}{own[(at + 1)..]}";
        if (share < 0.005)
            return $"{own[..at]}{own[at + 1]}{own[at]}{own[(at + 2)..]}";
        return share < 0.0055 && person.Number > 0 && people[person.Number - 1] is { Cnic: { } relative } other && other.Family == person.Family ? relative : own;
    }
}
