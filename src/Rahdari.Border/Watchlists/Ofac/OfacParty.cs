using Rahdari.Border.Watchlists.Reading;
using Rahdari.Dates;

namespace Rahdari.Border.Watchlists.Ofac;

/// <summary>From a DistinctParty element, with the places and papers that it names, to an entry.</summary>
internal sealed class OfacParty(OfacReferences references, IReadOnlyDictionary<string, OfacPlace> places, ILookup<string, ListElement> papers, string file, ListErrors errors)
{
    /// <summary>The entry, or null where it lacks what none can be without, or speaks of what the file does not explain: the error is told.</summary>
    public EntryDraft? Read(ListElement party)
    {
        var reference = party.Peek("FixedRef");
        if (reference.Length == 0)
            return Reject(ListRule.ReferenceMissing, party, "FixedRef");
        if (!reference.All(char.IsAsciiDigit))
            return Reject(ListRule.ReferenceInvalid, party, "FixedRef", ("found", reference));
        var profiles = party.Children("Profile").ToArray();
        var subtype = profiles.Length == 0 ? "" : profiles[0].Peek("PartySubTypeID");
        var word = references.PartyWord(subtype) ?? "";
        // A person taken for something else would not be screened: a kind that is unknown is no small thing.
        if (OfacEntry.KindOf(word) is not { } kind || word.Length == 0)
            return Reject(ListRule.KindUnknown, party, "PartySubTypeID", ("found", word.Length > 0 ? word : subtype.Length > 0 ? subtype : "–"));
        var (entry, words) = (new EntryDraft(reference, kind), new OfacWords(references));
        var isNamed = false;
        foreach (var profile in profiles)
            isNamed |= OfacIdentity.AddNames(profile, entry, words);
        if (!isNamed)
            return Reject(ListRule.NameMissing, party, "Identity", ("reference", reference));
        foreach (var profile in profiles)
        {
            foreach (var paper in profile.Children("Identity").SelectMany(identity => papers[identity.Peek("ID")]))
                OfacPaper.Add(paper, entry, words);
            foreach (var feature in profile.Children("Feature"))
                Feature(feature, entry, words);
        }
        if (party.Peek("Comment") is { Length: > 0 } comment)
            entry.Remark(comment);
        if (words.Unexplained is var (set, id))
            return Reject(ListRule.ValueUndefined, party, set, ("reference", reference), ("found", id.Length > 0 ? id : "–"));
        return entry;
    }

    private void Feature(ListElement feature, EntryDraft entry, OfacWords words)
    {
        var label = words.Of("FeatureType", feature.Peek("FeatureTypeID")).TrimEnd(' ', ':', '-');
        foreach (var version in feature.Children("FeatureVersion"))
        {
            var place = Place(version, words);
            var detail = Detail(version, words);
            switch (label)
            {
                case "Birthdate" when Date(version) is { } born:
                    entry.BirthDate(born);
                    break;
                case "Place of Birth" when place is not null || detail.Length > 0:
                    Filled(place?.Text(words) is { Length: > 0 } told ? told : detail, entry.BirthPlace);
                    break;
                case "Nationality Country" or "Nationality" or "Citizenship Country" or "Citizenship" when place is not null || detail.Length > 0:
                    Filled(place?.StateOrText(words) ?? detail, entry.Nationality);
                    break;
                case "Gender" when detail is "Male" or "Female":
                    entry.Sex = detail[0];
                    break;
                case "Title" when detail.Length > 0:
                    Array.ForEach(detail.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), entry.Designation);
                    break;
                case "Location" when place is not null:
                    Filled(place.Text(words), entry.Address);
                    break;
                default:
                    Remark(label, [detail, place?.Text(words) ?? "", Period(version)], entry);
                    break;
            }
            Remark(label, [version.Peek("Comment")], entry);
        }
    }

    private OfacPlace? Place(ListElement version, OfacWords words)
    {
        if (version.Children("VersionLocation").FirstOrDefault()?.Peek("LocationID") is not { Length: > 0 } id)
            return null;
        if (!places.TryGetValue(id, out var place))
            words.Lack("Location", id);
        return place;
    }

    /// <summary>What a version says in words: its own, or such as the file defines.</summary>
    private static string Detail(ListElement version, OfacWords words)
    {
        var said = version.Children("VersionDetail").Select(d => d.Peek("DetailReferenceID") is { Length: > 0 } id ? words.Of("DetailReference", id) : d.Text);
        return string.Join("; ", said.Where(s => s.Length > 0));
    }

    /// <summary>Another calendar's year is no year of ours.</summary>
    private DateSpan? Date(ListElement version) =>
        version.Children("DatePeriod").FirstOrDefault() is { } period && references.Text("CalendarType", period.Peek("CalendarTypeID")) is null or "Gregorian" ? OfacPeriod.Read(period) : null;

    /// <summary>A period in words, also one that is no date of ours.</summary>
    private string Period(ListElement version)
    {
        if (Date(version) is { } date)
            return $"{date}";
        return string.Join(' ', version.Children("DatePeriod").SelectMany(p => p.Below()).Where(p => p.Name is "Year" or "Month" or "Day" && p.Text.Length > 0).Select(p => p.Text));
    }

    private static void Remark(string label, IEnumerable<string> said, EntryDraft entry) =>
        Filled(string.Join("; ", said.Where(s => s.Length > 0)), text => entry.Remark($"{label}: {text}"));

    private static void Filled(string text, Action<string> add)
    {
        if (text.Length > 0)
            add(text);
    }

    private EntryDraft? Reject(ListRule rule, ListElement party, string field, params ReadOnlySpan<(string Name, object? Value)> evidence)
    {
        errors.Reject(rule.Broken(file, party.Line, party.Column, field, evidence));
        return null;
    }
}
