using System.Security.Cryptography;
using Rahdari.Links.Messages;
using Rahdari.Links.Pki;

namespace Rahdari.Links.Lines;

/// <summary>The latest word of headquarters; whatever is not headquarters' is dropped and counted. Thread-safe.</summary>
internal sealed class ReceiptBox(string headquarters, string node, NodeCredentials credentials) : IDisposable
{
    private readonly SemaphoreSlim arrived = new(0);
    private SignedReceipt? latest;
    private byte[]? certificate;

    /// <summary>True once headquarters said who it is.</summary>
    public bool IsKnown => Volatile.Read(ref certificate) is not null;

    /// <summary>The key that signed headquarters' last word; null before the first. The caller disposes of it.</summary>
    public ECDsa? Key() => Volatile.Read(ref certificate) is { } known ? credentials.RecordKeyOf(known, headquarters) : null;

    /// <summary>Puts in what came.</summary>
    public void Put(byte[]? bytes)
    {
        if (bytes is null || SignedReceipt.Read(bytes) is not { } receipt || receipt.From != headquarters || receipt.Node != node || !IsGenuine(receipt))
            return;
        Volatile.Write(ref latest, receipt);
        Volatile.Write(ref certificate, receipt.Certificate);
        arrived.Release();
    }

    /// <summary>Takes the latest out; null where none came since.</summary>
    public SignedReceipt? Take() => Interlocked.Exchange(ref latest, null);

    /// <summary>Waits until one comes, or a while.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellation) => arrived.WaitAsync(longest, cancellation);

    public void Dispose() => arrived.Dispose();

    private bool IsGenuine(SignedReceipt receipt)
    {
        if (credentials.RecordKeyOf(receipt.Certificate, headquarters) is not { } key)
            return false;
        using (key)
            return receipt.IsSigned(key);
    }
}
