using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Laws;

/// <summary>The laws, every number of them: published whole, signed, never changed. Thread-safe.</summary>
public sealed class LawRegister
{
    private readonly CaseworkStorage storage;
    private readonly CaseworkWriter ledger;

    internal LawRegister(CaseworkStorage storage, CaseworkWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>The laws that count now: those published last, or else those that are shipped. They name nobody, so everybody who is signed in may read them.</summary>
    public async Task<LawBook> InForceAsync(CancellationToken cancellation = default)
    {
        await using var db = storage.Open();
        return await NewestAsync(db, cancellation);
    }

    /// <summary>Publishes laws in the place of all before; they count for what is told from then on. The same laws again change nothing. Role: case supervisor of headquarters; with a reason; audited.</summary>
    public async Task<Answer<LawBook>> PublishAsync(LawBook book, string reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.CaseSupervisor) ?? ReasonText.Check(reason, required: true)) is { } denied)
            return denied;
        if (actor.Circle is not null)
            return CaseworkRule.OtherCircle.Broken(null, ("circle", actor.Circle));
        return await ledger.WriteAsync<Answer<LawBook>>(
            async append =>
            {
                var before = await append.Db.LawBooks.AsNoTracking().OrderByDescending(b => b.Number).FirstOrDefaultAsync(cancellation);
                var next = book with { Number = (before?.Number ?? 0) + 1 };
                if (before is not null && before.Content == LawBooks.Written(book with { Number = before.Number }))
                    return Of(before);
                var published = new PublishedLaws(Guid.CreateVersion7(append.Now), append.Now, actor.Name, reason.Trim(), next);
                append.Db.LawBooks.Add(new LawBookRow { Number = next.Number, Id = published.Id, Content = LawBooks.Written(next), Reason = published.Reason, PublishedAt = published.At, PublishedBy = published.By });
                append.Fact(CaseworkFactKind.Laws, published.Id, published);
                append.Audit(actor.Name, CaseworkAction.LawsPublished, "laws", $"{next.Number}", published.Reason);
                return next;
            },
            cancellation);
    }

    /// <summary>The laws that count, as a unit of work sees them.</summary>
    internal static async Task<LawBook> NewestAsync(CaseworkContext db, CancellationToken cancellation) =>
        await db.LawBooks.AsNoTracking().OrderByDescending(b => b.Number).FirstOrDefaultAsync(cancellation) is { } row ? Of(row) : LawBooks.Shipped;

    /// <summary>The laws of a number.</summary>
    internal static async Task<LawBook> NumberedAsync(CaseworkContext db, int number, CancellationToken cancellation) =>
        await db.LawBooks.AsNoTracking().SingleOrDefaultAsync(b => b.Number == number, cancellation) is { } row ? Of(row) : LawBooks.Shipped;

    private static LawBook Of(LawBookRow row) => JsonSerializer.Deserialize<LawBook>(row.Content, CaseworkJson.Options)!;
}
