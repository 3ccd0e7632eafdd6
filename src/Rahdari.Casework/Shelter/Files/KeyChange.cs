using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Shelter.Referrals;
using Rahdari.Casework.Shelter.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Shelter.Files;

/// <summary>New keys: of a section whose reader was taken away, and of everything that an organisation keeps when its own keys change.</summary>
internal static class KeyChange
{
    /// <summary>
    /// Gives a section a new key and wraps it anew for its owner and for whom consents in force allow it: not for whoever has a wrap, which anybody may have put there. A recipient whose public key is not
    /// the one that the owner was told is left out. Changes nothing where it answers a problem.
    /// </summary>
    /// <param name="append">The unit.</param>
    /// <param name="opens">The owner's cabinet that opens it.</param>
    /// <param name="closes">The owner's cabinet that it is wrapped for: the same, or the next.</param>
    /// <param name="row">The section.</param>
    /// <param name="ending">The consent that ends, or null.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<Finding?> RotateAsync(ShelterAppend append, Cabinet opens, Cabinet closes, SectionRow row, Guid? ending, CancellationToken cancellation)
    {
        var wraps = await append.Db.Wraps.Where(w => w.FileId == row.FileId && w.Section == row.Section).ToListAsync(cancellation);
        var own = wraps.SingleOrDefault(w => w.Organisation == opens.Organisation);
        if (append.Refuses(row, own) is { } tampered)
            return tampered;
        if (own is null || KeyOf(opens, own, isOwner: true) is not { } key)
            return Unreadable(row);
        var isOpened = Sealing.TryOpen(key, Belongs(row), row.Content, out var plain);
        CryptographicOperations.ZeroMemory(key);
        if (!isOpened)
            return Unreadable(row);
        var next = Sealing.NewKey();
        (row.KeyId, row.Version) = (Guid.NewGuid(), row.Version + 1);
        row.Content = Sealing.Seal(next, Belongs(row), plain);
        CryptographicOperations.ZeroMemory(plain);
        (own.KeyId, own.OrganisationKeyId, own.Wrapped) = (row.KeyId, closes.KeyId, closes.WrapOwn(Wrapping(row.FileId, row.Section, row.KeyId), next));
        foreach (var recipient in await VictimAccess.RecipientsAsync(append, opens, row.FileId, row.Section, ending, cancellation))
            await VictimAccess.ShareAsync(append, opens, row, next, recipient, cancellation);
        CryptographicOperations.ZeroMemory(next);
        append.Db.Wraps.RemoveRange(wraps.Where(w => w.KeyId != row.KeyId));
        return null;
    }

    /// <summary>Everything of an organisation under its next keys.</summary>
    public static async Task<Finding?> ApplyAsync(ShelterAppend append, Cabinet before, Cabinet after, CancellationToken cancellation)
    {
        var code = before.Organisation;
        var owned = await append.Db.Files.AsNoTracking().Where(f => f.Owner == code).ToListAsync(cancellation);
        foreach (var file in owned)
        {
            foreach (var section in await append.Db.Sections.Where(s => s.FileId == file.Id).ToListAsync(cancellation))
            {
                if (await RotateAsync(append, before, after, section, null, cancellation) is { } problem)
                    return problem;
            }
        }
        foreach (var consent in await append.Db.Consents.Where(c => append.Db.Files.Any(f => f.Id == c.FileId && f.Owner == code)).ToListAsync(cancellation))
        {
            if (Again<ConsentDetails>(append, before, after, consent, Belongs(consent), consent.Details) is not { } sealedAnew)
                return Unreadable(consent);
            consent.Details = sealedAnew;
        }
        foreach (var stay in await append.Db.Stays.Where(s => s.Organisation == code).ToListAsync(cancellation))
        {
            if (Again<Beds.StayDetails>(append, before, after, stay, Belongs(stay), stay.Details) is not { } sealedAnew)
                return Unreadable(stay);
            stay.Details = sealedAnew;
        }
        foreach (var waiting in await append.Db.Waiting.Where(w => w.Organisation == code).ToListAsync(cancellation))
        {
            if (Again<Beds.WaitingDetails>(append, before, after, waiting, Belongs(waiting), waiting.Details) is not { } sealedAnew)
                return Unreadable(waiting);
            waiting.Details = sealedAnew;
        }
        // What others wrapped and sealed to the public key before: the section's key is theirs to change, the wrap is not left under the old one.
        var foreign = await append.Db.Wraps.Where(w => w.Organisation == code && !append.Db.Files.Any(f => f.Id == w.FileId && f.Owner == code)).ToListAsync(cancellation);
        foreach (var wrap in foreign)
        {
            if (append.Refuses(wrap) is not null || before.Unwrap(wrap.Wrapped) is not { } key)
                return Unreadable(wrap);
            (wrap.OrganisationKeyId, wrap.Wrapped) = (after.KeyId, KeyPair.WrapTo(after.PublicKey, key));
            CryptographicOperations.ZeroMemory(key);
        }
        // Of one that is declined or ended no message is left.
        foreach (var referral in await append.Db.Referrals.Where(r => r.To == code && (r.State == ReferralState.Offered || r.State == ReferralState.Accepted)).ToListAsync(cancellation))
        {
            if (append.Refuses(referral) is not null || before.OpenFrom(Belongs(referral), referral.Message) is not { } message)
                return Unreadable(referral);
            referral.Message = KeyPair.SealTo(after.PublicKey, Belongs(referral), message);
        }
        foreach (var alert in await append.Db.Alerts.Where(a => a.To == code).ToListAsync(cancellation))
        {
            if (append.Refuses(alert) is not null || before.OpenFrom(Belongs(alert), alert.Content) is not { } content)
                return Unreadable(alert);
            alert.Content = KeyPair.SealTo(after.PublicKey, Belongs(alert), content);
        }
        return null;
    }

    /// <summary>The section's key, unwrapped; null where the cabinet does not open it.</summary>
    public static byte[]? KeyOf(Cabinet cabinet, WrapRow wrap, bool isOwner) => wrap.OrganisationKeyId != cabinet.KeyId
        ? null
        : isOwner ? cabinet.UnwrapOwn(Wrapping(wrap.FileId, wrap.Section, wrap.KeyId), wrap.Wrapped) : cabinet.Unwrap(wrap.Wrapped);

    public static string Belongs(SectionRow row) => $"section|{row.FileId:N}|{row.Section}|{row.KeyId:N}|{row.Version}";

    /// <summary>All that a consent says in the clear: what was recorded under one purpose, recipient and time opens under no other.</summary>
    public static string Belongs(ConsentRow row) =>
        $"consent|{row.FileId:N}|{row.Id:N}|{row.Purpose}|{row.Recipient}|{(row.IsRefusal ? "refused" : "given")}|{row.From.ToUnixTimeMilliseconds()}|{row.Until.ToUnixTimeMilliseconds()}";

    public static string Belongs(StayRow row) => $"stay|{row.Id:N}|{row.BedId:N}";

    public static string Belongs(WaitingRow row) => $"waiting|{row.Id:N}";

    public static string Belongs(ReferralRow row) => $"referral|{row.FileId:N}|{row.Id:N}|{row.To}";

    public static string Belongs(AlertRow row) => $"alert|{row.FileId:N}|{row.Id:N}|{row.To}";

    public static string Wrapping(Guid fileId, FileSection section, Guid keyId) => $"wrap|{fileId:N}|{section}|{keyId:N}";

    public static Finding Unreadable(ShelterRow row) => CaseworkRule.RecordTampered.Broken(null, ("row", RowFact.NameOf(row)));

    private static byte[]? Again<T>(ShelterAppend append, Cabinet before, Cabinet after, ShelterRow row, string belongsTo, byte[] box)
        where T : class => append.Refuses(row) is null && before.OpenOwn<T>(belongsTo, box) is { } fact ? after.SealOwn(belongsTo, fact) : null;
}
