using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Casework.Shelter.Referrals;
using Rahdari.Casework.Shelter.Storage;

namespace Rahdari.Casework.Shelter.Alerts;

/// <summary>
/// Safety alerts: to every organisation that holds the file, sealed to each one's key. Role of everything here: caseworker with an opened cabinet; audited. Thread-safe.
/// </summary>
public sealed class AlertDesk
{
    private readonly ShelterWriter writer;

    internal AlertDesk(ShelterWriter writer) => this.writer = writer;

    /// <summary>
    /// Raises an alert for a file that the organisation keeps. A circle of the police is told too where one is named, by pseudonym, kind and level alone, and only where the victim consents; without
    /// that consent nothing is sent to anybody, so that the caseworker asks first or names none. Told again under the same id it changes nothing.
    /// </summary>
    public Task<Answer<RaisedAlert>> RaiseAsync(Cabinet cabinet, Guid id, Guid fileId, AlertLevel level, AlertKind kind, string what, string toDo, string? circle, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<RaisedAlert>(
            cabinet,
            actor,
            ShelterFields.Known("level", level) ?? ShelterFields.Known("kind", kind) ?? ShelterFields.Told("what", what, ShelterFields.LongestText)
            ?? ShelterFields.Told("toDo", toDo, ShelterFields.LongestText) ?? (circle is null ? null : ShelterFields.Coded("circle", circle)),
            async append =>
            {
                var (file, problem) = await VictimAccess.OwnedAsync(append, cabinet, fileId, cancellation);
                if (file is null)
                    return problem!;
                var before = await append.Db.Alerts.AsNoTracking().Where(a => a.AlertId == id).ToListAsync(cancellation);
                var police = await append.Db.PoliceAlerts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellation);
                if ((append.RefusesAny(before) ?? append.RefusesAt(police, $"{id:N}")) is { } tampered)
                    return tampered;
                var told = new AlertContent(kind, what, toDo, cabinet.Organisation);
                if (before.Count > 0)
                {
                    if (before.Find(a => a.To == cabinet.Organisation) is not { } mine || mine.FileId != fileId || mine.Level != level || Opened(cabinet, mine) != told || police?.Circle != circle)
                        return CaseworkRule.KeyTaken.Broken("id");
                    append.Audit(actor, ShelterAction.AlertsRead, "victim", file.Pseudonym);
                    return await RaisedAsync([.. before.Select(a => a.To)]);
                }
                if (circle is not null)
                {
                    var consents = await append.Db.Consents.AsNoTracking().Where(c => c.FileId == fileId && c.Purpose == Purpose.PoliceAlert && c.Recipient == circle).ToListAsync(cancellation);
                    if (!consents.Exists(c => VictimAccess.Allows(append, cabinet, c)))
                        return CaseworkRule.ConsentRequired.Broken("circle", ("purpose", $"{Purpose.PoliceAlert}"));
                }
                var own = await append.Db.Organisations.AsNoTracking().SingleAsync(o => o.Code == cabinet.Organisation, cancellation);
                var recipients = new List<OrganisationRow> { own };
                foreach (var recipient in await VictimAccess.RecipientsAsync(append, cabinet, fileId, FileSection.Safety, null, cancellation))
                {
                    if ((await OrganisationRegister.TrustedAsync(append, cabinet, recipient, cancellation)).Partner is { } partner)
                        recipients.Add(partner);
                }
                var content = JsonSerializer.SerializeToUtf8Bytes(told, ShelterJson.Options);
                foreach (var recipient in recipients)
                {
                    var row = new AlertRow { Id = Guid.NewGuid(), AlertId = id, FileId = fileId, To = recipient.Code, Level = level, At = append.Now, Content = [] };
                    row.Content = KeyPair.SealTo(recipient.PublicKey, KeyChange.Belongs(row), content);
                    append.Db.Alerts.Add(row);
                }
                if (circle is not null)
                    append.Db.PoliceAlerts.Add(new PoliceAlertRow { Id = id, Circle = circle, Pseudonym = file.Pseudonym, Level = level, Kind = kind, At = append.Now });
                append.Audit(actor, ShelterAction.AlertRaised, "victim", file.Pseudonym, $"{level}{(circle is null ? "" : $" {circle}")}");
                return await RaisedAsync([.. recipients.Select(r => r.Code)]);

                async Task<RaisedAlert> RaisedAsync(IReadOnlyList<string> reached)
                {
                    // Whoever it was referred to and is not reached, for whatever reason: a new key that nobody told, a consent that has ended, a damaged record.
                    var referred = await append.Db.Referrals.Where(r => r.FileId == fileId && (r.State == ReferralState.Offered || r.State == ReferralState.Accepted)).Select(r => r.To).Distinct().ToListAsync(cancellation);
                    return new RaisedAlert(id, [.. reached.Order(StringComparer.Ordinal)], [.. referred.Except(reached).Order(StringComparer.Ordinal)], circle);
                }
            },
            cancellation);

    /// <summary>The alerts to the actor's organisation, the newest first; those read for the first time are noted as seen. Of a file whose consent has ended none is shown.</summary>
    public Task<Answer<IReadOnlyList<SafetyAlert>>> ListAsync(Cabinet cabinet, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<IReadOnlyList<SafetyAlert>>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var rows = await append.Db.Alerts.Where(a => a.To == cabinet.Organisation).OrderByDescending(a => a.At).ThenBy(a => a.Id).ToListAsync(cancellation);
                Guid[] ids = [.. rows.Select(r => r.FileId).Distinct()];
                var files = await append.Db.Files.AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellation);
                if ((append.RefusesAny(rows) ?? append.RefusesAny(files.Values)) is { } tampered)
                    return tampered;
                var alerts = new List<SafetyAlert>();
                foreach (var row in rows)
                {
                    if (!files.TryGetValue(row.FileId, out var file))
                        continue;
                    if (file.Owner != cabinet.Organisation && !(await VictimAccess.RecipientsAsync(append, null, file.Id, FileSection.Safety, null, cancellation)).Contains(cabinet.Organisation))
                        continue;
                    if (Opened(cabinet, row) is not { } content)
                        return KeyChange.Unreadable(row);
                    alerts.Add(new SafetyAlert(row.Id, file.Id, file.Pseudonym, row.Level, row.At, row.SeenAt, content));
                }
                foreach (var row in rows.Where(r => r.SeenAt is null && alerts.Exists(a => a.Id == r.Id)))
                    row.SeenAt = append.Now;
                foreach (var pseudonym in alerts.Select(a => a.Pseudonym).Distinct())
                    append.Audit(actor, ShelterAction.AlertsRead, "victim", pseudonym);
                append.Audit(actor, ShelterAction.AlertsRead, null, null, $"{alerts.Count}");
                return new Answer<IReadOnlyList<SafetyAlert>>(alerts);
            },
            cancellation);

    private static AlertContent? Opened(Cabinet cabinet, AlertRow row)
    {
        try
        {
            return cabinet.OpenFrom(KeyChange.Belongs(row), row.Content) is { } json ? JsonSerializer.Deserialize<AlertContent>(json, ShelterJson.Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
