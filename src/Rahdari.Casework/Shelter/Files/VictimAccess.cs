using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Casework.Shelter.Referrals;
using Rahdari.Casework.Shelter.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Shelter.Files;

/// <summary>Who may read which section of which file: its owner all; a recipient what a consent in force covers, once it accepted the referral. Asked on every read.</summary>
internal static class VictimAccess
{
    /// <summary>The file, where the cabinet's organisation keeps it.</summary>
    public static async Task<(FileRow? File, Finding? Problem)> OwnedAsync(ShelterAppend append, Cabinet cabinet, Guid fileId, CancellationToken cancellation)
    {
        if (await append.BarsAsync(cabinet) is { } barred)
            return (null, barred);
        var file = await append.Db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId && f.Owner == cabinet.Organisation, cancellation);
        if (append.Refuses(file) is { } tampered)
            return (null, tampered);
        return file is null ? (null, CaseworkRule.FileNotFound.Broken()) : (file, null);
    }

    /// <summary>A section of a file that the organisation keeps.</summary>
    public static Task<Answer<ReadSection>> OwnSectionAsync(ShelterAppend append, Cabinet cabinet, FileRow file, FileSection section, CancellationToken cancellation) =>
        OpenAsync(append, cabinet, file, section, isOwner: true, cancellation);

    /// <summary>The file and the consent under which the organisation, which does not keep it, may use it for a purpose; or the rule broken.</summary>
    public static async Task<(FileRow? File, ConsentRow? Consent, Finding? Problem)> ReferredAsync(ShelterAppend append, Cabinet cabinet, Guid fileId, Purpose purpose, CancellationToken cancellation)
    {
        if (await append.BarsAsync(cabinet) is { } barred)
            return (null, null, barred);
        var file = await append.Db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId, cancellation);
        var referrals = await append.Db.Referrals.AsNoTracking().Where(r => r.FileId == fileId && r.To == cabinet.Organisation && r.Purpose == purpose && r.State == ReferralState.Accepted).ToListAsync(cancellation);
        Guid[] ids = [.. referrals.Select(r => r.ConsentId)];
        var consents = await append.Db.Consents.AsNoTracking().Where(c => ids.Contains(c.Id) && c.FileId == fileId && c.Recipient == cabinet.Organisation && c.Purpose == purpose).ToListAsync(cancellation);
        if ((append.Refuses(file) ?? append.RefusesAny(referrals) ?? append.RefusesAny(consents)) is { } tampered)
            return (null, null, tampered);
        if (file is null || !await append.Db.Referrals.AnyAsync(r => r.FileId == fileId && r.To == cabinet.Organisation, cancellation))
            return (null, null, CaseworkRule.FileNotFound.Broken());
        return consents.Find(c => c.IsInForce(append.Now)) is { } inForce ? (file, inForce, null) : (null, null, CaseworkRule.ConsentRequired.Broken("purpose", ("purpose", $"{purpose}")));
    }

    /// <summary>A section that the purpose covers, of a file that was referred.</summary>
    public static async Task<Answer<ReadSection>> ReferredSectionAsync(ShelterAppend append, Cabinet cabinet, Guid fileId, FileSection section, Purpose purpose, CancellationToken cancellation)
    {
        var (file, _, problem) = await ReferredAsync(append, cabinet, fileId, purpose, cancellation);
        if (file is null)
            return problem!;
        if (!Purposes.Sections[purpose].Contains(section))
            return CaseworkRule.ConsentRequired.Broken("section", ("purpose", $"{purpose}"));
        return await OpenAsync(append, cabinet, file, section, isOwner: false, cancellation);
    }

    /// <summary>The recipients of a section by referrals that stand on consents in force, other than a consent that ends.</summary>
    public static async Task<IReadOnlySet<string>> RecipientsAsync(ShelterAppend append, Guid fileId, FileSection section, Guid? ending, CancellationToken cancellation)
    {
        var referrals = await append.Db.Referrals.AsNoTracking().Where(r => r.FileId == fileId && r.ConsentId != ending && (r.State == ReferralState.Offered || r.State == ReferralState.Accepted)).ToListAsync(cancellation);
        var consents = await append.Db.Consents.AsNoTracking().Where(c => c.FileId == fileId).ToListAsync(cancellation);
        return referrals.Where(r => append.Refuses(r) is null && Purposes.Sections[r.Purpose].Contains(section))
            .Where(r => consents.Any(c => c.Id == r.ConsentId && append.Refuses(c) is null && c.Recipient == r.To && c.Purpose == r.Purpose && c.IsInForce(append.Now)))
            .Select(r => r.To).ToHashSet();
    }

    /// <summary>Wraps a section's key for a recipient whose public key is trusted.</summary>
    public static async Task<Finding?> ShareAsync(ShelterAppend append, Cabinet cabinet, SectionRow row, byte[] key, string recipient, CancellationToken cancellation)
    {
        var (partner, problem) = await OrganisationRegister.TrustedAsync(append, cabinet, recipient, cancellation);
        if (partner is null)
            return problem;
        var wrap = await append.Db.Wraps.SingleOrDefaultAsync(w => w.FileId == row.FileId && w.Section == row.Section && w.Organisation == recipient, cancellation);
        if (wrap is null)
            append.Db.Wraps.Add(wrap = new WrapRow { FileId = row.FileId, Section = row.Section, Organisation = recipient, KeyId = row.KeyId, OrganisationKeyId = partner.KeyId, Wrapped = [] });
        (wrap.KeyId, wrap.OrganisationKeyId, wrap.Wrapped) = (row.KeyId, partner.KeyId, KeyPair.WrapTo(partner.PublicKey, key));
        return null;
    }

    /// <summary>Ends the referrals of a consent, deletes the recipient's wraps of what no other consent covers, and gives those sections new keys.</summary>
    public static async Task<Finding?> WithdrawAsync(ShelterAppend append, Cabinet cabinet, ConsentRow consent, CancellationToken cancellation)
    {
        var referrals = await append.Db.Referrals.Where(r => r.ConsentId == consent.Id && (r.State == ReferralState.Offered || r.State == ReferralState.Accepted)).ToListAsync(cancellation);
        if (append.RefusesAny(referrals) is { } tampered)
            return tampered;
        // A recipient that declined, or whose wrap is gone, may have kept a key: all that was ever offered on the consent gets new ones.
        var wasOffered = await append.Db.Referrals.AnyAsync(r => r.ConsentId == consent.Id, cancellation);
        foreach (var section in wasOffered ? Purposes.Sections[consent.Purpose] : [])
        {
            var row = await append.Db.Sections.SingleOrDefaultAsync(s => s.FileId == consent.FileId && s.Section == section, cancellation);
            if (row is null || (await RecipientsAsync(append, consent.FileId, section, consent.Id, cancellation)).Contains(consent.Recipient))
                continue;
            if (await KeyChange.RotateAsync(append, cabinet, cabinet, row, consent.Recipient, cancellation) is { } problem)
                return problem;
        }
        foreach (var referral in referrals)
            (referral.State, referral.AnsweredAt) = (ReferralState.Ended, append.Now);
        return null;
    }

    private static async Task<Answer<ReadSection>> OpenAsync(ShelterAppend append, Cabinet cabinet, FileRow file, FileSection section, bool isOwner, CancellationToken cancellation)
    {
        var row = await append.Db.Sections.AsNoTracking().SingleOrDefaultAsync(s => s.FileId == file.Id && s.Section == section, cancellation);
        var wrap = await append.Db.Wraps.AsNoTracking().SingleOrDefaultAsync(w => w.FileId == file.Id && w.Section == section && w.Organisation == cabinet.Organisation, cancellation);
        if (append.Refuses(row, wrap) is { } tampered)
            return tampered;
        if (row is null)
            return CaseworkRule.SectionEmpty.Broken("section", ("section", $"{section}"));
        if (wrap is null || wrap.KeyId != row.KeyId)
            return isOwner ? KeyChange.Unreadable(row) : CaseworkRule.ConsentRequired.Broken("section", ("purpose", $"{section}"));
        if (KeyChange.KeyOf(cabinet, wrap, isOwner) is not { } key)
            return KeyChange.Unreadable(wrap);
        var content = Sealing.OpenJson<SectionContent>(key, KeyChange.Belongs(row), row.Content);
        CryptographicOperations.ZeroMemory(key);
        if (content is null || content.Section != section)
            return KeyChange.Unreadable(row);
        return new ReadSection(file.Id, file.Pseudonym, content, row.Version, row.WrittenAt, row.WrittenBy);
    }
}
