using System.Text.Json;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Ledger;

/// <summary>What one unit of work adds: rows through <see cref="Db"/>, facts through the methods here. One transaction.</summary>
internal sealed class CaseworkAppend(CaseworkContext db, string node, DateTimeOffset now)
{
    private readonly List<LedgerFact> facts = [];

    public CaseworkContext Db => db;

    /// <summary>The node that records.</summary>
    public string Node => node;

    /// <summary>The instant of the unit; UTC, whole milliseconds.</summary>
    public DateTimeOffset Now => now;

    public IReadOnlyList<LedgerFact> Facts => facts;

    public void Fact<T>(string kind, Guid id, T fact) => facts.Add(new LedgerFact(kind, id, JsonSerializer.Serialize(fact, CaseworkJson.Options)));

    public void Audit(string actor, string action, string? subjectKind = null, string? subjectId = null, string? detail = null)
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
            Detail = detail?.Replace("\0", "\uFFFD", StringComparison.Ordinal), // PostgreSQL's text cannot hold it.
        };
        db.Audit.Add(record);
        Fact(CaseworkFactKind.Audit, record.Id, record);
    }
}
