using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Distribution;

/// <summary>
/// What a port takes of what headquarters publishes, by whatever carried it: a catalogue says what it lacks, parts are collected in any order, and a whole update comes into force in one transaction or not
/// at all. Nothing is believed but what headquarters' key signed. From the first version on the topic is governed by headquarters, and changes here are refused (<c>GOVERNED_BY_HEADQUARTERS</c>). The
/// node's own link calls this; no user reaches it. Thread-safe; one call works at a time.
/// </summary>
/// <remarks>
/// The order of calls: <see cref="MissingAsync"/> with a catalogue; for each topic that is missing headquarters is asked from <see cref="MissingTopic.From"/>; <see cref="TakeAsync"/> with each part;
/// once nothing is missing <see cref="ApplyAsync(string, Headquarters, IProgress{double}?, CancellationToken)"/>. Where that answers <c>PUBLISHED_OTHER_BASE</c> or <c>PUBLISHED_DIFFERS</c>, the next
/// <see cref="MissingAsync"/> asks for a snapshot by itself.
/// </remarks>
public sealed class ReceivedTopics : IDisposable
{
    private const string Folder = "received";

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly WatchlistScreen screen;
    private readonly PolicyInForce policy;
    private readonly SiteSettings settings;
    private readonly PartStore store;
    private readonly SemaphoreSlim gate = new(1, 1);

    internal ReceivedTopics(SiteFolder site, BorderStorage storage, LedgerWriter ledger, WatchlistScreen screen, PolicyInForce policy) =>
        (this.storage, this.ledger, this.screen, this.policy, settings, store) = (storage, ledger, screen, policy, site.Settings, new PartStore(Path.Combine(site.FullPath, Folder)));

    /// <summary>What is in force here of what headquarters governs, by topic. It says nothing of anybody; every role.</summary>
    public async Task<IReadOnlyList<HeldTopic>> HeldAsync(CancellationToken cancellation = default)
    {
        await using var db = storage.Open();
        var rows = await db.HeldTopics.AsNoTracking().Where(h => h.Topic != HeldTopicRow.Catalogue).ToListAsync(cancellation);
        return [.. rows.OrderBy(h => h.Topic, StringComparer.Ordinal).Select(row => row.Read())];
    }

    /// <summary>What this site lacks of a catalogue. One older than another that was read is refused.</summary>
    /// <param name="catalogue">Any bytes: what <see cref="PublishedTopics.CatalogueAsync"/> gave at headquarters.</param>
    /// <param name="headquarters">Whom to believe.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    public Task<Answer<IReadOnlyList<MissingTopic>>> MissingAsync(ReadOnlyMemory<byte> catalogue, Headquarters headquarters, CancellationToken cancellation = default) => AloneAsync<Answer<IReadOnlyList<MissingTopic>>>(
        async () =>
        {
            var read = Catalogue.Read(catalogue.Span, headquarters);
            if (read.Value is not { } published)
                return read.Problem!;
            var content = string.Join('\n', published.Topics.Select(Line));
            await using var db = storage.Open();
            var rows = await db.HeldTopics.AsNoTracking().Where(h => h.Node == headquarters.Node).ToDictionaryAsync(h => h.Topic, cancellation);
            if (rows.GetValueOrDefault(HeldTopicRow.Catalogue) is not { } newest || newest.Content != content || published.Series > Catalogue.SeriesOf(newest.Version))
            {
                var older = rows.GetValueOrDefault(HeldTopicRow.Catalogue);
                if (older is not null && (published.Number, published.At).CompareTo((older.Version, older.AppliedAt)) <= 0)
                    return BorderRule.PublishedOlder.Broken("number", ("topic", HeldTopicRow.Catalogue), ("offered", $"{published.Number}"), ("held", $"{older.Version}"));
                var isAnew = older is not null && published.Series > Catalogue.SeriesOf(older.Version);
                await ledger.WriteAsync(append => HoldAsync(append, published, content, isAnew, cancellation), cancellation);
                if (isAnew)
                    rows = await db.HeldTopics.AsNoTracking().Where(h => h.Node == headquarters.Node).ToDictionaryAsync(h => h.Topic, cancellation);
            }
            return new Answer<IReadOnlyList<MissingTopic>>(
            [
                .. published.Topics.Where(topic => rows.GetValueOrDefault(topic.Name) is not { NeedsSnapshot: false } held || (held.Version <= topic.Version && held.ContentHash != topic.ContentHash))
                    .Select(topic => new MissingTopic(topic.Name, rows.GetValueOrDefault(topic.Name) is { NeedsSnapshot: false } held && held.Version < topic.Version ? held.Version : 0, topic.Version)),
            ]);
        },
        cancellation);

    /// <summary>
    /// Takes a part. It may come in any order, again, and in an update that another try had begun; what is not signed, older than what is held, or follows another version is refused and changes nothing. A part
    /// of what is held already is answered with nothing missing.
    /// </summary>
    /// <param name="part">Any bytes: what <see cref="PublishedUpdate.PartAsync"/> gave at headquarters.</param>
    /// <param name="headquarters">Whom to believe.</param>
    /// <param name="cancellation">Stops before the part is kept.</param>
    public Task<Answer<TakenUpdate>> TakeAsync(ReadOnlyMemory<byte> part, Headquarters headquarters, CancellationToken cancellation = default) => AloneAsync<Answer<TakenUpdate>>(
        async () =>
        {
            var read = UpdatePart.Read(part, headquarters);
            if (read.Value is not { } taken)
                return read.Problem!;
            var topic = Topic.Parse(taken.Terms.Topic)!;
            var (held, catalogue) = await RowsAsync(topic, headquarters, cancellation);
            if (IsHeld(taken.Terms, held))
                return new TakenUpdate(taken.Terms, []);
            if (Problem(taken.Terms, held, catalogue) is { } problem)
                return problem;
            if (store.Collected(topic, headquarters) is { } collected && (collected.Series, collected.To).CompareTo((taken.Terms.Series, taken.Terms.To)) > 0)
                return BorderRule.PublishedOlder.Broken("to", ("topic", topic.Name), ("offered", $"{taken.Terms.To}"), ("held", $"{collected.To}"));
            store.Keep(taken, part.Span);
            return new TakenUpdate(taken.Terms, store.Missing(taken.Terms));
        },
        cancellation);

    /// <summary>
    /// Brings what was collected of a topic into force, whole, in the version that headquarters numbered; the counters go on meanwhile, and screen by it when this returns. Killed or cancelled at any moment
    /// the version before is in force, and the parts are kept. What is written is hashed from this site's own tables and compared before it comes into force. Audited in headquarters' name.
    /// </summary>
    /// <param name="topic">The topic's name.</param>
    /// <param name="headquarters">Whom to believe.</param>
    /// <param name="progress">Receives the share written, 0 to 1.</param>
    /// <param name="cancellation">Stops before it comes into force.</param>
    public Task<Answer<HeldTopic>> ApplyAsync(string topic, Headquarters headquarters, IProgress<double>? progress = null, CancellationToken cancellation = default) => AloneAsync<Answer<HeldTopic>>(
        async () =>
        {
            if (Topic.Parse(topic) is not { } known)
                return BorderRule.TopicUnknown.Broken("topic", ("topic", topic));
            var (held, catalogue) = await RowsAsync(known, headquarters, cancellation);
            if (store.Collected(known, headquarters) is not { } terms)
                return Incomplete(topic, 1, 1);
            if (IsHeld(terms, held))
            {
                store.Remove(topic);
                return held!.Read();
            }
            if (Problem(terms, held, catalogue) is { } problem)
            {
                store.Remove(topic);
                return problem;
            }
            if (store.Missing(terms) is { Count: > 0 } missing)
                return Incomplete(topic, missing.Count, terms.Parts);
            if (store.Spoilt(terms, headquarters, cancellation) is { Count: > 0 } spoilt)
                return Incomplete(topic, spoilt.Count, terms.Parts);
            var applied = await ApplyAsync(known, terms, held, progress, cancellation);
            if (applied.Problem is { } refused && refused.Code != BorderRule.WatchlistImportSuperseded.Code)
                await RefuseAsync(terms, refused, cancellation);
            if (applied.Succeeded)
                store.Remove(topic);
            return applied;
        },
        cancellation);

    /// <summary>As <see cref="TakeAsync"/> with each part and then <see cref="ApplyAsync(string, Headquarters, IProgress{double}?, CancellationToken)"/>; the first part that is refused ends it.</summary>
    public async Task<Answer<HeldTopic>> ApplyAsync(IAsyncEnumerable<byte[]> parts, Headquarters headquarters, CancellationToken cancellation = default)
    {
        string? topic = null;
        await foreach (var part in parts.WithCancellation(cancellation))
        {
            var taken = await TakeAsync(part, headquarters, cancellation);
            if (!taken.Succeeded)
                return taken.Problem;
            topic = taken.Value.Terms.Topic;
        }
        return topic is null ? Incomplete("–", 1, 1) : await ApplyAsync(topic, headquarters, null, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    /// <summary>What an audited application says: <see cref="Ledger.HeldContents"/> holds the row against it.</summary>
    internal static string Applied(long version, string contentHash) => $"{version} {contentHash}";

    private async Task<Answer<HeldTopic>> ApplyAsync(Topic topic, UpdateTerms terms, HeldTopicRow? held, IProgress<double>? progress, CancellationToken cancellation)
    {
        await using var parts = store.Open(terms);
        await using var content = new BrotliStream(parts, CompressionMode.Decompress);
        var lines = new UpdateLines(content, terms.Size);
        HeldTopicRow? now = null;
        Task Follow(LedgerAppend append, string what) => FollowAsync(append, what, null);
        async Task<bool> FollowAsync(LedgerAppend append, string what, string? document)
        {
            append.Audit(terms.Node, AuditAction.TopicApplied, "topic", terms.Topic, null, $"{Applied(terms.To, terms.ContentHash)} {(terms.IsSnapshot ? "snapshot" : $"from {terms.From}")}: {what}");
            append.Db.Notes?.RulesChanged();
            now = await HoldAsync(append, terms.Topic, terms.To, terms.ContentHash, terms.Node, append.Now, document, cancellation);
            return true;
        }
        Finding? problem;
        if (topic.Kind == TopicKind.List)
            problem = (await new ReceivedEntries(storage, ledger, topic, terms, progress, cancellation).ApplyAsync(lines, held, Follow)).Problem;
        else if (topic.Kind == TopicKind.Permissions)
            problem = await new ReceivedPermissions(ledger, settings, terms, progress, cancellation).ApplyAsync(() => new BrotliStream(store.Open(terms), CompressionMode.Decompress), Follow);
        else
            problem = await DocumentAsync(topic, terms, lines, document => ledger.WriteAsync(append => FollowAsync(append, "published", document), cancellation));
        if (problem is not null)
            return problem;
        await screen.RefreshAsync(CancellationToken.None);
        await policy.RefreshAsync(CancellationToken.None);
        return now!.Read();
    }

    private static async Task<Finding?> DocumentAsync(Topic topic, UpdateTerms terms, UpdateLines lines, Func<string, Task> bringIntoForce)
    {
        var document = await lines.NextAsync(CancellationToken.None) is { } line ? Encoding.UTF8.GetString(line.Span) : "";
        if (await lines.NextAsync(CancellationToken.None) is not null || document.Length == 0)
            lines.Fail("one line");
        if (lines.Problem is { } problem)
            return problem;
        if (ContentDigest.Of(document) != terms.ContentHash)
            return BorderRule.PublishedDiffers.Broken("contentHash", ("topic", topic.Name), ("version", $"{terms.To}"));
        if (PublishedDocuments.Problem(topic, terms.To, document) is { } unusable)
            return unusable;
        await bringIntoForce(document);
        return null;
    }

    /// <summary>Notes the newest catalogue. Where headquarters begins anew, what is held and differs goes on being screened with, and a snapshot of what is in force there is asked for, whatever its version.</summary>
    private static async Task<bool> HoldAsync(LedgerAppend append, Catalogue published, string content, bool isAnew, CancellationToken cancellation)
    {
        await HoldAsync(append, HeldTopicRow.Catalogue, published.Number, "", published.Node, published.At, content, cancellation);
        if (!isAnew)
            return true;
        foreach (var held in await append.Db.HeldTopics.Where(h => h.Node == published.Node && h.Topic != HeldTopicRow.Catalogue).ToListAsync(cancellation))
            held.NeedsSnapshot |= published.Topics.All(topic => (topic.Name, topic.Version, topic.ContentHash) != (held.Topic, held.Version, held.ContentHash));
        return true;
    }

    private static async Task<HeldTopicRow> HoldAsync(
        LedgerAppend append, string topic, long version, string contentHash, string node, DateTimeOffset at, string? content, CancellationToken cancellation)
    {
        var row = await append.Db.HeldTopics.SingleOrDefaultAsync(h => h.Topic == topic, cancellation);
        if (row is null)
            append.Db.HeldTopics.Add(row = new HeldTopicRow { Topic = topic, Version = version, ContentHash = contentHash, Node = node, AppliedAt = at });
        (row.Version, row.ContentHash, row.Node, row.AppliedAt, row.Content, row.NeedsSnapshot) = (version, contentHash, node, at, content, false);
        return row;
    }

    /// <summary>What came whole and signed and could not come into force: the audit says so, and a snapshot is asked for from now on.</summary>
    private async Task RefuseAsync(UpdateTerms terms, Finding problem, CancellationToken cancellation)
    {
        store.Remove(terms.Topic);
        await ledger.WriteAsync(
            async append =>
            {
                append.Audit(terms.Node, AuditAction.TopicRefused, "topic", terms.Topic, null, $"{terms.From} to {terms.To}: {problem.Code} {problem.Field}");
                return await append.Db.HeldTopics.Where(h => h.Topic == terms.Topic).ExecuteUpdateAsync(set => set.SetProperty(h => h.NeedsSnapshot, true), cancellation);
            },
            cancellation);
    }

    private async Task<(HeldTopicRow? Held, HeldTopicRow? Catalogue)> RowsAsync(Topic topic, Headquarters headquarters, CancellationToken cancellation)
    {
        await using var db = storage.Open();
        var rows = await db.HeldTopics.AsNoTracking().Where(h => h.Node == headquarters.Node && (h.Topic == topic.Name || h.Topic == HeldTopicRow.Catalogue)).ToListAsync(cancellation);
        return (rows.Find(row => row.Topic == topic.Name), rows.Find(row => row.Topic == HeldTopicRow.Catalogue));
    }

    private static bool IsHeld(UpdateTerms terms, HeldTopicRow? held) => held is { NeedsSnapshot: false } && held.Version == terms.To && held.ContentHash == terms.ContentHash;

    private static Finding? Problem(UpdateTerms terms, HeldTopicRow? held, HeldTopicRow? catalogue)
    {
        // The same version anew is believed only as the newest catalogue has it: otherwise whoever kept an old snapshot could bring it back.
        var isNewest = terms.IsSnapshot && catalogue?.Content?.Split('\n').Contains(Line(new PublishedTopic(terms.Topic, terms.To, terms.ContentHash))) == true;
        if (catalogue is not null && terms.Series < Catalogue.SeriesOf(catalogue.Version))
            return BorderRule.PublishedOlder.Broken("series", ("topic", terms.Topic), ("offered", $"{terms.To}"), ("held", $"{held?.Version ?? 0}"));
        if (held is not null && terms.To <= held.Version && !(isNewest && (terms.To == held.Version || held.NeedsSnapshot)))
            return BorderRule.PublishedOlder.Broken("to", ("topic", terms.Topic), ("offered", $"{terms.To}"), ("held", $"{held.Version}"));
        if (!terms.IsSnapshot && (held is not { NeedsSnapshot: false } || held.Version != terms.From))
            return BorderRule.PublishedBase.Broken("from", ("topic", terms.Topic), ("offered", $"{terms.From}"), ("held", $"{held?.Version ?? 0}"));
        return null;
    }

    private static string Line(PublishedTopic topic) => $"{topic.Name} {topic.Version} {topic.ContentHash}";

    private static Finding Incomplete(string topic, int missing, int parts) =>
        BorderRule.PublishedIncomplete.Broken("parts", ("topic", topic), ("missing", $"{missing}"), ("parts", $"{parts}"));

    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            gate.Release();
        }
    }
}
