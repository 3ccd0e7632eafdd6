using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.States;
using Rahdari.Matching;

namespace Rahdari.Border.Screening;

/// <summary>Screens against all lists in force. Holds an immutable index that is replaced whole when a list changes; thread-safe.</summary>
public sealed class WatchlistScreen : IDisposable
{
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly SemaphoreSlim refreshing = new(1, 1);
    private volatile Loaded loaded = new([], ScreeningIndex.Build([]));

    internal WatchlistScreen(BorderStorage storage, LedgerWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>The versions that the index holds: <c>un@3</c>; empty before the first <see cref="RefreshAsync"/> and where no list is in force.</summary>
    public IReadOnlyList<string> Versions => loaded.Versions;

    /// <summary>Hits at or above the threshold, best first.</summary>
    public IReadOnlyList<Hit> Screen(PersonQuery person, double threshold = ScreeningIndex.AlertThreshold, CancellationToken cancellation = default) =>
        loaded.Index.Search(person, threshold, cancellation: cancellation);

    /// <summary>Screens a name by hand (no encounter); audited. Roles: officer, supervisor, watchlist manager.</summary>
    public async Task<Answer<IReadOnlyList<Hit>>> ScreenByHandAsync(PersonQuery person, double threshold, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor, Roles.WatchlistManager) is { } denied)
            return denied;
        if (string.IsNullOrWhiteSpace(person.Name))
            return BorderRule.NameRequired.Broken("name");
        await ledger.AuditAsync(actor, AuditAction.NameScreened, null, null, actor.Port, person.Name, cancellation);
        return new Answer<IReadOnlyList<Hit>>(Screen(person, threshold, cancellation));
    }

    /// <summary>Rebuilds the index where a list in force has changed; true where it did.</summary>
    public async Task<bool> RefreshAsync(CancellationToken cancellation = default)
    {
        await refreshing.WaitAsync(cancellation);
        try
        {
            await using var db = storage.Open();
            // Read in one transaction, so that the versions named are those whose entries are read.
            await using var transaction = await db.BeginSnapshotAsync(cancellation);
            var versions = await WatchlistRegister.InForceAsync(db, cancellation);
            string[] names = [.. versions.Select(v => $"{v.List}@{v.Number}")];
            if (names.SequenceEqual(loaded.Versions))
                return false;
            var persons = new List<ListedPerson>();
            foreach (var version in versions)
            {
                var contents = db.WatchlistEntries.AsNoTracking()
                    .Where(WatchlistEntryRow.In(version.List, version.Number)).Where(e => e.Kind == WatchlistEntryKind.Individual)
                    .OrderBy(e => e.Reference)
                    .Select(e => e.Content);
                await foreach (var content in contents.AsAsyncEnumerable().WithCancellation(cancellation))
                {
                    if (JsonSerializer.Deserialize(content, WatchlistJson.Default.WatchlistEntry)!.ToListedPerson(version.List) is { } person)
                        persons.Add(person);
                }
            }
            loaded = new Loaded(names, ScreeningIndex.Build(persons, cancellation: cancellation));
            return true;
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => refreshing.Dispose();

    /// <summary>Screens the holder of a document.</summary>
    internal Screened Screen(MrzFields document, CancellationToken cancellation)
    {
        using var activity = BorderTelemetry.Activities.StartActivity("screen");
        var now = loaded;
        var query = new PersonQuery($"{document.PrimaryIdentifier} {document.SecondaryIdentifier}".Trim())
        {
            DateOfBirth = document.DateOfBirth,
            Nationality = IssuingStates.ToIso3166Alpha3(document.Nationality),
            Sex = document.Sex switch { Sex.Male => 'M', Sex.Female => 'F', _ => null },
            DocumentNumber = document.DocumentNumber,
            IssuingState = IssuingStates.ToIso3166Alpha3(document.IssuingState),
            PersonalNumber = document.OptionalData.FirstOrDefault(o => o.Length > 0),
            NameMayBeTruncated = document.NameMayBeTruncated,
        };
        return new Screened(now.Index.Search(query, cancellation: cancellation), now.Versions);
    }

    private sealed record Loaded(IReadOnlyList<string> Versions, ScreeningIndex Index);
}
