using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Shelter.Storage;
using Rahdari.Casework.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Shelter.Organisations;

/// <summary>
/// Organisations, their members and their keys. An account alone opens nothing: a member makes a key of their own under a passphrase, and one who can open the cabinet admits them. Role of everything
/// here: caseworker, for their own organisation; audited. Thread-safe.
/// </summary>
public sealed class OrganisationRegister
{
    /// <summary>The shortest passphrase.</summary>
    public const int ShortestPassphrase = 14;

    /// <summary>The member of every organisation that is a sheet of paper.</summary>
    internal const string Paper = "*paper*";

    private const int SignsOfRecoveryCode = 32; // 160 bits
    private const int FreeTries = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly ShelterWriter writer;
    private readonly TimeProvider clock;
    private readonly KeyStrength strength;

    private readonly CaseworkStorage cases;
    private readonly Inboxes inboxes;

    internal OrganisationRegister(ShelterWriter writer, TimeProvider clock, KeyStrength strength, CaseworkStorage cases, Inboxes inboxes) =>
        (this.writer, this.clock, this.strength, this.cases, this.inboxes) = (writer, clock, strength, cases, inboxes);

    /// <summary>Founds the actor's organisation: makes its keys and admits the actor. The answer holds the recovery code, which is told nowhere else.</summary>
    public async Task<Answer<Founding>> FoundAsync(string name, OrganisationKind kind, string contact, string passphrase, Actor actor, CancellationToken cancellation = default)
    {
        if ((Denied(actor) ?? ShelterFields.Told("name", name) ?? ShelterFields.Known("kind", kind) ?? ShelterFields.Told("contact", contact) ?? Weak(passphrase)) is { } denied)
            return denied;
        var code = Spelt.Random(SignsOfRecoveryCode);
        using var own = strength.MakePair();
        using var paper = strength.MakePair();
        using var cabinet = Cabinet.Make(actor.Organisation!, actor.Name, strength, clock);
        var (locked, paperLocked) = (KeyPair.Locked(own, passphrase, strength), KeyPair.Locked(paper, Spelt.Meant(code), strength));
        return await writer.RunAsync<Answer<Founding>>(
            async append =>
            {
                if (await append.Db.Organisations.AnyAsync(o => o.Code == actor.Organisation, cancellation))
                    return CaseworkRule.OrganisationFounded.Broken(null, ("organisation", actor.Organisation!));
                var members = new Dictionary<string, RSA> { [actor.Name] = own, [Paper] = paper };
                var roster = new Roster(new Dictionary<string, string>(), new Dictionary<string, string>());
                foreach (var (member, key) in members)
                {
                    var publicKey = key.ExportSubjectPublicKeyInfo();
                    roster = roster.With(member, publicKey);
                    append.Db.Members.Add(new MemberRow
                    {
                        Organisation = actor.Organisation!,
                        Name = member,
                        PublicKey = publicKey,
                        PrivateKey = member == Paper ? paperLocked : locked,
                        Keyring = KeyringFor(cabinet, member, publicKey),
                        EnrolledAt = append.Now,
                    });
                }
                var row = new OrganisationRow
                {
                    Code = actor.Organisation!,
                    Name = name.Trim(),
                    Kind = kind,
                    Contact = contact.Trim(),
                    FoundedAt = append.Now,
                    KeyId = cabinet.KeyId,
                    PublicKey = cabinet.PublicKey,
                    Roster = cabinet.SealOwn(RosterOf, roster),
                };
                append.Db.Organisations.Add(row);
                append.Audit(actor, ShelterAction.OrganisationFounded, "organisation", row.Code);
                return new Founding(Of(row), code);
            },
            cancellation);
    }

    /// <summary>Makes the actor's own key under a passphrase. They then tell a member its fingerprint, face to face, and wait to be admitted. Asked again before that, the key is made anew.</summary>
    public async Task<Answer<Member>> EnrolAsync(string passphrase, Actor actor, CancellationToken cancellation = default)
    {
        if ((Denied(actor) ?? Weak(passphrase)) is { } denied)
            return denied;
        using var own = strength.MakePair();
        var locked = KeyPair.Locked(own, passphrase, strength);
        return await writer.RunAsync<Answer<Member>>(
            async append =>
            {
                var (organisation, row) = await RowsAsync(append, actor, cancellation);
                if (append.Refuses(organisation, row) is { } tampered)
                    return tampered;
                if (organisation is null)
                    return CaseworkRule.OrganisationUnknown.Broken(null, ("organisation", actor.Organisation!));
                if (row?.Keyring is not null)
                    return CaseworkRule.MemberKnown.Broken();
                if (row is null)
                    append.Db.Members.Add(row = new MemberRow { Organisation = actor.Organisation!, Name = actor.Name, PublicKey = own.ExportSubjectPublicKeyInfo(), PrivateKey = locked, EnrolledAt = append.Now });
                else
                    (row.PublicKey, row.PrivateKey, row.WrongTries, row.NextTryAt) = (own.ExportSubjectPublicKeyInfo(), locked, 0, null);
                append.Audit(actor, ShelterAction.MemberEnrolled, "organisation", row.Organisation);
                return Of(row);
            },
            cancellation);
    }

    /// <summary>Opens the cabinet. After three wrong passphrases each further one doubles the wait, up to an hour.</summary>
    public async Task<Answer<Cabinet>> OpenAsync(string passphrase, Actor actor, CancellationToken cancellation = default) =>
        Denied(actor) is { } denied ? denied : await UnlockAsync(actor.Name, passphrase, actor, ShelterAction.CabinetOpened, cancellation);

    /// <summary>Changes the actor's passphrase; the key stays.</summary>
    public async Task<Answer<Member>> ChangePassphraseAsync(string passphrase, string next, Actor actor, CancellationToken cancellation = default)
    {
        if ((Denied(actor) ?? Weak(next)) is { } denied)
            return denied;
        var opened = await UnlockAsync(actor.Name, passphrase, actor, ShelterAction.CabinetOpened, cancellation);
        if (!opened.Succeeded)
            return opened.Problem;
        opened.Value.Dispose();
        return await writer.RunAsync<Answer<Member>>(
            async append =>
            {
                var (_, row) = await RowsAsync(append, actor, cancellation);
                if (row is null || append.Refuses(row) is not null || KeyPair.Unlocked(row.PrivateKey, passphrase) is not { } own)
                    return CaseworkRule.PassphraseWrong.Broken();
                using (own)
                    row.PrivateKey = KeyPair.Locked(own, next, strength);
                append.Audit(actor, ShelterAction.PassphraseChanged, "organisation", row.Organisation);
                return Of(row);
            },
            cancellation);
    }

    /// <summary>Admits the actor with the recovery code, under a new passphrase; the code is spent and the answer holds a new one. For when nobody is left who can open the cabinet.</summary>
    public async Task<Answer<Founding>> RecoverAsync(string recoveryCode, string passphrase, Actor actor, CancellationToken cancellation = default)
    {
        if ((Denied(actor) ?? Weak(passphrase)) is { } denied)
            return denied;
        var opened = await UnlockAsync(Paper, Spelt.Meant(recoveryCode), actor, ShelterAction.CabinetRecovered, cancellation);
        if (!opened.Succeeded)
            return opened.Problem;
        using var cabinet = opened.Value;
        var code = Spelt.Random(SignsOfRecoveryCode);
        using var own = strength.MakePair();
        using var paper = strength.MakePair();
        var (locked, paperLocked) = (KeyPair.Locked(own, passphrase, strength), KeyPair.Locked(paper, Spelt.Meant(code), strength));
        return await writer.RunAsync<Answer<Founding>>(
            async append =>
            {
                var organisation = await append.Db.Organisations.SingleAsync(o => o.Code == actor.Organisation, cancellation);
                var members = await append.Db.Members.Where(m => m.Organisation == actor.Organisation && (m.Name == actor.Name || m.Name == Paper)).ToListAsync(cancellation);
                if ((append.Refuses(organisation) ?? append.RefusesAny(members)) is { } tampered)
                    return tampered;
                if (organisation.KeyId != cabinet.KeyId || cabinet.OpenOwn<Roster>(RosterOf, organisation.Roster) is not { } roster)
                    return CaseworkRule.CabinetClosed.Broken();
                foreach (var (member, key, rests) in new[] { (actor.Name, own, locked), (Paper, paper, paperLocked) })
                {
                    var publicKey = key.ExportSubjectPublicKeyInfo();
                    roster = roster.With(member, publicKey);
                    var row = members.SingleOrDefault(m => m.Name == member);
                    if (row is null)
                        append.Db.Members.Add(row = new MemberRow { Organisation = organisation.Code, Name = member, PublicKey = publicKey, PrivateKey = rests, EnrolledAt = append.Now });
                    (row.PublicKey, row.PrivateKey, row.WrongTries, row.NextTryAt) = (publicKey, rests, 0, null);
                    row.Keyring = KeyringFor(cabinet, member, publicKey);
                }
                organisation.Roster = cabinet.SealOwn(RosterOf, roster);
                return new Founding(Of(organisation), code);
            },
            cancellation);
    }

    /// <summary>Admits a member whose key's fingerprint they have told face to face.</summary>
    public Task<Answer<Member>> AdmitAsync(Cabinet cabinet, string member, string fingerprint, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<Member>(
            cabinet,
            actor,
            ShelterFields.Told("member", member),
            async append =>
            {
                var organisation = await append.Db.Organisations.SingleAsync(o => o.Code == cabinet.Organisation, cancellation);
                var row = await append.Db.Members.SingleOrDefaultAsync(m => m.Organisation == cabinet.Organisation && m.Name == member && m.Name != Paper, cancellation);
                if (append.Refuses(row) is { } tampered)
                    return tampered;
                if (row is null)
                    return CaseworkRule.MemberUnknown.Broken("member", ("member", ShelterFields.Shown(member)));
                if (Spelt.Meant(fingerprint) != Spelt.Meant(KeyPair.Fingerprint(row.PublicKey)))
                    return CaseworkRule.FingerprintDiffers.Broken("fingerprint");
                if (cabinet.OpenOwn<Roster>(RosterOf, organisation.Roster) is not { } roster)
                    return CaseworkRule.RecordTampered.Broken(null, ("row", "roster"));
                row.Keyring = KeyringFor(cabinet, row.Name, row.PublicKey);
                organisation.Roster = cabinet.SealOwn(RosterOf, roster.With(row.Name, row.PublicKey));
                append.Audit(actor, ShelterAction.MemberAdmitted, "member", row.Name);
                return Of(row);
            },
            cancellation);

    /// <summary>
    /// Removes a member and makes the organisation's keys anew, with every section's key: what they may have kept opens nothing that is written from now on. The cabinet closes; partners must be told
    /// the new fingerprint. Where a damaged row keeps the keys from being made anew, the answer names it, but the member cannot open the cabinet any more; removed again once it is restored, the keys
    /// change. Nobody removes themselves.
    /// </summary>
    public async Task<Answer<Organisation>> RemoveAsync(Cabinet cabinet, string member, Actor actor, CancellationToken cancellation = default)
    {
        if (Cabinet.Bars(cabinet, actor) is { } denied)
            return denied;
        // What waits is sealed to the key that would go.
        return await inboxes.AloneAsync(
            async () => await cases.ArrivalsWaitAsync(cabinet.Organisation, cancellation) ? CaseworkRule.ArrivalsWait.Broken() : await RemoveAloneAsync(cabinet, member, actor, cancellation), cancellation);
    }

    private async Task<Answer<Organisation>> RemoveAloneAsync(Cabinet cabinet, string member, Actor actor, CancellationToken cancellation)
    {
        using var next = Cabinet.Make(cabinet.Organisation, cabinet.Member, strength, clock);
        var answer = await writer.RunAsync<Organisation>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var members = await append.Db.Members.Where(m => m.Organisation == cabinet.Organisation).ToListAsync(cancellation);
                if (append.RefusesAny(members) is { } tampered)
                    return tampered;
                if (member == cabinet.Member || member == Paper || members.SingleOrDefault(m => m.Name == member) is not { } leaving)
                    return CaseworkRule.MemberUnknown.Broken("member", ("member", ShelterFields.Shown(member)));
                var organisation = await append.Db.Organisations.SingleAsync(o => o.Code == cabinet.Organisation, cancellation);
                if (cabinet.OpenOwn<Roster>(RosterOf, organisation.Roster) is not { } roster)
                    return CaseworkRule.RecordTampered.Broken(null, ("row", "roster"));
                roster = roster.Without(member);
                if (await KeyChange.ApplyAsync(append, cabinet, next, cancellation) is { } unreadable)
                {
                    append.Discard(); // Of the new keys nothing is kept.
                    append.Db.AttachRange(organisation, leaving);
                    (organisation.Roster, leaving.Keyring) = (cabinet.SealOwn(RosterOf, roster), null);
                    append.Audit(actor, ShelterAction.MemberRemoved, "member", member, $"keys not changed: {unreadable.Evidence.Values.FirstOrDefault()}");
                    return unreadable;
                }
                // A member whose key is not the one that was told face to face gets none of the new keys.
                foreach (var staying in members.Where(m => m != leaving && m.Keyring is not null))
                    staying.Keyring = roster.KnowsMember(staying.Name, staying.PublicKey) ? KeyringFor(next, staying.Name, staying.PublicKey) : null;
                (organisation.KeyId, organisation.PublicKey, organisation.Roster) = (next.KeyId, next.PublicKey, next.SealOwn(RosterOf, roster));
                append.Db.Members.Remove(leaving);
                append.Audit(actor, ShelterAction.MemberRemoved, "member", member);
                return Of(organisation);
            },
            cancellation);
        if (answer.Succeeded)
            cabinet.Close();
        return answer;
    }

    /// <summary>Trusts another organisation's key, whose fingerprint its caseworker has told by voice: nothing is shared with it before.</summary>
    public Task<Answer<Organisation>> TrustAsync(Cabinet cabinet, string organisation, string fingerprint, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<Organisation>(
            cabinet,
            actor,
            ShelterFields.Name("organisation", organisation),
            async append =>
            {
                var own = await append.Db.Organisations.SingleAsync(o => o.Code == cabinet.Organisation, cancellation);
                var partner = await append.Db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == organisation && o.Code != cabinet.Organisation, cancellation);
                if (append.Refuses(partner) is { } tampered)
                    return tampered;
                if (partner is null)
                    return CaseworkRule.OrganisationUnknown.Broken("organisation", ("organisation", ShelterFields.Shown(organisation)));
                if (Spelt.Meant(fingerprint) != Spelt.Meant(KeyPair.Fingerprint(partner.PublicKey)))
                    return CaseworkRule.FingerprintDiffers.Broken("fingerprint");
                if (cabinet.OpenOwn<Roster>(RosterOf, own.Roster) is not { } roster)
                    return CaseworkRule.RecordTampered.Broken(null, ("row", "roster"));
                own.Roster = cabinet.SealOwn(RosterOf, roster.WithPartner(partner.Code, partner.PublicKey));
                append.Audit(actor, ShelterAction.PartnerTrusted, "organisation", partner.Code);
                return Of(partner);
            },
            cancellation);

    /// <summary>Every organisation.</summary>
    public async Task<Answer<IReadOnlyList<Organisation>>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (Denied(actor) is { } denied)
            return denied;
        return await writer.RunAsync(
            async append =>
            {
                var rows = await append.Db.Organisations.AsNoTracking().OrderBy(o => o.Code).ToListAsync(cancellation);
                if (append.RefusesAny(rows) is { } tampered)
                    return tampered;
                append.Audit(actor, ShelterAction.OrganisationsRead);
                return new Answer<IReadOnlyList<Organisation>>([.. rows.Select(Of)]);
            },
            cancellation);
    }

    /// <summary>The members of the actor's organisation, and who waits to be admitted.</summary>
    public async Task<Answer<IReadOnlyList<Member>>> MembersAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (Denied(actor) is { } denied)
            return denied;
        return await writer.RunAsync(
            async append =>
            {
                var rows = await append.Db.Members.AsNoTracking().Where(m => m.Organisation == actor.Organisation && m.Name != Paper).OrderBy(m => m.Name).ToListAsync(cancellation);
                if (append.RefusesAny(rows) is { } tampered)
                    return tampered;
                append.Audit(actor, ShelterAction.OrganisationsRead, "organisation", actor.Organisation);
                return new Answer<IReadOnlyList<Member>>([.. rows.Select(Of)]);
            },
            cancellation);
    }

    /// <summary>The public key of a partner that is trusted, or the rule broken.</summary>
    internal static async Task<(OrganisationRow? Partner, Finding? Problem)> TrustedAsync(ShelterAppend append, Cabinet cabinet, string code, CancellationToken cancellation)
    {
        var own = await append.Db.Organisations.AsNoTracking().SingleAsync(o => o.Code == cabinet.Organisation, cancellation);
        var partner = await append.Db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == code && o.Code != cabinet.Organisation, cancellation);
        if (append.Refuses(own, partner) is { } tampered)
            return (null, tampered);
        if (partner is null)
            return (null, CaseworkRule.OrganisationUnknown.Broken("recipient", ("organisation", ShelterFields.Shown(code))));
        return cabinet.OpenOwn<Roster>(RosterOf, own.Roster)?.KnowsPartner(partner.Code, partner.PublicKey) == true
            ? (partner, null)
            : (null, CaseworkRule.KeyNotTrusted.Broken("recipient", ("organisation", partner.Code)));
    }

    private const string RosterOf = "roster";

    /// <summary>The cabinet's keys, sealed to a member's public key.</summary>
    private static byte[] KeyringFor(Cabinet cabinet, string member, byte[] publicKey)
    {
        var keyring = cabinet.Keyring();
        try
        {
            return KeyPair.SealTo(publicKey, KeyringOf(cabinet.Organisation, member, cabinet.KeyId), keyring);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(keyring);
        }
    }

    private static string KeyringOf(string organisation, string member, Guid keyId) => $"keyring|{organisation}|{member}|{keyId:N}";

    private static Organisation Of(OrganisationRow row) => new(row.Code, row.Name, row.Kind, row.Contact, KeyPair.Fingerprint(row.PublicKey));

    private static Member Of(MemberRow row) => new(row.Name, row.Keyring is not null, KeyPair.Fingerprint(row.PublicKey), row.EnrolledAt);

    private static Finding? Denied(Actor actor) => actor.Lacks(Roles.Caseworker) ?? (actor.Organisation is null ? CaseworkRule.OrganisationRequired.Broken() : null);

    private static Finding? Weak(string passphrase) =>
        passphrase is { Length: >= ShortestPassphrase and <= 200 } && ShelterFields.IsWritten(passphrase) && passphrase.Distinct().Count() >= 6 ? null : CaseworkRule.PassphraseWeak.Broken("passphrase", ("shortest", $"{ShortestPassphrase}"));

    private static async Task<(OrganisationRow? Organisation, MemberRow? Member)> RowsAsync(ShelterAppend append, Actor actor, CancellationToken cancellation) =>
        (await append.Db.Organisations.SingleOrDefaultAsync(o => o.Code == actor.Organisation, cancellation),
            await append.Db.Members.SingleOrDefaultAsync(m => m.Organisation == actor.Organisation && m.Name == actor.Name, cancellation));

    /// <summary>Counts the try before it is judged: who ends the process in between gains no try.</summary>
    private async Task<Answer<Cabinet>> UnlockAsync(string member, string passphrase, Actor actor, string action, CancellationToken cancellation)
    {
        var tried = await writer.RunAsync<Answer<MemberRow>>(
            async append =>
            {
                var row = await append.Db.Members.SingleOrDefaultAsync(m => m.Organisation == actor.Organisation && m.Name == member, cancellation);
                if (append.Refuses(row) is { } tampered)
                    return tampered;
                if (row?.Keyring is null)
                    return CaseworkRule.MemberNotAdmitted.Broken();
                if (row.NextTryAt > append.Now)
                    return CaseworkRule.TriesExhausted.Broken(null, ("until", row.NextTryAt.Value.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture)));
                row.WrongTries++;
                var wait = row.WrongTries < FreeTries ? TimeSpan.Zero : TimeSpan.FromMinutes(Math.Min(LongestWait.TotalMinutes, Math.Pow(2, Math.Min(10, row.WrongTries - FreeTries))));
                row.NextTryAt = wait == TimeSpan.Zero ? null : append.Now + wait;
                append.Audit(actor, ShelterAction.PassphraseTried, "organisation", actor.Organisation, member == Paper ? "recovery code" : null);
                return row;
            },
            cancellation);
        if (!tried.Succeeded)
            return tried.Problem;
        using var own = KeyPair.Unlocked(tried.Value.PrivateKey, passphrase ?? "");
        if (own is null)
            return CaseworkRule.PassphraseWrong.Broken();
        byte[]? keyring = null;
        try
        {
            var unlocked = await writer.RunAsync<Answer<OrganisationRow>>(
                async append =>
                {
                    var row = await append.Db.Members.SingleOrDefaultAsync(m => m.Organisation == actor.Organisation && m.Name == member, cancellation);
                    var organisation = await append.Db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == actor.Organisation, cancellation);
                    if (append.Refuses(row, organisation) is { } tampered)
                        return tampered;
                    if (row?.Keyring is null || organisation is null)
                        return CaseworkRule.MemberNotAdmitted.Broken();
                    CryptographicOperations.ZeroMemory(keyring);
                    keyring = KeyPair.OpenFrom(own, KeyringOf(row.Organisation, row.Name, organisation.KeyId), row.Keyring);
                    if (keyring is null)
                        return CaseworkRule.RecordTampered.Broken(null, ("row", "keyring"));
                    (row.WrongTries, row.NextTryAt) = (0, null);
                    append.Audit(actor, action, "organisation", row.Organisation);
                    return organisation;
                },
                cancellation);
            return unlocked.Succeeded ? Cabinet.Of(unlocked.Value.Code, actor.Name, unlocked.Value.KeyId, keyring, clock) : unlocked.Problem;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(keyring);
        }
    }
}
