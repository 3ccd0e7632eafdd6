using System.Security.Cryptography;
using Rahdari.Border.Distribution;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Tests.Distribution;

/// <summary>Headquarters and a port in one process; what lies between them is the test's.</summary>
internal sealed class TwoSites : IAsyncDisposable
{
    private readonly ECDsa key;

    private readonly List<TestSite> lost = [];

    private TwoSites(TestSite headquarters, TestSite port)
    {
        (Headquarters, Port, key) = (headquarters, port, headquarters.Folder.OpenKey());
        Trusted = new Headquarters(headquarters.Folder.Settings.Node, key);
    }

    public TestSite Headquarters { get; private set; }

    public TestSite Port { get; }

    /// <summary>Whom the port believes.</summary>
    public Headquarters Trusted { get; }

    public PublishedTopics Published => Headquarters.Get<PublishedTopics>();

    public PublishedSeries Series => Headquarters.Get<PublishedSeries>();

    public ReceivedTopics Received => Port.Get<ReceivedTopics>();

    public static async Task<TwoSites> OpenAsync(string engine) => new(
        await TestSite.OpenAsync(engine, TestSite.Settings with { Node = "hq-1", Port = "PKISB", PortName = "Headquarters (test)" }), await TestSite.OpenAsync(engine));

    /// <summary>Headquarters is another machine with the same name and key, and nothing of what was published: a restore of the oldest backup.</summary>
    public async Task RestoreHeadquartersAsync(string engine)
    {
        var restored = await TestSite.OpenAsync(engine, Headquarters.Folder.Settings);
        File.Copy(Headquarters.Folder.KeyFile, restored.Folder.KeyFile, overwrite: true);
        lost.Add(Headquarters);
        Headquarters = restored;
    }

    public async Task<IReadOnlyList<MissingTopic>> MissingAsync()
    {
        var missing = await Received.MissingAsync(await Published.CatalogueAsync(), Trusted);
        Assert.True(missing.Succeeded, missing.Problem?.ToString());
        return missing.Value;
    }

    /// <summary>The parts that headquarters answers with, and their terms.</summary>
    public async Task<(UpdateTerms Terms, List<byte[]> Parts)> PartsAsync(string topic, long from)
    {
        var opened = await Published.OpenAsync(topic, from, "khi-1");
        Assert.True(opened.Succeeded, opened.Problem?.ToString());
        await using var update = opened.Value;
        var parts = new List<byte[]>();
        for (var number = 1; number <= update.Terms.Parts; number++)
            parts.Add((await update.PartAsync(number)).Value!);
        return (update.Terms, parts);
    }

    /// <summary>The port takes up whatever the catalogue says it lacks.</summary>
    public async Task<IReadOnlyList<UpdateTerms>> CatchUpAsync()
    {
        var applied = new List<UpdateTerms>();
        foreach (var missing in await MissingAsync())
        {
            var (terms, parts) = await PartsAsync(missing.Topic, missing.From);
            var held = await Received.ApplyAsync(Sent(parts), Trusted);
            Assert.True(held.Succeeded, held.Problem?.ToString() + string.Join(" ", held.Problem?.Evidence.Values ?? []));
            Assert.Equal((terms.Topic, terms.To, terms.ContentHash, "hq-1"), (held.Value.Topic, held.Value.Version, held.Value.ContentHash, held.Value.Node));
            applied.Add(terms);
        }
        return applied;
    }

    public static async IAsyncEnumerable<byte[]> Sent(IEnumerable<byte[]> parts)
    {
        foreach (var part in parts)
        {
            await Task.Yield();
            yield return part;
        }
    }

    public async Task<WatchlistVersion> ImportAsync(params WatchlistEntry[] entries)
    {
        var version = await Headquarters.Get<WatchlistRegister>().ImportAsync(Lists.Of(entries), Headquarters.ListManager, allowShrink: true);
        Assert.True(version.Succeeded, version.Problem?.ToString());
        return version.Value;
    }

    public async ValueTask DisposeAsync()
    {
        key.Dispose();
        await Headquarters.DisposeAsync();
        await Port.DisposeAsync();
        foreach (var site in lost)
            await site.DisposeAsync();
    }
}
