using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Shelter.Organisations;
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
    public async Task<Answer<RaisedAlert>> RaiseAsync(Cabinet cabinet, Guid id, Guid fileId, AlertLevel level, AlertKind kind, string what, string toDo, string? circle, Actor actor, CancellationToken cancellation = default)
    {
        if ((Cabinet.Bars(cabinet, actor) ?? ShelterFields.Known("level", level) ?? ShelterFields.Known("kind", kind) ?? ShelterFields.Told("what", what, ShelterFields.LongestText)
            ?? ShelterFields.Told("toDo", toDo, ShelterFields.LongestText) ?? (circle is null ? null : ShelterFields.Coded("circle", circle))) is { } denied)
        {
            return denied;
        }
        return await writer.RunAsync<Answer<RaisedAlert>>(
            async append =>
            {
                var (file, problem) = await VictimAccess.OwnedAsync(append, cabinet, fileId, cancellation);
                if (file is null)
                    return problem!;
                var before = await append.Db.Alerts.AsNoTracking().Where(a => a.AlertId == id).ToListAsync(cancellation);
                if (before.Count > 0)
                    return before.TrueForAll(a => a.FileId == fileId) ? new RaisedAlert(id, [.. before.Select(a => a.To).Order()], circle) : CaseworkRule.FileNotFound.Broken("id");
                if (circle is not null)
                {
                    var consents = await append.Db.Consents.AsNoTracking().Where(c => c.FileId == fileId && c.Purpose == Purpose.PoliceAlert && c.Recipient == circle).ToListAsync(cancellation);
                    if (!consents.Exists(c => append.Refuses(c) is null && c.IsInForce(append.Now)))
                        return CaseworkRule.ConsentRequired.Broken("circle", ("purpose", $"{Purpose.PoliceAlert}"));
                }
                var own = await append.Db.Organisations.AsNoTracking().SingleAsync(o => o.Code == cabinet.Organisation, cancellation);
                var recipients = new List<OrganisationRow> { own };
                foreach (var recipient in (await VictimAccess.RecipientsAsync(append, fileId, FileSection.Safety, null, cancellation)).Order())
                {
                    if ((await OrganisationRegister.TrustedAsync(append, cabinet, recipient, cancellation)).Partner is { } partner)
                        recipients.Add(partner);
                }
                var content = JsonSerializer.SerializeToUtf8Bytes(new AlertContent(kind, what, toDo, cabinet.Organisation), ShelterJson.Options);
                foreach (var recipient in recipients)
                {
                    var row = new AlertRow { Id = Guid.NewGuid(), AlertId = id, FileId = fileId, To = recipient.Code, Level = level, At = append.Now, Content = [] };
                    row.Content = KeyPair.SealTo(recipient.PublicKey, KeyChange.Belongs(row), content);
                    append.Db.Alerts.Add(row);
                }
                if (circle is not null)
                    append.Db.PoliceAlerts.Add(new PoliceAlertRow { Id = Guid.NewGuid(), Circle = circle, Pseudonym = file.Pseudonym, Level = level, Kind = kind, At = append.Now });
                append.Audit(actor, ShelterAction.AlertRaised, "victim", file.Pseudonym, $"{level}{(circle is null ? "" : $" {circle}")}");
                return new RaisedAlert(id, [.. recipients.Select(r => r.Code).Order()], circle);
            },
            cancellation);
    }

    /// <summary>The alerts to the actor's organisation, the newest first; those read for the first time are noted as seen. Of a file whose consent has ended none is shown.</summary>
    public async Task<Answer<IReadOnlyList<SafetyAlert>>> ListAsync(Cabinet cabinet, Actor actor, CancellationToken cancellation = default)
    {
        if (Cabinet.Bars(cabinet, actor) is { } denied)
            return denied;
        return await writer.RunAsync<Answer<IReadOnlyList<SafetyAlert>>>(
            async append =>
            {
                if (await append.BarsAsync(cabinet) is { } barred)
                    return barred;
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
                    if (file.Owner != cabinet.Organisation && !(await VictimAccess.RecipientsAsync(append, file.Id, FileSection.Safety, null, cancellation)).Contains(cabinet.Organisation))
                        continue;
                    if (cabinet.OpenFrom(KeyChange.Belongs(row), row.Content) is not { } json || JsonSerializer.Deserialize<AlertContent>(json, ShelterJson.Options) is not { } content)
                        return KeyChange.Unreadable(row);
                    alerts.Add(new SafetyAlert(row.Id, file.Id, file.Pseudonym, row.Level, row.At, row.SeenAt, content));
                }
                foreach (var row in rows.Where(r => r.SeenAt is null && alerts.Exists(a => a.Id == r.Id)))
                    row.SeenAt = append.Now;
                append.Audit(actor, ShelterAction.AlertsRead, null, null, $"{alerts.Count}");
                return new Answer<IReadOnlyList<SafetyAlert>>(alerts);
            },
            cancellation);
    }
}
