using System.Text.Json;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Ledger;

/// <summary>What one unit of work adds: rows through <see cref="Db"/>, facts through the methods here. One transaction.</summary>
internal sealed class LedgerAppend(BorderContext db, string node, DateTimeOffset now)
{
    private readonly List<LedgerFact> facts = [];

    public BorderContext Db => db;

    /// <summary>The instant of the unit; UTC, whole milliseconds.</summary>
    public DateTimeOffset Now => now;

    public IReadOnlyList<LedgerFact> Facts => facts;

    public void Crossing(Crossing crossing)
    {
        db.Crossings.Add(crossing);
        facts.Add(new LedgerFact(LedgerKind.Crossing, crossing.Id, JsonSerializer.Serialize(crossing, BorderJson.Default.Crossing)));
    }

    /// <summary>Hits as found; of those that alert nobody it is audited who kept them from it.</summary>
    public void Hits(IEnumerable<HitRow> hits, string actor)
    {
        foreach (var hit in hits)
        {
            db.Hits.Add(hit);
            facts.Add(new LedgerFact(LedgerKind.Hit, hit.Id, JsonSerializer.Serialize(HitFact.Of(hit), BorderJson.Default.HitFact)));
            if (hit.VettedId is { } decision)
                Audit(actor, AuditAction.HitSuppressed, "hit", hit.Id.ToString(), hit.Port, $"{hit.List}/{hit.Reference} by {decision}");
        }
    }

    public void Vetted(VettedRow decision)
    {
        db.Vetted.Add(decision);
        facts.Add(new LedgerFact(LedgerKind.Vetted, decision.Id, JsonSerializer.Serialize(VettedFact.Of(decision), BorderJson.Default.VettedFact)));
    }

    public void Policy(PolicyRow policy)
    {
        db.Policies.Add(policy);
        facts.Add(new LedgerFact(LedgerKind.Policy, policy.Id, JsonSerializer.Serialize(PolicyFact.Of(policy), BorderJson.Default.PolicyFact)));
    }

    public void ExitOrder(ExitOrderRow order)
    {
        db.ExitOrders.Add(order);
        facts.Add(new LedgerFact(LedgerKind.ExitOrder, order.Id, JsonSerializer.Serialize(ExitOrderFact.Of(order), BorderJson.Default.ExitOrderFact)));
    }

    public void ExitPaper(ExitPaperRow paper)
    {
        db.ExitPapers.Add(paper);
        facts.Add(new LedgerFact(LedgerKind.ExitPaper, paper.Id, JsonSerializer.Serialize(ExitPaperFact.Of(paper), BorderJson.Default.ExitPaperFact)));
    }

    public void Audit(string actor, string action, string? subjectKind = null, string? subjectId = null, string? port = null, string? detail = null)
    {
        var record = new AuditRecord
        {
            Id = Guid.CreateVersion7(now),
            Node = node,
            At = now,
            Actor = actor,
            Action = action,
            SubjectKind = subjectKind,
            SubjectId = subjectId,
            Port = port,
            Detail = detail?.Replace("\0", "\uFFFD", StringComparison.Ordinal), // PostgreSQL's text cannot hold it.
        };
        db.Audit.Add(record);
        facts.Add(new LedgerFact(LedgerKind.Audit, record.Id, JsonSerializer.Serialize(record, BorderJson.Default.AuditRecord)));
    }
}
