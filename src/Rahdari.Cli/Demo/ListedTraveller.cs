using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;
using Rahdari.Matching;

namespace Rahdari.Cli.Demo;

/// <summary>A traveller who bears an alias of a listed person, taken from a loaded list, so that no listed person's data is part of the program.</summary>
/// <param name="List">The list's code.</param>
/// <param name="Reference">The list's reference.</param>
/// <param name="Surname">The alias' last word.</param>
/// <param name="GivenNames">The alias' other words.</param>
/// <param name="DateOfBirth">As listed, complete.</param>
/// <param name="Nationality">As listed, or null.</param>
/// <param name="Sex">As listed.</param>
internal sealed record ListedTraveller(string List, string Reference, string Surname, string GivenNames, PartialDate DateOfBirth, string? Nationality, Sex Sex)
{
    // The name field of a TD3 holds 39 characters, two of them the separator (Doc 9303-4 §4.2.2).
    private const int LongestName = 36;

    /// <summary>The first individual of the list who is found by a good alias, or null where there is none.</summary>
    /// <param name="list">The list.</param>
    /// <param name="search">Screens against all lists that are loaded.</param>
    public static ListedTraveller? From(PublishedList list, Func<PersonQuery, IReadOnlyList<Hit>> search)
    {
        foreach (var entry in list.Entries.Where(e => e.Kind == WatchlistEntryKind.Individual))
        {
            var birth = entry.BirthDates.FirstOrDefault(d => d is { IsSingle: true, Circa: false } && d.From.IsComplete);
            if (!birth.From.IsComplete)
                continue;
            foreach (var alias in entry.Names.Where(n => n.Kind == ListedNameKind.GoodAlias && IsPlain(n.Text)))
            {
                var traveller = Bearing(list.Code, entry, alias, birth.From);
                if (IsFoundBy(alias, entry.Reference, search(traveller.Query)))
                    return traveller;
            }
        }

        return null;
    }

    private PersonQuery Query => new($"{Surname} {GivenNames}")
    {
        DateOfBirth = DateOfBirth,
        Nationality = Nationality,
        Sex = Sex switch { Sex.Male => 'M', Sex.Female => 'F', _ => null },
    };

    private static ListedTraveller Bearing(string list, WatchlistEntry entry, ListedName alias, PartialDate birth)
    {
        var words = alias.Text.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var sex = entry.Sex switch { 'M' => Sex.Male, 'F' => Sex.Female, _ => Sex.Unspecified };
        var nationality = entry.Nationalities.FirstOrDefault(n => n.Length == 3 && n.All(char.IsAsciiLetterUpper));
        return new ListedTraveller(list, entry.Reference, words[^1], string.Join(' ', words[..^1]), birth, nationality, sex);
    }

    private static bool IsFoundBy(ListedName alias, string reference, IReadOnlyList<Hit> hits) =>
        hits.Count > 0 && hits[0].Name == alias && hits[0].Person.Key.EndsWith($"/{reference}", StringComparison.Ordinal);

    private static bool IsPlain(string name) =>
        name.Length <= LongestName && name.All(c => char.IsAsciiLetter(c) || c == ' ') && name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is >= 2 and <= 4;
}
