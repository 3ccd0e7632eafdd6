namespace Rahdari.Border.Encounters;

/// <summary>The counter's work: presents, advises, decides. Thread-safe; each call is one transaction.</summary>
public sealed class EncounterDesk
{
    /// <summary>Reads, inspects, identifies and screens; stores the encounter and audits the read. Roles: officer, supervisor.</summary>
    public Task<Answer<Encounter>> OpenAsync(Presentation presentation, Actor actor, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>
    /// Takes the decision. The same idempotency key with the same decision gives the same answer again
    /// (<see cref="DecidedEncounter.Replayed"/>), however often it is sent. Roles: officer, supervisor; a confirmed hit needs a supervisor.
    /// </summary>
    public Task<Answer<DecidedEncounter>> DecideAsync(Guid encounterId, Decision decision, string idempotencyKey, Actor actor, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Reads an encounter again; audited. Roles: officer, supervisor.</summary>
    public Task<Answer<Encounter>> FindAsync(Guid encounterId, Actor actor, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Encounters that wait for the second line (referred, or with an open hit), oldest first; audited. Role: supervisor.</summary>
    public Task<Answer<Page<Encounter>>> WaitingAsync(int offset, int take, Actor actor, CancellationToken cancellation = default) => throw new NotImplementedException();
}
