using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Findings;
using Rahdari.Matching;

namespace Rahdari.Border.Screening.Policy;

/// <summary>Shows what other rules, or another version of a list, would have done to those who crossed in the last 30 days, before they take effect. Thread-safe.</summary>
public sealed class PolicyPreview : IDisposable
{
    /// <summary>So many days are looked back.</summary>
    public const int Days = 30;

    private const int MostShown = 20;

    // One at a time, on half of the cores: the counters go on.
    private static readonly int Threads = Math.Max(1, Environment.ProcessorCount / 2);
    private readonly SemaphoreSlim working = new(1, 1);

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly WatchlistScreen screen;
    private readonly PolicyInForce inForce;
    private readonly TimeProvider clock;

    internal PolicyPreview(SiteSettings settings, BorderStorage storage, LedgerWriter ledger, WatchlistScreen screen, PolicyInForce inForce, TimeProvider clock) =>
        (this.settings, this.storage, this.ledger, this.screen, this.inForce, this.clock) = (settings, storage, ledger, screen, inForce, clock);

    /// <summary>
    /// Screens everybody who crossed or was refused in the last 30 days under the rules in force and under others, without whom a
    /// supervisor told apart. Takes minutes where there were many. Roles: watchlist manager, supervisor; for a user of one port of that
    /// port's crossings; audited before it begins.
    /// </summary>
    /// <param name="rules">The other rules, in the place of all those in force.</param>
    /// <param name="purpose">As if everybody had been screened for it.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="progress">Receives the share done, 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Answer<PolicyEffect>> EffectAsync(
        IReadOnlyList<PolicyRule> rules, ScreeningPurpose purpose, Actor actor, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if ((Denied(actor) ?? PolicyRegister.Problem(rules)) is { } problem)
            return problem;
        await ledger.AuditAsync(actor, AuditAction.PolicyPreviewed, "policy", null, actor.Port, $"{purpose}, {Days} days", cancellation);
        var now = Now();
        return (await CompareAsync(now, now with { Rules = new ScreeningRules(0, rules) }, [], purpose, actor.Port, progress, cancellation)).Effect(MostShown);
    }

    /// <summary>As <see cref="EffectAsync"/>, of a published list in the place of its version in force, at the counter.</summary>
    public async Task<Answer<PolicyEffect>> ImportEffectAsync(PublishedList list, Actor actor, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (Denied(actor) is { } problem)
            return problem;
        await ledger.AuditAsync(actor, AuditAction.PolicyPreviewed, "watchlist", list.Code, actor.Port, $"import, {Days} days", cancellation);
        return (await CountImportAsync(list, actor.Port, progress, cancellation)).Effect(MostShown);
    }

    /// <summary>Who would alert on a published list in the place of its version in force.</summary>
    internal async Task<EffectCount> CountImportAsync(PublishedList list, string? port, IProgress<double>? progress, CancellationToken cancellation)
    {
        var now = Now();
        Dictionary<string, string> before;
        await using (var db = storage.Open())
        {
            var version = (await WatchlistRegister.InForceAsync(db, cancellation)).FirstOrDefault(v => v.List == list.Code)?.Number ?? 0;
            before = await db.WatchlistEntries.AsNoTracking().Where(WatchlistEntryRow.In(list.Code, version)).ToDictionaryAsync(e => e.Reference, e => e.ContentHash, cancellation);
        }
        var changed = list.Entries.Where(entry => before.GetValueOrDefault(entry.Reference) != entry.ContentHash()).ToArray();
        string[] gone = [.. before.Keys.Except(list.Entries.Select(entry => entry.Reference)).Concat(changed.Select(entry => entry.Reference)).Select(reference => WatchlistEntry.Key(list.Code, reference))];
        var index = now.Index.With([.. changed.Select(entry => entry.ToListedPerson(list.Code)).OfType<ListedPerson>()], gone, cancellation);
        var versions = now.Versions.Any(version => version.StartsWith(list.Code + "@", StringComparison.Ordinal)) ? now.Versions : [.. now.Versions, $"{list.Code}@1"];
        return await CompareAsync(now, now with { Versions = versions, Index = index }, gone.ToHashSet(StringComparer.Ordinal), ScreeningPurpose.Counter, port, progress, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => working.Dispose();

    private static Finding? Denied(Actor actor) => actor.Lacks(Roles.WatchlistManager, Roles.Supervisor);

    private ScreeningState Now()
    {
        var (versions, index) = screen.Searched;
        return new ScreeningState(versions, index, inForce.Rules);
    }

    /// <summary>Screens everybody under both; whom a supervisor told apart from an entry is left out, but where the entry itself would change.</summary>
    private async Task<EffectCount> CompareAsync(
        ScreeningState now, ScreeningState then, HashSet<string> changed, ScreeningPurpose purpose, string? port, IProgress<double>? progress, CancellationToken cancellation)
    {
        await working.WaitAsync(cancellation);
        try
        {
            return await CountAsync(now, then, changed, purpose, port, progress, cancellation);
        }
        finally
        {
            working.Release();
        }
    }

    private async Task<EffectCount> CountAsync(
        ScreeningState now, ScreeningState then, HashSet<string> changed, ScreeningPurpose purpose, string? port, IProgress<double>? progress, CancellationToken cancellation)
    {
        var from = clock.GetUtcNow().AddDays(-Days);
        var recent = new RecentTravellers(storage, from, port);
        var total = Math.Max(1, await recent.CountAsync(cancellation));
        var vetted = await recent.VettedAsync(settings.LocalDay(clock.GetUtcNow()), cancellation);
        var count = new EffectCount(purpose, from, MostShown);
        await foreach (var (travellers, read) in recent.ReadAsync(cancellation))
        {
            var found = new (IReadOnlyList<Hit> Now, IReadOnlyList<Hit> Then)[travellers.Count];
            Parallel.For(0, travellers.Count, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellation }, i =>
            {
                var (id, person) = (travellers[i].Id, WatchlistScreen.Query(travellers[i].Document, travellers[i].PlaceOfBirth));
                found[i] = (
                    [.. now.Search(person, purpose, cancellation).Where(hit => !vetted.Contains((id, hit.Person.Key)))],
                    [.. then.Search(person, purpose, cancellation).Where(hit => changed.Contains(hit.Person.Key) || !vetted.Contains((id, hit.Person.Key)))]);
            });
            for (var i = 0; i < found.Length; i++)
                count.Add(travellers[i], found[i].Now, found[i].Then);
            progress?.Report((double)read / total);
        }
        return count;
    }

    /// <summary>By what is screened.</summary>
    private sealed record ScreeningState(IReadOnlyList<string> Versions, ScreeningIndex Index, ScreeningRules Rules)
    {
        public IReadOnlyList<Hit> Search(PersonQuery person, ScreeningPurpose purpose, CancellationToken cancellation) =>
            Rules.Search(Index, Versions, person, purpose, null, cancellation);
    }
}
