using System.Security.Cryptography;
using Rahdari.Border.Distribution;
using Rahdari.Border.Screening;

namespace Rahdari.Border.Tests.Distribution;

/// <summary>What headquarters did not say, or said before, is refused and changes nothing.</summary>
public class ForgedUpdateTests
{
    private const string Un = "watchlist/un";

    [Fact]
    public async Task An_altered_byte_anywhere_in_a_part_is_refused()
    {
        await using var sites = await OpenAsync();
        var part = (await sites.PartsAsync(Un, 0)).Parts[0];
        for (var at = 0; at < part.Length; at++)
        {
            byte[] altered = [.. part];
            altered[at] ^= (byte)(1 << (at % 8));
            var problem = UpdatePart.Read(altered, sites.Trusted).Problem;
            Assert.True(problem?.Code is "PUBLISHED_MALFORMED" or "PUBLISHED_UNSIGNED", $"byte {at}: {problem?.Code}");
        }
        part[^100] ^= 1;
        Assert.Equal("PUBLISHED_UNSIGNED", (await sites.Received.TakeAsync(part, sites.Trusted)).Problem?.Code);
        await AssertNothingHeldAsync(sites);
    }

    [Fact]
    public async Task An_altered_byte_anywhere_in_a_catalogue_is_refused()
    {
        await using var sites = await OpenAsync();
        var catalogue = (await sites.Published.CatalogueAsync())!;
        for (var at = 0; at < catalogue.Length; at++)
        {
            byte[] altered = [.. catalogue];
            altered[at] ^= (byte)(1 << (at % 8));
            Assert.True(Catalogue.Read(altered, sites.Trusted).Problem?.Code is "PUBLISHED_MALFORMED" or "PUBLISHED_UNSIGNED");
        }
        Assert.False(Catalogue.Read(catalogue.AsSpan()[..^1], sites.Trusted).Succeeded);
        Assert.False(Catalogue.Read([.. catalogue, 0], sites.Trusted).Succeeded);
        Assert.True(Catalogue.Read(catalogue, sites.Trusted).Succeeded);
    }

    [Fact]
    public async Task What_another_key_or_another_node_signed_is_refused()
    {
        await using var sites = await OpenAsync();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var stranger = sites.Trusted with { Key = other };
        var renamed = sites.Trusted with { Node = "hq-2" };
        var part = (await sites.PartsAsync(Un, 0)).Parts[0];
        var catalogue = (await sites.Published.CatalogueAsync())!;
        foreach (var believed in new[] { stranger, renamed })
        {
            Assert.Equal("PUBLISHED_UNSIGNED", (await sites.Received.TakeAsync(part, believed)).Problem?.Code);
            Assert.Equal("PUBLISHED_UNSIGNED", (await sites.Received.MissingAsync(catalogue, believed)).Problem?.Code);
        }
        // A part is no catalogue, whatever is signed.
        Assert.Equal("heading", (await sites.Received.MissingAsync(part, sites.Trusted)).Problem?.Field);
        Assert.Equal("heading", (await sites.Received.TakeAsync(catalogue, sites.Trusted)).Problem?.Field);
        await AssertNothingHeldAsync(sites);
    }

    [Fact]
    public async Task An_older_catalogue_and_an_older_snapshot_are_refused()
    {
        await using var sites = await OpenAsync();
        var (catalogue, snapshot) = ((await sites.Published.CatalogueAsync())!, (await sites.PartsAsync(Un, 0)).Parts);
        await sites.ImportAsync(ListDistributionTests.Some(0, 60));
        await sites.CatchUpAsync();
        var older = await sites.Received.MissingAsync(catalogue, sites.Trusted);
        Assert.Equal(("PUBLISHED_OLDER", "number"), (older.Problem?.Code, older.Problem?.Field));
        Assert.Equal("PUBLISHED_OLDER", (await sites.Received.ApplyAsync(TwoSites.Sent(snapshot), sites.Trusted)).Problem?.Code);
        Assert.Equal(["un@2"], sites.Port.Get<WatchlistScreen>().Versions);
        await sites.Port.RestartAsync();
        Assert.Equal("PUBLISHED_OLDER", (await sites.Received.MissingAsync(catalogue, sites.Trusted)).Problem?.Code);
    }

    [Fact]
    public async Task A_change_of_another_version_than_is_held_is_refused()
    {
        await using var sites = await OpenAsync();
        await sites.ImportAsync(ListDistributionTests.Some(0, 60));
        var (terms, parts) = await sites.PartsAsync(Un, 1);
        Assert.False(terms.IsSnapshot);
        var refused = await sites.Received.TakeAsync(parts[0], sites.Trusted);
        Assert.Equal(("PUBLISHED_OTHER_BASE", "0"), (refused.Problem?.Code, refused.Problem?.Evidence["held"]));
        await AssertNothingHeldAsync(sites);
    }

    [Fact]
    public async Task Parts_come_in_any_order_and_again_and_a_later_update_takes_the_place_of_an_earlier()
    {
        await using var sites = await OpenAsync();
        await sites.ImportAsync(Large(1));
        var (earlier, early) = await sites.PartsAsync(Un, 0);
        await sites.ImportAsync(Large(2));
        var (later, parts) = await sites.PartsAsync(Un, 0);
        Assert.True(parts.Count >= 3 && early.Count >= 3, $"{parts.Count} parts");
        Assert.All(parts, part => Assert.True(part.Length <= DistributionLimits.LargestPart));
        Assert.True((await sites.Received.TakeAsync(early[0], sites.Trusted)).Succeeded);
        Assert.Equal("PUBLISHED_INCOMPLETE", (await sites.Received.ApplyAsync(Un, sites.Trusted)).Problem?.Code);
        var (taken, order) = (0, Enumerable.Range(0, parts.Count).Reverse().ToArray());
        foreach (var index in order)
        {
            foreach (var again in new[] { parts[index], parts[index] })
            {
                var answer = (await sites.Received.TakeAsync(again, sites.Trusted)).Value!;
                Assert.Equal(later, answer.Terms);
                Assert.Equal(Enumerable.Range(1, parts.Count - taken - 1), answer.Missing);
            }
            taken++;
            if (taken == 1)
                await sites.Port.RestartAsync();
        }
        Assert.Equal("PUBLISHED_OLDER", (await sites.Received.TakeAsync(early[1], sites.Trusted)).Problem?.Code);
        Assert.NotEqual(earlier, later);
        Assert.True((await sites.Received.ApplyAsync(Un, sites.Trusted)).Succeeded);
        await ListDistributionTests.AssertSameAsync(sites);
        // What is held is answered, and nothing is done again.
        Assert.Empty((await sites.Received.TakeAsync(parts[0], sites.Trusted)).Value!.Missing);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(sites.Port.Folder.FullPath, "received"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_part_that_a_power_cut_spoilt_on_the_disk_is_asked_for_again()
    {
        await using var sites = await OpenAsync();
        await sites.ImportAsync(Large(1));
        var (_, parts) = await sites.PartsAsync(Un, 0);
        foreach (var part in parts)
            await sites.Received.TakeAsync(part, sites.Trusted);
        var file = Directory.EnumerateFiles(Path.Combine(sites.Port.Folder.FullPath, "received"), "00002.part", SearchOption.AllDirectories).Single();
        File.WriteAllBytes(file, parts[1][..(parts[1].Length / 2)]);
        var refused = await sites.Received.ApplyAsync(Un, sites.Trusted);
        Assert.Equal(("PUBLISHED_INCOMPLETE", "1"), (refused.Problem?.Code, refused.Problem?.Evidence["missing"]));
        Assert.Equal([2], (await sites.Received.TakeAsync(parts[0], sites.Trusted)).Value!.Missing);
        Assert.Empty((await sites.Received.TakeAsync(parts[1], sites.Trusted)).Value!.Missing);
        Assert.True((await sites.Received.ApplyAsync(Un, sites.Trusted)).Succeeded);
    }

    [Fact]
    public async Task A_topic_that_nobody_publishes_and_a_version_that_is_in_force_are_told()
    {
        await using var sites = await OpenAsync();
        Assert.Equal("TOPIC_UNKNOWN", (await sites.Published.OpenAsync("watchlist/none", 0, "khi-1")).Problem?.Code);
        Assert.Equal("TOPIC_UNKNOWN", (await sites.Published.OpenAsync("../etc", 0, "khi-1")).Problem?.Code);
        Assert.Equal("TOPIC_UNKNOWN", (await sites.Received.ApplyAsync("../etc", sites.Trusted)).Problem?.Code);
        Assert.Equal("PUBLISHED_NOTHING_NEWER", (await sites.Published.OpenAsync(Un, 1, "khi-1")).Problem?.Code);
    }

    internal static async Task<TwoSites> OpenAsync()
    {
        var sites = await TwoSites.OpenAsync(TestSite.Sqlite);
        await sites.ImportAsync(ListDistributionTests.Some(0, 50));
        return sites;
    }

    /// <summary>Entries of which little is said twice, so that they fill several parts.</summary>
    private static Border.Watchlists.WatchlistEntry[] Large(int seed)
    {
        var random = new Random(seed);
        var noise = new byte[9000];
        return [.. ListDistributionTests.Some(0, 80).Select(entry =>
        {
            random.NextBytes(noise);
            return entry with { Remarks = Convert.ToBase64String(noise) };
        })];
    }

    private static async Task AssertNothingHeldAsync(TwoSites sites)
    {
        Assert.Empty(await sites.Received.HeldAsync());
        Assert.Empty(sites.Port.Get<WatchlistScreen>().Versions);
        Assert.False(Directory.Exists(Path.Combine(sites.Port.Folder.FullPath, "received")));
    }
}
