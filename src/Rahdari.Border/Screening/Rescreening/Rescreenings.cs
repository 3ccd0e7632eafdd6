using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Screening.Rescreening;

/// <summary>
/// Screens everybody in the country again: by hand, and every night. A run goes on where it stopped, in whatever process; what it finds <see cref="CountryAlerts"/> lists. Thread-safe.
/// </summary>
public sealed partial class Rescreenings : IAsyncDisposable
{
    /// <summary>Who starts a run by night.</summary>
    public static Actor Night { get; } = new("nightly-rescreening", new HashSet<string> { Roles.Supervisor }, null);

    private const int Chunk = 256;
    private const int MaximumTake = 200;

    private static readonly TimeSpan AgainAfter = TimeSpan.FromMinutes(10);

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly WatchlistScreen screen;
    private readonly PolicyInForce policy;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly RescreeningWorker worker;
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock starting = new();
    private Task behind = Task.CompletedTask;

    internal Rescreenings(
        SiteSettings settings, BorderStorage storage, LedgerWriter ledger, WatchlistScreen screen, PolicyInForce policy, TimeProvider clock, ILogger<Rescreenings>? log = null, int chunk = Chunk) =>
        (this.settings, this.storage, this.ledger, this.screen, this.policy, this.clock, this.log, worker) =
        (settings, storage, ledger, screen, policy, clock, log ?? NullLogger<Rescreenings>.Instance, new RescreeningWorker(settings, storage, ledger, chunk));

    /// <summary>Runs, newest first. Roles: supervisor, watchlist manager, auditor.</summary>
    public async Task<Answer<Page<RescreeningRun>>> ListAsync(int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Supervisor, Roles.WatchlistManager, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var total = await db.Rescreenings.CountAsync(cancellation);
        var rows = await NewestFirst(db).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        return new Page<RescreeningRun>([.. rows.Select(Shown)], total, Math.Max(0, offset));
    }

    /// <summary>One run. Roles: supervisor, watchlist manager, auditor.</summary>
    public async Task<Answer<RescreeningRun>> FindAsync(Guid id, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Supervisor, Roles.WatchlistManager, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        return await db.Rescreenings.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation) is { } row ? Shown(row) : NotFound(id);
    }

    /// <summary>Starts a run and returns at once; it goes on in this process. Refused while another runs. Roles: supervisor, watchlist manager; audited.</summary>
    public Task<Answer<RescreeningRun>> StartAsync(Actor actor, CancellationToken cancellation = default) => BehindAsync(BeginAsync(actor, cancellation));

    /// <summary>As <see cref="ResumeAsync"/>, and returns at once.</summary>
    public Task<Answer<RescreeningRun>> StartAgainAsync(Guid id, Actor actor, CancellationToken cancellation = default) => BehindAsync(TakeUpAsync(id, actor, cancellation));

    /// <summary>Runs to the end. Roles: supervisor, watchlist manager; audited.</summary>
    /// <param name="actor">Who starts it.</param>
    /// <param name="progress">Receives the share done, 0 to 1.</param>
    /// <param name="cancellation">Cancels the run; what was found until then stays, and it can be resumed.</param>
    public async Task<Answer<RescreeningRun>> RunAsync(Actor actor, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        await EndAsync(await BeginAsync(actor, cancellation), progress, RescreeningState.Cancelled, cancellation);

    /// <summary>
    /// Takes up a run that was cancelled or interrupted where it stopped, and runs it to the end; whoever still works on it stops. Where a list or the policy has changed
    /// since, everybody must be screened anew, and another run is begun. Roles: supervisor, watchlist manager; audited.
    /// </summary>
    public async Task<Answer<RescreeningRun>> ResumeAsync(Guid id, Actor actor, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        await EndAsync(await TakeUpAsync(id, actor, cancellation), progress, RescreeningState.Cancelled, cancellation);

    /// <summary>Cancels a run, in whatever process it is worked on; what was found stays. Roles: supervisor, watchlist manager; audited.</summary>
    public async Task<Answer<RescreeningRun>> CancelAsync(Guid id, Actor actor, CancellationToken cancellation = default)
    {
        if (Denied(actor) is { } denied)
            return denied;
        return await ledger.WriteAsync<Answer<RescreeningRun>>(
            async append =>
            {
                if (await append.Db.Rescreenings.SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } row)
                    return NotFound(id);
                if (row.State == RescreeningState.Done)
                    return Ended(row);
                if (row.State != RescreeningState.Cancelled)
                    RescreeningRows.End(append, row, RescreeningState.Cancelled, actor.Name);
                return RescreeningRows.Of(row, append.Now);
            },
            cancellation);
    }

    /// <summary>
    /// What a site does by itself, every minute or so: takes up a run that was interrupted, and runs once a night, also where no list has changed: a decision
    /// may have ended, and a counter screens by other rules. Returns the run, at its end; null where there was nothing to do.
    /// </summary>
    /// <param name="since">When the site was started: a night before that is made up for only where an earlier one is recorded.</param>
    /// <param name="cancellation">Interrupts the run.</param>
    public async Task<RescreeningRun?> NightlyAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        RescreeningRow? last, night;
        await using (var db = storage.Open())
        {
            last = await NewestFirst(db).FirstOrDefaultAsync(cancellation);
            night = await NewestFirst(db).Where(r => r.StartedBy == Night.Name).FirstOrDefaultAsync(cancellation);
        }
        // What a process left is taken up by the next; what failed in this one, after a while.
        if (last is not null && RescreeningRows.StateOf(last, clock.GetUtcNow()) is RescreeningState.Interrupted && (last.WorkedAt <= since || clock.GetUtcNow() - last.WorkedAt >= AgainAfter))
            return (await EndAsync(await TakeUpAsync(last.Id, Night, cancellation), null, RescreeningState.Interrupted, cancellation)).Value;
        if (settings.RescreeningHour is not { } hour || last is { State: RescreeningState.Running })
            return null;
        var due = RescreeningNight.LastHour(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone), hour);
        if (due <= (night?.StartedAt ?? since))
            return null;
        return (await EndAsync(await BeginAsync(Night, cancellation), null, RescreeningState.Interrupted, cancellation)).Value;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await behind;
        stopping.Dispose();
    }

    private static Finding? Denied(Actor actor) => actor.Lacks(Roles.Supervisor, Roles.WatchlistManager);

    private static Finding NotFound(Guid id) => BorderRule.RescreeningNotFound.Broken(null, ("run", id.ToString()));

    private static Finding Ended(RescreeningRow row) => BorderRule.RescreeningEnded.Broken(null, ("state", $"{row.State}"));

    private static IQueryable<RescreeningRow> NewestFirst(BorderContext db) => db.Rescreenings.AsNoTracking().OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id);

    private RescreeningRun Shown(RescreeningRow row) => RescreeningRows.Of(row, clock.GetUtcNow());

    private static string Joined(FixedScreen now) => string.Join(' ', now.Against(ScreeningPurpose.Rescreening));

    /// <summary>The lists and the policy that are in force, taken up first where another process changed them.</summary>
    private async Task<FixedScreen> NowAsync(CancellationToken cancellation)
    {
        await policy.RefreshAsync(cancellation);
        await screen.RefreshAsync(cancellation);
        return screen.Now;
    }

    private async Task<Answer<RescreeningWork>> BeginAsync(Actor actor, CancellationToken cancellation)
    {
        if (Denied(actor) is { } denied)
            return denied;
        var (now, total) = (await NowAsync(cancellation), await CountAsync(cancellation));
        return await ledger.WriteAsync<Answer<RescreeningWork>>(async append => await RunningAsync(append.Db, append.Now, cancellation) ?? await BegunAsync(append, now, total, actor, cancellation), cancellation);
    }

    private async Task<Answer<RescreeningWork>> TakeUpAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        if (Denied(actor) is { } denied)
            return denied;
        var (now, total) = (await NowAsync(cancellation), await CountAsync(cancellation));
        return await ledger.WriteAsync<Answer<RescreeningWork>>(
            async append =>
            {
                if (await append.Db.Rescreenings.SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } row)
                    return NotFound(id);
                if (row.State == RescreeningState.Done)
                    return Ended(row);
                if (await RunningAsync(append.Db, append.Now, cancellation, but: id) is { } running)
                    return running;
                if (row.Against != Joined(now))
                    return await BegunAsync(append, now, total, actor, cancellation);
                (row.State, row.Worker, row.WorkedAt) = (RescreeningState.Running, Guid.NewGuid(), append.Now);
                append.Audit(actor.Name, AuditAction.RescreeningStarted, "rescreening", row.Id.ToString(), null, string.Create(CultureInfo.InvariantCulture, $"again at {row.Done} of {row.Total}, {row.Against}"));
                return new RescreeningWork(RescreeningRows.Of(row, append.Now), row.Worker, row.Position, now);
            },
            cancellation);
    }

    private static async Task<Finding?> RunningAsync(BorderContext db, DateTimeOffset now, CancellationToken cancellation, Guid? but = null)
    {
        var running = await db.Rescreenings.AsNoTracking().Where(r => r.State == RescreeningState.Running && r.Id != but).ToListAsync(cancellation);
        return running.Find(r => RescreeningRows.StateOf(r, now) == RescreeningState.Running) is { } row ? BorderRule.RescreeningRunning.Broken(null, ("by", row.StartedBy)) : null;
    }

    /// <summary>How many there are, which is only shown: counted before the counters would have to wait for it.</summary>
    private async Task<int> CountAsync(CancellationToken cancellation)
    {
        await using var db = storage.Open();
        return await TravellersInCountry.CountAsync(db, cancellation);
    }

    private static async Task<Answer<RescreeningWork>> BegunAsync(LedgerAppend append, FixedScreen now, int total, Actor actor, CancellationToken cancellation)
    {
        // Everybody is screened anew: nobody need take up what others left.
        foreach (var left in await append.Db.Rescreenings.Where(r => r.State == RescreeningState.Running || r.State == RescreeningState.Interrupted).ToListAsync(cancellation))
            RescreeningRows.End(append, left, RescreeningState.Cancelled, actor.Name);
        var row = RescreeningRows.Row(append.Now, actor, Joined(now), total);
        append.Db.Rescreenings.Add(row);
        append.Audit(actor.Name, AuditAction.RescreeningStarted, "rescreening", row.Id.ToString(), null, string.Create(CultureInfo.InvariantCulture, $"{row.Total} travellers, {row.Against}"));
        return new RescreeningWork(RescreeningRows.Of(row, append.Now), row.Worker, row.Position, now);
    }

    private async Task<Answer<RescreeningRun>> BehindAsync(Task<Answer<RescreeningWork>> beginning)
    {
        var begun = await beginning;
        if (!begun.Succeeded)
            return begun.Problem;
        lock (starting)
        {
            var before = behind;
            behind = Task.Run(async () =>
            {
                await before; // A worker that was replaced ends at its next chunk.
                await EndAsync(begun, null, RescreeningState.Interrupted, stopping.Token, isBehind: true);
            });
        }
        return begun.Value.Run;
    }

    /// <summary>Works to the end; where that is cut short the run is left as it is said.</summary>
    private async Task<Answer<RescreeningRun>> EndAsync(Answer<RescreeningWork> begun, IProgress<double>? progress, RescreeningState cutShort, CancellationToken cancellation, bool isBehind = false)
    {
        if (!begun.Succeeded)
            return begun.Problem;
        var work = begun.Value;
        try
        {
            return await worker.WorkAsync(work, progress, cancellation);
        }
        catch (Exception e)
        {
            var isCancelled = e is OperationCanceledException && cancellation.IsCancellationRequested;
            if (!isCancelled)
                Failed(e);
            try
            {
                var left = await worker.LeaveAsync(work, isCancelled ? cutShort : RescreeningState.Interrupted);
                if (isBehind)
                    return left;
            }
            catch (Exception cannot) when (isBehind || cannot is not OperationCanceledException)
            {
                Failed(cannot); // It is found abandoned.
                if (isBehind)
                    return work.Run;
            }
            throw;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A run over everybody in the country was interrupted; it is taken up again.")]
    private partial void Failed(Exception e);
}
