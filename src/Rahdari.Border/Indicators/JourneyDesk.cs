using Rahdari.Border.Audit;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;

namespace Rahdari.Border.Indicators;

/// <summary>Records what is told of a journey and what the officer observes, with an encounter that is not decided, and advises anew. Thread-safe.</summary>
public sealed class JourneyDesk
{
    private readonly LedgerWriter ledger;
    private readonly IndicatorAdvice advice;

    internal JourneyDesk(LedgerWriter ledger, IndicatorAdvice advice) => (this.ledger, this.advice) = (ledger, advice);

    /// <summary>
    /// Takes the place of what was told of the encounter before. What stands when the encounter is decided is signed with the decision. Roles: officer,
    /// supervisor; audited.
    /// </summary>
    public async Task<Answer<Encounter>> TellAsync(Guid encounterId, JourneyTold told, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor) is { } denied)
            return denied;
        return await ledger.WriteAsync(append => WriteAsync(append, encounterId, told, actor, cancellation), cancellation);
    }

    private async Task<Answer<Encounter>> WriteAsync(LedgerAppend append, Guid encounterId, JourneyTold told, Actor actor, CancellationToken cancellation)
    {
        var open = await OpenEncounter.FindAsync(append.Db, encounterId, actor, cancellation);
        if (!open.Succeeded)
            return open.Problem;
        var row = open.Value;
        var kept = told.Check(await advice.SetAsync(append.Db, cancellation));
        if (!kept.Succeeded)
            return kept.Problem;
        var content = EncounterContent.Of(row.Content);
        var person = await Person.TravellersAsync(append.Db, row.TravellerId, cancellation);
        content = content with { Journey = kept.Value.IsEmpty ? null : kept.Value, Revision = content.Revision + 1 };
        row.Content = (await advice.JudgeAsync(append.Db, content, new Place(row.Id, row.Port, row.Counter, row.Direction, append.Now), person, cancellation)).ToJson();
        append.Audit(actor.Name, AuditAction.JourneyTold, "encounter", row.Id.ToString(), row.Port, null);
        return (await EncounterView.ReadAsync(append.Db, [row], cancellation))[0];
    }
}
