using Rahdari.Dates;
using Rahdari.Matching.Index;

namespace Rahdari.Matching.Scoring;

/// <summary>Scores one listed name of one person against a query: quickly for whoever is met, in words for whoever is a hit. Parts sum exactly to the points.</summary>
internal static class PersonScore
{
    /// <summary>The points of a name, of its alignment.</summary>
    public static double OfName(double aligned) => Math.Max(Evidence.WorstName, aligned);

    /// <summary>What is presumed of a name before anything is compared.</summary>
    public static double PriorOf(double prior, ListedNameKind kind) => kind == ListedNameKind.LowAlias ? prior + Evidence.LowAlias : prior;

    /// <summary>The points of date of birth, nationality and sex.</summary>
    /// <param name="query">Whom to screen.</param>
    /// <param name="segment">Where the listed person is.</param>
    /// <param name="person">The listed person.</param>
    /// <param name="isContradicted">True where the date of birth or the sex speaks against.</param>
    public static double WithoutName(PersonQuery query, Segment segment, int person, out bool isContradicted)
    {
        var points = 0.0;
        if (query.DateOfBirth.Year is not null)
        {
            var (from, until) = segment.Class(BirthClass.Various);
            if (person >= until)
                points += BirthDateScore.Points(query.DateOfBirth, [new DateSpan(Segment.Birth(segment.Births.Span[person]))]);
            else if (person >= from)
                points += BirthDateScore.Points(query.DateOfBirth, segment.Spans.Span[segment.SpanStarts.Span[person - from]..segment.SpanStarts.Span[person - from + 1]]);
        }
        isContradicted = points < 0;
        if (query.Nationality is not null)
        {
            var nations = segment.Nations.Span[segment.NationStarts.Span[person]..segment.NationStarts.Span[person + 1]];
            if (nations.Length > 0)
                points += nations.Contains(Segment.NationCode(query.Nationality)) ? Evidence.SameNationality : Evidence.OtherNationality;
        }
        if (query.Sex is { } sex && segment.Sexes.Span[person] is not 0 and var listed)
        {
            points += sex == listed ? Evidence.SameSex : Evidence.OtherSex;
            isContradicted |= sex != listed;
        }
        return points;
    }

    /// <summary>The hit, every part told.</summary>
    public static Hit Explained(PersonQuery query, ListedPerson person, ListedName name, double ofName, double prior, bool isWhole, IReadOnlyList<TokenPair> alignment)
    {
        var agreement = alignment.All(p => p.Agreement == Agreement.Equal) ? Agreement.Equal
            : alignment.Any(p => p.Agreement is Agreement.Equal or Agreement.Near) ? Agreement.Near
            : Agreement.Different;
        ScorePart[] parts =
        [
            new(ScorePartKind.Prior, Agreement.Missing, PriorOf(prior, name.Kind), null, null),
            new(ScorePartKind.Name, agreement, ofName, query.Name, name.Text),
            BirthDateScore.Of(query.DateOfBirth, person.BirthDates),
            BirthPlaceScore.Of(query, person),
            Nationality(query, person),
            Sex(query, person),
            NumberScore.Of(query, person),
        ];
        var points = parts.Sum(p => p.Points);
        return new Hit(person, name, 1 / (1 + Math.Pow(2, -points)), points, parts, alignment) { IsWholeName = isWhole };
    }

    private static ScorePart Nationality(PersonQuery query, ListedPerson person)
    {
        var listed = person.Nationalities.Count == 0 ? null : string.Join(", ", person.Nationalities);
        if (query.Nationality is null || listed is null)
            return new ScorePart(ScorePartKind.Nationality, Agreement.Missing, 0, query.Nationality, listed);
        return person.Nationalities.Contains(query.Nationality)
            ? new ScorePart(ScorePartKind.Nationality, Agreement.Equal, Evidence.SameNationality, query.Nationality, listed)
            : new ScorePart(ScorePartKind.Nationality, Agreement.Different, Evidence.OtherNationality, query.Nationality, listed);
    }

    private static ScorePart Sex(PersonQuery query, ListedPerson person)
    {
        if (query.Sex is not { } queried || person.Sex is not { } listed)
            return new ScorePart(ScorePartKind.Sex, Agreement.Missing, 0, query.Sex?.ToString(), person.Sex?.ToString());
        return queried == listed
            ? new ScorePart(ScorePartKind.Sex, Agreement.Equal, Evidence.SameSex, $"{queried}", $"{listed}")
            : new ScorePart(ScorePartKind.Sex, Agreement.Different, Evidence.OtherSex, $"{queried}", $"{listed}");
    }
}
