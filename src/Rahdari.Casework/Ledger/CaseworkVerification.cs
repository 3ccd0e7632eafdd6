namespace Rahdari.Casework.Ledger;

/// <summary>The result of walking both chains of casework. Each head, kept elsewhere, proves later that its end was not cut off.</summary>
/// <param name="Cases">The chain of the cases.</param>
/// <param name="Shelter">The chain of the victims' store.</param>
public sealed record CaseworkVerification(LedgerVerification Cases, LedgerVerification Shelter)
{
    /// <summary>Everything wrong with either.</summary>
    public IReadOnlyList<LedgerFault> Faults { get; } = [.. Cases.Faults, .. Shelter.Faults];
}
