using Rahdari.Matching.Index;
using Rahdari.Matching.Names;

namespace Rahdari.Matching.Scoring;

/// <summary>
/// The most that a name can score, of what is known before it is aligned: who cannot reach the threshold need not be
/// compared letter by letter. Never less than <see cref="PersonScore"/> gives where every near token was met.
/// </summary>
internal sealed class ScoreBound
{
    /// <summary>What an initial earns of the heaviest token.</summary>
    private static readonly double Initial = Evidence.HeaviestToken * NameAlignment.Share(TokenSimilarity.Near);

    private readonly PersonQuery query;
    private readonly WeighedName queried;
    private readonly int uncertain;
    private readonly double uncertainPoints;

    public ScoreBound(PersonQuery query, WeighedName queried)
    {
        (this.query, this.queried) = (query, queried);
        // Two letters that a full field has left may begin any name.
        var isCut = query.NameMayBeTruncated && queried.Tokens is [.., { Text.Length: 2 }];
        (uncertain, uncertainPoints) = (queried.Initials + (isCut ? 1 : 0), (queried.Initials * Initial) + (isCut ? Evidence.HeaviestToken : 0) + ((queried.Count - queried.Parts) * Evidence.Particle));
    }

    /// <summary>The most points, with the prior, of a name of which so many tokens were met, for so many points; without what a number adds.</summary>
    public double Of(ListedPerson person, IndexedName name, double points, int covered)
    {
        var isLow = name.Name.Kind == ListedNameKind.LowAlias;
        var prior = Evidence.Prior + (isLow ? Evidence.LowAlias : 0);
        covered += uncertain + name.Weighed.Initials;
        var (fewer, more) = (Math.Min(queried.Parts, name.Weighed.Parts), Math.Max(queried.Parts, name.Weighed.Parts));
        // What a full field cut off counts for nothing.
        var omitted = query.NameMayBeTruncated && name.Weighed.Parts == more ? 0 : Math.Max(0, more - Math.Max(covered, fewer));
        var omission = fewer == 1 ? Evidence.Contradiction : Evidence.Omission * Evidence.LightestToken;
        var most = points + uncertainPoints + (name.Weighed.Initials * Initial) + (Math.Max(0, fewer - covered) * Evidence.Contradiction) + (omitted * omission);
        if (!isLow && covered >= queried.Parts && (covered >= name.Weighed.Parts || query.NameMayBeTruncated))
            most = Math.Max(most, Evidence.WholeNameMargin - prior);
        return prior + Math.Max(Evidence.WorstName, most) + PersonScore.WithoutName(query, person);
    }
}
