using Rahdari.Border.Watchlists.Reading;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Border.Watchlists.Un;

/// <summary>
/// From an INDIVIDUAL or ENTITY element to an entry: every part that has a field goes there, in any order and number;
/// all else becomes a line of the remarks.
/// </summary>
internal static class UnEntry
{
    /// <summary>An address or place, from the narrow to the wide.</summary>
    private static readonly string[] Place = ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY"];

    private static readonly string[] NameParts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];

    /// <summary>The list's words for an alias. Where it says nothing the alias counts in full: too much attention is the smaller fault.</summary>
    private static readonly Dictionary<string, ListedNameKind> Qualities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Good"] = ListedNameKind.GoodAlias,
        ["Low"] = ListedNameKind.LowAlias,
        ["a.k.a."] = ListedNameKind.GoodAlias,
        ["f.k.a."] = ListedNameKind.FormerName,
    };

    private static readonly Dictionary<string, char> Sexes = new(StringComparer.OrdinalIgnoreCase) { ["Male"] = 'M', ["Female"] = 'F' };

    /// <summary>What is done with each element of an entry.</summary>
    private static readonly Dictionary<string, Action<ListElement, EntryDraft>> Parts = new(StringComparer.Ordinal)
    {
        ["UN_LIST_TYPE"] = (element, entry) => entry.Programme = element.Take(),
        ["LISTED_ON"] = ListedOn,
        ["GENDER"] = Gender,
        ["COMMENTS1"] = (element, entry) => Each(element, entry.Remark),
        ["NAME_ORIGINAL_SCRIPT"] = (element, entry) => Each(element, name => entry.Name(name, ListedNameKind.OriginalScript)),
        ["NATIONALITY"] = Nationality,
        ["TITLE"] = (element, entry) => Each(element, entry.Designation),
        ["DESIGNATION"] = (element, entry) => Each(element, entry.Designation),
        ["INDIVIDUAL_ALIAS"] = Alias,
        ["ENTITY_ALIAS"] = Alias,
        ["INDIVIDUAL_DATE_OF_BIRTH"] = BirthDate,
        ["INDIVIDUAL_PLACE_OF_BIRTH"] = (element, entry) => WithPlace(element, entry.BirthPlace),
        ["INDIVIDUAL_ADDRESS"] = (element, entry) => WithPlace(element, entry.Address),
        ["ENTITY_ADDRESS"] = (element, entry) => WithPlace(element, entry.Address),
        ["INDIVIDUAL_DOCUMENT"] = UnDocument.Read,
        ["ENTITY_DOCUMENT"] = UnDocument.Read,
    };

    /// <summary>The elements that are entries.</summary>
    public static IReadOnlyDictionary<string, WatchlistEntryKind> Kinds { get; } = new Dictionary<string, WatchlistEntryKind>(StringComparer.Ordinal)
    {
        ["INDIVIDUAL"] = WatchlistEntryKind.Individual,
        ["ENTITY"] = WatchlistEntryKind.Entity,
    };

    /// <summary>The entry, or null where it lacks what none can be without: the error is told.</summary>
    public static WatchlistEntry? Read(ListElement element, WatchlistEntryKind kind, string file, ListErrors errors)
    {
        var reference = element.Take("REFERENCE_NUMBER");
        if (reference.Length == 0)
        {
            errors.Reject(ListRule.ReferenceMissing.Broken(file, element.Line, element.Column, "REFERENCE_NUMBER"));
            return null;
        }
        var name = string.Join(' ', NameParts.Select(element.Take).Where(p => p.Length > 0));
        if (!name.Any(char.IsLetterOrDigit))
        {
            errors.Reject(ListRule.NameMissing.Broken(file, element.Line, element.Column, "FIRST_NAME", ("reference", reference)));
            return null;
        }
        var entry = new EntryDraft(reference, kind);
        entry.Name(name, ListedNameKind.Primary);
        foreach (var (partName, read) in Parts)
        {
            foreach (var part in element.Children(partName))
                read(part, entry);
        }
        foreach (var rest in element.Rest())
            entry.Remark(rest);
        return entry.ToEntry();
    }

    private static void Each(ListElement part, Action<string> add)
    {
        foreach (var value in part.Values())
            add(value.Take());
    }

    private static void ListedOn(ListElement part, EntryDraft entry)
    {
        foreach (var value in part.Values().Where(v => ListDates.Day(v.Text) is not null))
            entry.ListedOn ??= ListDates.Day(value.Take());
    }

    private static void Gender(ListElement part, EntryDraft entry)
    {
        foreach (var value in part.Values().Where(v => Sexes.ContainsKey(v.Text)))
            entry.Sex ??= Sexes[value.Take()];
    }

    private static void Nationality(ListElement part, EntryDraft entry)
    {
        // "na" stands for "not available" and stays in the remarks.
        foreach (var value in part.Values().Where(v => !v.Text.Equals("na", StringComparison.OrdinalIgnoreCase)))
            entry.Nationality(value.Take());
    }

    private static void WithPlace(ListElement part, Action<string> add)
    {
        var place = string.Join(", ", Place.Select(part.Take).Where(p => p.Length > 0));
        var note = part.Take("NOTE");
        if (place.Length + note.Length > 0)
            add(place.Length == 0 ? note : note.Length == 0 ? place : $"{place} ({note.Trim('(', ')')})");
    }

    private static void Alias(ListElement part, EntryDraft entry)
    {
        var name = part.Take("ALIAS_NAME");
        if (name.Length > 0)
        {
            var isKnown = Qualities.TryGetValue(part.Peek("QUALITY"), out var quality);
            if (isKnown)
                part.Take("QUALITY");
            foreach (var spelling in UnSpellings.Of(name, part.Peek("NOTE")))
                entry.Name(spelling, isKnown ? quality : ListedNameKind.GoodAlias);
        }
        // An alias may come with a birth of its own, from the papers that it stands in.
        if (ListDates.Single(part.Peek("DATE_OF_BIRTH")) is { } born)
            entry.BirthDate(new DateSpan(born));
        var place = string.Join(", ", new[] { part.Peek("CITY_OF_BIRTH"), part.Peek("COUNTRY_OF_BIRTH") }.Where(p => p.Length > 0));
        if (place.Length > 0)
            entry.BirthPlace(place);
        Describe(part, entry, name);
    }

    private static void BirthDate(ListElement part, EntryDraft entry)
    {
        var date = UnBirthDate.Read(part);
        if (date is { } read)
            entry.BirthDate(read);
        Describe(part, entry, date.ToString() ?? "");
    }

    /// <summary>What is left of a part goes to the remarks with what it belongs to, and is so taken.</summary>
    private static void Describe(ListElement part, EntryDraft entry, string subject)
    {
        if (part.TakeRest() is { Count: > 0 } rest)
            entry.Remark($"{part.Name} {subject}".Trim() + ": " + string.Join("; ", rest));
    }
}
