using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Screening.Vetting;

/// <summary>The vetted decisions of a site: who is not alerted for what, by whom and why, and every time that it kept a hit from alerting. Thread-safe.</summary>
public sealed class VettedRegister
{
    private const int MaximumTake = 200;
    private const int MostSuppressions = 200;

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly TimeProvider clock;

    internal VettedRegister(SiteSettings settings, BorderStorage storage, LedgerWriter ledger, TimeProvider clock) =>
        (this.settings, this.storage, this.ledger, this.clock) = (settings, storage, ledger, clock);

    /// <summary>
    /// Decisions, newest first, for a user of one port of travellers who were presented there; audited. Roles: supervisor, auditor.
    /// </summary>
    /// <param name="search">A part of the traveller's or the entry's name, a reference, or the key of a traveller or decision; all where empty.</param>
    /// <param name="standing">True for those that still keep an entry from alerting, false for those that do not; null for all.</param>
    /// <param name="offset">How many come before the page.</param>
    /// <param name="take">How many; at most 200.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Answer<Page<VettedDecision>>> ListAsync(string? search, bool? standing, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        var (text, today) = (search?.Trim().ToUpperInvariant() ?? "", settings.LocalDay(clock.GetUtcNow()));
        await using var db = storage.Open();
        var decisions = Seen(db, actor.Port, today);
        if (Guid.TryParse(text, out var id))
            decisions = decisions.Where(s => s.Row.Id == id || s.Row.TravellerId == id);
        else if (text.Length > 0)
            decisions = decisions.Where(s => s.Row.SearchText.Contains(text));
        if (standing is { } stands)
            decisions = decisions.Where(s => (s.Row.WithdrawnAt == null && !s.IsEnded && s.IsInForce && !s.IsConfirmed) == stands);
        var total = await decisions.CountAsync(cancellation);
        var items = await decisions.OrderByDescending(s => s.Row.At).ThenByDescending(s => s.Row.Id)
            .Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        await ledger.AuditAsync(actor, AuditAction.VettedRead, null, null, actor.Port, text.Length == 0 ? null : text, cancellation);
        return new Page<VettedDecision>([.. items.Select(Of)], total, Math.Max(0, offset));
    }

    /// <summary>A decision and the hits that it kept from alerting; audited. Roles: supervisor, auditor.</summary>
    public async Task<Answer<VettedHistory>> FindAsync(Guid id, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        if (await Seen(db, actor.Port, settings.LocalDay(clock.GetUtcNow())).SingleOrDefaultAsync(s => s.Row.Id == id, cancellation) is not { } seen)
            return NotFound(id);
        var hits = await db.Hits.AsNoTracking().Where(h => h.VettedId == id).OrderByDescending(h => h.FoundAt).ThenByDescending(h => h.Id).Take(MostSuppressions).ToListAsync(cancellation);
        await ledger.AuditAsync(actor, AuditAction.VettedRead, "vetted", id.ToString(), actor.Port, null, cancellation);
        return new VettedHistory(Of(seen), [.. hits.Select(Of)]);
    }

    /// <summary>Takes a decision back, and any other on the same traveller and entry: from now on the entry alerts again, also in an encounter that nobody has decided. Role: supervisor; with a reason.</summary>
    public async Task<Answer<VettedDecision>> WithdrawAsync(Guid id, string reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Supervisor) ?? ReasonText.Check(reason, required: true)) is { } problem)
            return problem;
        return await ledger.WriteAsync<Answer<VettedDecision>>(
            async append =>
            {
                // Only who may see it.
                if (await Seen(append.Db, actor.Port, settings.LocalDay(append.Now)).SingleOrDefaultAsync(s => s.Row.Id == id, cancellation) is not { } seen)
                    return NotFound(id);
                var row = await append.Db.Vetted.SingleAsync(v => v.Id == id, cancellation);
                if (row.WithdrawnAt is not null)
                    return row.WithdrawnBy == actor.Name && row.WithdrawnReason == reason.Trim() ? Of(seen) : BorderRule.VettedWithdrawn.Broken(null, ("by", row.WithdrawnBy ?? ""));
                // The same pair may have been told apart twice, in two encounters that were open at a time: neither suppresses any more.
                var pair = await append.Db.Vetted.Where(v => v.TravellerId == row.TravellerId && v.List == row.List && v.Reference == row.Reference && v.WithdrawnAt == null).ToListAsync(cancellation);
                foreach (var one in pair)
                {
                    (one.WithdrawnAt, one.WithdrawnBy, one.WithdrawnReason) = (append.Now, actor.Name, reason.Trim());
                    append.Audit(actor.Name, AuditAction.VettedWithdrawn, "vetted", one.Id.ToString(), actor.Port, Withdrawal(one));
                }
                return Of(seen with { Row = row });
            },
            cancellation);
    }

    /// <summary>A withdrawal as it is signed in the audit.</summary>
    internal static string Withdrawal(VettedRow row) => $"{row.List}/{row.Reference}: {row.WithdrawnReason}";

    /// <summary>The decisions that keep an entry from alerting, whoever may see them.</summary>
    internal static IQueryable<VettedRow> Standing(BorderContext db, DateOnly today) =>
        Seen(db, null, today).Where(s => s.Row.WithdrawnAt == null && !s.IsEnded && s.IsInForce && !s.IsConfirmed).Select(s => s.Row);

    /// <summary>What a hit that is being dismissed makes of its traveller and entry.</summary>
    internal static async Task<VettedRow> RowAsync(LedgerAppend append, HitRow hit, EncounterRow encounter, DateOnly? until, CancellationToken cancellation)
    {
        var identity = ScreenedIdentity.Of(EncounterContent.Of(encounter.Content).Document);
        // What the officer saw: a restored headquarters may have put other content under the same number since.
        var isAsSeen = await append.Db.WatchlistVersions.AnyAsync(v => v.List == hit.List && v.Number == hit.ListVersion && v.ImportedAt <= hit.FoundAt, cancellation);
        var hash = !isAsSeen ? null : await append.Db.WatchlistEntries.Where(WatchlistEntryRow.In(hit.List, hit.ListVersion)).Where(e => e.Reference == hit.Reference)
            .Select(e => e.ContentHash).SingleOrDefaultAsync(cancellation);
        return new VettedRow
        {
            Id = Guid.CreateVersion7(append.Now),
            HitId = hit.Id,
            EncounterId = encounter.Id,
            TravellerId = encounter.TravellerId,
            Name = identity.Name,
            DateOfBirth = identity.DateOfBirth,
            Nationality = identity.Nationality,
            Sex = identity.Sex,
            PersonalNumber = identity.PersonalNumber,
            List = hit.List,
            ListVersion = hit.ListVersion,
            Reference = hit.Reference,
            EntryName = hit.PrimaryName,
            EntryHash = hash ?? "", // Equals no entry's: it would suppress nothing.
            SearchText = string.Join('\n', identity.Name, hit.PrimaryName, hit.Reference).ToUpperInvariant(),
            At = append.Now,
            By = hit.ResolvedBy!,
            Reason = hit.Reason!,
            Until = until,
        };
    }

    private static Documents.Findings.Finding NotFound(Guid id) => BorderRule.VettedNotFound.Broken(null, ("decision", id.ToString()));

    private static IQueryable<SeenDecision> Seen(BorderContext db, string? port, DateOnly today) => db.Vetted.AsNoTracking()
        .Where(v => port == null || db.Encounters.Any(e => e.TravellerId == v.TravellerId && e.Port == port))
        .Select(v => new SeenDecision
        {
            Row = v,
            IsEnded = v.Until != null && v.Until < today,
            IsInForce = db.WatchlistEntries.Any(e => e.List == v.List && e.Reference == v.Reference && e.ContentHash == v.EntryHash && e.FromVersion <= v.ListVersion
                && (e.UntilVersion == null || e.UntilVersion > db.WatchlistVersions.Where(w => w.List == v.List).Max(w => w.Number))),
            IsConfirmed = db.Hits.Any(h => h.State == HitState.Confirmed && h.List == v.List && h.Reference == v.Reference
                && db.Encounters.Any(e => e.Id == h.EncounterId && db.Travellers.Where(t => t.Id == e.TravellerId).Select(t => t.PersonId).First() == db.Travellers.Where(t => t.Id == v.TravellerId).Select(t => t.PersonId).First())),
            Suppressions = db.Hits.Count(h => h.VettedId == v.Id),
        });

    private static VettedDecision Of(SeenDecision seen) => new()
    {
        Id = seen.Row.Id,
        HitId = seen.Row.HitId,
        EncounterId = seen.Row.EncounterId,
        TravellerId = seen.Row.TravellerId,
        Name = seen.Row.Name,
        DateOfBirth = seen.Row.DateOfBirth,
        Nationality = seen.Row.Nationality,
        Sex = seen.Row.Sex,
        List = seen.Row.List,
        ListVersion = seen.Row.ListVersion,
        Reference = seen.Row.Reference,
        EntryName = seen.Row.EntryName,
        At = seen.Row.At,
        By = seen.Row.By,
        Reason = seen.Row.Reason,
        Until = seen.Row.Until,
        State = seen.Row.WithdrawnAt is not null ? VettedState.Withdrawn
            : seen.IsConfirmed ? VettedState.Confirmed
            : !seen.IsInForce ? VettedState.EntryChanged
            : seen.IsEnded ? VettedState.Ended
            : VettedState.Standing,
        Suppressions = seen.Suppressions,
        WithdrawnAt = seen.Row.WithdrawnAt,
        WithdrawnBy = seen.Row.WithdrawnBy,
        WithdrawnReason = seen.Row.WithdrawnReason,
    };

    private static Suppression Of(HitRow hit) => new(
        hit.Id, hit.EncounterId, hit.Port, hit.FoundAt, hit.ListVersion, JsonSerializer.Deserialize(hit.Match, BorderJson.Default.Hit)!.Score);

    private sealed record SeenDecision
    {
        public required VettedRow Row { get; init; }

        public required bool IsEnded { get; init; }

        public required bool IsInForce { get; init; }

        public required bool IsConfirmed { get; init; }

        public required int Suppressions { get; init; }
    }
}
