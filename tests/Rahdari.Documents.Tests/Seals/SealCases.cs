using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Seals;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Tests.Seals;

/// <summary>For every code of a seal an input that raises it.</summary>
internal static class SealCases
{
    private static readonly TestSeal Test = new();

    private static readonly MrzFields Zone = Specimens.Read(Specimens.MRVB).Fields!;

    public static IReadOnlyDictionary<string, Func<IEnumerable<Finding>>> All { get; } = new Dictionary<string, Func<IEnumerable<Finding>>>
    {
        ["SEAL_UNREADABLE"] = () => SealReader.Read("hello"u8.ToArray()).Findings,
        ["SEAL_VERSION_UNKNOWN"] = () => SealReader.Read((byte[])[0xDC, 0x07, .. Test.Visa()[2..]]).Findings,
        ["SEAL_DATE_IMPOSSIBLE"] = () => SealReader.Read((byte[])[.. Test.Visa()[..20], 0xFF, 0xFF, 0xFF, .. Test.Visa()[23..]]).Findings,
        ["SEAL_PROFILE_UNKNOWN"] = () => SealReader.Read(Test.Sign(0x12, 0x34, features: (1, [1]))).Findings,
        ["SEAL_FEATURE_MISSING"] = () => SealReader.Read(Test.Sign(0xFB, 0x06, features: (3, C40.Encode("XX0000000")!))).Findings,
        ["SEAL_FEATURE_UNREADABLE"] = () => SealReader.Read(Test.Sign(0xFC, 0x04, features: (2, [0xFF, 0xFE]))).Findings,
        ["SEAL_SIGNER_UNKNOWN"] = () => Verify(Test.Visa(), new TrustAnchors([Test.Authority.Certificate])),
        ["SEAL_SIGNER_NOT_CERTIFIED"] = () => Verify(Test.Visa(), new TrustAnchors([], [Test.Signer.Certificate])),
        ["SEAL_SIGNER_REVOKED"] = () => Verify(Test.Visa(), new TrustAnchors([Test.Authority.Certificate], [Test.Signer.Certificate], [RevocationList.Read(Test.Authority.Revoke(TestSeal.Now, TestSeal.Now.AddDays(90), Test.Signer))!])),
        ["SEAL_SIGNER_OF_ANOTHER_STATE"] = () => Verify(Test.Visa("XXA")),
        ["SEAL_SIGNER_VALIDITY"] = () => Verify(Test.Visa(signed: new DateOnly(2024, 12, 31), issued: new DateOnly(2025, 1, 2))),
        ["SEAL_SIGNATURE"] = () => Verify(Changed(Test.Visa())),
        ["SEAL_SIGNED_AFTER_TODAY"] = () => Verify(Test.Visa(signed: TestSeal.Day.AddDays(1))),
        ["SEAL_SIGNED_LONG_BEFORE_ISSUE"] = () => Verify(Test.Visa(signed: new DateOnly(2025, 6, 1))),
        ["SEAL_STATE_DIFFERS"] = () => Compare(Zone with { IssuingState = "XXA" }),
        ["SEAL_DIFFERS_FROM_ZONE"] = () => Compare(Zone with { DocumentNumber = "L8988902C" }),
        ["SEAL_JSON_INVALID"] = () => NcSealReader.Read("{"u8.ToArray()).Findings,
        ["SEAL_KIND_UNKNOWN"] = () => NcSealReader.Read(NcSealTests.Sign(Test.Signer, """{"hdr":{"t":"uto.pass","v":1,"is":"UTO"},"msg":{}}""")).Findings,
        ["SEAL_ALGORITHM_UNKNOWN"] = () => NcSealVerifier.Verify(NcSealReader.Read(NcSealTests.Sign(Test.Signer, """{"hdr":{"t":"icao.vacc","v":1,"is":"UTO"},"msg":{}}""", "none")).Seal!, Test.Anchors, TestSeal.Now),
        ["SEAL_OF_ANOTHER_PASSPORT"] = () => Compare(Zone, Zone with { DocumentNumber = "XX0000001" }),
    };

    public static IReadOnlyList<Finding> Verify(byte[] seal, TrustAnchors? anchors = null) => SealVerifier.Verify(SealReader.Read(seal).Seal!, anchors ?? Test.Anchors, TestSeal.Now);

    /// <summary>One bit of the signature.</summary>
    private static byte[] Changed(byte[] seal) => [.. seal[..^1], (byte)(seal[^1] ^ 1)];

    public static IReadOnlyList<Finding> Compare(MrzFields zone, MrzFields? passport = null) => SealInspection.Compare(SealReader.Read(Test.Visa()).Seal!, zone, passport, Specimens.Day);
}
