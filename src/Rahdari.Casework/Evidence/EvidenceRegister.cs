using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Evidence;

/// <summary>
/// The evidence of the cases, with its chain of custody: each piece is hashed when it is taken, rests encrypted, and everything that happens to it, every reading too, is a signed event that stays. Thread-safe.
/// </summary>
public sealed class EvidenceRegister
{
    /// <summary>Bytes of the longest file.</summary>
    public const long Largest = 256L << 20;

    private readonly CaseworkHome home;
    private readonly CaseworkStorage storage;
    private readonly CaseworkWriter ledger;
    private readonly EvidenceContent contents;
    private readonly TimeProvider clock;

    internal EvidenceRegister(CaseworkHome home, CaseworkStorage storage, CaseworkWriter ledger, EvidenceContent contents, TimeProvider clock) =>
        (this.home, this.storage, this.ledger, this.contents, this.clock) = (home, storage, ledger, contents, clock);

    /// <summary>Records a piece of evidence. Roles: investigator, case supervisor; of the case's circle. Told again under the same id with the same file it is the piece that was recorded. Audited.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="id">A UUID of whoever records it.</param>
    /// <param name="told">What it is.</param>
    /// <param name="content">The file, read once from where it stands to its end; null for a thing.</param>
    /// <param name="actor">Who records it.</param>
    /// <param name="cancellation">Stops before it is recorded; nothing of the file stays.</param>
    public async Task<Answer<EvidenceItem>> TakeAsync(Guid caseId, Guid id, EvidenceTold told, Stream? content, Actor actor, CancellationToken cancellation = default)
    {
        if ((Denied(actor) ?? told.Check(home.LocalDay(clock.GetUtcNow())) ?? (content is null == told.FileName is null ? null : CaseworkRule.FieldInvalid.Broken("fileName", ("field", "fileName")))) is { } wrong)
            return wrong;
        await using (var db = storage.Open())
        {
            if (await BarsAsync(db, caseId, actor, cancellation) is { } barred)
                return barred;
        }
        var written = content is null ? null : await contents.WriteAsync(id, content, Largest, cancellation);
        if (content is not null && written is null)
            return CaseworkRule.EvidenceTooLarge.Broken("content", ("most", $"{Largest >> 20}"));
        var taken = new EvidenceTaken(told.Title.Trim(), told.Kind, told.TakenOn, told.Place.Trim(), told.Holder.Trim(), told.From?.Trim())
        {
            FileName = told.FileName is null ? null : Path.GetFileName(told.FileName.Replace('\\', '/')),
            Length = written?.Length ?? 0,
            Sha256 = written?.Sha256,
            SealedSha256 = written?.SealedSha256,
            KeySha256 = written is null ? null : Convert.ToHexStringLower(SHA256.HashData(written.WrappedKey)),
        };
        Answer<EvidenceItem> answer;
        try
        {
            answer = await RecordAsync(caseId, id, taken, written, actor, cancellation);
        }
        catch (OperationCanceledException) when (written is not null)
        {
            await contents.DropAsync(written.ContentId, CancellationToken.None);
            throw;
        }
        // What was sent again lies there already.
        if (written is not null && (!answer.Succeeded || answer.Value.Taken.SealedSha256 != written.SealedSha256))
            await contents.DropAsync(written.ContentId, CancellationToken.None);
        return answer;
    }

    private Task<Answer<EvidenceItem>> RecordAsync(
        Guid caseId, Guid id, EvidenceTaken taken, EvidenceContent.Written? written, Actor actor, CancellationToken cancellation) => ledger.WriteAsync<Answer<EvidenceItem>>(
            async append =>
            {
                if (await BarsAsync(append.Db, caseId, actor, cancellation) is { } barred)
                    return barred;
                if (await append.Db.Evidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellation) is { } before)
                {
                    var known = await ItemAsync(append.Db, before, cancellation);
                    return known.CaseId == caseId && known.Taken with { SealedSha256 = taken.SealedSha256, KeySha256 = taken.KeySha256 } == taken ? known : CaseworkRule.KeyTaken.Broken("id");
                }
                var item = await append.Db.Evidence.CountAsync(e => e.CaseId == caseId, cancellation) + 1;
                append.Db.Evidence.Add(new EvidenceRow { Id = id, CaseId = caseId, Item = item, Version = 1, ContentId = written?.ContentId, WrappedKey = written?.WrappedKey });
                var first = new EvidenceEvent(id, id, caseId, 1, append.Now, actor.Name, taken, item);
                Record(append, first);
                return EvidenceItem.Of([first]);
            },
            cancellation);

    /// <summary>The evidence of a case, each piece with its chain of custody. Roles: investigator, case supervisor of its circle, auditor. Audited.</summary>
    public async Task<Answer<IReadOnlyList<EvidenceItem>>> ListAsync(Guid caseId, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        if (await BarsAsync(db, caseId, actor, cancellation) is { } barred)
            return barred;
        await ledger.AuditAsync(actor, CaseworkAction.EvidenceListed, "case", $"{caseId}", null, cancellation);
        var rows = await db.Evidence.AsNoTracking().Where(e => e.CaseId == caseId).OrderBy(e => e.Item).ToListAsync(cancellation);
        var items = new List<EvidenceItem>();
        foreach (var row in rows)
            items.Add(await ItemAsync(db, row, cancellation));
        return new Answer<IReadOnlyList<EvidenceItem>>(items);
    }

    /// <summary>Hands a file out: that it was read, by whom and what for, is in its chain before the first byte is. Roles: investigator, case supervisor of its circle.</summary>
    /// <param name="id">The piece.</param>
    /// <param name="why">What for.</param>
    /// <param name="actor">Who reads it.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<Answer<EvidenceFile>> ReadAsync(Guid id, string why, Actor actor, CancellationToken cancellation = default)
    {
        var told = await TellAsync(id, Guid.CreateVersion7(), new EvidenceRead(why), actor, cancellation);
        if (!told.Succeeded)
            return told.Problem;
        await using var db = storage.Open();
        var row = await db.Evidence.AsNoTracking().SingleAsync(e => e.Id == id, cancellation);
        return new EvidenceFile(told.Value, (to, stop) => contents.ReadAsync(row, to, stop));
    }

    /// <summary>Compares a file with what was recorded when it was taken; what came of it is in its chain. Roles: investigator, case supervisor of its circle.</summary>
    public async Task<Answer<EvidenceItem>> CheckAsync(Guid id, Actor actor, CancellationToken cancellation = default)
    {
        if (Denied(actor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var row = await db.Evidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellation);
        if (row is null)
            return CaseworkRule.EvidenceNotFound.Broken();
        if (await BarsAsync(db, row.CaseId, actor, cancellation) is { } barred)
            return barred;
        var item = await ItemAsync(db, row, cancellation);
        if (!item.HasFile)
            return item.IsDisposed ? CaseworkRule.EvidenceDisposed.Broken() : CaseworkRule.EvidenceWithoutFile.Broken();
        using var hash = SHA256.Create();
        await using var into = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write);
        // A key that is lost is no proof against the file.
        if (!contents.MayOpen(row))
            return CaseworkRule.VaultUnreadable.Broken();
        var isWhole = await contents.ReadAsync(row, into, cancellation);
        await into.FlushFinalBlockAsync(cancellation);
        var isIntact = isWhole && Convert.ToHexStringLower(hash.Hash!) == item.Taken.Sha256;
        return await TellAsync(id, Guid.CreateVersion7(), new EvidenceChecked(isIntact), actor, cancellation);
    }

    /// <summary>That somebody else has it now. Roles: investigator, case supervisor of its circle. Told again under the same id it changes nothing.</summary>
    public Task<Answer<EvidenceItem>> HandOverAsync(Guid id, Guid eventId, HandedOver handed, Actor actor, CancellationToken cancellation = default) => TellAsync(id, eventId, handed, actor, cancellation);

    /// <summary>That it was returned, destroyed or forfeited by order: a file's content is erased, its chain stays. Role: case supervisor of its circle. Told again under the same id it changes nothing.</summary>
    public async Task<Answer<EvidenceItem>> DisposeAsync(Guid id, Guid eventId, Disposed disposed, Actor actor, CancellationToken cancellation = default) =>
        actor.Lacks(Roles.CaseSupervisor) is { } denied ? denied : await TellAsync(id, eventId, disposed, actor, cancellation);

    /// <summary>True where a row is not what the events of the piece say, or its content is not what was taken.</summary>
    internal static async Task<bool> StaleAsync(CaseworkContext db, EvidenceRow row, IReadOnlyList<EvidenceEvent> events, CancellationToken cancellation)
    {
        if (events[0].Fact is not EvidenceTaken)
            return true;
        var item = EvidenceItem.Of(events);
        return (row.CaseId, row.Item, row.Version) != (item.CaseId, item.Item, events.Count)
            || item.HasFile != row.ContentId is not null
            || (row.WrappedKey is { } key ? Convert.ToHexStringLower(SHA256.HashData(key)) != item.Taken.KeySha256 : item.HasFile)
            || (row.ContentId is { } content && await EvidenceContent.SealedHashAsync(db, content, cancellation) != item.Taken.SealedSha256);
    }

    private async Task<Answer<EvidenceItem>> TellAsync(Guid id, Guid eventId, EvidenceFact fact, Actor actor, CancellationToken cancellation)
    {
        if ((Denied(actor) ?? EvidenceTold.Check(fact)) is { } denied)
            return denied;
        return await ledger.WriteAsync<Answer<EvidenceItem>>(
            async append =>
            {
                var row = await append.Db.Evidence.SingleOrDefaultAsync(e => e.Id == id, cancellation);
                if (row is null)
                    return CaseworkRule.EvidenceNotFound.Broken();
                if (await BarsAsync(append.Db, row.CaseId, actor, cancellation) is { } barred)
                    return barred;
                var item = await ItemAsync(append.Db, row, cancellation);
                if (await SignedEvents.FindAsync<EvidenceEvent>(append.Db, eventId, cancellation) is { IsTaken: true } before)
                    return before.Told?.EvidenceId == id && before.Told.Fact == fact ? item : CaseworkRule.KeyTaken.Broken("id");
                if (item.IsDisposed)
                    return CaseworkRule.EvidenceDisposed.Broken();
                if (fact is EvidenceRead && !item.HasFile)
                    return CaseworkRule.EvidenceWithoutFile.Broken();
                if (fact is Disposed && row.ContentId is { } content)
                {
                    await append.Db.EvidenceParts.Where(p => p.ContentId == content).ExecuteDeleteAsync(cancellation);
                    (row.ContentId, row.WrappedKey) = (null, null);
                }
                var told = new EvidenceEvent(eventId, id, row.CaseId, ++row.Version, append.Now, actor.Name, fact);
                Record(append, told);
                return EvidenceItem.Of([.. item.Chain, told]);
            },
            cancellation);
    }

    private static void Record(CaseworkAppend append, EvidenceEvent told)
    {
        SignedEvents.Add(append, CaseworkFactKind.Evidence, told.EvidenceId, told.Number, told.Id, told);
        append.Audit(told.By, CaseworkAction.EvidenceTold, "evidence", $"{told.EvidenceId}", told.Fact.GetType().Name);
    }

    private static Finding? Denied(Actor actor) => actor.Lacks(Roles.Investigator, Roles.CaseSupervisor);

    private static async Task<Finding?> BarsAsync(CaseworkContext db, Guid caseId, Actor actor, CancellationToken cancellation)
    {
        var circle = await db.Cases.Where(c => c.Id == caseId).Select(c => c.Circle).SingleOrDefaultAsync(cancellation);
        return circle is null ? CaseworkRule.CaseNotFound.Broken() : CaseRegister.IsElsewhere(actor, circle);
    }

    private static async Task<EvidenceItem> ItemAsync(CaseworkContext db, EvidenceRow row, CancellationToken cancellation) =>
        EvidenceItem.Of(await SignedEvents.OfAsync<EvidenceEvent>(db, row.Id, cancellation));
}

/// <summary>A file that may be read once.</summary>
/// <param name="Item">The piece, its reading already in its chain.</param>
/// <param name="CopyToAsync">Writes the file to a stream; false where it is not what was taken: what was written until then is not the file.</param>
public sealed record EvidenceFile(EvidenceItem Item, Func<Stream, CancellationToken, Task<bool>> CopyToAsync);
