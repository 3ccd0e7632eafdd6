using Rahdari.Border.Watchlists.Reading;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Border.Watchlists.Uk;

/// <summary>From a Designation element to an entry.</summary>
internal static class UkEntry
{
    /// <summary>The surname is the sixth name, whatever else there is.</summary>
    private static readonly string[] NameParts = ["Name1", "Name2", "Name3", "Name4", "Name5", "Name6"];

    private static readonly string[] AddressParts = ["AddressLine1", "AddressLine2", "AddressLine3", "AddressLine4", "AddressLine5", "AddressLine6", "AddressPostalCode", "AddressCountry"];

    /// <summary>What is done with each element of an entry, however deep it stands.</summary>
    private static readonly Dictionary<string, Action<ListElement, EntryDraft>> Parts = new(StringComparer.Ordinal)
    {
        ["NonLatinName"] = NonLatin,
        ["RegimeName"] = (part, entry) => entry.Programme = part.Take(),
        ["DateDesignated"] = (part, entry) => entry.ListedOn = UkDates.Day(part.Take()) ?? entry.ListedOn,
        ["Title"] = (part, entry) => Filled(part, entry.Designation),
        ["Position"] = (part, entry) => Filled(part, entry.Designation),
        ["Address"] = Address,
        ["DOB"] = BirthDate,
        ["Nationality"] = (part, entry) => Filled(part, entry.Nationality),
        ["Location"] = BirthPlace,
        ["Gender"] = Gender,
        ["Passport"] = (part, entry) => Document(part, "Passport", "PassportNumber", entry),
        ["NationalIdentifier"] = (part, entry) => Document(part, "National identifier", "NationalIdentifierNumber", entry),
    };

    /// <summary>The entry, or null where it lacks what none can be without: the error is told.</summary>
    public static WatchlistEntry? Read(ListElement element, string file, ListErrors errors)
    {
        var reference = element.Take("UniqueID");
        if (reference.Length == 0)
        {
            errors.Reject(ListRule.ReferenceMissing.Broken(file, element.Line, element.Column, "UniqueID"));
            return null;
        }
        var word = element.Take("IndividualEntityShip");
        if (UkKinds.Of(word) is not { } kind)
        {
            errors.Reject(ListRule.KindUnknown.Broken(file, element.Line, element.Column, "IndividualEntityShip", ("found", word.Length == 0 ? "–" : word)));
            return null;
        }
        var entry = new EntryDraft(reference, kind);
        if (!Names(element, entry))
        {
            errors.Reject(ListRule.NameMissing.Broken(file, element.Line, element.Column, "Names", ("reference", reference)));
            return null;
        }
        foreach (var part in element.Below())
        {
            if (Parts.TryGetValue(part.Name, out var read))
                read(part, entry);
        }
        // When the publisher last touched the entry says nothing of the person.
        element.Take("LastUpdated");
        foreach (var rest in element.Rest())
            entry.Remark(rest);
        return entry.ToEntry();
    }

    /// <summary>Every name, that which the list calls primary first; false where there is none.</summary>
    private static bool Names(ListElement element, EntryDraft entry)
    {
        var names = new List<(string Text, string Type, string Strength)>();
        foreach (var part in element.Children("Names").SelectMany(n => n.Children("Name")))
        {
            var text = string.Join(' ', NameParts.Select(part.Take).Where(p => p.Length > 0));
            if (text.Any(char.IsLetterOrDigit))
                names.Add((text, part.Take("NameType"), part.Take("AliasStrength")));
        }
        foreach (var (index, (text, type, strength)) in names.OrderBy(n => n.Type.Equals("Primary Name", StringComparison.OrdinalIgnoreCase) ? 0 : 1).Index())
            entry.Name(text, index == 0 ? ListedNameKind.Primary : strength.Contains("low", StringComparison.OrdinalIgnoreCase) ? ListedNameKind.LowAlias : ListedNameKind.GoodAlias);
        return names.Count > 0;
    }

    private static void NonLatin(ListElement part, EntryDraft entry)
    {
        foreach (var name in part.Children("NameNonLatinScript").Select(n => n.Take()).Where(n => n.Length > 0))
            entry.Name(name, ListedNameKind.OriginalScript);
        part.Take("NonLatinScriptType");
        part.Take("NonLatinScriptLanguage");
    }

    private static void Address(ListElement part, EntryDraft entry)
    {
        var address = string.Join(", ", AddressParts.Select(part.Take).Where(p => p.Length > 0));
        if (address.Length > 0)
            entry.Address(address);
    }

    private static void BirthDate(ListElement part, EntryDraft entry)
    {
        if (UkDates.Read(part.Text) is not { } date)
            return;
        part.Take();
        entry.BirthDate(new DateSpan(date));
    }

    private static void BirthPlace(ListElement part, EntryDraft entry)
    {
        var place = string.Join(", ", new[] { part.Take("TownOfBirth"), part.Take("CountryOfBirth") }.Where(p => p.Length > 0));
        if (place.Length > 0)
            entry.BirthPlace(place);
    }

    private static void Gender(ListElement part, EntryDraft entry)
    {
        if (part.Text.ToUpperInvariant() is not ("MALE" or "FEMALE") || entry.Sex is not null)
            return;
        entry.Sex = char.ToUpperInvariant(part.Take()[0]);
    }

    private static void Document(ListElement part, string type, string number, EntryDraft entry)
    {
        var written = part.Take(number);
        if (written.Length > 0)
            entry.Document(new ListedDocument(type, written, null));
        if (part.TakeRest() is { Count: > 0 } rest)
            entry.Remark($"{type} {written}".Trim() + ": " + string.Join("; ", rest));
    }

    private static void Filled(ListElement part, Action<string> add)
    {
        if (part.Text.Length > 0)
            add(part.Take());
    }
}
