using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Consultations;
using Rahdari.Casework.Evidence;
using Rahdari.Casework.Interviews;
using Rahdari.Casework.Laws;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Ledger;

/// <summary>Walks casework's chain from its first record and compares the register with it: every case is told again from its signed events. The victims' store beside it is walked too.</summary>
public sealed class CaseworkVerifier
{
    private const int RecordsARead = 1000;

    private readonly CaseworkHome home;
    private readonly CaseworkStorage storage;
    private readonly CaseworkWriter ledger;
    private readonly ShelterVerifier shelter;

    internal CaseworkVerifier(CaseworkHome home, CaseworkStorage storage, CaseworkWriter ledger, ShelterVerifier shelter) =>
        (this.home, this.storage, this.ledger, this.shelter) = (home, storage, ledger, shelter);

    /// <summary>As below, with no end of the victims' store noted earlier.</summary>
    public Task<Answer<CaseworkVerification>> VerifyAsync(string? anchor, Actor actor, CancellationToken cancellation = default) => VerifyAsync(anchor, null, actor, cancellation);

    /// <summary>Verifies; audited with what came of it. Roles: auditor, administrator.</summary>
    /// <param name="anchor">A head of the cases' chain noted earlier (<c>sequence:hash</c>), which must still be in it; or null.</param>
    /// <param name="shelterAnchor">The same of the victims' store.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public async Task<Answer<CaseworkVerification>> VerifyAsync(string? anchor, string? shelterAnchor, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Auditor, Roles.Administrator) is { } denied)
            return denied;
        var verification = new CaseworkVerification(await WalkAsync(anchor, cancellation), await shelter.WalkAsync(shelterAnchor, cancellation));
        await ledger.AuditAsync(actor, CaseworkAction.LedgerVerified, "ledger", home.Node, $"{verification.Cases.Checked} and {verification.Shelter.Checked} records, {verification.Faults.Count} faults", cancellation);
        return verification;
    }

    private async Task<LedgerVerification> WalkAsync(string? anchor, CancellationToken cancellation)
    {
        using var key = home.OpenKey();
        await using var db = storage.Open();
        // One state throughout: the register may go on meanwhile.
        await using var transaction = await Snapshot.BeginAsync(db, cancellation);
        var head = await db.LedgerHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Node == home.Node, cancellation);
        var walk = new LedgerWalk(home.Node, _ => key, head, LedgerAnchor.Parse(anchor)?.Sequence, _ => false);
        var rows = new RowComparison(db, cancellation);
        var after = 0L;
        while (true)
        {
            var batch = await db.Ledger.AsNoTracking().Where(e => e.Node == home.Node && e.Sequence > after).OrderBy(e => e.Sequence).Take(RecordsARead).ToListAsync(cancellation);
            if (batch.Count == 0)
                break;
            batch.ForEach(walk.Next);
            await rows.CompareAsync(batch, cancellation);
            after = batch[^1].Sequence;
        }
        walk.End();
        await rows.EndAsync(cancellation);
        return new LedgerVerification(
            home.Node, walk.Walked, walk.Last, walk.LastHash is { } hash ? Convert.ToHexStringLower(hash) : null, [.. walk.Faults.Concat(rows.Faults).Concat(LedgerAnchor.Faults(anchor, walk)).OrderBy(f => f.Sequence ?? long.MaxValue)]);
    }

    /// <summary>The rows of the register, held against what was signed.</summary>
    private sealed class RowComparison
    {
        private readonly CaseworkContext db;
        private readonly List<LedgerFault> faults = [];
        private readonly HashSet<Guid> audited = [];
        private readonly List<LawBook> books = [LawBooks.Shipped];
        private readonly StrategyComparison strategy;
        private readonly EventComparison<CaseEvent, CaseRow> cases;
        private readonly EventComparison<CaseReferralEvent, CaseReferralRow> referrals;
        private readonly EventComparison<EvidenceEvent, EvidenceRow> evidence;

        public RowComparison(CaseworkContext db, CancellationToken cancellation)
        {
            this.db = db;
            strategy = new StrategyComparison(db);
            cases = new(db, CaseworkFactKind.CaseEvent, e => (e.CaseId, e.Id), e => $"case {e.CaseNumber}", row => row.Id, (row, events) => Task.FromResult(CaseRegister.Stale(row, events, books)));
            referrals = new(
                db, CaseworkFactKind.CaseReferral, e => (e.ReferralId, e.Id), e => $"referral {e.ReferralNumber}", row => row.Id, (row, events) => Task.FromResult(CaseReferralRegister.Stale(row, events)));
            // Reads every part of every file: what lies in the store is what was signed, or it is told.
            evidence = new(
                db, CaseworkFactKind.Evidence, e => (e.EvidenceId, e.Id), e => $"evidence {e.EvidenceId}", row => row.Id, (row, events) => EvidenceRegister.StaleAsync(db, row, events, cancellation));
        }

        public IReadOnlyList<LedgerFault> Faults => faults;

        public async Task CompareAsync(List<LedgerEntry> batch, CancellationToken cancellation)
        {
            Guid[] ids = [.. batch.Where(e => e.Kind == CaseworkFactKind.Audit).Select(e => e.Id)];
            var audit = await db.Audit.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
            foreach (var entry in batch)
            {
                switch (entry.Kind)
                {
                    case CaseworkFactKind.CaseEvent when CaseworkJson.ReadSigned<CaseEvent>(entry.Payload) is { } told:
                        cases.Next(told);
                        break;
                    case CaseworkFactKind.CaseReferral when CaseworkJson.ReadSigned<CaseReferralEvent>(entry.Payload) is { } told:
                        referrals.Next(told);
                        break;
                    case CaseworkFactKind.Evidence when CaseworkJson.ReadSigned<EvidenceEvent>(entry.Payload) is { } told:
                        evidence.Next(told);
                        break;
                    case CaseworkFactKind.Audit when CaseworkJson.ReadSigned<AuditRecord>(entry.Payload) is { } signed:
                        audited.Add(entry.Id);
                        if (!audit.TryGetValue(entry.Id, out var row))
                            faults.Add(new LedgerFault("ROW_DELETED", entry.Sequence, entry.Id, entry.Kind, $"The row of record {entry.Sequence} is gone."));
                        else if (row != signed)
                            faults.Add(new LedgerFault("ROW_CHANGED", entry.Sequence, entry.Id, entry.Kind, $"The row of record {entry.Sequence} is not what was signed."));
                        break;
                    case CaseworkFactKind.Strategy when CaseworkJson.ReadSigned<StrategyChange>(entry.Payload) is { } change:
                        strategy.Next(change, entry.Sequence);
                        break;
                    case CaseworkFactKind.Laws when CaseworkJson.ReadSigned<PublishedLaws>(entry.Payload) is { } published:
                        books.Add(published.Book);
                        var stored = await db.LawBooks.AsNoTracking().SingleOrDefaultAsync(b => b.Number == published.Book.Number, cancellation);
                        if (stored is null || stored.Content != LawBooks.Written(published.Book)
                            || (stored.Id, stored.Reason, stored.PublishedAt, stored.PublishedBy) != (published.Id, published.Reason, published.At, published.By))
                            faults.Add(new LedgerFault(stored is null ? "ROW_DELETED" : "ROW_CHANGED", entry.Sequence, entry.Id, entry.Kind, $"Law book {published.Book.Number} is not what was signed."));
                        break;
                }
            }
        }

        public async Task EndAsync(CancellationToken cancellation)
        {
            faults.AddRange(await strategy.EndAsync(cancellation));
            faults.AddRange(await cases.EndAsync(cancellation));
            faults.AddRange(await referrals.EndAsync(cancellation));
            faults.AddRange(await evidence.EndAsync(cancellation));
            foreach (var id in (await db.Audit.Select(a => a.Id).ToListAsync(cancellation)).Except(audited))
                faults.Add(new LedgerFault("ROW_INSERTED", null, id, CaseworkFactKind.Audit, "The chain knows nothing of this audit record."));
            foreach (var number in (await db.LawBooks.Select(b => b.Number).ToListAsync(cancellation)).Except(books.Select(b => b.Number)))
                faults.Add(new LedgerFault("ROW_INSERTED", null, null, CaseworkFactKind.Laws, $"The chain knows nothing of law book {number}."));
        }
    }
}
