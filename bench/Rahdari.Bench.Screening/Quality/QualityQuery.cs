using Rahdari.Bench.Screening.Listed;
using Rahdari.Bench.Screening.Noise;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Quality;

/// <summary>A search that must find one listed person.</summary>
/// <param name="Kind">The kind's number in <see cref="NameNoise.Kinds"/>.</param>
/// <param name="Key">Who must be found.</param>
/// <param name="ByName">The search by the name alone.</param>
/// <param name="Whole">The search with date of birth, nationality and sex.</param>
internal sealed record QualityQuery(int Kind, string Key, PersonQuery ByName, PersonQuery Whole)
{
    /// <summary>The searches of one half of the entries: of each kind at most so many, evenly over the entries.</summary>
    public static List<QualityQuery> Of(IReadOnlyList<HeldOut> entries, NoiseSource source, bool tuning, int perKind)
    {
        var queries = new List<QualityQuery>();
        HeldOut[] half = [.. entries.Where(e => e.IsTuning == tuning)];
        for (var kind = 0; kind < NameNoise.Kinds.Length; kind++)
        {
            var name = NameNoise.Kinds[kind].Name;
            var made = 0;
            foreach (var entry in half.OrderBy(e => Dice.Hash($"{name} {e.Whole.Key}")))
            {
                if (made == perKind)
                    break;
                if (NameNoise.Kinds[kind].Of(entry, source, Dice.For(name, entry.Whole.Key)) is not { } searched)
                    continue;
                made++;
                var byName = new PersonQuery(searched.Text) { NameMayBeTruncated = searched.MayBeTruncated };
                queries.Add(new QualityQuery(kind, entry.Whole.Key, byName, Described(byName, entry.Whole, source, Dice.For($"person {name}", entry.Whole.Key))));
            }
        }
        return queries;
    }

    /// <summary>What a document says besides: a date of birth under noise, a nationality that is right nine times of ten, a sex.</summary>
    public static PersonQuery Described(PersonQuery query, ListedPerson listed, NoiseSource source, Dice dice) => query with
    {
        DateOfBirth = Born(listed, dice) is { } born ? DateNoise.Of(born, dice) : Travellers.Birth(dice),
        Nationality = listed.Nationalities.FirstOrDefault(n => n.Length == 3) is { } own && dice.Chance(0.9) ? own : source.Region.Nationality(dice),
        Sex = listed.Sex ?? 'M',
    };

    /// <summary>A day that agrees with what the list says; null where it says nothing.</summary>
    private static DateOnly? Born(ListedPerson listed, Dice dice)
    {
        if (listed.BirthDates.Count == 0)
            return null;
        var span = dice.Pick(listed.BirthDates);
        if (span.Earliest() is not { } from || span.Latest() is not { } to || to < from)
            return null;
        return from.AddDays(dice.Next(to.DayNumber - from.DayNumber + 1));
    }
}
