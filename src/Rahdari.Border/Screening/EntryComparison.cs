using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Border.Screening;

/// <summary>Tells of a named entry how it compares with a person, and why it was no hit. Thread-safe.</summary>
public sealed class EntryComparison
{
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly SearchedLists lists;
    private readonly PolicyInForce policy;

    internal EntryComparison(BorderStorage storage, LedgerWriter ledger, SearchedLists lists, PolicyInForce policy) =>
        (this.storage, this.ledger, this.lists, this.policy) = (storage, ledger, lists, policy);

    /// <summary>
    /// Compares an entry with a person as screening for a purpose does, by the lists that are searched and the policy in force; audited. Roles: officer,
    /// supervisor, watchlist manager.
    /// </summary>
    /// <param name="person">Whom to compare.</param>
    /// <param name="list">The list: <c>un</c>.</param>
    /// <param name="reference">The list's own reference, letter by letter.</param>
    /// <param name="purpose">What the person is screened for.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Answer<ComparedEntry>> CompareAsync(
        PersonQuery person, string list, string reference, ScreeningPurpose purpose, Actor actor, CancellationToken cancellation = default)
    {
        // Who keeps the lists goes through no orders by their numbers.
        if ((list == OrderList.Name ? actor.Lacks(Roles.Officer, Roles.Supervisor) : actor.Lacks(Roles.Officer, Roles.Supervisor, Roles.WatchlistManager)) is { } denied)
            return denied;
        if (string.IsNullOrWhiteSpace(person.Name))
            return BorderRule.NameRequired.Broken("name");
        if (!ListName.IsName(list))
            return BorderRule.WatchlistNotFound.Broken("list", ("list", list));
        var (now, rule, key) = (lists.Current, policy.Rules.Of(list, purpose), WatchlistEntry.Key(list, reference));
        Answer<ComparedEntry> compared = ComparedEntry.Of(now.Index, person, rule, reference) is { } entry
            ? entry
            : await WithoutAsync(now.Versions, rule, reference, cancellation);
        if (compared.Succeeded)
            await ledger.AuditAsync(actor, AuditAction.EntryCompared, "watchlist", key, actor.Port, person.Name, cancellation);
        return compared;
    }

    /// <summary>Why an entry that is not in the index is not there.</summary>
    private async Task<Answer<ComparedEntry>> WithoutAsync(HeldVersions searched, PolicyRule rule, string reference, CancellationToken cancellation)
    {
        var list = rule.List;
        await using var db = storage.Open();
        if ((await WatchlistRegister.InForceAsync(db, cancellation)).FirstOrDefault(v => v.List == list) is not { } inForce)
            return BorderRule.WatchlistNotFound.Broken("list", ("list", list));
        // PostgreSQL's text cannot hold a zero. What is written of a version that is not in force yet is seen by nobody.
        var rows = reference.Contains('\0', StringComparison.Ordinal) ? [] : await db.WatchlistEntries.AsNoTracking()
            .Where(e => e.List == list && e.Reference == reference && e.FromVersion <= inForce.Number).ToListAsync(cancellation);
        if (rows.Count == 0)
            return BorderRule.WatchlistEntryNotFound.Broken("reference", ("list", list), ("reference", reference));
        var isSearched = WatchlistEntryRow.In(list, searched.Lists.FirstOrDefault(v => v.List == list)?.Number ?? 0).Compile();
        return ComparedEntry.Without(rule, reference, rows.Exists(isSearched.Invoke) ? BorderRule.EntryOfNoPerson : BorderRule.EntryNotInForce);
    }
}
