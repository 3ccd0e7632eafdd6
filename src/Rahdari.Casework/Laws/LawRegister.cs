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
                var before = await NewestAsync(append.Db, cancellation);
                if (LawBooks.Written(before) == LawBooks.Written(book with { Number = before.Number }) && before.Number > 0)
                    return before;
                // Cases lie under the laws there were: without theirs nothing more could be told of them.
                if (before.Laws.Select(law => law.Code).Except(book.Laws.Select(law => law.Code)).FirstOrDefault() is { } missing)
                    return CaseworkRule.LawsInvalid.Broken(missing, ("place", missing));
                return Add(append, book with { Number = before.Number + 1 }, reason.Trim(), actor.Name);
            },
            cancellation);
    }

    /// <summary>The laws that count, as a unit of work sees them.</summary>
    internal static async Task<LawBook> NewestAsync(CaseworkContext db, CancellationToken cancellation) =>
        await db.LawBooks.AsNoTracking().OrderByDescending(b => b.Number).FirstOrDefaultAsync(cancellation) is { } row ? Of(row) : LawBooks.Shipped;

    /// <summary>
    /// The laws under which something is told. Where none were published, those that are shipped are recorded first: the software that comes after this may ship others, and every event is told again by
    /// the laws that counted.
    /// </summary>
    internal static async Task<LawBook> CountingAsync(CaseworkAppend append, CancellationToken cancellation)
    {
        var newest = await NewestAsync(append.Db, cancellation);
        return newest.Number > 0 ? newest : Add(append, newest with { Number = 1 }, "As shipped", append.Node);
    }

    private static LawBook Add(CaseworkAppend append, LawBook book, string reason, string by)
    {
        var published = new PublishedLaws(Guid.CreateVersion7(append.Now), append.Now, by, reason, book);
        append.Db.LawBooks.Add(new LawBookRow { Number = book.Number, Id = published.Id, Content = LawBooks.Written(book), Reason = published.Reason, PublishedAt = published.At, PublishedBy = published.By });
        append.Fact(CaseworkFactKind.Laws, published.Id, published);
        append.Audit(by, CaseworkAction.LawsPublished, "laws", $"{book.Number}", reason);
        return book;
    }

    private static LawBook Of(LawBookRow row) => JsonSerializer.Deserialize<LawBook>(row.Content, CaseworkJson.Options)!;
}
