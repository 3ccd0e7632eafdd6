namespace Rahdari.Matching.Index;

/// <summary>A listed token is near a token of the query.</summary>
/// <param name="Id">The listed token's.</param>
/// <param name="Token">The query's, by its place; the first of two.</param>
/// <param name="Length">1; 2 where it is two of the query's joined; <see cref="Half"/> or <see cref="CommonerHalf"/>.</param>
/// <param name="Similarity">As <see cref="Names.TokenSimilarity"/> has it.</param>
/// <param name="Points">What the pair earns.</param>
/// <param name="Next">The next link of the same listed token, or -1.</param>
internal readonly record struct NearLink(int Id, int Token, byte Length, float Similarity, float Points, int Next)
{
    /// <summary>A half of the query's: with its neighbour it may be the whole.</summary>
    public const byte Half = 0;

    /// <summary>As <see cref="Half"/>, and the commoner of the two: it leads to nobody to whom the other does not.</summary>
    public const byte CommonerHalf = 255;
}
