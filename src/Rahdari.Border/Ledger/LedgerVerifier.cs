namespace Rahdari.Border.Ledger;

/// <summary>Walks a node's chain from its first record and compares the tables with it.</summary>
public sealed class LedgerVerifier
{
    /// <summary>Verifies.</summary>
    /// <param name="anchor">A head noted earlier (<c>sequence:hash</c>), which must still be in the chain; or null.</param>
    /// <param name="progress">Receives the share walked, 0 to 1.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public Task<LedgerVerification> VerifyAsync(string? anchor = null, IProgress<double>? progress = null, CancellationToken cancellation = default) => throw new NotImplementedException();
}
