using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Casework.Shelter.Referrals;
using Rahdari.Casework.Shelter.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Shelter.Consents;

/// <summary>
/// What victims have consented to and refused, recorded and revoked by the organisation that keeps their file. Role of everything here: caseworker with an opened cabinet; audited. Thread-safe.
/// </summary>
public sealed class ConsentRegister
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private readonly ShelterWriter writer;

    internal ConsentRegister(ShelterWriter writer) => this.writer = writer;

    /// <summary>Records a consent or a refusal. A child's is its guardian's, or a decision in its best interests. Sharing begins with a referral, not with the consent.</summary>
    public Task<Answer<Consent>> RecordAsync(Cabinet cabinet, Guid fileId, NewConsent consent, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<Consent>(
            cabinet,
            actor,
            Check(consent),
            async append =>
            {
                var (file, problem) = await VictimAccess.OwnedAsync(append, cabinet, fileId, cancellation);
                if (file is null)
                    return problem!;
                if (await append.Db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.Id == consent.Id, cancellation) is { } before)
                {
                    if (before.FileId != fileId || Opened(append, cabinet, before) is not { } same || !IsSame(same, consent))
                        return CaseworkRule.KeyTaken.Broken("id");
                    append.Audit(actor, ShelterAction.VictimRead, "victim", file.Pseudonym, "consent");
                    return same;
                }
                if (Purposes.IsShared(consent.Purpose))
                {
                    if ((await OrganisationRegister.TrustedAsync(append, cabinet, consent.Recipient, cancellation)).Problem is { } untrusted && !consent.IsRefusal)
                        return untrusted;
                }
                else if (consent.Purpose == Purpose.Statistics && consent.Recipient != cabinet.Organisation)
                {
                    return ShelterFields.Wrong("recipient");
                }
                var identity = await VictimAccess.OwnSectionAsync(append, cabinet, file, FileSection.Identity, cancellation);
                if (!identity.Succeeded)
                    return identity.Problem;
                if (identity.Value.Content is not IdentitySection who || (!consent.IsRefusal && who.MayConsentAlone != (consent.Details.GivenBy == ConsentBy.Victim)))
                    return CaseworkRule.ConsentByOther.Broken("givenBy");
                var row = new ConsentRow
                {
                    Id = consent.Id,
                    FileId = fileId,
                    Purpose = consent.Purpose,
                    Recipient = consent.Recipient,
                    IsRefusal = consent.IsRefusal,
                    From = Whole(consent.From),
                    Until = Whole(consent.Until),
                    RecordedAt = append.Now,
                    RecordedBy = actor.Name,
                    Details = [],
                };
                row.Details = cabinet.SealOwn(KeyChange.Belongs(row), consent.Details);
                append.Db.Consents.Add(row);
                append.Audit(actor, ShelterAction.ConsentRecorded, "victim", file.Pseudonym, $"{row.Purpose} {row.Recipient}{(row.IsRefusal ? " refused" : "")}");
                return Of(row, consent.Details, append.Now);
            },
            cancellation);

    /// <summary>
    /// Revokes a consent at once: the recipient's wraps are deleted, its referrals end, and the sections that it could read get new keys; one that cannot be opened keeps its key, which the audit tells.
    /// Help goes on. What the recipient has read or exported it knows: it is told to erase it.
    /// </summary>
    public Task<Answer<Consent>> RevokeAsync(Cabinet cabinet, Guid consentId, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<Consent>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var row = await append.Db.Consents.SingleOrDefaultAsync(c => c.Id == consentId, cancellation);
                if (append.RefusesAt(row, $"{consentId:N}") is { } tampered)
                    return tampered;
                var (file, problem) = row is null ? (null, CaseworkRule.ConsentUnknown.Broken()) : await VictimAccess.OwnedAsync(append, cabinet, row.FileId, cancellation);
                if (file is null)
                    return problem!;
                if (cabinet.OpenOwn<ConsentDetails>(KeyChange.Belongs(row!), row!.Details) is not { } details)
                    return KeyChange.Unreadable(row);
                if (row.RevokedAt is not null)
                {
                    append.Audit(actor, ShelterAction.VictimRead, "victim", file.Pseudonym, "consent");
                    return Of(row, details, append.Now);
                }
                row.RevokedAt = append.Now;
                append.Audit(actor, ShelterAction.ConsentRevoked, "victim", file.Pseudonym, Told(row, await VictimAccess.WithdrawAsync(append, cabinet, row, cancellation)));
                return Of(row, details, append.Now);
            },
            cancellation);

    /// <summary>Every consent and refusal of a file that the organisation keeps.</summary>
    public Task<Answer<IReadOnlyList<Consent>>> ListAsync(Cabinet cabinet, Guid fileId, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<IReadOnlyList<Consent>>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var (file, problem) = await VictimAccess.OwnedAsync(append, cabinet, fileId, cancellation);
                if (file is null)
                    return problem!;
                var rows = await append.Db.Consents.AsNoTracking().Where(c => c.FileId == fileId).ToListAsync(cancellation);
                var consents = rows.Select(row => Opened(append, cabinet, row)).ToList();
                if (consents.FindIndex(c => c is null) is >= 0 and var bad)
                    return KeyChange.Unreadable(rows[bad]);
                append.Audit(actor, ShelterAction.VictimRead, "victim", file.Pseudonym, "consents");
                return new Answer<IReadOnlyList<Consent>>([.. consents.OfType<Consent>().OrderBy(c => c.From).ThenBy(c => c.Id)]);
            },
            cancellation);

    /// <summary>
    /// Takes away what consents allowed that have ended since: as a revocation does. A consent that has ended allows nothing even before; this takes the keys too. The answer is which; where one is not
    /// what was signed the others end all the same, and the answer names it.
    /// </summary>
    public Task<Answer<IReadOnlyList<Consent>>> EndLapsedAsync(Cabinet cabinet, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<IReadOnlyList<Consent>>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var lapsed = await append.Db.Consents
                    .Where(c => c.Until <= append.Now && c.RevokedAt == null && !c.IsRefusal)
                    .Where(c => append.Db.Files.Any(f => f.Id == c.FileId && f.Owner == cabinet.Organisation))
                    .Where(c => append.Db.Referrals.Any(r => r.ConsentId == c.Id && r.State != ReferralState.Ended)) // Who declined may have kept a key, too.
                    .ToListAsync(cancellation);
                var ended = new List<Consent>();
                Finding? changed = null;
                foreach (var row in lapsed)
                {
                    var file = await append.Db.Files.AsNoTracking().SingleAsync(f => f.Id == row.FileId, cancellation);
                    if (append.Refuses(file) is not null || Opened(append, cabinet, row) is not { } consent)
                    {
                        changed = KeyChange.Unreadable(row);
                        continue;
                    }
                    append.Audit(actor, ShelterAction.ConsentLapsed, "victim", file.Pseudonym, Told(row, await VictimAccess.WithdrawAsync(append, cabinet, row, cancellation)));
                    ended.Add(consent);
                }
                return changed is not null ? changed : new Answer<IReadOnlyList<Consent>>(ended);
            },
            cancellation);

    private static Consent? Opened(ShelterAppend append, Cabinet cabinet, ConsentRow row) =>
        append.Refuses(row) is null && cabinet.OpenOwn<ConsentDetails>(KeyChange.Belongs(row), row.Details) is { } details ? Of(row, details, append.Now) : null;

    private static Consent Of(ConsentRow row, ConsentDetails details, DateTimeOffset now) =>
        new(row.Id, row.FileId, row.Purpose, row.Recipient, row.IsRefusal, row.From, row.Until, row.RevokedAt, row.IsInForce(now), details);

    private static string Told(ConsentRow row, int kept) => $"{row.Purpose} {row.Recipient}{(kept == 0 ? "" : $"; {kept} sections keep their key")}";

    /// <summary>True where what is told again is what was recorded.</summary>
    private static bool IsSame(Consent recorded, NewConsent told) =>
        (recorded.Purpose, recorded.Recipient, recorded.IsRefusal, recorded.From, recorded.Until, recorded.Details) == (told.Purpose, told.Recipient, told.IsRefusal, Whole(told.From), Whole(told.Until), told.Details);

    private static Finding? Check(NewConsent consent) =>
        consent?.Details is null ? ShelterFields.Wrong("consent")
        : ShelterFields.Known("purpose", consent.Purpose) ?? ShelterFields.Coded("recipient", consent.Recipient) ?? ShelterFields.Known("givenBy", consent.Details.GivenBy)
            ?? ShelterFields.Told("explained", consent.Details.Explained, ShelterFields.LongestText) ?? ShelterFields.Told("language", consent.Details.Language) ?? ShelterFields.Text("document", consent.Details.Document)
            ?? ShelterFields.Name("guardian", consent.Details.Guardian)
            ?? (consent.Details.GivenBy == ConsentBy.Victim ? null : ShelterFields.Told("guardian", consent.Details.Guardian) ?? ShelterFields.Told("document", consent.Details.Document))
            ?? (consent.Until > consent.From && consent.Until - consent.From <= Longest ? null : ShelterFields.Wrong("until"));

    private static DateTimeOffset Whole(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
