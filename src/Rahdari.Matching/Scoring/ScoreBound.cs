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

    /// <summary>The most points, with the prior, of a name of which so many tokens were met, for so many points.</summary>
    public double Of(ListedPerson person, IndexedName name, double points, int covered, bool hasNumber)
    {
        var isLow = name.Name.Kind == ListedNameKind.LowAlias;
        var prior = Evidence.Prior + (isLow ? Evidence.LowAlias : 0);
        covered += uncertain + name.Weighed.Initials;
        var most = points + uncertainPoints + (name.Weighed.Initials * Initial) + (Math.Max(0, Math.Min(queried.Parts, name.Weighed.Parts) - covered) * Evidence.Contradiction);
        if (!isLow && covered >= queried.Parts && (covered >= name.Weighed.Parts || query.NameMayBeTruncated))
            most = Math.Max(most, Evidence.WholeNameMargin - prior);
        return prior + Math.Max(Evidence.WorstName, most) + PersonScore.WithoutName(query, person) + (hasNumber ? Evidence.SameNumber : 0);
    }
}
