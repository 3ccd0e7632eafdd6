using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Corrections;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;
using Rahdari.Border.Travellers.Links;

namespace Rahdari.Border.Received;

/// <summary>What this site's tables have of received records: crossings with their travellers, corrections and audit. The rest stands in the ledger alone.</summary>
internal static class ReceivedFacts
{
    private const int LongestRanges = 1_000_000;

    /// <summary>True where the record says only what its node may say. What this version does not know is the node's own affair: it is kept as it was signed.</summary>
    public static bool IsTheirs(Sender sender, LedgerEntry record) => IsStorable(record) && record.Kind switch
    {
        LedgerKind.Crossing => Read(record, BorderJson.Default.Crossing) is { ImportId: null } crossing && crossing.Id == record.Id && crossing.Node == sender.Node && crossing.Port == sender.Port
            && CrossingMonths.InstantOf(crossing.Id) == crossing.At && Enum.IsDefined(crossing.Direction) && Enum.IsDefined(crossing.Outcome) && Enum.IsDefined(crossing.Sex) && Enum.IsDefined(crossing.Advice)
            && (crossing.ConveyanceKind is not { } kind || Enum.IsDefined(kind)),
        LedgerKind.Correction => Read(record, BorderJson.Default.Correction) is { } correction && correction.Id == record.Id && correction.Node == sender.Node
            && Enum.IsDefined(correction.After.Direction) && Enum.IsDefined(correction.After.Outcome),
        LedgerKind.Audit => Read(record, BorderJson.Default.AuditRecord) is { } audit && audit.Id == record.Id && audit.Node == sender.Node,
        // By what a node says that it erased, its chain is judged here.
        LedgerKind.Purge => Read(record, BorderJson.Default.PurgeFact) is { Sequences.Length: < LongestRanges, Referred: not null, Imports: not null } purge && purge.Id == record.Id
            && purge.Imports.All(import => import?.Hashes is { } hashes && Base64.IsValid(hashes)),
        _ => true,
    };

    /// <summary>Writes the rows, in the transaction that takes the records in.</summary>
    public static async Task ProjectAsync(LedgerAppend append, Sender sender, IReadOnlyList<LedgerEntry> records, CancellationToken cancellation)
    {
        var db = append.Db;
        Crossing[] crossings = [.. Of(records, LedgerKind.Crossing, BorderJson.Default.Crossing).OrderBy(c => c.Id)];
        await TravellersAsync(append, sender, crossings, cancellation);
        await BulkRows.InsertAsync(db, crossings, cancellation);
        await BulkRows.InsertAsync(db, [.. crossings.Select(c => new CrossingKeyRow { Node = c.Node, IdempotencyKey = c.IdempotencyKey, CrossingId = c.Id })], cancellation);
        await LastCrossings.FollowAsync(db, crossings, cancellation);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        await BulkRows.InsertAsync(db, [.. Of(records, LedgerKind.Audit, BorderJson.Default.AuditRecord)], cancellation);
        foreach (var (correction, crossing) in (await CorrectedAsync(db, records, cancellation)).Values)
        {
            await CorrectionRegister.ApplyAsync(db, crossing, correction, cancellation);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The corrections among the records with what they correct, in order: whoever corrects a crossing that is not the node's changes nothing of it here, though the record stays.</summary>
    public static async Task<Dictionary<Guid, (Correction Correction, Crossing Crossing)>> CorrectedAsync(BorderContext db, IReadOnlyList<LedgerEntry> records, CancellationToken cancellation)
    {
        Correction[] corrections = [.. Of(records, LedgerKind.Correction, BorderJson.Default.Correction)];
        var crossings = await CrossingMonths.FindAsync(db, [.. corrections.Select(c => c.CrossingId).Distinct()], cancellation);
        return corrections.Where(c => crossings.TryGetValue(c.CrossingId, out var crossing) && crossing.Node == c.Node).ToDictionary(c => c.Id, c => (c, crossings[c.CrossingId]));
    }

    /// <summary>Those who are new here, with their documents; who of them is whom is found afterwards.</summary>
    private static async Task TravellersAsync(LedgerAppend append, Sender sender, Crossing[] crossings, CancellationToken cancellation)
    {
        var db = append.Db;
        Guid[] seen = [.. crossings.Select(c => c.TravellerId).Distinct()];
        var known = await db.Travellers.Where(t => seen.Contains(t.Id)).Select(t => t.Id).ToHashSetAsync(cancellation);
        Crossing[] first = [.. crossings.Where(c => !known.Contains(c.TravellerId)).GroupBy(c => c.TravellerId).Select(of => of.MinBy(c => c.At)!)];
        TravellerDocument[] documents = [.. first.Select(c => TravellerIdentity.Document(c, c.TravellerId, append.Now))];
        await BulkRows.InsertAsync(db, [.. first.Select(c => new TravellerRow { Id = c.TravellerId, PersonId = c.TravellerId, FirstSeen = c.At, KeysVersion = IdentityKeys.Version })], cancellation);
        await BulkRows.InsertAsync(db, documents, cancellation);
        await BulkRows.InsertAsync(db, [.. documents.SelectMany(d => LinkWriter.Keys(KnownIdentity.Of(d)).Select(key => new TravellerKeyRow { Key = key, TravellerId = d.TravellerId }))], cancellation);
        await BulkRows.InsertAsync(db, [.. first.Select(c => new UnlinkedTravellerRow { TravellerId = c.TravellerId, Port = sender.Port })], cancellation);
    }

    private static IEnumerable<T> Of<T>(IReadOnlyList<LedgerEntry> records, string kind, JsonTypeInfo<T> type)
        where T : class => records.Where(record => record.Kind == kind && record.Payload.Length > 0).Select(record => Read(record, type)).OfType<T>();

    private static T? Read<T>(LedgerEntry record, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(record.Payload, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>False where a text of the payload holds a NUL, which PostgreSQL's text does not.</summary>
    private static bool IsStorable(LedgerEntry record)
    {
        if (record.Kind.Contains('\0', StringComparison.Ordinal) || record.Payload.Contains('\0', StringComparison.Ordinal))
            return false;
        if (!record.Payload.Contains("\\u0000", StringComparison.Ordinal))
            return true;
        // It may also be the six characters themselves, as somebody wrote them.
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(record.Payload));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.GetString()!.Contains('\0', StringComparison.Ordinal))
                    return false;
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
