using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Distribution;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Ledger;

/// <summary>Compares what is held of headquarters' topics with what was signed when it came into force: an entry that was changed here is no longer what headquarters published.</summary>
internal static class HeldContents
{
    private const string Kind = "topic";

    /// <param name="db">The site's.</param>
    /// <param name="node">The site's node: what came into force at others, whose records are taken in here, says nothing of this one.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<IReadOnlyList<LedgerFault>> FaultsAsync(BorderContext db, string node, CancellationToken cancellation)
    {
        var held = await db.HeldTopics.AsNoTracking().Where(h => h.Topic != HeldTopicRow.Catalogue).ToListAsync(cancellation);
        var signed = await db.Audit.Where(a => a.Node == node && a.Action == AuditAction.TopicApplied)
            .Join(db.Ledger, a => a.Id, e => e.Id, (a, e) => new { a.SubjectId, a.Actor, a.Detail, e.Sequence }).ToListAsync(cancellation);
        var faults = new List<LedgerFault>();
        foreach (var row in held)
        {
            var last = signed.Where(s => s.SubjectId == row.Topic).MaxBy(s => s.Sequence);
            if (last?.Actor != row.Node || last.Detail?.StartsWith(ReceivedTopics.Applied(row.Version, row.ContentHash) + " ", StringComparison.Ordinal) != true)
                faults.Add(new LedgerFault("ROW_CHANGED", last?.Sequence, null, Kind, $"What is noted as held of {row.Topic} is not what came into force."));
            else if (await HashAsync(db, row, cancellation) != row.ContentHash)
                faults.Add(new LedgerFault("ROW_CHANGED", last.Sequence, null, Kind, $"Version {row.Version} of {row.Topic} is not as headquarters published it."));
        }
        faults.AddRange(signed.Select(s => s.SubjectId).Distinct().Where(topic => !held.Exists(h => h.Topic == topic))
            .Select(topic => new LedgerFault("ROW_DELETED", null, null, Kind, $"That {topic} is headquarters' is no longer noted.")));
        return faults;
    }

    /// <summary>The node whose permissions are held; empty where none are.</summary>
    public static async Task<string> PermissionsOfAsync(BorderContext db, CancellationToken cancellation) => (await Governed.RowAsync(db, Topic.Permissions, cancellation))?.Node ?? "";

    private static async Task<string?> HashAsync(BorderContext db, HeldTopicRow row, CancellationToken cancellation) => Topic.Parse(row.Topic) switch
    {
        { Kind: TopicKind.List } list => (await PublishedEntries.HashAsync(db, list.List, (int)row.Version, cancellation)).Hash,
        { Kind: TopicKind.Permissions } => await PublishedPermissions.HashAsync(db, row.Node, cancellation),
        not null when row.Content is { } content => ContentDigest.Of(content),
        _ => null,
    };
}
