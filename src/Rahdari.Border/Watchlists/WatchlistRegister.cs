using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Distribution;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;
using Rahdari.Matching;

namespace Rahdari.Border.Watchlists;

/// <summary>The lists stored at the site: versions, entries and what changed. Imports are differences, brought into force in one transaction.</summary>
public sealed class WatchlistRegister
{
    private const int MaximumTake = 500;
    private const int ExamplesTold = 10;

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly PolicyPreview preview;

    internal WatchlistRegister(BorderStorage storage, LedgerWriter ledger, PolicyPreview preview) => (this.storage, this.ledger, this.preview) = (storage, ledger, preview);

    /// <summary>The version in force of each list. Every role.</summary>
    public async Task<Answer<IReadOnlyList<WatchlistVersion>>> InForceAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Roles.Count == 0)
            return actor.Lacks(Roles.Officer)!;
        await using var db = storage.Open();
        return new Answer<IReadOnlyList<WatchlistVersion>>(await InForceAsync(db, cancellation));
    }

    /// <summary>A list's versions, newest first. Roles: watchlist manager, supervisor, auditor.</summary>
    public async Task<Answer<Page<WatchlistVersion>>> VersionsAsync(string list, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var versions = db.WatchlistVersions.AsNoTracking().Where(v => v.List == list);
        var total = await versions.CountAsync(cancellation);
        if (total == 0)
            return BorderRule.WatchlistNotFound.Broken("list", ("list", list));
        var items = await versions.OrderByDescending(v => v.Number).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        return new Page<WatchlistVersion>(items, total, Math.Max(0, offset));
    }

    /// <summary>Entries in force whose reference or any name contains the text (all where empty); audited. Roles: watchlist manager, supervisor, auditor; of orders that bar leaving those who may read orders.</summary>
    public async Task<Answer<Page<WatchlistEntry>>> EntriesAsync(string list, string? search, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (Denied(list, actor) is { } denied)
            return denied;
        await using var db = storage.Open();
        if (await InForceAsync(db, list, cancellation) is not { } current)
            return BorderRule.WatchlistNotFound.Broken("list", ("list", list));
        var text = search?.Trim().ToUpperInvariant() ?? "";
        var entries = db.WatchlistEntries.AsNoTracking().Where(WatchlistEntryRow.In(list, current.Number)).Where(e => text == "" || e.SearchText.Contains(text));
        var total = await entries.CountAsync(cancellation);
        var items = await entries.OrderBy(e => e.Reference).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake))
            .Select(e => e.Content).ToListAsync(cancellation);
        await ledger.AuditAsync(actor, AuditAction.WatchlistEntryRead, "watchlist", list, actor.Port, text.Length == 0 ? null : text, cancellation);
        return new Page<WatchlistEntry>([.. items.Select(Entry)], total, Math.Max(0, offset));
    }

    /// <summary>What a version changed. Roles: watchlist manager, supervisor, auditor; of orders that bar leaving those who may read orders.</summary>
    public async Task<Answer<Page<WatchlistChange>>> ChangesAsync(string list, int version, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (Denied(list, actor) is { } denied)
            return denied;
        await using var db = storage.Open();
        if (!await db.WatchlistVersions.AnyAsync(v => v.List == list && v.Number == version, cancellation))
            return BorderRule.WatchlistNotFound.Broken("version", ("list", $"{list}@{version}"));
        var touched = db.WatchlistEntries.AsNoTracking().Where(e => e.List == list && (e.FromVersion == version || e.UntilVersion == version));
        var references = touched.Select(e => e.Reference).Distinct();
        var total = await references.CountAsync(cancellation);
        var page = await references.OrderBy(r => r).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        var rows = await touched.Where(e => page.Contains(e.Reference)).ToListAsync(cancellation);
        var changes = rows.GroupBy(r => r.Reference).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Change(g.Key, g, version)).ToArray();
        await ledger.AuditAsync(actor, AuditAction.WatchlistEntryRead, "watchlist", $"{list}@{version}", actor.Port, null, cancellation);
        return new Page<WatchlistChange>(changes, total, Math.Max(0, offset));
    }

    /// <summary>
    /// Brings a published list into force as a new version: all of it or nothing. Where nothing changed no version is
    /// made and the version in force is returned with zero changes. A list that loses more than a tenth of its entries, aliases,
    /// dates of birth, documents or addresses is refused unless <paramref name="allowShrink"/>; one that is older than that in
    /// force, by its date or its highest number, is refused unless <paramref name="allowOlder"/>; one whose version in force came in
    /// another form, and which is so perhaps another list, is refused unless <paramref name="allowOtherForm"/>. Where entries are new, or known anew, that would
    /// stop very many (<see cref="WidePerson"/>, and any traveller of the last 30 days), all is written and held until a second person agrees (<see cref="HeldImports"/>). Role: watchlist manager.
    /// Counters write while the version is being written; cancelling leaves the version in force as it was.
    /// </summary>
    public async Task<Answer<WatchlistVersion>> ImportAsync(
        PublishedList list,
        Actor actor,
        bool allowShrink = false,
        bool allowOlder = false,
        bool allowOtherForm = false,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.WatchlistManager) is { } denied)
            return denied;
        // Whoever made the list: an import would lift every order that it does not hold.
        if (list.Code == OrderList.Name)
            return ListForm.NotCalled(list.Code, list.Form ?? "–");
        var contents = list.Entries.ToDictionary(e => e.Reference, e => (Entry: e, Hash: e.ContentHash()), StringComparer.Ordinal);
        WatchlistVersion? current;
        var inForce = new Dictionary<string, (Guid Id, string Hash)>(StringComparer.Ordinal);
        var loss = new WatchlistLoss();
        var wideBefore = new HashSet<string>(StringComparer.Ordinal);
        await using (var db = storage.Open())
        await using (await db.BeginSnapshotAsync(cancellation))
        {
            if (await Governed.ProblemAsync(db, Topic.OfList(list.Code), cancellation) is { } governed)
                return governed;
            current = await InForceAsync(db, list.Code, cancellation);
            var rows = db.WatchlistEntries.AsNoTracking().Where(WatchlistEntryRow.In(list.Code, current?.Number ?? 0))
                .Select(e => new { e.Id, e.Reference, e.ContentHash, e.Content });
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
            {
                inForce.Add(row.Reference, (row.Id, row.ContentHash));
                contents.TryGetValue(row.Reference, out var now);
                var before = now.Hash == row.ContentHash ? now.Entry : Entry(row.Content);
                loss.Add(before, now.Entry);
                if (IsWide(before))
                    wideBefore.Add(row.Reference);
            }
        }
        if (!allowOtherForm && current?.Form is { } formBefore && list.Form is { } form && formBefore != form)
            return BorderRule.WatchlistOtherForm.Broken("name", ("list", list.Code), ("inForce", formBefore), ("published", form));
        if (current is not null && !allowOlder && WatchlistOrder.Problem(list, current, inForce.Keys) is { } older)
            return older;
        if (!allowShrink && loss.Problem() is { } shrinks)
            return shrinks;
        var diff = WatchlistDiff.Between(inForce.ToDictionary(e => e.Key, e => e.Value.Hash), contents.ToDictionary(c => c.Key, c => c.Value.Hash));
        if (current is not null && diff.IsEmpty)
        {
            await ledger.AuditAsync(actor, AuditAction.WatchlistImported, "watchlist", $"{list.Code}@{current.Number}", null, "0 changes", cancellation);
            return current with { Added = 0, Changed = 0, Delisted = 0 };
        }
        var coming = new WatchlistVersion
        {
            List = list.Code,
            Number = (current?.Number ?? 0) + 1,
            Form = list.Form,
            PublishedAt = list.PublishedAt is { } published ? DateTimeOffset.FromUnixTimeMilliseconds(published.ToUnixTimeMilliseconds()) : null,
            ImportedAt = default, // When it comes into force.
            ImportedBy = actor.Name,
            Entries = list.Entries.Count,
            Individuals = list.Entries.Count(e => e.Kind == WatchlistEntryKind.Individual),
            Added = diff.Added.Count,
            Changed = diff.Changed.Count,
            Delisted = diff.Delisted.Count,
        };
        Guid[] closed = [.. diff.Changed.Concat(diff.Delisted).Select(r => inForce[r].Id)];
        string[] written = [.. diff.Added.Concat(diff.Changed)];
        var wide = await WideAsync(list, [.. written.Where(r => !wideBefore.Contains(r)).Select(r => contents[r].Entry).Where(IsWide)], progress, cancellation);
        var version = await new StagedImport(ledger, coming, list.Rejected, cancellation).WriteAsync(closed, [.. written.Select(r => contents[r])], wide, progress);
        if (version is null)
            return BorderRule.WatchlistImportSuperseded.Broken("list", ("list", list.Code));
        return wide.Count == 0 ? version : BorderRule.WatchlistImportHeld.Broken(
            "list",
            ("list", $"{version.List}@{version.Number}"),
            ("entries", $"{wide.Count}"),
            ("examples", string.Join(", ", wide.Take(ExamplesTold).Select(w => $"{w.Reference} ({w.Travellers})"))));
    }

    /// <summary>The version in force of each list, by name.</summary>
    internal static async Task<IReadOnlyList<WatchlistVersion>> InForceAsync(BorderContext db, CancellationToken cancellation) =>
        await db.WatchlistVersions.AsNoTracking()
            .Where(v => !db.WatchlistVersions.Any(later => later.List == v.List && later.Number > v.Number))
            .OrderBy(v => v.List)
            .ToListAsync(cancellation);

    private static Finding? Denied(string list, Actor actor) =>
        list == OrderList.Name ? ExitOrderRegister.Denied(actor) : actor.Lacks(Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor);

    private static Task<WatchlistVersion?> InForceAsync(BorderContext db, string list, CancellationToken cancellation) =>
        db.WatchlistVersions.AsNoTracking().Where(v => v.List == list).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellation);

    private static bool IsWide(WatchlistEntry entry) => entry.ToListedPerson("") is { } person && WidePerson.Is(person);

    /// <summary>Those that would have stopped any of last month's travellers, with how many, most first.</summary>
    private async Task<IReadOnlyList<WideEntry>> WideAsync(PublishedList list, IReadOnlyList<WatchlistEntry> entries, IProgress<double>? progress, CancellationToken cancellation)
    {
        if (entries.Count == 0)
            return [];
        var effect = await preview.CountImportAsync(list, null, progress, cancellation);
        return
        [
            .. entries.Select(e => new WideEntry(e.Reference, e.Names[0].Text, effect.More(WatchlistEntry.Key(list.Code, e.Reference))))
                .Where(w => w.Travellers > 0).OrderByDescending(w => w.Travellers).ThenBy(w => w.Reference, StringComparer.Ordinal),
        ];
    }

    private static WatchlistChange Change(string reference, IEnumerable<WatchlistEntryRow> rows, int version)
    {
        var before = rows.FirstOrDefault(r => r.UntilVersion == version);
        var after = rows.FirstOrDefault(r => r.FromVersion == version);
        var kind = before is null ? WatchlistChangeKind.Added : after is null ? WatchlistChangeKind.Delisted : WatchlistChangeKind.Changed;
        return new WatchlistChange(kind, reference, before is null ? null : Entry(before.Content), after is null ? null : Entry(after.Content));
    }

    private static WatchlistEntry Entry(string content) => JsonSerializer.Deserialize(content, WatchlistJson.Default.WatchlistEntry)!;
}
