using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Shelter.Storage;

namespace Rahdari.Casework.Shelter.Alerts;

/// <summary>The alerts that victims agreed to let a circle have: all that the police read of the victims' store. Thread-safe.</summary>
public sealed class PoliceAlerts
{
    private const int Most = 200;

    private readonly ShelterWriter writer;

    internal PoliceAlerts(ShelterWriter writer) => this.writer = writer;

    /// <summary>The alerts to the actor's circle that victims consent to still, the newest first. Roles: investigator, case supervisor; of headquarters every circle's. Audited.</summary>
    public async Task<Answer<IReadOnlyList<PoliceAlert>>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Investigator, Roles.CaseSupervisor) is { } denied)
            return denied;
        return await writer.RunAsync<Answer<IReadOnlyList<PoliceAlert>>>(
            async append =>
            {
                // What the victim took back, or what ran out, is not read any more.
                var found = await append.Db.PoliceAlerts.AsNoTracking().Where(a => actor.Circle == null || a.Circle == actor.Circle)
                    .Join(append.Db.Files.AsNoTracking(), a => a.Pseudonym, f => f.Pseudonym, (a, f) => new { Alert = a, File = f })
                    .Join(
                        append.Db.Consents.AsNoTracking().Where(c => c.Purpose == Purpose.PoliceAlert && !c.IsRefusal && c.RevokedAt == null && c.From <= append.Now && append.Now < c.Until),
                        x => new { FileId = x.File.Id, Recipient = x.Alert.Circle },
                        c => new { c.FileId, c.Recipient },
                        (x, c) => new { x.Alert, x.File, Consent = c })
                    .OrderByDescending(x => x.Alert.At).ThenBy(x => x.Alert.Id).Take(Most).ToListAsync(cancellation);
                if (append.RefusesAny(found.SelectMany(x => new ShelterRow[] { x.Alert, x.File, x.Consent })) is { } tampered)
                    return tampered;
                var alerts = found.Select(x => x.Alert).DistinctBy(a => a.Id).ToList();
                foreach (var pseudonym in alerts.Select(a => a.Pseudonym).Distinct())
                    append.Audit(actor, ShelterAction.AlertsRead, "victim", pseudonym, actor.Circle);
                append.Audit(actor, ShelterAction.AlertsRead, null, null, actor.Circle);
                return new Answer<IReadOnlyList<PoliceAlert>>([.. alerts.Select(r => new PoliceAlert(r.Id, r.Circle, r.Pseudonym, r.Level, r.Kind, r.At))]);
            },
            cancellation);
    }
}
