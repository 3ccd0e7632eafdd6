using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Distribution;

/// <summary>
/// The series in which headquarters publishes, above the numbers of its topics. A headquarters that was restored from a backup counts again from there and knows less than its ports: it hands nothing out until
/// its administrator begins another, after which ports take what is in force here, whatever they hold. Thread-safe.
/// </summary>
public sealed class PublishedSeries
{
    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly TimeProvider clock;

    internal PublishedSeries(SiteSettings settings, BorderStorage storage, LedgerWriter ledger, TimeProvider clock) => (this.settings, this.storage, this.ledger, this.clock) = (settings, storage, ledger, clock);

    /// <summary>
    /// Begins a series. What ports hold of a topic beyond headquarters is gone by no more; a topic that headquarters no longer has at all stays at the ports as it is. Role administrator; audited; refused where
    /// headquarters governs topics here (<c>GOVERNED_BY_HEADQUARTERS</c>).
    /// </summary>
    /// <param name="reason">Why; recorded.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    public async Task<Answer<BegunSeries>> BeginAsync(string reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Administrator) ?? actor.IsElsewhere(settings.Port) ?? ReasonText.Check(reason, required: true)) is { } refused)
            return refused;
        return await ledger.WriteAsync<Answer<BegunSeries>>(
            async append =>
            {
                var rows = await append.Db.HeldTopics.ToListAsync(cancellation);
                if (rows.Find(row => row.Node != settings.Node) is { } governed)
                    return BorderRule.GovernedByHeadquarters.Broken("topic", ("topic", governed.Topic), ("node", governed.Node));
                var row = rows.Find(row => row.Topic == HeldTopicRow.Catalogue) ?? Add(append.Db, append.Now);
                (row.Version, row.AppliedAt, row.NeedsSnapshot) = (RisingNumber.After(row.Version, append.Now), append.Now, false);
                append.Audit(actor.Name, AuditAction.TopicsBegunAnew, "topic", HeldTopicRow.Catalogue, null, $"series {row.Version}: {ReasonText.Recorded(reason)}");
                return new BegunSeries(row.Version, append.Now);
            },
            cancellation);
    }

    /// <summary>True where nothing is handed out until <see cref="BeginAsync"/>. Says nothing of anybody; every role.</summary>
    public async Task<bool> IsHeldBackAsync(CancellationToken cancellation = default)
    {
        await using var db = storage.Open();
        return await OfAsync(db, settings.Node, cancellation) is null;
    }

    /// <summary>Hands nothing out from now on: a backup was restored here.</summary>
    internal async Task HoldBackAsync(CancellationToken cancellation)
    {
        await using var db = storage.Open();
        var row = await db.HeldTopics.SingleOrDefaultAsync(h => h.Topic == HeldTopicRow.Catalogue && h.Node == settings.Node, cancellation) ?? Add(db, Instants.Now(clock));
        row.NeedsSnapshot = true;
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The series of a node's own catalogues; null where it hands nothing out.</summary>
    internal static async Task<long?> OfAsync(BorderContext db, string node, CancellationToken cancellation) =>
        await db.HeldTopics.AsNoTracking().SingleOrDefaultAsync(h => h.Topic == HeldTopicRow.Catalogue && h.Node == node, cancellation) switch
        {
            null => 0,
            { NeedsSnapshot: true } => null,
            { Version: var series } => series,
        };

    private HeldTopicRow Add(BorderContext db, DateTimeOffset now)
    {
        var row = new HeldTopicRow { Topic = HeldTopicRow.Catalogue, Version = 0, ContentHash = "", Node = settings.Node, AppliedAt = now };
        db.HeldTopics.Add(row);
        return row;
    }
}

/// <summary>A series of catalogues.</summary>
/// <param name="Number">Above those of before.</param>
/// <param name="At">When it began; UTC.</param>
public sealed record BegunSeries(long Number, DateTimeOffset At);
