using Rahdari.Documents.Seals;
using Rahdari.Documents.Specimens;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Tests.Seals;

/// <summary>Signs seals in the name of Utopia, as signer UTTS.</summary>
internal sealed class TestSeal
{
    public static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly Day = DateOnly.FromDateTime(Now.Date);

    /// <summary>The visa of Doc 9303-7, appendix B.2, for passport XX0000000.</summary>
    public const string VisaZone = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<L8988901C4XXX4009078F9612109";

    public TestSeal(SpecimenAlgorithm? algorithm = null)
    {
        Authority = SpecimenAuthority.Create(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), algorithm);
        Signer = Authority.Signer(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), name: "CN=TS,C=UT");
    }

    public SpecimenAuthority Authority { get; }

    public SpecimenSigner Signer { get; }

    public TrustAnchors Anchors => new([Authority.Certificate], [Signer.Certificate]);

    /// <summary>The serial number as a seal writes it: every digit stands, so that a leading zero would.</summary>
    private string Reference => Signer.Certificate.SerialNumber;

    /// <summary>A visa's seal in order.</summary>
    public byte[] Visa(string state = "UTO", DateOnly? issued = null, DateOnly? signed = null) => Sign(0x5D, 0x01, state, issued, signed,
        (2, C40.Encode(VisaZone)!), (3, [2]), (4, [30, 0, 0]), (5, C40.Encode("XX0000000")!));

    public byte[] Sign(byte reference, byte category, string state = "UTO", DateOnly? issued = null, DateOnly? signed = null, params (byte Tag, byte[] Value)[] features)
    {
        byte[] content =
        [
            0xDC, 0x03, .. C40.Encode(state.PadRight(3))!, .. C40.Encode($"UTTS{Reference.Length:X2}")!, .. C40.Encode(Reference)!,
            .. Date(issued ?? new DateOnly(2026, 1, 15)), .. Date(signed ?? new DateOnly(2026, 1, 14)), reference, category,
            .. features.SelectMany(feature => (byte[])[feature.Tag, .. Length(feature.Value.Length), .. feature.Value]),
        ];
        var signature = Signer.SignPlain(content);
        return [.. content, 0xFF, .. Length(signature.Length), .. signature];
    }

    public static byte[] Length(int length) => length < 0x80 ? [(byte)length] : [0x81, (byte)length];

    private static byte[] Date(DateOnly day)
    {
        var number = day.Month * 1_000_000 + day.Day * 10_000 + day.Year;
        return [(byte)(number >> 16), (byte)(number >> 8), (byte)number];
    }
}
