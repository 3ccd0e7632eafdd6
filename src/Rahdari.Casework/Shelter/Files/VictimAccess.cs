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
        var file = await append.Db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId, cancellation);
        if (append.RefusesAt(file, $"{fileId:N}") is { } tampered)
            return (null, tampered);
        return file?.Owner == cabinet.Organisation ? (file, null) : (null, CaseworkRule.FileNotFound.Broken());
    }

    /// <summary>A section of a file that the organisation keeps.</summary>
    public static Task<Answer<ReadSection>> OwnSectionAsync(ShelterAppend append, Cabinet cabinet, FileRow file, FileSection section, CancellationToken cancellation) =>
        OpenAsync(append, cabinet, file, section, purpose: null, cancellation);

    /// <summary>What a section of an own file says, null where it was never written; or the rule broken.</summary>
    public static async Task<(T? Content, Finding? Problem)> ContentAsync<T>(ShelterAppend append, Cabinet cabinet, FileRow file, FileSection section, CancellationToken cancellation)
        where T : SectionContent
    {
        var read = await OwnSectionAsync(append, cabinet, file, section, cancellation);
        return (read.Value?.Content as T, read.Problem?.Code == CaseworkRule.SectionEmpty.Code ? null : read.Problem);
    }

    /// <summary>True where a consent is what was signed and allows something now. Whoever keeps the file opens it too: nobody else can have made it, not even with the site's signing key.</summary>
    /// <param name="append">The unit.</param>
    /// <param name="owner">The cabinet of the organisation that keeps the file; null where another asks, which cannot open it.</param>
    /// <param name="consent">The consent.</param>
    public static bool Allows(ShelterAppend append, Cabinet? owner, ConsentRow consent) => append.Refuses(consent) is null && consent.IsInForce(append.Now)
        && (owner is null || owner.OpenOwn<ConsentDetails>(KeyChange.Belongs(consent), consent.Details) is not null);

    /// <summary>The file and the consent under which the organisation, which does not keep it, may use it for a purpose; or the rule broken.</summary>
    public static async Task<(FileRow? File, ConsentRow? Consent, Finding? Problem)> ReferredAsync(ShelterAppend append, Cabinet cabinet, Guid fileId, Purpose purpose, CancellationToken cancellation)
    {
        var file = await append.Db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId, cancellation);
        var referrals = await append.Db.Referrals.AsNoTracking().Where(r => r.FileId == fileId && r.To == cabinet.Organisation).ToListAsync(cancellation);
        Guid[] ids = [.. referrals.Where(r => r.Purpose == purpose && r.State == ReferralState.Accepted).Select(r => r.ConsentId)];
        var consents = await append.Db.Consents.AsNoTracking().Where(c => ids.Contains(c.Id) && c.FileId == fileId && c.Recipient == cabinet.Organisation && c.Purpose == purpose).ToListAsync(cancellation);
        if ((append.RefusesAt(file, $"{fileId:N}") ?? append.RefusesAny(referrals) ?? append.RefusesAny(consents)) is { } tampered)
            return (null, null, tampered);
        if (file is null || referrals.Count == 0)
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
        return await OpenAsync(append, cabinet, file, section, purpose, cancellation);
    }

    /// <summary>The recipients of a section by referrals that stand on consents in force.</summary>
    /// <param name="append">The unit.</param>
    /// <param name="owner">As in <see cref="Allows"/>.</param>
    /// <param name="fileId">The file.</param>
    /// <param name="section">The section.</param>
    /// <param name="ending">The consent or the referral that ends, and allows nothing any more; or null.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<IReadOnlySet<string>> RecipientsAsync(ShelterAppend append, Cabinet? owner, Guid fileId, FileSection section, Guid? ending, CancellationToken cancellation)
    {
        var referrals = await append.Db.Referrals.AsNoTracking()
            .Where(r => r.FileId == fileId && r.ConsentId != ending && r.Id != ending && (r.State == ReferralState.Offered || r.State == ReferralState.Accepted)).ToListAsync(cancellation);
        var consents = await append.Db.Consents.AsNoTracking().Where(c => c.FileId == fileId).ToListAsync(cancellation);
        var allowing = consents.Where(c => Allows(append, owner, c)).ToList();
        return referrals.Where(r => append.Refuses(r) is null && Purposes.Sections[r.Purpose].Contains(section))
            .Where(r => allowing.Exists(c => c.Id == r.ConsentId && c.Recipient == r.To && c.Purpose == r.Purpose))
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

    /// <summary>
    /// Ends the referrals of a consent, deletes the recipient's wraps of what no other consent covers, and gives those sections new keys. A section that cannot be opened keeps its key, but the recipient
    /// loses its wrap all the same: a damaged row makes no consent irrevocable. The answer is how many do.
    /// </summary>
    public static async Task<int> WithdrawAsync(ShelterAppend append, Cabinet cabinet, ConsentRow consent, CancellationToken cancellation)
    {
        var kept = 0;
        // Whether it was ever offered does not matter: a recipient that declined, or whose wrap is gone, may have kept a key.
        foreach (var section in consent.IsRefusal ? [] : Purposes.Sections[consent.Purpose])
        {
            var row = await append.Db.Sections.SingleOrDefaultAsync(s => s.FileId == consent.FileId && s.Section == section, cancellation);
            if ((await RecipientsAsync(append, cabinet, consent.FileId, section, consent.Id, cancellation)).Contains(consent.Recipient))
                continue;
            if (row is not null && await KeyChange.RotateAsync(append, cabinet, cabinet, row, consent.Id, cancellation) is null)
                continue;
            var wraps = await append.Db.Wraps.Where(w => w.FileId == consent.FileId && w.Section == section && w.Organisation == consent.Recipient).ToListAsync(cancellation);
            append.Db.Wraps.RemoveRange(wraps);
            kept += row is null ? 0 : 1;
        }
        foreach (var referral in await append.Db.Referrals.Where(r => r.ConsentId == consent.Id && r.State != ReferralState.Ended).ToListAsync(cancellation))
            (referral.State, referral.AnsweredAt, referral.Message) = (ReferralState.Ended, append.Now, []);
        return kept;
    }

    private static async Task<Answer<ReadSection>> OpenAsync(ShelterAppend append, Cabinet cabinet, FileRow file, FileSection section, Purpose? purpose, CancellationToken cancellation)
    {
        var row = await append.Db.Sections.AsNoTracking().SingleOrDefaultAsync(s => s.FileId == file.Id && s.Section == section, cancellation);
        var wrap = await append.Db.Wraps.AsNoTracking().SingleOrDefaultAsync(w => w.FileId == file.Id && w.Section == section && w.Organisation == cabinet.Organisation, cancellation);
        if ((append.RefusesAt(row, SectionRow.KeyOf(file.Id, section)) ?? append.RefusesAt(wrap, WrapRow.KeyOf(file.Id, section, cabinet.Organisation))) is { } tampered)
            return tampered;
        if (row is null)
            return CaseworkRule.SectionEmpty.Broken("section", ("section", $"{section}"));
        if (wrap is null || wrap.KeyId != row.KeyId)
            return purpose is null ? KeyChange.Unreadable(row) : CaseworkRule.ConsentRequired.Broken("section", ("purpose", $"{purpose}"));
        if (KeyChange.KeyOf(cabinet, wrap, isOwner: purpose is null) is not { } key)
            return KeyChange.Unreadable(wrap);
        var content = Sealing.OpenJson<SectionContent>(key, KeyChange.Belongs(row), row.Content);
        CryptographicOperations.ZeroMemory(key);
        if (content is null || content.Section != section)
            return KeyChange.Unreadable(row);
        return new ReadSection(file.Id, file.Pseudonym, content, row.Version, row.WrittenAt, row.WrittenBy);
    }
}
