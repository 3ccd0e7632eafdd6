using Rahdari.Documents.Chips;
using Rahdari.Documents.Mrz;
using Rahdari.Node.Chips;
using Rahdari.Training.Lessons;

namespace Rahdari.Node.Training;

/// <summary>The chips of a lesson's documents, laid on a counter's reader with them.</summary>
/// <param name="chips">The chips.</param>
public sealed class LessonReaders(LessonChips chips) : ICounterReaders
{
    /// <inheritdoc/>
    public ValueTask<IChipTransport?> FindAsync(string counter, MrzFields document, CancellationToken cancellation) => ValueTask.FromResult(chips.Find(document));
}
