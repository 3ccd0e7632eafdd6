using Rahdari.Border.Sites;
using Rahdari.Documents.Chips;
using Rahdari.Documents.Chips.Readers;
using Rahdari.Documents.Mrz;

namespace Rahdari.Node.Chips;

/// <summary>Readers of the PC/SC service at this machine, by the site's settings.</summary>
internal sealed class PluggedReaders(SiteSettings settings) : ICounterReaders
{
    /// <summary>A document that is scanned lies on the reader already, or is not meant to.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async ValueTask<IChipTransport?> FindAsync(string counter, MrzFields document, CancellationToken cancellation)
    {
        if (!settings.Readers.TryGetValue(counter, out var name))
            return null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await CardReader.ConnectAsync(name, patience.Token);
        }
        catch (Exception e) when (e is IOException or DllNotFoundException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }
}
