using Rahdari.Matching.Names;

namespace Rahdari.Matching.Scoring;

/// <summary>Scores one listed name of one person against a query. Parts sum exactly to the points.</summary>
internal static class PersonScore
{
    /// <summary>The score; null where it is seen to be below <paramref name="least"/> before everything is compared and explained.</summary>
    /// <param name="query">Whom to screen.</param>
    /// <param name="queried">The name of the query.</param>
    /// <param name="person">The listed person.</param>
    /// <param name="name">One of the person's names.</param>
    /// <param name="listed">That name's tokens.</param>
    /// <param name="least">In bits, without what a number adds.</param>
    public static Hit? Of(PersonQuery query, WeighedName queried, ListedPerson person, ListedName name, WeighedName listed, double least)
    {
        var alignment = NameAlignment.Align(queried, listed, query.NameMayBeTruncated);
        var prior = Evidence.Prior + (name.Kind == ListedNameKind.LowAlias ? Evidence.LowAlias : 0);
        var ofName = Name(query, name, alignment, prior);
        if (prior + ofName.Points + WithoutName(query, person) < least)
            return null;
        ScorePart[] parts =
        [
            new(ScorePartKind.Prior, Agreement.Missing, prior, null, null),
            ofName,
            BirthDateScore.Of(query.DateOfBirth, person.BirthDates),
            Nationality(query, person),
            Sex(query, person),
            NumberScore.Of(query, person),
        ];
        var points = parts.Sum(p => p.Points);
        return new Hit(person, name, 1 / (1 + Math.Pow(2, -points)), points, parts, alignment);
    }

    /// <summary>The points of date of birth, nationality and sex, as <see cref="Of"/> gives them.</summary>
    public static double WithoutName(PersonQuery query, ListedPerson person)
    {
        var points = BirthDateScore.Points(query.DateOfBirth, person.BirthDates);
        if (query.Nationality is not null && person.Nationalities.Count > 0)
            points += person.Nationalities.Contains(query.Nationality) ? Evidence.SameNationality : Evidence.OtherNationality;
        if (query.Sex is not null && person.Sex is not null)
            points += query.Sex == person.Sex ? Evidence.SameSex : Evidence.OtherSex;
        return points;
    }

    private static ScorePart Name(PersonQuery query, ListedName name, IReadOnlyList<TokenPair> alignment, double prior)
    {
        var points = Math.Max(Evidence.WorstName, alignment.Sum(p => p.Points));
        var isWhole = alignment.Count > 0 && alignment.All(p => p.Agreement is Agreement.Equal || (p.Agreement is Agreement.Near or Agreement.Missing && IsSlight(p, query)));
        if (isWhole && name.Kind != ListedNameKind.LowAlias)
            points = Math.Max(points, Evidence.WholeNameMargin - prior);
        var agreement = alignment.All(p => p.Agreement == Agreement.Equal) ? Agreement.Equal
            : alignment.Any(p => p.Agreement is Agreement.Equal or Agreement.Near) ? Agreement.Near
            : Agreement.Different;
        return new ScorePart(ScorePartKind.Name, agreement, points, query.Name, name.Text);
    }

    /// <summary>A difference that leaves a name whole: a particle more, a spelling that sounds the same, what a full field cut off.</summary>
    private static bool IsSlight(TokenPair pair, PersonQuery query) =>
        pair.Agreement == Agreement.Missing
            ? pair.Points == 0 && (query.NameMayBeTruncated || Particles.Contains(pair.Queried ?? pair.Listed ?? ""))
            : SoundsTheSame(pair) || (query.NameMayBeTruncated && Joined(pair.Listed).StartsWith(Joined(pair.Queried), StringComparison.Ordinal));

    private static bool SoundsTheSame(TokenPair pair)
    {
        var (queried, listed) = (Joined(pair.Queried), Joined(pair.Listed));
        return queried == listed || (queried.Length >= 5 && Skeleton.Of(queried) == Skeleton.Of(listed));
    }

    private static string Joined(string? words) => (words ?? "").Replace(" ", "", StringComparison.Ordinal);

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
