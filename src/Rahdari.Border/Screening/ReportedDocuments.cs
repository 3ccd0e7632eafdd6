using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Inspection;

namespace Rahdari.Border.Screening;

/// <summary>The documents that the lists in force report lost, stolen or revoked, found by State and number. Immutable; thread-safe.</summary>
internal sealed class ReportedDocuments
{
    private readonly IReadOnlyList<OfList> lists;

    private ReportedDocuments(IReadOnlyList<OfList> lists) => this.lists = lists;

    /// <summary>Without any.</summary>
    public static ReportedDocuments None { get; } = new([]);

    /// <summary>Reads the documents of the versions; of those that were read before nothing again.</summary>
    /// <param name="db">In a transaction that reads one state.</param>
    /// <param name="versions">The versions in force.</param>
    /// <param name="before">What was in force before.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<ReportedDocuments> LoadAsync(BorderContext db, IReadOnlyList<WatchlistVersion> versions, ReportedDocuments before, CancellationToken cancellation)
    {
        var lists = new List<OfList>();
        foreach (var version in versions)
            lists.Add(before.lists.FirstOrDefault(l => l.IsOf(version)) ?? await OfList.LoadAsync(db, version, cancellation));
        return new ReportedDocuments(lists);
    }

    /// <summary>The reports that may be of a document: of its State, and of its number or one that recognition may take for it.</summary>
    /// <param name="issuingState">As the document has it.</param>
    /// <param name="documentNumber">As the document has it.</param>
    /// <param name="isLookedUp">Whether a list counts.</param>
    public IReadOnlyList<ReportedDocument> Find(string issuingState, string documentNumber, Func<string, bool> isLookedUp)
    {
        var key = ReportedDocument.Key(issuingState, documentNumber);
        return key.Number.Length == 0 ? [] : [.. lists.Where(l => isLookedUp(l.List)).SelectMany(l => l.Find(key))];
    }

    /// <summary>The documents of one version of a list, ordered by the hash of their keys: a million take some hundred megabytes.</summary>
    private sealed class OfList
    {
        private readonly WatchlistVersion version;
        private readonly int[] hashes;
        private readonly ReportedDocument[] documents;

        private OfList(WatchlistVersion version, ReportedDocument[] documents)
        {
            (this.version, this.documents) = (version, documents);
            hashes = [.. documents.Select(d => ReportedDocument.Key(d.IssuingState, d.DocumentNumber).GetHashCode())];
            Array.Sort(hashes, documents);
        }

        public string List => version.List;

        /// <summary>A restored database may number another version alike.</summary>
        public bool IsOf(WatchlistVersion other) => (other.List, other.Number, other.ImportedAt) == (version.List, version.Number, version.ImportedAt);

        public static async Task<OfList> LoadAsync(BorderContext db, WatchlistVersion version, CancellationToken cancellation)
        {
            var contents = db.WatchlistEntries.AsNoTracking()
                .Where(WatchlistEntryRow.In(version.List, version.Number)).Where(e => e.Kind == WatchlistEntryKind.Document)
                .Select(e => e.Content);
            var documents = new List<ReportedDocument>();
            await foreach (var content in contents.AsAsyncEnumerable().WithCancellation(cancellation))
            {
                if (JsonSerializer.Deserialize(content, WatchlistJson.Default.WatchlistEntry)!.ToReportedDocument() is { } document)
                    documents.Add(document);
            }
            return new OfList(version, [.. documents]);
        }

        public IEnumerable<ReportedDocument> Find((string State, string Number) key)
        {
            var hash = key.GetHashCode();
            var at = Array.BinarySearch(hashes, hash);
            while (at > 0 && hashes[at - 1] == hash)
                at--;
            for (; at >= 0 && at < hashes.Length && hashes[at] == hash; at++)
            {
                if (ReportedDocument.Key(documents[at].IssuingState, documents[at].DocumentNumber) == key)
                    yield return documents[at];
            }
        }
    }
}
