using Rahdari.Bench.Screening.Listed;
using Rahdari.Bench.Screening.Names;
using Rahdari.Bench.Screening.Noise;
using Rahdari.Bench.Screening.Quality;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Speed;

/// <summary>A search of the national list.</summary>
/// <param name="Query">With name, date of birth, nationality, sex and document.</param>
/// <param name="Person">The listed person who must be found, or -1 for a traveller who is on no list.</param>
/// <param name="HasNumber">True where the document is the listed one.</param>
internal sealed record SpeedQuery(PersonQuery Query, int Person, bool HasNumber)
{
    /// <summary>One listed person in five comes under the document that the list has.</summary>
    private const double UnderListedDocument = 0.2;

    /// <summary>The searches of a list of so many persons: by turns a listed person under noise, and a clean traveller.</summary>
    public static List<SpeedQuery> Of(NationalList list, int entries, int count, NoiseSource source)
    {
        var kinds = new Weighted<NoiseKind>(NameNoise.OfParts.Select(k => (k, k.Share)));
        return [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? Listed(list, i, entries, kinds, source) : new SpeedQuery(list.Traveller(i), -1, false))];
    }

    private static SpeedQuery Listed(NationalList list, int number, int entries, Weighted<NoiseKind> kinds, NoiseSource source)
    {
        var dice = Dice.For("search", number);
        var person = dice.Next(entries);
        var listed = list.Person(person);
        var entry = new HeldOut(listed, listed, null, null, PlainName.Parts(listed.Names[0].Text), false);
        SearchedName? searched = null;
        for (var tries = 0; searched is null && tries < 20; tries++)
            searched = kinds.Draw(dice).Of(entry, source, dice);
        var query = QualityQuery.Described(new PersonQuery(searched?.Text ?? listed.Names[0].Text) { NameMayBeTruncated = searched?.MayBeTruncated ?? false }, listed, source, dice);
        var document = listed.Documents.FirstOrDefault(d => d.Type == "Passport");
        var hasNumber = document is not null && dice.Chance(UnderListedDocument / 0.6);
        return new SpeedQuery(query with { DocumentNumber = hasNumber ? document!.Number : NationalList.Passport(dice), IssuingState = query.Nationality }, person, hasNumber);
    }
}
