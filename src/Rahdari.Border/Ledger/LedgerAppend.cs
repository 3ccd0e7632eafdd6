using System.Text.Json;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Corrections;
using Rahdari.Border.Crossings.Imports;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Indicators;
using Rahdari.Border.Permissions;
using Rahdari.Border.Retention;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Ledger;

/// <summary>What one unit of work adds: rows through <see cref="Db"/>, facts through the methods here. One transaction.</summary>
internal sealed class LedgerAppend(BorderContext db, string node, DateTimeOffset now)
{
    private readonly List<LedgerFact> facts = [];
    private readonly List<Crossing> crossings = [];

    public BorderContext Db => db;

    /// <summary>The instant of the unit; UTC, whole milliseconds.</summary>
    public DateTimeOffset Now => now;

    /// <summary>The node that records.</summary>
    public string Node => node;

    public IReadOnlyList<LedgerFact> Facts => facts;

    /// <summary>The crossings that the unit adds.</summary>
    public IReadOnlyList<Crossing> Crossings => crossings;

    public void Crossing(Crossing crossing)
    {
        db.Crossings.Add(crossing);
        crossings.Add(crossing);
        db.CrossingKeys.Add(new CrossingKeyRow { Node = crossing.Node, IdempotencyKey = crossing.IdempotencyKey, CrossingId = crossing.Id });
        facts.Add(new LedgerFact(LedgerKind.Crossing, crossing.Id, JsonSerializer.Serialize(crossing, BorderJson.Default.Crossing)));
    }

    /// <summary>That a crossing was recorded wrongly; audited.</summary>
    public void Correction(Correction correction, string port)
    {
        db.Corrections.Add(CorrectionRow.Of(correction));
        facts.Add(new LedgerFact(LedgerKind.Correction, correction.Id, JsonSerializer.Serialize(correction, BorderJson.Default.Correction)));
        Audit(correction.By, AuditAction.CrossingCorrected, "crossing", correction.CrossingId.ToString(), port, correction.Reason);
    }

    /// <summary>A batch of a legacy system's crossings, of which the rows are written in the same transaction.</summary>
    public void Imported(ImportFact import) => facts.Add(new LedgerFact(LedgerKind.Import, import.Id, JsonSerializer.Serialize(import, BorderJson.Default.ImportFact)));

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
        db.Notes?.RulesChanged();
        facts.Add(new LedgerFact(LedgerKind.Policy, policy.Id, JsonSerializer.Serialize(PolicyFact.Of(policy), BorderJson.Default.PolicyFact)));
    }

    public void Permission(PermissionRow permission)
    {
        db.Permissions.Add(permission);
        facts.Add(new LedgerFact(LedgerKind.Permission, permission.Id, JsonSerializer.Serialize(permission.Fact(), BorderJson.Default.Permission)));
    }

    public void StayExtension(StayExtensionRow extension)
    {
        db.StayExtensions.Add(extension);
        facts.Add(new LedgerFact(LedgerKind.StayExtension, extension.Id, JsonSerializer.Serialize(extension.Fact(), BorderJson.Default.StayExtension)));
    }

    public void EntryRules(EntryRulesRow rules)
    {
        db.EntryRules.Add(rules);
        db.Notes?.RulesChanged();
        facts.Add(new LedgerFact(LedgerKind.EntryRules, rules.Id, JsonSerializer.Serialize(EntryRulesFact.Of(rules), BorderJson.Default.EntryRulesFact)));
    }

    public void Indicators(IndicatorSetRow set)
    {
        db.IndicatorSets.Add(set);
        db.Notes?.RulesChanged();
        facts.Add(new LedgerFact(LedgerKind.Indicators, set.Id, JsonSerializer.Serialize(IndicatorSetFact.Of(set), BorderJson.Default.IndicatorSetFact)));
    }

    public void Journey(JourneyRow journey)
    {
        db.Journeys.Add(journey);
        facts.Add(new LedgerFact(LedgerKind.Journey, journey.Id, JsonSerializer.Serialize(JourneyFact.Of(journey), BorderJson.Default.JourneyFact)));
    }

    public void Indication(IndicationRow indication)
    {
        db.Indications.Add(indication);
        facts.Add(new LedgerFact(LedgerKind.Indication, indication.Id, JsonSerializer.Serialize(IndicationFact.Of(indication), BorderJson.Default.IndicationFact)));
    }

    public void Retention(RetentionRow schedule)
    {
        db.RetentionSchedules.Add(schedule);
        facts.Add(new LedgerFact(LedgerKind.Retention, schedule.Id, JsonSerializer.Serialize(RetentionFact.Of(schedule), BorderJson.Default.RetentionFact)));
    }

    public void Hold(HoldRow hold)
    {
        db.LegalHolds.Add(hold);
        facts.Add(new LedgerFact(LedgerKind.Hold, hold.Id, JsonSerializer.Serialize(HoldFact.Of(hold), BorderJson.Default.HoldFact)));
    }

    /// <summary>That payloads were erased in the same transaction.</summary>
    public void Purge(PurgeFact purge) => facts.Add(new LedgerFact(LedgerKind.Purge, purge.Id, JsonSerializer.Serialize(purge, BorderJson.Default.PurgeFact)));

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

    /// <summary>That a link came to be or became something else; audited.</summary>
    public void Link(LinkChangeRow change, string? port)
    {
        db.LinkChanges.Add(change);
        facts.Add(new LedgerFact(LedgerKind.Link, change.Id, JsonSerializer.Serialize(change, BorderJson.Default.LinkChangeRow)));
        Audit(change.By, AuditAction.LinkChanged, "link", change.LinkId.ToString(), port, change.Reason is null ? $"{change.State}" : $"{change.State}: {change.Reason}");
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
        if (action == AuditAction.PolicyDecided)
            db.Notes?.RulesChanged();
        facts.Add(new LedgerFact(LedgerKind.Audit, record.Id, JsonSerializer.Serialize(record, BorderJson.Default.AuditRecord)));
    }
}
