namespace Rahdari.Matching.Index;

/// <summary>
/// Listed tokens that may be the two halves of one token. Whoever has both has the rarer: those alone lead to names, the commoner are looked for beside them.
/// </summary>
internal readonly struct NearHalves(ReadOnlyMemory<int> rarer, ReadOnlyMemory<int> commoner)
{
    public ReadOnlySpan<int> Rarer => rarer.Span;

    public ReadOnlySpan<int> Commoner => commoner.Span;

    /// <summary>A copy that stays when whoever sought them seeks others.</summary>
    public NearHalves Copy() => new(rarer.ToArray(), commoner.ToArray());
}
