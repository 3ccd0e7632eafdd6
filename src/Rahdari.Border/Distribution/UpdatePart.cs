using System.Security.Cryptography;
using System.Text;

namespace Rahdari.Border.Distribution;

/// <summary>A part of an update as it is sent, signed by headquarters: at most <see cref="DistributionLimits.LargestPart"/>.</summary>
/// <param name="Terms">The update's.</param>
/// <param name="Number">1 to <see cref="UpdateTerms.Parts"/>.</param>
/// <param name="Body">Its share of the compressed content.</param>
public sealed record UpdatePart(UpdateTerms Terms, int Number, ReadOnlyMemory<byte> Body)
{
    private const string Heading = "rahdari part 1\n";

    /// <summary>Of a series other than the first, which is named.</summary>
    private const string SeriesHeading = "rahdari part 2\n";

    /// <summary>Reads a part of any bytes; refuses what the key did not sign.</summary>
    public static Answer<UpdatePart> Read(ReadOnlyMemory<byte> message, Headquarters headquarters)
    {
        if (message.Length > DistributionLimits.LargestPart)
            return SignedReader.Malformed("part", 0, $"≤ {DistributionLimits.LargestPart}");
        var namesSeries = message.Span.StartsWith(Encoding.ASCII.GetBytes(SeriesHeading));
        var reader = new SignedReader(message.Span, namesSeries ? SeriesHeading : Heading);
        var terms = new UpdateTerms
        {
            Series = namesSeries ? reader.Number("series", 1, Catalogue.LastSeries) : 0,
            Node = reader.Text("node", name => name.Length > 0),
            Topic = reader.Text("topic", name => Topic.Parse(name) is not null),
            From = reader.Number("from", 0, long.MaxValue),
            To = reader.Number("to", 1, long.MaxValue),
            Parts = (int)reader.Number("parts", 1, DistributionLimits.MostParts),
            Length = reader.Number("length", 1, (long)DistributionLimits.MostParts * DistributionLimits.LargestBody),
            Size = reader.Number("size", 1, DistributionLimits.LargestUpdate),
            Hash = reader.Hash("hash"),
            ContentHash = reader.Hash("contentHash"),
        };
        var number = (int)reader.Number("number", 1, DistributionLimits.MostParts);
        if (reader.Problem is null && terms.From >= terms.To)
            reader.Fail("from", "< to");
        if (reader.Problem is null && terms.Parts != Count(terms.Length))
            reader.Fail("parts", $"{Count(terms.Length)}");
        if (reader.Problem is null && number > terms.Parts)
            reader.Fail("number", $"≤ {terms.Parts}");
        var length = reader.Problem is null ? BodyLength(terms, number) : 0;
        reader.Rest("body", length);
        if (reader.Problem is { } problem)
            return problem;
        if (terms.Node != headquarters.Node || !SignedBytes.IsSigned(message.Span, headquarters.Key))
            return BorderRule.PublishedUnsigned.Broken("signature", ("node", headquarters.Node));
        return new UpdatePart(terms, number, message.Slice(message.Length - SignedBytes.SignatureLength - length, length));
    }

    internal byte[] Signed(ECDsa key) =>
        (Terms.Series == 0 ? new SignedBytes(Heading) : new SignedBytes(SeriesHeading).Number(Terms.Series)).Text(Terms.Node).Text(Terms.Topic).Number(Terms.From).Number(Terms.To).Number(Terms.Parts).Number(Terms.Length).Number(Terms.Size)
            .Hash(Terms.Hash).Hash(Terms.ContentHash).Number(Number).Raw(Body.Span).Signed(key);

    /// <summary>Into how many parts a content is cut.</summary>
    internal static long Count(long length) => (length + DistributionLimits.LargestBody - 1) / DistributionLimits.LargestBody;

    /// <summary>How much of it a part has.</summary>
    internal static int BodyLength(UpdateTerms terms, int number) => (int)Math.Min(DistributionLimits.LargestBody, terms.Length - ((long)(number - 1) * DistributionLimits.LargestBody));
}
