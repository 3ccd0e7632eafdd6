using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Border.Screening;

/// <summary>
/// The index that is searched, kept at the lists in force. At the start it is opened from the site's file; what has changed since is read from
/// the database and stands beside it; once that has grown, the whole is built anew behind, saved and exchanged. Thread-safe.
/// </summary>
internal sealed partial class SearchedLists : IDisposable
{
    // Lists so small are built anew in a fraction of a second: with every change, and without a file.
    private const int SmallLists = 10_000;

    // A change of more than one entry in so many takes longer to stand beside the whole than is gained.
    private const int MostBeside = 8;

    // From one entry in so many on the whole is built anew behind: searches have become slower.
    private const int RebuiltFrom = 32;

    private const int ToldEvery = 100_000;

    private readonly BorderStorage storage;
    private readonly IndexFile file;
    private readonly ILogger log;
    private readonly int smallLists;
    private readonly SemaphoreSlim refreshing = new(1, 1);
    private readonly CancellationTokenSource stopping = new();
    private volatile SearchedIndex current = SearchedIndex.Empty;
    private volatile HeldVersions awaited = HeldVersions.None;
    private Task behind = Task.CompletedTask;
    private bool isStarted;

    public SearchedLists(SiteFolder site, BorderStorage storage, ILogger<SearchedLists>? log = null, int smallLists = SmallLists)
    {
        (this.storage, this.log, this.smallLists) = (storage, log ?? NullLogger<SearchedLists>.Instance, smallLists);
        file = new IndexFile(site.IndexFile, this.log);
    }

    /// <summary>What is searched now.</summary>
    public SearchedIndex Current => current;

    /// <summary>What is in force and not searched yet; none where what is in force is searched.</summary>
    public HeldVersions Awaited => awaited;

    /// <summary>What is built behind, for whoever waits for its end.</summary>
    internal Task Behind => behind;

    /// <summary>Takes up what has changed in the lists in force; true where something had.</summary>
    public async Task<bool> RefreshAsync(CancellationToken cancellation)
    {
        await refreshing.WaitAsync(cancellation);
        try
        {
            await using var db = storage.Open();
            // Read in one transaction, so that the versions named are those whose entries are read.
            await using var transaction = await db.BeginSnapshotAsync(cancellation);
            var versions = await WatchlistRegister.InForceAsync(db, cancellation);
            var inForce = HeldVersions.From(versions);
            var isSearched = inForce.Equals(current.Versions);
            awaited = isSearched ? HeldVersions.None : inForce;
            if (isSearched)
                return false;
            var held = isStarted ? current : await Task.Run(() => file.Open(cancellation), cancellation) ?? current;
            var taken = await ChangedAsync(db, held, inForce, cancellation) ?? await Task.Run(() => Built(db, inForce, cancellation), cancellation);
            current = await WholeAsync(db, taken, versions, cancellation);
            (awaited, isStarted) = (HeldVersions.None, true);
            if (behind.IsCompleted && current.Index.Changes > current.Index.Count / RebuiltFrom)
                behind = Task.Run(RebuildAsync, CancellationToken.None);
            return true;
        }
        finally
        {
            refreshing.Release();
        }
    }

    public void Dispose()
    {
        stopping.Cancel();
        behind.Wait(); // It stops soon, and fails nobody.
        stopping.Dispose();
        refreshing.Dispose();
    }

    /// <summary>An index with what has changed since beside it; null where it is better built anew.</summary>
    private async Task<SearchedIndex?> ChangedAsync(BorderContext db, SearchedIndex held, HeldVersions inForce, CancellationToken cancellation)
    {
        if (held.Versions.Equals(inForce))
            return held;
        if (held.Index.Count < smallLists)
            return null;
        var begun = Stopwatch.GetTimestamp();
        var most = (held.Index.Count / MostBeside) - held.Index.Changes;
        if (most < 0 || await ListedEntries.BetweenAsync(db, held.Versions, inForce, most, cancellation) is not { } change)
            return null;
        var index = await Task.Run(() => held.Index.With(change.Come, change.Gone, cancellation), cancellation);
        TakenUp(change.Come.Count, change.Gone.Count, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        return new SearchedIndex(inForce, index);
    }

    /// <summary>With what the versions hold besides persons.</summary>
    private async Task<SearchedIndex> WholeAsync(BorderContext db, SearchedIndex index, IReadOnlyList<WatchlistVersion> versions, CancellationToken cancellation) => index with
    {
        Reported = await ReportedDocuments.LoadAsync(db, versions, current.Reported, cancellation),
        ListsOfPersons = [.. versions.Where(v => v.Individuals > 0 && v.List != OrderList.Name).Select(v => v.List)],
    };

    private SearchedIndex Built(BorderContext db, HeldVersions inForce, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        var built = new SearchedIndex(inForce, ScreeningIndex.Build(Told(ListedEntries.Of(db, inForce)), TravellerNames.Of(db), cancellation));
        BuiltAnew(built.Index.Count, built.Index.Population.Size, Stopwatch.GetElapsedTime(begun).TotalSeconds);
        if (built.Index.Count < smallLists)
        {
            file.Delete();
            return built;
        }
        var saved = file.Saved(built, cancellation);
        // What building took, some gigabyte for a million entries, is given back now and not at some time.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return saved;
    }

    private IEnumerable<ListedPerson> Told(IEnumerable<ListedPerson> persons)
    {
        var read = 0;
        foreach (var person in persons)
        {
            if (++read % ToldEvery == 0)
                Read(read);
            yield return person;
        }
    }

    /// <summary>Builds the whole anew while the one before is searched, takes up what has changed meanwhile, and exchanges them.</summary>
    private async Task RebuildAsync()
    {
        try
        {
            var cancellation = stopping.Token;
            SearchedIndex built;
            await using (var db = storage.Open())
            await using (await db.BeginSnapshotAsync(cancellation))
                built = Built(db, HeldVersions.From(await WatchlistRegister.InForceAsync(db, cancellation)), cancellation);
            await refreshing.WaitAsync(cancellation);
            try
            {
                await using var db = storage.Open();
                await using var transaction = await db.BeginSnapshotAsync(cancellation);
                var versions = await WatchlistRegister.InForceAsync(db, cancellation);
                if (await ChangedAsync(db, built, HeldVersions.From(versions), cancellation) is { } whole)
                    current = await WholeAsync(db, whole, versions, cancellation);
            }
            finally
            {
                refreshing.Release();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            RebuildFailed(e); // What was searched before is searched on; the next change tries again.
        }
    }

    [LoggerMessage(LogLevel.Information, "Took up a change of the lists ({Come} entries new or changed, {Gone} gone or changed) in {Milliseconds:F0} ms.")]
    private partial void TakenUp(int come, int gone, double milliseconds);

    [LoggerMessage(LogLevel.Information, "Reading the lists for the screening index: {Entries} entries.")]
    private partial void Read(int entries);

    [LoggerMessage(LogLevel.Information, "Built the screening index of {Entries} entries anew, parts of names weighed by {Names} names, in {Seconds:F1} s.")]
    private partial void BuiltAnew(int entries, int names, double seconds);

    [LoggerMessage(LogLevel.Warning, "The screening index could not be built anew; the one before is searched, with what has changed beside it.")]
    private partial void RebuildFailed(Exception e);
}
