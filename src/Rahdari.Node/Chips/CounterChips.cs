using Rahdari.Border.Chips;
using Rahdari.Border.Encounters;
using Rahdari.Documents.Chips;

namespace Rahdari.Node.Chips;

/// <summary>Reads the chip of the document at a counter and adds it to the encounter. Thread-safe.</summary>
public sealed class CounterChips(ICounterReaders readers, ChipDesk desk)
{
    /// <summary>Reads and presents; null where no chip is at hand.</summary>
    /// <param name="encounter">Whose document it is: its zone opens the chip.</param>
    /// <param name="actor">At whose counter.</param>
    /// <param name="progress">Told after every answer of the chip.</param>
    /// <param name="cancellation">Stops between two commands; nothing is presented then.</param>
    public async Task<Answer<Encounter>?> ReadAsync(Encounter encounter, Actor actor, IProgress<ChipProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (await readers.FindAsync(encounter.Counter, encounter.Document, cancellation) is not { } transport)
            return null;
        using var held = transport as IDisposable;
        var reading = await ChipReader.ReadAsync(transport, ChipPassword.OfZone(encounter.Document), progress, cancellation);
        return await desk.PresentAsync(encounter.Id, ChipPresented.Of(reading), actor, cancellation);
    }
}
