using Rahdari.Documents.Chips;
using Rahdari.Documents.Mrz;

namespace Rahdari.Node.Chips;

/// <summary>The chip readers that hang on this machine, by counter. Thread-safe.</summary>
public interface ICounterReaders
{
    /// <summary>The chip of the document on a counter's reader; null where the counter has no reader here, or nothing lies on it. The caller disposes it where it can be.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="document">What the zone says, for readers that only pretend.</param>
    /// <param name="cancellation">Stops.</param>
    ValueTask<IChipTransport?> FindAsync(string counter, MrzFields document, CancellationToken cancellation);
}
