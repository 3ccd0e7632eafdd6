using System.Formats.Asn1;
using System.Globalization;
using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Trust;

/// <summary>Reads master lists (Doc 9303-12 §9): a CMS SignedData (RFC 5652) around a set of certificates. Takes any bytes; thread-safe.</summary>
public static class MasterListReader
{
    /// <summary>The largest list that is read; those of today have one to two million bytes.</summary>
    public const int LargestBytes = 64 << 20;

    private const string CscaMasterList = "2.23.136.1.1.2";

    /// <summary>Reads a list; what is wrong with it is among the findings.</summary>
    public static MasterListReading Read(ReadOnlyMemory<byte> encoded)
    {
        if (encoded.Length > LargestBytes)
            return Failed(TrustRule.ListTooLarge, Text(encoded.Length), Text(LargestBytes));
        var (signed, part) = SignedContent.Read(encoded);
        if (signed is null)
            return Failed(TrustRule.ListUnreadable, part);
        if (signed.Type != CscaMasterList)
            return Failed(TrustRule.ListContent, signed.Type);
        if (signed.Certificates.FirstOrDefault(signed.Signer.Names) is not { } signer)
            return Failed(TrustRule.ListUnreadable, "signer");
        try
        {
            var findings = new List<Finding>();
            var (version, certificates) = Content(signed.Content, findings);
            var list = new MasterList
            {
                Version = version,
                SignedAt = signed.SignedAt,
                Signer = signer,
                Certificates = certificates,
                SignatureHolds = signed.DigestHolds && signed.VerifyBy(signer) == SignatureOutcome.Valid,
            };
            return new MasterListReading(list, findings);
        }
        catch (AsnContentException)
        {
            return Failed(TrustRule.ListUnreadable, "CscaMasterList");
        }
    }

    /// <summary>CscaMasterList: a version and a set of certificates, each kept as it is encoded.</summary>
    private static (int Version, IReadOnlyList<SigningCertificate> Certificates) Content(ReadOnlyMemory<byte> content, List<Finding> findings)
    {
        var list = new AsnReader(content, AsnEncodingRules.BER).ReadSequence();
        if (!list.TryReadInt32(out var version))
            throw new AsnContentException();
        var set = list.ReadSetOf(skipSortOrderValidation: true);
        var encoded = new List<ReadOnlyMemory<byte>>();
        while (set.HasData)
            encoded.Add(set.ReadEncodedValue());
        // A key on a curve takes the platform a while to examine: several at a time.
        var read = encoded.AsParallel().AsOrdered().Select(SigningCertificate.Read).ToArray();
        for (var i = 0; i < read.Length; i++)
        {
            if (read[i] is null)
                findings.Add(TrustRule.CertificateUnreadable.Found(null, Text(i + 1)));
        }
        return (version, [.. read.OfType<SigningCertificate>()]);
    }

    private static MasterListReading Failed(FindingRule rule, params ReadOnlySpan<string> evidence) => new(null, [rule.Found(null, evidence)]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
