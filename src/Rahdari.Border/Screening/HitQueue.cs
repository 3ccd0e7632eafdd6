namespace Rahdari.Border.Screening;

/// <summary>The hits that wait for a supervisor, and those resolved.</summary>
public sealed class HitQueue
{
    /// <summary>Hits in a state (all where null), open ones oldest first, others newest first; audited. Role: supervisor.</summary>
    public Task<Answer<Page<ScreeningHit>>> ListAsync(HitState? state, int offset, int take, Actor actor, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Dismisses or confirms a hit, with a reason, by someone other than who opened the encounter. Role: supervisor.</summary>
    public Task<Answer<ScreeningHit>> ResolveAsync(Guid hitId, HitState resolution, string reason, Actor actor, CancellationToken cancellation = default) => throw new NotImplementedException();
}
