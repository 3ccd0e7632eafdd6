using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Distribution;
using Rahdari.Border.Permissions;
using Rahdari.Border.Screening;
using Rahdari.Border.Storage;
using Rahdari.Border.Tests.Permissions;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Tests.Distribution;

/// <summary>Also what headquarters signed may be nonsense, by another program or a mistake: it is refused whole, without an exception, and what was in force stays.</summary>
public class SignedNonsenseTests
{
    private const int Inputs = 60;
    private const int Seed = 20260301;

    public static TheoryData<string, string> Topics
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var topic in new[] { "watchlist/un", "permissions", "entry-rules" })
            {
                foreach (var engine in TestSite.Engines)
                    data.Add(topic, engine.Data);
            }
            return data;
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Topics))]
    public async Task Whatever_was_signed_is_applied_as_it_is_or_refused(string topic, string engine)
    {
        await using var sites = await TwoSites.OpenAsync(engine);
        await sites.ImportAsync(Lists.Person("SP.1", "SPECIMEN NAMUNA", "1971-08-14", "MITHAL"), Lists.Person("SP.2", "SPECIMEN ZWEI"));
        Entries.Succeed(await sites.Headquarters.Get<EntryRulesRegister>().PublishAsync(Entries.Rules, "specimen", sites.Headquarters.VisaOfficer, Cancellation));
        await Entries.IssueAsync(sites.Headquarters, Entries.Issued());
        Entries.Succeed(await sites.Headquarters.Get<ExtensionRegister>().GrantAsync(Entries.Granted(), sites.Headquarters.VisaOfficer, Cancellation));
        await sites.CatchUpAsync();
        var before = await StateAsync(sites.Port);
        var held = (await sites.Received.HeldAsync()).Single(h => h.Topic == topic);
        var (_, parts) = await sites.PartsAsync(topic, 0);
        var valid = await UnpackedAsync(UpdatePart.Read(parts[0], sites.Trusted).Value!.Body);
        // The heading says the version that is offered, so that what follows is read; a document says another, so that none is ever right.
        if (topic != "entry-rules")
            valid = valid.Replace("{\"list\":\"un\",\"number\":1", "{\"list\":\"un\",\"number\":2", StringComparison.Ordinal).Replace("{\"sequence\":2}\n", "{\"sequence\":3}\n", StringComparison.Ordinal);
        var random = new Random(Seed);
        for (var i = 0; i < Inputs; i++)
        {
            var text = Mutated(valid, random);
            // Half of the documents bear the hash that they have, so that not the hash alone refuses them.
            var hash = random.Next(2) == 0 ? new string('A', 64) : ContentDigest.Of(text.TrimEnd('\n'));
            var lines = new TopicLines(0, text.Split('\n').SkipLast(1).ToAsyncEnumerable());
            await using var update = (await PublishedUpdate.WriteAsync(sites.Headquarters.Folder, 0, Topic.Parse(topic)!, lines, new PublishedTopic(topic, held.Version + 1, hash), Cancellation)).Value!;
            var applied = await sites.Received.ApplyAsync(TwoSites.Sent([(await update.PartAsync(1)).Value!]), sites.Trusted, Cancellation);
            Assert.StartsWith(topic == "entry-rules" ? "" : "PUBLISHED_", applied.Problem!.Code, StringComparison.Ordinal);
        }
        Assert.Equal(before, await StateAsync(sites.Port));
        await sites.Port.RestartAsync();
        Assert.Equal(before, await StateAsync(sites.Port));
    }

    [Theory]
    [InlineData(@"""names"":\[.*?\]", @"""names"":null")]
    [InlineData(@"""names"":\[.*?\]", @"""names"":[null]")]
    [InlineData(@"""text"":""SPECIMEN""", @"""text"":null")]
    [InlineData(@"""text"":""SPECIMEN""", @"""text"":""\u0000""")]
    [InlineData(@"""text"":""SPECIMEN""", @"""text"":""\ud800""")]
    [InlineData(@"""reference"":""A""", @"""reference"":""""")]
    [InlineData(@"""kind"":""Individual""", @"""kind"":99")]
    [InlineData(@"""documents"":\[\]", @"""documents"":[null]")]
    [InlineData(@"""documents"":\[\],", "")]
    [InlineData(@"""remarks"":""""", @"""remarks"":null")]
    [InlineData("^.*$", "+null")]
    [InlineData("^.*$", "+")]
    [InlineData("^.*$", "")]
    [InlineData("^.*$", "-\"SP.1\"")]
    [InlineData("^.", "?")]
    public async Task An_entry_that_is_none_is_named_by_its_line(string found, string put)
    {
        await using var sites = await ForgedUpdateTests.OpenAsync();
        var (other, valid) = (Line(Lists.Person("B", "SPECIMEN ZWEI")), Line(Lists.Person("A", "SPECIMEN")));
        var line = Regex.Replace(valid, found, put);
        Assert.NotEqual(valid, line);
        string[] lines = ["""{"list":"un","number":1}""", other, line];
        await using var update = (await PublishedUpdate.WriteAsync(
            sites.Headquarters.Folder, 0, Topic.Parse("watchlist/un")!, new TopicLines(0, lines.ToAsyncEnumerable()), new PublishedTopic("watchlist/un", 1, new string('A', 64)), Cancellation)).Value!;
        var refused = await sites.Received.ApplyAsync(TwoSites.Sent([(await update.PartAsync(1)).Value!]), sites.Trusted, Cancellation);
        Assert.Equal(("PUBLISHED_MALFORMED", "lines[3]", "entry"), (refused.Problem?.Code, refused.Problem?.Field, refused.Problem?.Evidence["rule"]));
        Assert.Empty(await sites.Received.HeldAsync());
    }

    private static string Line(WatchlistEntry entry) => TopicLines.Come + JsonSerializer.Serialize(entry, WatchlistJson.Default.WatchlistEntry);

    private static async Task<string> UnpackedAsync(ReadOnlyMemory<byte> body)
    {
        await using var unpacked = new BrotliStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private static string Mutated(string valid, Random random)
    {
        string[] pieces = ["null", "\"\"", "{}", "[]", "\\u0000", "\0", "\n", "+", "-", "9999-12-31", "-1", "99999999999999999999", "\"", "}", "\\ud800", "é", "true"];
        var text = new StringBuilder(valid);
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(3))
            {
                case 0:
                    text.Remove(at, Math.Min(text.Length - at, random.Next(1, 30)));
                    break;
                case 1:
                    text.Insert(at, pieces[random.Next(pieces.Length)]);
                    break;
                default:
                    text.Remove(at, 1).Insert(at, (char)random.Next(32, 127));
                    break;
            }
        }
        return text.Append('\n').ToString();
    }

    private static async Task<string> StateAsync(TestSite site)
    {
        await using var db = site.Get<BorderStorage>().Open();
        var number = (await ListDistributionTests.VersionAsync(site)).Number;
        var entries = await db.WatchlistEntries.Where(WatchlistEntryRow.In("un", number)).Select(e => e.ContentHash).ToListAsync();
        var permissions = await db.Permissions.Select(p => p.Sequence).ToListAsync();
        var extensions = await db.StayExtensions.Select(x => x.Sequence).ToListAsync();
        var rules = await db.HeldTopics.Where(h => h.Topic == "entry-rules").Select(h => h.Content).SingleAsync();
        return $"{string.Join(' ', site.Get<WatchlistScreen>().Versions)} {string.Join(' ', entries.Order(StringComparer.Ordinal))} {string.Join(' ', permissions)} {string.Join(' ', extensions)} {rules}";
    }
}
