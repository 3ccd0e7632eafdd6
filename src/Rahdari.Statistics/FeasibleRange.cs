namespace Rahdari.Statistics;

/// <summary>Between which counts a hidden cell remains possible for whoever knows everything that is published.</summary>
/// <param name="Least">The least count.</param>
/// <param name="Most">The greatest; null where there is none.</param>
/// <param name="IsExact">True where there is no other possible count; false where every count told is proven possible and there may be more, which hides the cell the better.</param>
public sealed record FeasibleRange(long Least, long? Most, bool IsExact)
{
    /// <summary>True where it is at least so wide.</summary>
    public bool IsAtLeast(long width) => Most is not { } most || most - Least >= width;
}
