using Rahdari.Matching.Names;

namespace Rahdari.Matching.Index;

/// <summary>The name screened: its tokens, and what each proves.</summary>
internal sealed class QueryName
{
    private readonly TokenWeight[] weights = new TokenWeight[NameFolding.MostTokens];

    public IReadOnlyList<NameToken> Tokens { get; private set; } = [];

    public int Count => Tokens.Count;

    /// <summary>The number of tokens that tell, without particles.</summary>
    public int Parts { get; private set; }

    /// <summary>As <see cref="Parts"/>, without what a full field left too little of.</summary>
    public int TellingParts => Parts - (Count > 0 && IsRemnant(Count - 1) && !Tokens[^1].IsParticle ? 1 : 0);

    /// <summary>True where the last token may be the beginning of one, and others may have been cut off after it.</summary>
    public bool IsTruncated { get; private set; }

    public NameToken this[int at] => Tokens[at];

    public TokenWeight Weight(int at) => weights[at];

    /// <summary>True where the token at a place may be the beginning of one, and is long enough to tell.</summary>
    public bool IsBeginning(int at) => IsTruncated && at == Count - 1 && Tokens[at].Text.Length >= ShortestBeginning;

    /// <summary>True where a full field left so little of the token that it tells nothing.</summary>
    public bool IsRemnant(int at) => IsTruncated && at == Count - 1 && Tokens[at].Text.Length < ShortestBeginning;

    /// <summary>A beginning proves as much as its letters tell.</summary>
    public double BeginningShare => Math.Min(1, Tokens[^1].Text.Length / 5.0) * 0.9;

    private const int ShortestBeginning = 3;

    public void Set(PersonQuery query, NamePopulation population)
    {
        Tokens = NameFolding.Tokens(query.Name);
        IsTruncated = query.NameMayBeTruncated;
        Parts = 0;
        for (var i = 0; i < Tokens.Count; i++)
        {
            weights[i] = population.Weigh(Tokens[i]);
            Parts += Tokens[i].IsParticle ? 0 : 1;
        }
    }
}
