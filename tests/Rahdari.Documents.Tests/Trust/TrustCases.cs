using Rahdari.Documents.Findings;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Tests.Trust;

/// <summary>For every code of a master list an input that raises it.</summary>
internal static class TrustCases
{
    private const string ListType = "2.23.136.1.1.2";

    private static readonly TestAuthority Authority = TestAuthority.Create();

    public static IReadOnlyDictionary<string, Func<IEnumerable<Finding>>> All { get; } = new Dictionary<string, Func<IEnumerable<Finding>>>
    {
        ["TRUST_LIST_UNREADABLE"] = () => MasterListReader.Read("hello"u8).Findings,
        ["TRUST_LIST_TOO_LARGE"] = () => MasterListReader.Read(new byte[MasterListReader.LargestBytes + 1]).Findings,
        ["TRUST_LIST_CONTENT_TYPE"] = () => MasterListReader.Read(TestAuthority.Publish(Authority.ListSigner(), "1.2.840.113549.1.7.1")).Findings,
        ["TRUST_LIST_SIGNATURE"] = () => Verify(Changed(Published(Authority.Certificate.RawData))),
        ["TRUST_LIST_SIGNER_UNTRUSTED"] = () => Verify(Published(Authority.Certificate.RawData), TestAuthority.Create()),
        ["TRUST_LIST_SIGNER_PURPOSE"] = () => Verify(TestAuthority.Publish(Authority.ListSigner(mayList: false), ListType, Authority.Certificate.RawData)),
        ["TRUST_LIST_SIGNER_VALIDITY"] = () => Verify(TestAuthority.Publish(Authority.ListSigner(until: TestAuthority.Day.AddDays(-1)), ListType, Authority.Certificate.RawData)),
        ["TRUST_CERTIFICATE_UNREADABLE"] = () => MasterListReader.Read(Published([0x30, 0x00])).Findings,
        ["TRUST_CERTIFICATE_SIGNATURE"] = () => Verify(Published(Forged())),
        ["TRUST_CERTIFICATE_ALGORITHM"] = () => Verify(Published(OfUnknownAlgorithm())),
        ["TRUST_CERTIFICATE_ISSUER_ABSENT"] = () => Verify(Published(TestAuthority.Create("CN=CSCA Elsewhere,C=UT").Link("CN=CSCA Elsewhere 2,C=UT").Certificate.RawData)),
    };

    private static byte[] Published(byte[] certificate) => TestAuthority.Publish(Authority.ListSigner(), ListType, certificate);

    private static IEnumerable<Finding> Verify(byte[] list, TestAuthority? root = null) =>
        MasterListVerifier.Verify(MasterListReader.Read(list).List!, SigningCertificate.Read((root ?? Authority).Certificate.RawData)!).Findings;

    private static byte[] Forged()
    {
        var certificate = Authority.Certificate.RawData.ToArray();
        certificate[^1] ^= 1;
        return certificate;
    }

    private static byte[] Changed(byte[] list)
    {
        var place = list.AsSpan().IndexOf(Authority.Certificate.RawData);
        list[place + Authority.Certificate.RawData.Length - 1] ^= 1;
        return list;
    }

    /// <summary>Says that it was signed by an algorithm that does not exist.</summary>
    private static byte[] OfUnknownAlgorithm()
    {
        var certificate = Authority.Certificate.RawData.ToArray();
        ReadOnlySpan<byte> withSha256 = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02];
        for (var from = 0; certificate.AsSpan(from).IndexOf(withSha256) is >= 0 and var at; from += at + 1)
            certificate[from + at + 7] = 0x0F;
        return certificate;
    }
}
