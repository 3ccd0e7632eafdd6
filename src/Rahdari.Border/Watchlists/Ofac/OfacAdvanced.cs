using System.Xml;
using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Watchlists.Ofac;

/// <summary>
/// Reads the list in its advanced XML form (sdn_advanced.xml): values, places and papers first, then the parties that name them by
/// number, then who is linked to whom and what each is listed for.
/// </summary>
/// <remarks>Source of the form: OFAC, "Advanced Sanctions Data Model: explanatory documentation"; http://www.un.org/sanctions/1.0.</remarks>
internal sealed class OfacAdvanced(string file, ListErrors errors)
{
    private readonly OfacReferences references = new();
    private readonly Dictionary<string, OfacPlace> places = new(StringComparer.Ordinal);
    private readonly List<ListElement> papers = [];
    private readonly List<(EntryDraft Draft, int Line, int Column)> drafts = [];
    private readonly Dictionary<string, EntryDraft> byProfile = new(StringComparer.Ordinal);
    private OfacParty? parties;
    private DateTimeOffset? published;
    private int read;

    /// <summary>Reads the file; streaming, bounded, DTDs refused. Never throws on any bytes.</summary>
    public static ListReading Read(Stream xml, string file, ReadingProgress progress)
    {
        var errors = new ListErrors();
        var list = new OfacAdvanced(file, errors);
        XmlListFile.Read(xml, file, "Sanctions", errors, reader => list.ReadSections(reader, progress));
        var reading = list.Entries().Reading("ofac", list.published, numbersRise: true);
        progress.Done();
        return reading;
    }

    private void ReadSections(XmlReader reader, ReadingProgress progress)
    {
        var elements = new ListElementReader(reader, file, errors);
        var section = "";
        while (!errors.IsFull && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.Depth == 1)
                section = reader.LocalName;
            // What is defined stands in sets, everything else right in its section.
            if (reader.Depth != Depth(section))
                continue;
            progress.Next();
            if (elements.Read() is not { } element)
                return;
            if (++read > ListLimits.MostEntries)
            {
                errors.Add(ListRule.FileTooLarge.Broken(file, element.Line, element.Column, null, ListLimits.OfFile));
                return;
            }
            Take(section, element);
        }
    }

    private static int Depth(string section) => section switch { "DateOfIssue" => 1, "ReferenceValueSets" => 3, _ => 2 };

    private void Take(string section, ListElement element)
    {
        switch (section, element.Name)
        {
            case ("DateOfIssue", _):
                published = OfacPeriod.Point(element)?.ToDateOnly() is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null;
                break;
            case ("ReferenceValueSets", _):
                references.Add(element);
                break;
            case (_, "Location"):
                places.TryAdd(element.Peek("ID"), OfacPlace.Of(element));
                break;
            case (_, "IDRegDocument"):
                papers.Add(element);
                break;
            case (_, "DistinctParty"):
                Party(element);
                break;
            case (_, "ProfileRelationship"):
                Relationship(element);
                break;
            case (_, "SanctionsEntry"):
                Listing(element);
                break;
        }
    }

    private void Party(ListElement element)
    {
        parties ??= new OfacParty(references, places, papers.ToLookup(p => p.Peek("IdentityID"), StringComparer.Ordinal), file, errors);
        if (parties.Read(element) is not { } draft)
            return;
        drafts.Add((draft, element.Line, element.Column));
        foreach (var profile in element.Children("Profile").Select(p => p.Peek("ID")).Where(id => id.Length > 0))
            byProfile.TryAdd(profile, draft);
    }

    private void Relationship(ListElement link)
    {
        if (!byProfile.TryGetValue(link.Peek("From-ProfileID"), out var draft) || !byProfile.TryGetValue(link.Peek("To-ProfileID"), out var to))
            return;
        var type = references.Text("RelationType", link.Peek("RelationTypeID")) ?? "Linked To";
        draft.Remark($"{(link.Peek("Former") == "true" ? "Formerly " : "")}{type}: {to.PrimaryName}{(link.Peek("Comment") is { Length: > 0 } comment ? $"; {comment}" : "")}");
    }

    private void Listing(ListElement listing)
    {
        if (!byProfile.TryGetValue(listing.Peek("ProfileID"), out var draft))
            return;
        if (references.Text("List", listing.Peek("ListID")) is { } list and not "SDN List")
            draft.Remark($"List: {list}");
        foreach (var listed in listing.Children("EntryEvent"))
        {
            if (listed.Children("Date").FirstOrDefault() is { } date && OfacPeriod.Point(date)?.ToDateOnly() is { } day && day < (draft.ListedOn ?? DateOnly.MaxValue))
                draft.ListedOn = day;
            if (references.Text("LegalBasis", listed.Peek("LegalBasisID")) is { } basis and not "Unknown")
                draft.Remark($"Legal basis: {basis}");
            if (listed.Peek("Comment") is { Length: > 0 } comment)
                draft.Remark(comment);
        }
        foreach (var measure in listing.Children("SanctionsMeasure"))
            Measure(references.Text("SanctionsType", measure.Peek("SanctionsTypeID")) ?? "", measure.Peek("Comment"), draft);
    }

    private static void Measure(string type, string comment, EntryDraft draft)
    {
        if (type != "Program")
        {
            // Everybody on the list is blocked.
            if ((type != "Block" && type.Length > 0) || comment.Length > 0)
                draft.Remark($"{type}: {comment}".Trim(' ', ':'));
        }
        else if (comment.Length > 0 && !draft.Programme.Split(", ").Contains(comment))
        {
            if (draft.Programme.Length + comment.Length < ListLimits.LongestShort)
                draft.Programme = draft.Programme.Length == 0 ? comment : $"{draft.Programme}, {comment}";
            else
                draft.Remark($"Program: {comment}");
        }
    }

    private EntryList Entries()
    {
        var entries = new EntryList(file, errors);
        foreach (var (draft, line, column) in drafts)
        {
            if (!entries.Add(draft.ToEntry(), line, column, "FixedRef"))
                break;
        }
        return entries;
    }
}
