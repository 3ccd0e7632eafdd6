using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Watchlists;

/// <summary>The imports that wait for a second person. Thread-safe.</summary>
public sealed class HeldImports
{
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal HeldImports(BorderStorage storage, LedgerWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>Each of them, by list. Roles: watchlist manager, supervisor, auditor; audited where there is any.</summary>
    public async Task<Answer<IReadOnlyList<HeldImport>>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var held = await db.WatchlistImports.AsNoTracking().Where(i => i.Held != null).OrderBy(i => i.List).Select(i => i.Held!).ToListAsync(cancellation);
        if (held.Count > 0)
            await ledger.AuditAsync(actor, AuditAction.WatchlistEntryRead, "watchlist", null, actor.Port, "held", cancellation);
        return new Answer<IReadOnlyList<HeldImport>>([.. held.Select(Of)]);
    }

    /// <summary>
    /// Brings a held import into force, or drops it. Whoever imported it may only drop it. Roles: watchlist manager, supervisor; to drop
    /// with a reason; audited. Whoever screens takes it up with <see cref="Screening.WatchlistScreen.RefreshAsync"/>.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="heldAt">When the import that was looked at was held: another may have taken its place meanwhile.</param>
    /// <param name="approve">True to bring it into force, false to drop it.</param>
    /// <param name="reason">Why; required to drop it.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    public async Task<Answer<WatchlistVersion>> DecideAsync(string list, DateTimeOffset heldAt, bool approve, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.WatchlistManager, Roles.Supervisor) ?? ReasonText.Check(reason, required: !approve)) is { } problem)
            return problem;
        return await ledger.WriteAsync<Answer<WatchlistVersion>>(
            async append =>
            {
                var row = await append.Db.WatchlistImports.AsNoTracking().SingleOrDefaultAsync(i => i.List == list && i.Held != null, cancellation);
                if (row is null)
                    return NotFound(list);
                var held = Of(row.Held!);
                if (approve && held.Version.ImportedBy == actor.Name)
                    return RecordRule.SecondPersonRequired.Broken();
                if (held.Version.ImportedAt != heldAt)
                    return BorderRule.WatchlistImportSuperseded.Broken("heldAt", ("list", list));
                // A later import, perhaps of another node, may have taken its place just now.
                if (await append.Db.WatchlistImports.Where(i => i.List == list && i.Id == row.Id).ExecuteDeleteAsync(cancellation) == 0)
                    return NotFound(list);
                var version = held.Version with { ImportedAt = append.Now };
                if (approve)
                    append.Db.WatchlistVersions.Add(version);
                append.Audit(
                    actor.Name, approve ? AuditAction.WatchlistImported : AuditAction.WatchlistDropped, "watchlist", $"{list}@{version.Number}", null, Decision(held, reason));
                return version;
            },
            cancellation);
    }

    internal static HeldImport Of(string json) => JsonSerializer.Deserialize(json, BorderJson.Default.HeldImport)!;

    private static string Decision(HeldImport held, string? reason) =>
        $"{held.Version.Added} added, {held.Version.Changed} changed, {held.Version.Delisted} delisted, {held.Wide.Count} wide" + (held.Rejected == 0 ? "" : $", {held.Rejected} rejected") + $"; imported by {held.Version.ImportedBy}"
        + (ReasonText.Recorded(reason) is { } why ? $": {why}" : "");

    private static Finding NotFound(string list) => BorderRule.HeldImportNotFound.Broken("list", ("list", list));
}
