namespace Rahdari.Border.Retention;

/// <summary>What goes in one transaction, by the ids of the rows. Of most of them the ledger has an entry under the same id.</summary>
internal sealed class DueRecords
{
    public List<Guid> Crossings { get; } = [];

    public List<Guid> Encounters { get; } = [];

    public List<Guid> Hits { get; } = [];

    public List<Guid> Vetted { get; } = [];

    public List<Guid> Permissions { get; } = [];

    public List<Guid> Extensions { get; } = [];

    public List<Guid> Orders { get; } = [];

    public List<Guid> Papers { get; } = [];

    public List<Guid> Travellers { get; } = [];

    public List<Guid> Audit { get; } = [];

    /// <summary>What other nodes signed and no table here follows: the entries of the ledger are all that there is.</summary>
    public List<Guid> Received { get; } = [];

    public List<Guid> Expected { get; } = [];

    public List<Guid> Messages { get; } = [];

    /// <summary>Encounters that were decided count with their crossing.</summary>
    public int Count => Crossings.Count + Hits.Count + Vetted.Count + Permissions.Count + Extensions.Count + Orders.Count + Papers.Count + Travellers.Count + Audit.Count + Received.Count + Expected.Count + Messages.Count
        + UndecidedEncounters;

    public int UndecidedEncounters { get; set; }
}

/// <summary>What was found from one place on.</summary>
/// <param name="Due">What goes.</param>
/// <param name="Held">Records whose time is over and that a hold keeps.</param>
/// <param name="Needed">Records whose time is over and that something else needs which stays, or of which headquarters has no receipt, or at headquarters that the node which signed them still has.</param>
/// <param name="Oldest">The day from which the time of the oldest that goes ran; null where none goes.</param>
/// <param name="Next">Where the next look begins; null at the end.</param>
internal sealed record DueFound(DueRecords Due, int Held, int Needed, DateOnly? Oldest, Guid? Next);
