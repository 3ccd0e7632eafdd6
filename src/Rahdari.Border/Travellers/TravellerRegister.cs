namespace Rahdari.Border.Travellers;

/// <summary>Reads travellers; every read is audited.</summary>
public sealed class TravellerRegister
{
    /// <summary>A traveller's documents, crossings and open stay. Roles: officer, supervisor, auditor.</summary>
    public Task<Answer<TravellerHistory>> HistoryAsync(Guid travellerId, Actor actor, CancellationToken cancellation = default) => throw new NotImplementedException();
}
