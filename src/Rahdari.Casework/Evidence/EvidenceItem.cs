namespace Rahdari.Casework.Evidence;

/// <summary>A piece of evidence as it stands, with everything that happened to it: its chain of custody.</summary>
/// <param name="Id">A UUID of whoever took it.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Item">1, 2, 3 … in the case.</param>
/// <param name="Taken">What it is.</param>
/// <param name="Holder">Who has it.</param>
/// <param name="IsDisposed">True once it was returned, destroyed or forfeited.</param>
/// <param name="Chain">What happened to it, the first first.</param>
public sealed record EvidenceItem(Guid Id, Guid CaseId, int Item, EvidenceTaken Taken, string Holder, bool IsDisposed, IReadOnlyList<EvidenceEvent> Chain)
{
    /// <summary>True where a file can be read.</summary>
    public bool HasFile => Taken.FileName is not null && !IsDisposed;

    /// <summary>A piece from its events. Pure.</summary>
    internal static EvidenceItem Of(IReadOnlyList<EvidenceEvent> chain)
    {
        var taken = (EvidenceTaken)chain[0].Fact;
        return new EvidenceItem(
            chain[0].EvidenceId, chain[0].CaseId, chain[0].Item, taken, chain.Select(e => e.Fact).OfType<HandedOver>().LastOrDefault()?.To ?? taken.Holder, chain.Any(e => e.Fact is Disposed), chain);
    }
}
