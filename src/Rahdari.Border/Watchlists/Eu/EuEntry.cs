using System.Globalization;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Border.Watchlists.Eu;

/// <summary>From a sanctionEntity element to an entry. The first name is the primary one; those that the list calls not strong are weak aliases.</summary>
internal static class EuEntry
{
    private static readonly Dictionary<string, WatchlistEntryKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["person"] = WatchlistEntryKind.Individual,
        ["P"] = WatchlistEntryKind.Individual,
        ["enterprise"] = WatchlistEntryKind.Entity,
        ["E"] = WatchlistEntryKind.Entity,
    };

    /// <summary>An address or place, from the narrow to the wide.</summary>
    private static readonly string[] Place = ["street", "poBox", "place", "city", "zipCode", "region", "countryDescription"];

    private static readonly string[] DateParts = ["calendarType", "birthdate", "dayOfMonth", "monthOfYear", "year", "yearRangeFrom", "yearRangeTo", "circa"];

    private static readonly string[] Flags = ["diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer"];

    private static readonly string[] Regulation = ["numberTitle", "entryIntoForceDate"];

    /// <summary>Numbers and languages of the publisher's own, and what a part was published with.</summary>
    private static readonly string[] Passed = ["logicalId", "regulationLanguage", "regulationSummary", "regulation", "countryIso2Code", "asAtListingTime"];

    /// <summary>The entry, or null where it lacks what none can be without: the error is told.</summary>
    public static WatchlistEntry? Read(ListElement element, string file, ListErrors errors)
    {
        // Of the rows of a list that has them not, the publisher's own number is left.
        var reference = element.Peek("euReferenceNumber") is { Length: > 0 } official ? official : element.Peek("logicalId");
        if (reference.Length == 0)
        {
            errors.Reject(ListRule.ReferenceMissing.Broken(file, element.Line, element.Column, "euReferenceNumber"));
            return null;
        }
        var type = element.Children("subjectType").FirstOrDefault();
        var word = type is null ? "" : type.Peek("code") is { Length: > 0 } code ? code : type.Peek("classificationCode");
        if (!Kinds.TryGetValue(word, out var kind))
        {
            errors.Reject(ListRule.KindUnknown.Broken(file, (type ?? element).Line, (type ?? element).Column, "subjectType", ("found", word.Length == 0 ? "–" : word)));
            return null;
        }
        element.Take("euReferenceNumber");
        type!.TakeRest();
        var entry = new EntryDraft(reference, kind);
        var names = 0;
        foreach (var alias in element.Children("nameAlias"))
            names += Name(alias, entry, isFirst: names == 0) ? 1 : 0;
        if (names == 0)
        {
            errors.Reject(ListRule.NameMissing.Broken(file, element.Line, element.Column, "nameAlias", ("reference", reference)));
            return null;
        }
        Programmes(element, entry);
        foreach (var part in element.Children("birthdate"))
            Birth(part, entry);
        foreach (var part in element.Children("citizenship"))
            Citizenship(part, entry);
        foreach (var part in element.Children("identification"))
            Identification(part, entry);
        foreach (var part in element.Children("address"))
            Address(part, entry);
        foreach (var name in Passed)
            element.Take(name);
        foreach (var rest in element.Rest())
            entry.Remark(rest);
        return entry.ToEntry();
    }

    private static bool Name(ListElement part, EntryDraft entry, bool isFirst)
    {
        var pieces = string.Join(' ', new[] { part.Take("firstName"), part.Take("middleName"), part.Take("lastName") }.Where(p => p.Length > 0));
        var name = part.Take("wholeName") is { Length: > 0 } whole ? whole : pieces;
        var isWeak = part.Take("strong").Equals("false", StringComparison.OrdinalIgnoreCase);
        if (part.Take("gender") is { Length: 1 } sex && char.ToUpperInvariant(sex[0]) is 'M' or 'F')
            entry.Sex ??= char.ToUpperInvariant(sex[0]);
        foreach (var post in new[] { part.Take("title"), part.Take("function") }.Where(p => p.Length > 0))
            entry.Designation(post);
        var isName = name.Any(char.IsLetterOrDigit);
        if (isName)
        {
            entry.Name(name, isFirst ? ListedNameKind.Primary
                : isWeak ? ListedNameKind.LowAlias
                : NameScript.IsLatin(name) ? ListedNameKind.GoodAlias : ListedNameKind.OriginalScript);
        }
        part.Take("nameLanguage");
        Describe(part, entry, name);
        return isName;
    }

    private static void Programmes(ListElement element, EntryDraft entry)
    {
        var programmes = new List<string>();
        foreach (var regulation in element.Children("regulation"))
        {
            programmes.Add(regulation.Take("programme"));
            if (ListDates.Day(regulation.Peek("publicationDate")) is { } day && day < (entry.ListedOn ?? DateOnly.MaxValue))
                entry.ListedOn = day;
            foreach (var said in Regulation.Select(regulation.Take).Where(s => s.Length > 0))
                entry.Remark($"regulation: {said}");
            regulation.TakeRest();
        }
        entry.Programme = string.Join(", ", programmes.Where(p => p.Length > 0).Distinct().Take(8));
    }

    private static void Birth(ListElement part, EntryDraft entry)
    {
        // Another calendar's year is no year of ours.
        if (part.Peek("calendarType") is "" or "GREGORIAN" && Date(part) is { } date)
        {
            entry.BirthDate(date);
            foreach (var name in DateParts)
                part.Take(name);
        }
        else if (part.Peek("circa") == "false")
        {
            part.Take("circa");
        }
        if (PlaceOf(part) is { Length: > 0 } place)
            entry.BirthPlace(place);
        Describe(part, entry, "");
    }

    private static DateSpan? Date(ListElement part)
    {
        var circa = part.Peek("circa").Equals("true", StringComparison.OrdinalIgnoreCase);
        if (ListDates.Day(part.Peek("birthdate")) is { } day)
            return new DateSpan(PartialDate.From(day), circa);
        if (Number(part, "year") is { } year && PartialDate.TryCreate(year, Number(part, "monthOfYear"), Number(part, "dayOfMonth"), out var date))
            return new DateSpan(date, circa);
        return Number(part, "yearRangeFrom") is { } from && Number(part, "yearRangeTo") is { } to
            && PartialDate.TryCreate(from, null, null, out var first) && PartialDate.TryCreate(to, null, null, out var last) ? ListDates.Span(first, last, circa) : null;
    }

    private static void Citizenship(ListElement part, EntryDraft entry)
    {
        if (State(part) is { Length: > 0 } state)
            entry.Nationality(state);
        part.Take("countryDescription");
        Describe(part, entry, "");
    }

    private static void Identification(ListElement part, EntryDraft entry)
    {
        var type = part.Take("identificationTypeDescription") is { Length: > 0 } said ? said : part.Peek("identificationTypeCode");
        part.Take("identificationTypeCode");
        var (number, latin) = (part.Take("number"), part.Take("latinNumber"));
        var state = CountryWords.OfTwoLetters(part.Peek("countryIso2Code")) ?? CountryWords.ToIso3166Alpha3(part.Peek("issuedBy"));
        foreach (var one in new[] { number, latin }.Where(n => n.Length > 0))
            entry.Document(new ListedDocument(type.Length == 0 ? "Identification" : type, one, state));
        if (state is not null || part.Peek("countryDescription") == "UNKNOWN")
            part.Take("countryDescription");
        // What a paper is not needs no line.
        foreach (var flag in Flags.Where(f => part.Peek(f) == "false"))
            part.Take(flag);
        Describe(part, entry, number);
    }

    private static void Address(ListElement part, EntryDraft entry)
    {
        if (PlaceOf(part) is { Length: > 0 } address)
            entry.Address(address);
        Describe(part, entry, "");
    }

    private static string PlaceOf(ListElement part) => string.Join(", ", Place.Select(part.Take).Where(p => p.Length > 0 && p != "UNKNOWN"));

    private static string? State(ListElement part) =>
        CountryWords.OfTwoLetters(part.Peek("countryIso2Code")) ?? CountryWords.ToIso3166Alpha3(part.Peek("countryDescription")) ?? (part.Peek("countryDescription") is { Length: > 0 } words and not "UNKNOWN" ? words : null);

    private static int? Number(ListElement part, string name) => int.TryParse(part.Peek(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>What is left of a part goes to the remarks with what it belongs to, and is so taken.</summary>
    private static void Describe(ListElement part, EntryDraft entry, string subject)
    {
        foreach (var name in Passed)
            part.Take(name);
        foreach (var summary in part.Children("regulationSummary"))
            summary.TakeRest();
        if (part.TakeRest() is { Count: > 0 } rest)
            entry.Remark($"{part.Name} {subject}".Trim() + ": " + string.Join("; ", rest));
    }
}
