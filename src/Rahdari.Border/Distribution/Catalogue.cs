using System.Security.Cryptography;
using Rahdari.Border.Sites;

namespace Rahdari.Border.Distribution;

/// <summary>What headquarters has in force, as it signed it.</summary>
/// <param name="Node">Headquarters.</param>
/// <param name="Series">0, and higher with each beginning anew (<see cref="PublishedSeries"/>).</param>
/// <param name="Sum">Rises within a series whenever anything is published: the sum of the topics' versions.</param>
/// <param name="At">When it was signed; UTC.</param>
/// <param name="Topics">By name.</param>
public sealed record Catalogue(string Node, long Series, long Sum, DateTimeOffset At, IReadOnlyList<PublishedTopic> Topics)
{
    private const string Heading = "rahdari catalogue 1\n";
    private const int SumBits = 36;
    private const long LargestSum = (1L << SumBits) - 1;

    /// <summary>The highest series that there can be.</summary>
    internal const long LastSeries = long.MaxValue >> SumBits;

    /// <summary>By which catalogues are ordered: the series, and in it the sum. The same number says the same.</summary>
    public long Number => (Series << SumBits) + Sum;

    /// <summary>The series that a number is of.</summary>
    internal static long SeriesOf(long number) => number >> SumBits;

    /// <summary>Reads a catalogue of any bytes; refuses what the key did not sign.</summary>
    public static Answer<Catalogue> Read(ReadOnlySpan<byte> message, Headquarters headquarters)
    {
        if (message.Length > DistributionLimits.LargestCatalogue)
            return SignedReader.Malformed("catalogue", 0, $"≤ {DistributionLimits.LargestCatalogue}");
        var reader = new SignedReader(message, Heading);
        var node = reader.Text("node", name => name.Length > 0);
        var number = reader.Number("number", 0, long.MaxValue);
        var at = reader.Number("at", 0, 253_402_300_799_999);
        var count = reader.Number("topics", 0, DistributionLimits.MostTopics);
        var topics = new List<PublishedTopic>();
        var (sum, last) = (0L, "");
        for (var i = 0; i < count && reader.Problem is null; i++)
        {
            var topic = reader.Text($"topics[{i}].name", name => Topic.Parse(name) is not null && string.CompareOrdinal(name, last) > 0);
            var version = reader.Number($"topics[{i}].version", 1, LargestSum / DistributionLimits.MostTopics);
            topics.Add(new PublishedTopic(last = topic, version, reader.Hash($"topics[{i}].hash")));
            sum += version;
        }
        reader.End();
        if (reader.Problem is null && sum != (number & LargestSum))
            reader.Fail("number", "sum of the versions");
        if (reader.Problem is { } problem)
            return problem;
        if (node != headquarters.Node || !SignedBytes.IsSigned(message, headquarters.Key))
            return BorderRule.PublishedUnsigned.Broken("signature", ("node", headquarters.Node));
        return new Catalogue(node, SeriesOf(number), sum, DateTimeOffset.FromUnixTimeMilliseconds(at), topics);
    }

    internal byte[] Signed(ECDsa key)
    {
        var bytes = new SignedBytes(Heading).Text(Node).Number(Number).Number(At.ToUnixTimeMilliseconds()).Number(Topics.Count);
        foreach (var topic in Topics)
            bytes.Text(topic.Name).Number(topic.Version).Hash(topic.ContentHash);
        return bytes.Signed(key);
    }

    internal static Catalogue Of(SiteSettings settings, long series, DateTimeOffset now, IEnumerable<PublishedTopic> topics)
    {
        PublishedTopic[] sorted = [.. topics.OrderBy(topic => topic.Name, StringComparer.Ordinal)];
        return new Catalogue(settings.Node, series, sorted.Sum(topic => topic.Version), now, sorted);
    }
}

/// <summary>A topic in force.</summary>
/// <param name="Name">The <see cref="Topic"/>'s name.</param>
/// <param name="Version">1, 2, 3 …</param>
/// <param name="ContentHash">SHA-256, hexadecimal, of everything that the version says: the same however it came to be.</param>
public sealed record PublishedTopic(string Name, long Version, string ContentHash);
