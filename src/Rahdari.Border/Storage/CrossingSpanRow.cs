namespace Rahdari.Border.Storage;

/// <summary>
/// When a traveller's first and latest crossings were, refusals among them, and how many: who is asked for at the counter is read from the months between, and in short
/// from none. It follows from the crossings, as <see cref="LastCrossingRow"/> does.
/// </summary>
internal sealed class CrossingSpanRow
{
    public required Guid TravellerId { get; init; }

    public required DateTimeOffset FirstAt { get; set; }

    public required DateTimeOffset LastAt { get; set; }

    /// <summary>Refusals and what was annulled left out.</summary>
    public required int Crossings { get; set; }

    public required int Refusals { get; set; }
}
