namespace Rahdari.Documents.AdvanceInformation;

/// <summary>A flight and the ports it calls at, in order.</summary>
/// <param name="Number">Carrier and number, as written: <c>PK301</c>.</param>
/// <param name="Stage">20 the flight itself, 34 over-flight, as written (TDT 8051).</param>
/// <param name="Calls">The ports.</param>
public sealed record AdvanceFlight(string Number, string Stage, IReadOnlyList<AdvanceCall> Calls)
{
    /// <summary>The number of the segment that names it.</summary>
    public int Segment { get; init; }

    internal int Position { get; init; }

    /// <summary>When it arrives in the country: at the call 87, else at the last that has a time.</summary>
    public AdvanceTime? Arrival => Calls.FirstOrDefault(c => c.Kind == AdvanceCall.FirstArrival)?.Arrival ?? Calls.LastOrDefault(c => c.Arrival is not null)?.Arrival;

    /// <summary>The legs between one call and the next.</summary>
    public IEnumerable<(AdvanceCall From, AdvanceCall To)> Legs => Calls.Zip(Calls.Skip(1));
}
