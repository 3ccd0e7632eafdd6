using Rahdari.Border.Distribution;
using Rahdari.Border.Sites;
using Rahdari.Links.Messages;

namespace Rahdari.Links.Lines;

/// <summary>What headquarters hands out: the catalogue of what is in force, and parts of updates, which are kept open while ports ask for them. Thread-safe.</summary>
internal sealed class TopicDesk(PublishedTopics published, SiteFolder site, TimeProvider clock) : IAsyncDisposable
{
    private const int MostOpen = 16;

    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Dictionary<(string Topic, long From), (PublishedUpdate Update, long Number, DateTimeOffset UsedAt)> open = [];
    private volatile byte[]? catalogue;
    private string? said;
    private long number;

    /// <summary>The catalogue in force, signed; null before the first look.</summary>
    public byte[]? Catalogue => catalogue;

    /// <summary>Rises whenever another catalogue is in force.</summary>
    public long Number => Interlocked.Read(ref number);

    /// <summary>Looks what is in force. The instant in the catalogue alone makes no other.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        var now = await published.CatalogueAsync(cancellation);
        var says = now is null ? null : Says(now);
        if (said == says)
            return;
        (catalogue, said) = (now, says);
        Interlocked.Increment(ref number);
    }

    /// <summary>The part that a port asks for, or null where there is none: it asks by an older catalogue.</summary>
    public async Task<byte[]?> PartAsync(TopicRequest request, string node, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            if (await UpdateAsync(request, node, cancellation) is not { } update)
                return null;
            var part = await update.PartAsync(request.Part, cancellation);
            return part.Value;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The series and the topics, without instant and signature.</summary>
    private string Says(byte[] signed)
    {
        using var key = site.OpenKey();
        var read = Border.Distribution.Catalogue.Read(signed, new Headquarters(site.Settings.Node, key));
        return $"{read.Value!.Series}\n" + string.Join('\n', read.Value.Topics.Select(topic => $"{topic.Name} {topic.Version} {topic.ContentHash}"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (update, _, _) in open.Values)
            await update.DisposeAsync();
        gate.Dispose();
    }

    private async Task<PublishedUpdate?> UpdateAsync(TopicRequest request, string node, CancellationToken cancellation)
    {
        var (key, now) = ((request.Topic, request.From), clock.GetUtcNow());
        // Whoever asks for the first part begins, with what is in force now; whoever asks for another goes on with what they began.
        var inForce = Number;
        if (open.TryGetValue(key, out var known) && (request.Part > 1 || known.Number == inForce))
        {
            open[key] = known with { UsedAt = now };
            return known.Update;
        }
        foreach (var (old, (update, _, usedAt)) in open.ToArray())
        {
            if (old == key || now - usedAt > Unused || (open.Count >= MostOpen && usedAt == open.Values.Min(o => o.UsedAt)))
            {
                open.Remove(old);
                await update.DisposeAsync();
            }
        }
        if ((await published.OpenAsync(request.Topic, request.From, node, cancellation)).Value is not { } opened)
            return null;
        open[key] = (opened, inForce, now);
        return opened;
    }
}
