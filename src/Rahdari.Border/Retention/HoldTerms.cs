namespace Rahdari.Border.Retention;

/// <summary>What is to be kept, whatever the schedule says.</summary>
/// <param name="Authority">Who ordered it; at most 200 characters.</param>
/// <param name="AuthorityReference">The authority's reference: of the case, the order or the letter; at most 500 characters.</param>
/// <param name="Reason">Why; at most 1,000 characters.</param>
public sealed record HoldTerms(string Authority, string AuthorityReference, string Reason)
{
    /// <summary>Travellers; with each of them everybody who is the same person, now or later. At most 200.</summary>
    public IReadOnlyList<Guid> Travellers { get; init; } = [];

    /// <summary>The number of an exit order that is kept too; null where none is.</summary>
    public int? ExitOrder { get; init; }
}
