using Rahdari.Casework.Cases;
using Rahdari.Documents.Mrz;
using Rahdari.Statistics;

namespace Rahdari.Casework.Shelter.Files;

/// <summary>What is counted of a victim.</summary>
internal sealed record CountedVictim(Sex Sex, AgeGroup AgeGroup, IReadOnlySet<ExploitationForm> Forms, IReadOnlySet<ServiceKind> Services)
{
    private const string Total = CountTable.Total;

    /// <summary>The numbers that point at nobody, also by subtraction from others: sex and age group are parts of the whole; of each form and service there are those who have it and those who do not.</summary>
    public static IReadOnlyList<CountFact> Told(IReadOnlyCollection<CountedVictim> victims)
    {
        if (victims.Count == 0)
            return [];
        var parts = Disclosure.Protect(
            CountTable.Count([DimensionOf<Sex>("sex"), DimensionOf<AgeGroup>("ageGroup")], victims.Select(v => (IReadOnlyList<string>)[$"{v.Sex}", $"{v.AgeGroup}"])), new DisclosurePolicy(), ["sex"], ["ageGroup"]);
        var facts = new List<CountFact>();
        Add("sex", victims.Select(v => $"{v.Sex}"), value => parts[value, Total]);
        Add("ageGroup", victims.Select(v => $"{v.AgeGroup}"), value => parts[Total, value]);
        var isWholeTold = parts[Total, Total].Value is not null;
        Add("form", victims.SelectMany(v => v.Forms.Select(f => $"{f}")), value => Having(value, v => v.Forms.Any(f => $"{f}" == value)));
        Add("serviceGiven", victims.SelectMany(v => v.Services.Select(s => $"{s}")), value => Having(value, v => v.Services.Any(s => $"{s}" == value)));
        return [new CountFact("all", "all", isWholeTold ? victims.Count : null), .. facts];

        void Add(string dimension, IEnumerable<string> values, Func<string, ProtectedCell> cell) =>
            facts.AddRange(values.Distinct().Order(StringComparer.Ordinal).Select(value => new CountFact(dimension, value, (int?)cell(value).Value)));

        ProtectedCell Having(string value, Func<CountedVictim, bool> has)
        {
            var table = CountTable.Count([new Dimension("has", [value, "not"])], victims.Select(v => (IReadOnlyList<string>)[has(v) ? value : "not"]));
            var told = Disclosure.Protect(table, new DisclosurePolicy());
            isWholeTold &= told[Total].Value is not null;
            return told[value];
        }
    }

    private static Dimension DimensionOf<T>(string name)
        where T : struct, Enum => new(name, Enum.GetNames<T>());
}
