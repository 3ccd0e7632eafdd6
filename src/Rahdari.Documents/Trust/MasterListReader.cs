using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Trust;

/// <summary>Reads master lists (Doc 9303-12 §9): a CMS SignedData (RFC 5652) around a set of certificates. Takes any bytes; thread-safe.</summary>
public static class MasterListReader
{
    /// <summary>The largest list that is read; those of today have one to two million bytes.</summary>
    public const int LargestBytes = 64 << 20;

    private const string CscaMasterList = "2.23.136.1.1.2";
    private const string CscaMasterListSigningKey = "2.23.136.1.1.3";
    private const string SigningTime = "1.2.840.113549.1.9.5";

    /// <summary>Reads a list; what is wrong with it is among the findings.</summary>
    public static MasterListReading Read(ReadOnlySpan<byte> encoded)
    {
        if (encoded.Length > LargestBytes)
            return Failed(TrustRule.ListTooLarge, Text(encoded.Length), Text(LargestBytes));
        try
        {
            var cms = new SignedCms();
            cms.Decode(encoded);
            if (cms.ContentInfo.ContentType.Value != CscaMasterList)
                return Failed(TrustRule.ListContent, cms.ContentInfo.ContentType.Value ?? "");
            if (cms.SignerInfos is not [{ Certificate: { } certificate } signer] || SigningCertificate.Read(certificate.RawDataMemory) is not { } signedBy)
                return Failed(TrustRule.ListUnreadable, "signer");
            var findings = new List<Finding>();
            var (version, certificates) = Content(cms.ContentInfo.Content, findings);
            var list = new MasterList
            {
                Version = version,
                SignedAt = SignedAt(signer),
                Signer = signedBy,
                Certificates = certificates,
                SignerMaySignLists = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
                    .Any(e => e.EnhancedKeyUsages.Cast<Oid>().Any(o => o.Value == CscaMasterListSigningKey)),
                SignatureHolds = Holds(signer),
            };
            return new MasterListReading(list, findings);
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            return Failed(TrustRule.ListUnreadable, "encoding");
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

    private static bool Holds(SignerInfo signer)
    {
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static DateTimeOffset? SignedAt(SignerInfo signer)
    {
        foreach (var attribute in signer.SignedAttributes)
        {
            if (attribute.Oid.Value == SigningTime && attribute.Values is [Pkcs9SigningTime time, ..])
                return new DateTimeOffset(DateTime.SpecifyKind(time.SigningTime, DateTimeKind.Utc));
        }
        return null;
    }

    private static MasterListReading Failed(FindingRule rule, params ReadOnlySpan<string> evidence) => new(null, [rule.Found(null, evidence)]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
