using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Retention;

/// <summary>
/// Erases what is past its time: rows, and the payloads of their ledger entries. Each transaction erases at most 1,000 records, signs which, and leaves a site
/// that verifies; whatever ends a purge, the next goes on. The site may be running. Thread-safe.
/// </summary>
public sealed class RetentionPurge
{
    /// <summary>Records of a transaction at most; a stay is not taken apart for it.</summary>
    private const int LargestBatch = 1000;

    /// <summary>A look at a country's record takes longer than a counter's question may.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(10);

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly WatchlistScreen screen;
    private readonly TimeProvider clock;

    internal RetentionPurge(SiteSettings settings, BorderStorage storage, LedgerWriter ledger, WatchlistScreen screen, TimeProvider clock) =>
        (this.settings, this.storage, this.ledger, this.screen, this.clock) = (settings, storage, ledger, screen, clock);

    /// <summary>Who purges at night, where the settings say so.</summary>
    public static Actor Night { get; } = new("nightly-purge", new HashSet<string> { Roles.Administrator }, null);

    /// <summary>Counts what a purge would erase now; reads every record that is due, and changes nothing. Roles: administrator, auditor; audited.</summary>
    public async Task<Answer<RetentionPlan>> PlanAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Administrator, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var terms = await PurgeTerms.ReadAsync(db, settings, clock.GetUtcNow(), cancellation);
        var search = new DueSearch(db, settings, terms, await HeldRecords.ReadAsync(db, cancellation), LargestBatch, isPlan: true, cancellation);
        var counts = new Counts();
        foreach (var step in DueSearch.Steps.Where(step => !step.IsAgain))
        {
            for (Guid? after = Guid.Empty; after is { } place;)
            {
                var found = await step.Find(search, place);
                counts.Add(step.Class, found);
                after = found.Next == place ? null : found.Next;
            }
        }
        await ledger.AuditAsync(actor, AuditAction.RetentionPlanned, "retention", $"{terms.Schedule.Number}", null, null, cancellation);
        return counts.Of(terms);
    }

    /// <summary>
    /// Purges. Role: administrator of headquarters; with a reason; audited when it begins and when it ends, and each transaction signs what it erased.
    /// </summary>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who purges.</param>
    /// <param name="progress">Receives the records erased so far.</param>
    /// <param name="cancellation">Ends the purge between two transactions: the report says that it is not complete.</param>
    public async Task<Answer<PurgeReport>> PurgeAsync(string reason, Actor actor, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Administrator) ?? RetentionRegister.OfHeadquarters(actor) ?? ReasonText.Check(reason, required: true)) is { } problem)
            return problem;
        var run = Guid.CreateVersion7(clock.GetUtcNow());
        var terms = await ledger.WriteAsync(
            async append =>
            {
                var read = await PurgeTerms.ReadAsync(append.Db, settings, append.Now, cancellation);
                if (read.Schedule.Number > 0)
                    append.Audit(actor.Name, AuditAction.PurgeStarted, "purge", run.ToString(), null, $"{read.Schedule.Number}: {reason.Trim()}");
                return read;
            },
            cancellation);
        if (terms.Schedule.Number == 0)
            return BorderRule.RetentionNone.Broken();
        var (counts, isComplete, orders) = (new Counts(), true, false);
        foreach (var step in DueSearch.Steps)
        {
            if (step.IsAgain)
                counts.Again(step.Class);
            for (Guid? after = Guid.Empty; after is { } place;)
            {
                if (cancellation.IsCancellationRequested)
                {
                    isComplete = false;
                    break;
                }
                // Found and erased in one transaction: whoever crosses or is held meanwhile is seen. Once begun it is not broken off.
                var found = await ledger.WriteAsync(append => EraseAsync(append, step, place, run, actor.Name), CancellationToken.None);
                counts.Add(step.Class, found);
                orders |= found.Due.Orders.Count > 0;
                progress?.Report(counts.Records);
                after = found.Next == place && found.Due.Count == 0 ? null : found.Next;
            }
        }
        var erased = counts.Of(terms);
        await ledger.AuditAsync(
            actor, AuditAction.PurgeEnded, "purge", run.ToString(), null, $"{(isComplete ? "complete" : "cancelled")}: {counts.Records} records, {erased.Classes.Sum(c => c.Held)} held", CancellationToken.None);
        if (orders)
            await screen.RefreshAsync(CancellationToken.None);
        await EmptyLogAsync();
        return new PurgeReport(run, erased, isComplete);
    }

    private async Task<DueFound> EraseAsync(LedgerAppend append, DueStep step, Guid after, Guid run, string by)
    {
        var db = append.Db;
        db.Database.SetCommandTimeout(LongestStep); // Until its context is used again.
        var terms = await PurgeTerms.ReadAsync(db, settings, append.Now, CancellationToken.None);
        var found = await step.Find(new DueSearch(db, settings, terms, await HeldRecords.ReadAsync(db, CancellationToken.None), LargestBatch, isPlan: false, CancellationToken.None), after);
        if (found.Due.Count > 0)
            await Erasure.EraseAsync(append, found.Due, terms, step.Class, run, by, CancellationToken.None);
        return found;
    }

    /// <summary>SQLite's write-ahead log still has the pages as they were: it is taken over and emptied, unless somebody reads; then the next does it.</summary>
    private async Task EmptyLogAsync()
    {
        await using var db = storage.Open();
        if (db is SqliteBorderContext)
            await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private sealed class Counts
    {
        private readonly Dictionary<RecordClass, (int Records, DateOnly? Oldest, int Held, int Needed)> classes = [];

        public int Records => classes.Values.Sum(c => c.Records);

        /// <summary>What was kept is counted by the last look alone.</summary>
        public void Again(RecordClass of)
        {
            var (records, oldest, _, _) = classes.GetValueOrDefault(of);
            classes[of] = (records, oldest, 0, 0);
        }

        public void Add(RecordClass of, DueFound found)
        {
            var (records, oldest, held, needed) = classes.GetValueOrDefault(of);
            var earlier = found.Oldest is { } one && (oldest is not { } other || one < other) ? found.Oldest : oldest;
            classes[of] = (records + found.Due.Count, earlier, held + found.Held, needed + found.Needed);
        }

        public RetentionPlan Of(PurgeTerms terms) => new(
            terms.Schedule.Number,
            terms.Today,
            [
                .. terms.Schedule.Periods.OrderBy(period => period.Class).Select(period =>
                {
                    var (records, oldest, held, needed) = classes.GetValueOrDefault(period.Class);
                    return new PlannedClass(period.Class, period.Months, period.LegalBasis, terms.CutOff(period.Class)!.Value, records, oldest, held, needed);
                }),
            ]);
    }
}
