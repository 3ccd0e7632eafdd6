using Rahdari.Border.Encounters;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;

namespace Rahdari.Node.Console.Counter;

/// <summary>A source of what is known of a document beside the zone that was scanned: a column of the counter's table.</summary>
/// <param name="Label">The name of its text.</param>
/// <param name="More">What stands below the name: a flight, a day.</param>
internal sealed record DocumentSource(string Label, string? More)
{
    private static readonly HashSet<string> NameFields = ["PrimaryIdentifier", "SecondaryIdentifier"];

    private readonly Dictionary<string, string> values = [];
    private readonly HashSet<string> differing = [];

    /// <summary>What it says in a field; empty where it says nothing.</summary>
    public string this[string field] => values.GetValueOrDefault(field, "");

    /// <summary>Whether that is not what the zone says.</summary>
    public bool Differs(string field) => differing.Contains(field);

    /// <summary>Every source that an encounter has, in the order of the table.</summary>
    public static IEnumerable<DocumentSource> Of(Encounter encounter, IReadOnlyDictionary<string, string> zone)
    {
        if (encounter.Chip is { } chip)
            yield return new DocumentSource("SourceChip", null).Say(chip.Document).MarkEveryDifference(zone);
        if (encounter.Page is { } page)
            yield return new DocumentSource("SourcePage", null).Say(page.Page).Mark(PageRules.All, encounter, zone);
        if (encounter.Visa is { } visa)
            yield return new DocumentSource("SourceVisa", null).Say(visa.Document).Mark(VisaRules.All, encounter, zone);
        if (encounter.Announced is { } announced)
            yield return new DocumentSource("SourceAnnounced", announced.Flight).Say(announced.Holder).Mark(AnnouncedRules.All, encounter, zone);
        if (encounter.Before is { } before && new DocumentSource("SourceBefore", $"{before.Day:yyyy-MM-dd}").Say(before.Fields).Mark(EarlierRules.All, encounter, zone) is { differing.Count: > 0 } earlier)
            yield return earlier;
    }

    /// <summary>A zone field by field.</summary>
    public static Dictionary<string, string> Values(MrzFields fields) => new()
    {
        ["PrimaryIdentifier"] = fields.PrimaryIdentifier,
        ["SecondaryIdentifier"] = fields.SecondaryIdentifier,
        ["DocumentNumber"] = fields.DocumentNumber,
        ["IssuingState"] = fields.IssuingState,
        ["Nationality"] = fields.Nationality,
        ["DateOfBirth"] = $"{fields.DateOfBirth}",
        ["Sex"] = Letter(fields.Sex),
        ["DateOfExpiry"] = $"{fields.DateOfExpiry}",
        ["OptionalData"] = string.Join(' ', fields.OptionalData.Where(data => data.Length > 0)),
    };

    private static string Letter(Sex sex) => sex switch { Sex.Male => "M", Sex.Female => "F", _ => "X" };

    private DocumentSource Say(MrzFields? fields)
    {
        foreach (var (field, value) in fields is null ? [] : Values(fields))
            values[field] = value;
        return this;
    }

    private DocumentSource Say(VisualZone page)
    {
        (values["PrimaryIdentifier"], values["SecondaryIdentifier"], values["DocumentNumber"]) = (page.PrimaryIdentifier ?? "", page.SecondaryIdentifier ?? "", page.DocumentNumber ?? "");
        (values["IssuingState"], values["Nationality"], values["OptionalData"]) = (page.IssuingState ?? "", page.Nationality ?? "", page.PersonalNumber ?? "");
        (values["DateOfBirth"], values["DateOfExpiry"]) = ($"{page.DateOfBirth}", $"{page.DateOfExpiry}");
        values["Sex"] = page.Sex is { } sex ? Letter(sex) : "";
        return this;
    }

    private DocumentSource Say(AnnouncedHolder holder)
    {
        (values["PrimaryIdentifier"], values["SecondaryIdentifier"]) = (holder.Surname, holder.GivenNames);
        (values["IssuingState"], values["Nationality"]) = (holder.IssuingState, holder.Nationality);
        (values["DateOfBirth"], values["DateOfExpiry"]) = (holder.DateOfBirth.IsUnknown ? "" : $"{holder.DateOfBirth}", holder.DateOfExpiry.IsUnknown ? "" : $"{holder.DateOfExpiry}");
        values["Sex"] = holder.Sex == Sex.Unspecified ? "" : Letter(holder.Sex);
        return this;
    }

    /// <summary>The chip says what the zone says, letter by letter.</summary>
    private DocumentSource MarkEveryDifference(IReadOnlyDictionary<string, string> zone)
    {
        differing.UnionWith(values.Where(value => value.Value.Length > 0 && value.Value != zone[value.Key]).Select(value => value.Key));
        return this;
    }

    /// <summary>Others write in their own manner: what differs is what the inspection found.</summary>
    private DocumentSource Mark(IReadOnlyList<FindingRule> rules, Encounter encounter, IReadOnlyDictionary<string, string> zone)
    {
        foreach (var found in encounter.Advice.Reasons.Where(reason => reason.Severity > Severity.Information && rules.Any(rule => rule.Code == reason.Code)))
        {
            // One source may differ from the zone in several readings, of which the latest is shown.
            differing.UnionWith((found.Field == "Name" ? NameFields : [found.Field ?? ""]).Where(field => this[field].Length > 0 && this[field] != zone.GetValueOrDefault(field, "")));
        }
        return this;
    }
}
