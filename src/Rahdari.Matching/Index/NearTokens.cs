namespace Rahdari.Matching.Index;

/// <summary>Listed tokens near a token: their ids, and how like they are.</summary>
internal readonly struct NearTokens(ReadOnlyMemory<int> ids, ReadOnlyMemory<float> similarities)
{
    public ReadOnlySpan<int> Ids => ids.Span;

    /// <summary>As <see cref="Names.TokenSimilarity"/> has them.</summary>
    public ReadOnlySpan<float> Similarities => similarities.Span;

    /// <summary>A copy that stays when whoever sought them seeks others.</summary>
    public NearTokens Copy() => new(ids.ToArray(), similarities.ToArray());
}
