using System.Xml.Linq;
using Rahdari.Dates;
using Rahdari.Tests;

namespace Rahdari.Matching.Tests;

/// <summary>The individuals of the UN Security Council Consolidated List, read here as plainly as can be.</summary>
internal static class UnIndividuals
{
    private static readonly string[] NameElements = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];

    private static readonly string[] PlaceElements = ["CITY", "STATE_PROVINCE", "COUNTRY"];

    private static readonly Lazy<IReadOnlyList<ListedPerson>> Persons = new(Read);

    public static IReadOnlyList<ListedPerson> All => Persons.Value;

    private static IReadOnlyList<ListedPerson> Read()
    {
        var list = XDocument.Load(SharedData.Path("watchlists", "un-consolidated.xml"));
        return [.. list.Descendants("INDIVIDUAL").Select(i => new ListedPerson(
            i.Element("REFERENCE_NUMBER")!.Value,
            [
                new ListedName(string.Join(' ', NameElements.Select(n => i.Element(n)?.Value.Trim()).Where(v => !string.IsNullOrEmpty(v))), ListedNameKind.Primary),
                .. i.Elements("INDIVIDUAL_ALIAS").Where(a => a.Element("ALIAS_NAME")?.Value.Trim().Length > 0)
                    .Select(a => new ListedName(a.Element("ALIAS_NAME")!.Value.Trim(), a.Element("QUALITY")!.Value == "Good" ? ListedNameKind.GoodAlias : ListedNameKind.LowAlias)),
            ],
            [.. i.Elements("INDIVIDUAL_DATE_OF_BIRTH").Select(Birth).OfType<DateSpan>()],
            [],
            null,
            [])
        {
            BirthPlaces = [.. i.Elements("INDIVIDUAL_PLACE_OF_BIRTH").Select(p => string.Join(", ", PlaceElements.Select(n => p.Element(n)?.Value.Trim()).Where(v => !string.IsNullOrEmpty(v)))).Where(p => p.Length > 0)],
        })];
    }

    private static DateSpan? Birth(XElement date)
    {
        if (PartialDate.TryParse(date.Element("DATE")?.Value, out var day) || PartialDate.TryParse(date.Element("YEAR")?.Value, out day))
            return new DateSpan(day, date.Element("TYPE_OF_DATE")?.Value == "APPROXIMATELY");
        return PartialDate.TryParse(date.Element("FROM_YEAR")?.Value, out var from) && PartialDate.TryParse(date.Element("TO_YEAR")?.Value, out var to) ? new DateSpan(from, to, false) : null;
    }
}
