using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Casework.Shelter.Storage;

namespace Rahdari.Casework.Shelter.Referrals;

/// <summary>
/// Referrals between organisations: offered on a consent in force, accepted or declined by the recipient. Access begins with the acceptance and ends with the consent. Role of everything here:
/// caseworker with an opened cabinet; audited. Thread-safe.
/// </summary>
public sealed class ReferralDesk
{
    private readonly ShelterWriter writer;

    internal ReferralDesk(ShelterWriter writer) => this.writer = writer;

    /// <summary>Offers a referral for the purpose and to the recipient of a consent in force. Told again under the same id it changes nothing.</summary>
    /// <param name="cabinet">The opened cabinet of the organisation that keeps the file.</param>
    /// <param name="id">A UUID of whoever offers it.</param>
    /// <param name="consentId">The consent.</param>
    /// <param name="message">What the recipient must know to answer; sealed to its key.</param>
    /// <param name="actor">Who offers it.</param>
    /// <param name="cancellation">Stops before it is recorded.</param>
    public Task<Answer<Referral>> OfferAsync(Cabinet cabinet, Guid id, Guid consentId, string message, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<Referral>(
            cabinet,
            actor,
            ShelterFields.Told("message", message, ShelterFields.LongestText),
            async append =>
            {
                var consent = await append.Db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.Id == consentId, cancellation);
                if (append.RefusesAt(consent, $"{consentId:N}") is { } tampered)
                    return tampered;
                var (file, problem) = consent is null ? (null, CaseworkRule.ConsentUnknown.Broken()) : await VictimAccess.OwnedAsync(append, cabinet, consent.FileId, cancellation);
                if (file is null)
                    return problem!;
                if (await append.Db.Referrals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation) is { } before)
                {
                    if (append.Refuses(before) is { } altered)
                        return altered;
                    if (before.ConsentId != consentId)
                        return CaseworkRule.KeyTaken.Broken("id");
                    append.Audit(actor, ShelterAction.VictimRead, "victim", file.Pseudonym, "referral");
                    return Of(before, file.Pseudonym, null);
                }
                if (!VictimAccess.Allows(append, cabinet, consent!) || !Purposes.IsShared(consent!.Purpose))
                    return CaseworkRule.ConsentRequired.Broken("consent", ("purpose", $"{consent!.Purpose}"));
                var (partner, untrusted) = await OrganisationRegister.TrustedAsync(append, cabinet, consent.Recipient, cancellation);
                if (partner is null)
                    return untrusted!;
                var sections = await append.Db.Sections.Where(s => s.FileId == file.Id).ToListAsync(cancellation);
                var wraps = await append.Db.Wraps.AsNoTracking().Where(w => w.FileId == file.Id && w.Organisation == cabinet.Organisation).ToListAsync(cancellation);
                if ((append.RefusesAny(sections) ?? append.RefusesAny(wraps)) is { } changed)
                    return changed;
                var keys = new List<(SectionRow Section, byte[] Key)>();
                foreach (var section in sections.Where(s => Purposes.Sections[consent.Purpose].Contains(s.Section)))
                {
                    if (wraps.Find(w => w.Section == section.Section && w.KeyId == section.KeyId) is not { } own || KeyChange.KeyOf(cabinet, own, isOwner: true) is not { } key)
                        return KeyChange.Unreadable(section);
                    keys.Add((section, key));
                }
                foreach (var (section, key) in keys)
                {
                    await VictimAccess.ShareAsync(append, cabinet, section, key, partner.Code, cancellation);
                    CryptographicOperations.ZeroMemory(key);
                }
                var row = new ReferralRow
                {
                    Id = id,
                    FileId = file.Id,
                    ConsentId = consent.Id,
                    Purpose = consent.Purpose,
                    From = cabinet.Organisation,
                    To = partner.Code,
                    State = ReferralState.Offered,
                    OfferedAt = append.Now,
                    Message = [],
                };
                row.Message = KeyPair.SealTo(partner.PublicKey, KeyChange.Belongs(row), Encoding.UTF8.GetBytes(message));
                append.Db.Referrals.Add(row);
                append.Audit(actor, ShelterAction.ReferralOffered, "victim", file.Pseudonym, $"{row.Purpose} {row.To}");
                return Of(row, file.Pseudonym, null);
            },
            cancellation);

    /// <summary>Accepts a referral that is offered to the actor's organisation; from now on it reads what the consent covers.</summary>
    public Task<Answer<Referral>> AcceptAsync(Cabinet cabinet, Guid referralId, Actor actor, CancellationToken cancellation = default) =>
        AnswerAsync(cabinet, referralId, isAccepted: true, actor, cancellation);

    /// <summary>Declines a referral; the recipient's wraps of what no other referral needs are deleted.</summary>
    public Task<Answer<Referral>> DeclineAsync(Cabinet cabinet, Guid referralId, Actor actor, CancellationToken cancellation = default) =>
        AnswerAsync(cabinet, referralId, isAccepted: false, actor, cancellation);

    /// <summary>Referrals to and from the actor's organisation, the newest first.</summary>
    public Task<Answer<IReadOnlyList<Referral>>> ListAsync(Cabinet cabinet, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<IReadOnlyList<Referral>>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var rows = await append.Db.Referrals.AsNoTracking().Where(r => r.To == cabinet.Organisation || r.From == cabinet.Organisation).OrderByDescending(r => r.OfferedAt).ThenBy(r => r.Id).ToListAsync(cancellation);
                if (append.RefusesAny(rows) is { } tampered)
                    return tampered;
                Guid[] ids = [.. rows.Select(r => r.FileId).Distinct()];
                var files = await append.Db.Files.AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellation);
                Guid[] consentIds = [.. rows.Select(r => r.ConsentId).Distinct()];
                var consents = await append.Db.Consents.AsNoTracking().Where(c => consentIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
                if (append.RefusesAny(files.Values) is { } changed)
                    return changed;
                append.Audit(actor, ShelterAction.VictimsRead, null, null, "referrals");
                return new Answer<IReadOnlyList<Referral>>([.. rows.Where(r => files.ContainsKey(r.FileId)).Select(r => Read(append, cabinet, r, consents.GetValueOrDefault(r.ConsentId), files[r.FileId], actor))]);
            },
            cancellation);

    private Task<Answer<Referral>> AnswerAsync(Cabinet cabinet, Guid referralId, bool isAccepted, Actor actor, CancellationToken cancellation) =>
        writer.RunAsync<Referral>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var row = await append.Db.Referrals.SingleOrDefaultAsync(r => r.Id == referralId, cancellation);
                if (append.RefusesAt(row, $"{referralId:N}") is { } tampered)
                    return tampered;
                if (row?.To != cabinet.Organisation)
                    return CaseworkRule.ReferralUnknown.Broken();
                var consent = await append.Db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.Id == row.ConsentId, cancellation);
                var file = await append.Db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == row.FileId, cancellation);
                if ((append.RefusesAt(consent, $"{row.ConsentId:N}") ?? append.RefusesAt(file, $"{row.FileId:N}")) is { } changed)
                    return changed;
                var state = isAccepted ? ReferralState.Accepted : ReferralState.Declined;
                if (row.State == state)
                    return Read(append, cabinet, row, consent, file!, actor);
                if (row.State != ReferralState.Offered)
                    return CaseworkRule.ReferralAnswered.Broken(null, ("state", $"{row.State}"));
                if (isAccepted && consent?.IsInForce(append.Now) != true)
                    return CaseworkRule.ConsentRequired.Broken("consent", ("purpose", $"{row.Purpose}"));
                if (!isAccepted)
                {
                    row.Message = [];
                    foreach (var wrap in await append.Db.Wraps.Where(w => w.FileId == row.FileId && w.Organisation == cabinet.Organisation).ToListAsync(cancellation))
                    {
                        if (!(await VictimAccess.RecipientsAsync(append, null, row.FileId, wrap.Section, row.Id, cancellation)).Contains(cabinet.Organisation))
                            append.Db.Wraps.Remove(wrap);
                    }
                }
                (row.State, row.AnsweredAt) = (state, append.Now);
                append.Audit(actor, ShelterAction.ReferralAnswered, "victim", file!.Pseudonym, $"{row.Purpose} {state}");
                return Read(append, cabinet, row, consent, file, actor);
            },
            cancellation);

    /// <summary>The referral with its message, where the actor's organisation is the recipient and a consent in force stands behind it; that it was read is audited.</summary>
    private static Referral Read(ShelterAppend append, Cabinet cabinet, ReferralRow row, ConsentRow? consent, FileRow file, Actor actor)
    {
        var isOpen = row.To == cabinet.Organisation && (row.State is ReferralState.Offered or ReferralState.Accepted) && consent?.Id == row.ConsentId && VictimAccess.Allows(append, null, consent);
        if (!isOpen || cabinet.OpenFrom(KeyChange.Belongs(row), row.Message) is not { } message)
            return Of(row, file.Pseudonym, null);
        append.Audit(actor, ShelterAction.VictimRead, "victim", file.Pseudonym, $"message for {row.Purpose}");
        return Of(row, file.Pseudonym, Encoding.UTF8.GetString(message));
    }

    private static Referral Of(ReferralRow row, string pseudonym, string? message) => new(row.Id, row.FileId, pseudonym, row.Purpose, row.From, row.To, row.State, row.OfferedAt, row.AnsweredAt, message);
}
