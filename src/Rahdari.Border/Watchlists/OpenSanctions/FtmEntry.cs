using Rahdari.Border.Watchlists.Reading;
using Rahdari.Matching;

namespace Rahdari.Border.Watchlists.OpenSanctions;

/// <summary>From an entity, and from those that belong to it, to an entry.</summary>
/// <remarks>
/// Source of the model: https://followthemoney.tech/explorer/. A person's <c>country</c> is any tie to a State, residence too: it
/// stays in the remarks, for as a nationality it could speak against the right person.
/// </remarks>
internal static class FtmEntry
{
    /// <summary>Schemas of what can be listed. A legal entity may be a person or not: too much attention is the smaller fault.</summary>
    private static readonly Dictionary<string, WatchlistEntryKind> Kinds = new(StringComparer.Ordinal)
    {
        ["Person"] = WatchlistEntryKind.Individual,
        ["LegalEntity"] = WatchlistEntryKind.Individual,
        ["Organization"] = WatchlistEntryKind.Entity,
        ["Company"] = WatchlistEntryKind.Entity,
        ["PublicBody"] = WatchlistEntryKind.Entity,
        ["Vessel"] = WatchlistEntryKind.Vessel,
        ["Airplane"] = WatchlistEntryKind.Aircraft,
    };

    private static readonly (string Property, ListedNameKind Kind)[] Aliases =
    [
        ("alias", ListedNameKind.GoodAlias), ("previousName", ListedNameKind.FormerName), ("weakAlias", ListedNameKind.LowAlias), ("abbreviation", ListedNameKind.LowAlias),
    ];

    /// <summary>Properties that are the numbers of papers, and what the papers are called.</summary>
    private static readonly (string Property, string Type)[] Numbers =
    [
        ("passportNumber", "Passport"), ("idNumber", "Identity number"), ("socialSecurityNumber", "Social security number"), ("taxNumber", "Tax number"),
        ("innCode", "INN"), ("registrationNumber", "Registration number"), ("imoNumber", "IMO number"), ("mmsi", "MMSI"),
    ];

    /// <summary>Parts of the name that stand in it already, and what is said of the entry in its file and not of the person.</summary>
    private static readonly string[] Passed = ["firstName", "lastName", "middleName", "secondName", "modifiedAt", "sourceUrl", "addressEntity"];

    /// <summary>The kind of what can be listed; null of every other schema.</summary>
    public static WatchlistEntryKind? KindOf(string schema) => Kinds.TryGetValue(schema, out var kind) ? kind : null;

    /// <summary>True where the entity says of another what its papers or its listing are.</summary>
    public static bool IsPart(string schema) => schema is "Passport" or "Identification" or "Sanction";

    /// <summary>The entry, or null where it lacks what none can be without: the rule is told.</summary>
    public static EntryDraft? Read(FtmEntity entity, WatchlistEntryKind kind, out ListRule? broken)
    {
        broken = null;
        var names = entity.Take("name").Prepend(entity.Caption).Where(n => n.Any(char.IsLetterOrDigit)).Distinct().ToArray();
        if (entity.Id.Length == 0 || names.Length == 0)
        {
            broken = entity.Id.Length == 0 ? ListRule.ReferenceMissing : ListRule.NameMissing;
            return null;
        }
        var entry = new EntryDraft(entity.Id, kind) { Programme = string.Join(", ", entity.Peek("topics")) };
        foreach (var (index, name) in names.Index())
            entry.Name(name, index == 0 ? ListedNameKind.Primary : NameScript.IsLatin(name) ? ListedNameKind.GoodAlias : ListedNameKind.OriginalScript);
        foreach (var (property, nameKind) in Aliases)
        {
            foreach (var name in entity.Take(property))
                entry.Name(name, nameKind);
        }
        foreach (var date in entity.Take("birthDate"))
            BirthDate(date, entry);
        foreach (var place in entity.Take("birthPlace"))
            entry.BirthPlace(place);
        foreach (var state in entity.Take("nationality").Concat(entity.Take("citizenship")))
            entry.Nationality(CountryWords.OfTwoLetters(state) ?? state);
        Sex(entity, entry);
        foreach (var (property, type) in Numbers)
        {
            foreach (var number in entity.Take(property))
                entry.Document(new ListedDocument(type, number, null));
        }
        foreach (var address in entity.Take("address"))
            entry.Address(address);
        foreach (var post in entity.Take("title").Concat(entity.Take("position")))
            entry.Designation(post);
        foreach (var part in entity.Nested)
            Part(part, entry);
        Array.ForEach(Passed, p => entity.Take(p));
        foreach (var line in entity.Rest())
            entry.Remark(line);
        return entry;
    }

    /// <summary>What a paper, a listing or an address says of the entry that it belongs to; every other entity is another's.</summary>
    public static void Part(FtmEntity part, EntryDraft entry)
    {
        switch (part.Schema)
        {
            case "Passport" or "Identification":
                Paper(part, entry);
                break;
            case "Sanction":
                Listing(part, entry);
                break;
            case "Address":
                foreach (var address in part.Peek("full"))
                    entry.Address(address);
                break;
        }
    }

    private static void Paper(FtmEntity part, EntryDraft entry)
    {
        var type = part.Take("type") is [var said, ..] ? said : part.Schema;
        // A State that is unknown rules out no document; one that is wrong would.
        var state = part.Peek("country") is [var one] ? CountryWords.OfTwoLetters(one) : null;
        if (state is not null)
            part.Take("country");
        var numbers = part.Take("passportNumber").Concat(part.Take("number")).ToArray();
        foreach (var number in numbers)
            entry.Document(new ListedDocument(type, number, state));
        part.Take("holder");
        if (part.Rest().ToArray() is { Length: > 0 } rest)
            entry.Remark($"{type} {string.Join(", ", numbers)}: {string.Join("; ", rest)}");
    }

    private static void Listing(FtmEntity part, EntryDraft entry)
    {
        var programmes = part.Peek("programId").Concat(part.Peek("program")).Concat(part.Peek("authority")).Take(1).ToArray();
        if (programmes is [var programme] && !entry.Programme.Contains(programme, StringComparison.Ordinal) && entry.Programme.Length + programme.Length < ListLimits.LongestShort)
            entry.Programme = entry.Programme.Length == 0 ? programme : $"{entry.Programme}, {programme}";
        foreach (var day in part.Take("listingDate").Concat(part.Peek("startDate")).Select(ListDates.Day))
        {
            if (day < (entry.ListedOn ?? DateOnly.MaxValue))
                entry.ListedOn = day;
        }
        Array.ForEach(["entity", "modifiedAt", "sourceUrl"], p => part.Take(p));
        if (part.Rest().ToArray() is { Length: > 0 } rest)
            entry.Remark($"Sanction: {string.Join("; ", rest)}");
    }

    private static void BirthDate(string text, EntryDraft entry)
    {
        if (ListDates.Read(text) is { } date)
            entry.BirthDate(date);
        else
            entry.Remark($"birthDate: {text}");
    }

    private static void Sex(FtmEntity entity, EntryDraft entry)
    {
        // Of two nobody can say which it is.
        if (entity.Peek("gender") is ["male" or "female"])
            entry.Sex = char.ToUpperInvariant(entity.Take("gender")[0][0]);
    }
}
