using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Ledger;

namespace Rahdari.Casework.Shelter.Alerts;

/// <summary>The alerts that victims agreed to let a circle have: all that the police read of the victims' store. Thread-safe.</summary>
public sealed class PoliceAlerts
{
    private const int Most = 200;

    private readonly ShelterWriter writer;

    internal PoliceAlerts(ShelterWriter writer) => this.writer = writer;

    /// <summary>The alerts to the actor's circle, the newest first. Roles: investigator, case supervisor; of headquarters every circle's. Audited.</summary>
    public async Task<Answer<IReadOnlyList<PoliceAlert>>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Investigator, Roles.CaseSupervisor) is { } denied)
            return denied;
        return await writer.RunAsync<Answer<IReadOnlyList<PoliceAlert>>>(
            async append =>
            {
                var rows = await append.Db.PoliceAlerts.AsNoTracking().Where(a => actor.Circle == null || a.Circle == actor.Circle).OrderByDescending(a => a.At).ThenBy(a => a.Id).Take(Most).ToListAsync(cancellation);
                if (append.RefusesAny(rows) is { } tampered)
                    return tampered;
                append.Audit(actor, ShelterAction.AlertsRead, null, null, actor.Circle);
                return new Answer<IReadOnlyList<PoliceAlert>>([.. rows.Select(r => new PoliceAlert(r.Id, r.Circle, r.Pseudonym, r.Level, r.Kind, r.At))]);
            },
            cancellation);
    }
}
