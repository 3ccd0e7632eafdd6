using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Rahdari.Documents.Seals;

namespace Rahdari.Documents.Tests.Seals;

/// <summary>Signs seals in the name of Utopia: signer UTTS, certificate 2A.</summary>
internal sealed class TestSeal
{
    public static readonly DateOnly Day = new(2026, 1, 31);

    /// <summary>The visa of Doc 9303-7, appendix B.2, for passport XX0000000.</summary>
    public const string VisaZone = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<L8988901C4XXX4009078F9612109";

    private readonly ECDsa key;

    public TestSeal(ECCurve? curve = null)
    {
        key = ECDsa.Create(curve ?? ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=TS,C=UT", key, HashAlgorithmName.SHA256);
        var certificate = request.Create(new X500DistinguishedName("CN=CSCA Utopia,C=UT"), X509SignatureGenerator.CreateForECDsa(key), new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), [0x2A]);
        Certificate = certificate.RawData;
    }

    public byte[] Certificate { get; }

    public SealSigner Signer => SealSigner.Read(Certificate, "UTO")!;

    /// <summary>A visa's seal in order.</summary>
    public byte[] Visa(string state = "UTO", DateOnly? issued = null, DateOnly? signed = null) => Sign(0x5D, 0x01, state, issued, signed,
        (2, C40.Encode(VisaZone)!), (3, [2]), (4, [30, 0, 0]), (5, C40.Encode("XX0000000")!));

    public byte[] Sign(byte reference, byte category, string state = "UTO", DateOnly? issued = null, DateOnly? signed = null, params (byte Tag, byte[] Value)[] features)
    {
        byte[] content =
        [
            0xDC, 0x03, .. C40.Encode(state.PadRight(3))!, .. C40.Encode("UTTS02")!, .. C40.Encode("2A")!,
            .. Date(issued ?? new DateOnly(2026, 1, 15)), .. Date(signed ?? new DateOnly(2026, 1, 14)), reference, category,
            .. features.SelectMany(feature => (byte[])[feature.Tag, .. Length(feature.Value.Length), .. feature.Value]),
        ];
        var hash = key.KeySize > 256 ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256;
        var signature = key.SignData(content, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return [.. content, 0xFF, .. Length(signature.Length), .. signature];
    }

    public static byte[] Length(int length) => length < 0x80 ? [(byte)length] : [0x81, (byte)length];

    private static byte[] Date(DateOnly day)
    {
        var number = day.Month * 1_000_000 + day.Day * 10_000 + day.Year;
        return [(byte)(number >> 16), (byte)(number >> 8), (byte)number];
    }
}
