using Rahdari.Documents.Findings;
using Rahdari.Documents.Specimens;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Tests.Trust;

/// <summary>For every code of lists of certificates an input that raises it.</summary>
internal static class TrustCases
{
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SpecimenAuthority Authority = SpecimenAuthority.Create(Day.AddYears(-1));
    private static readonly SpecimenAuthority Namesake = SpecimenAuthority.Create(Day.AddYears(-1));
    private static readonly TrustAnchors Anchors = new([Authority.Certificate]);
    private static readonly SigningCertificate Elsewhere = SpecimenAuthority.Create(Day.AddYears(-1), name: "CN=CSCA Elsewhere,C=UT").Signer(Day, Day.AddYears(1)).Certificate;

    public static IReadOnlyDictionary<string, Func<IEnumerable<Finding>>> All { get; } = new Dictionary<string, Func<IEnumerable<Finding>>>
    {
        ["TRUST_LIST_UNREADABLE"] = () => MasterListReader.Read("hello"u8.ToArray()).Findings,
        ["TRUST_LIST_TOO_LARGE"] = () => MasterListReader.Read(new byte[MasterListReader.LargestBytes + 1]).Findings,
        ["TRUST_LIST_CONTENT_TYPE"] = () => MasterListReader.Read(SpecimenAuthority.Publish(ListSigner(), Day, [], "1.2.840.113549.1.7.1")).Findings,
        ["TRUST_LIST_SIGNATURE"] = () => Verify(Changed(Published(Authority.Certificate.Encoded))),
        ["TRUST_LIST_SIGNER_UNTRUSTED"] = () => Verify(Published(Authority.Certificate.Encoded), Namesake),
        ["TRUST_LIST_SIGNER_PURPOSE"] = () => Verify(SpecimenAuthority.Publish(Authority.ListSigner(Day.AddDays(-9), Day.AddYears(1), mayList: false), Day, [Authority.Certificate.Encoded])),
        ["TRUST_LIST_SIGNER_VALIDITY"] = () => Verify(SpecimenAuthority.Publish(Authority.ListSigner(Day.AddDays(-9), Day.AddDays(-1)), Day, [Authority.Certificate.Encoded])),
        ["TRUST_CERTIFICATE_UNREADABLE"] = () => MasterListReader.Read(Published(new byte[] { 0x30, 0x00 })).Findings,
        ["TRUST_CERTIFICATE_SIGNATURE"] = () => Verify(Published(Forged())),
        ["TRUST_CERTIFICATE_ALGORITHM"] = () => Verify(Published(OfUnknownAlgorithm())),
        ["TRUST_CERTIFICATE_ISSUER_ABSENT"] = () => Verify(Published(SpecimenAuthority.Create(Day, name: "CN=CSCA Elsewhere,C=UT").Link(Day, name: "CN=CSCA Elsewhere 2,C=UT").Certificate.Encoded)),
        ["TRUST_LIST_ROOT_ABSENT"] = () => MasterListVerifier.Verify(MasterListReader.Read(Published(Authority.Certificate.Encoded)).List!, new TrustAnchors([])).Findings,
        ["TRUST_LDIF_LINE"] = () => PkdDownloadReader.Read("dn: c=UT\nnonsense\n"u8.ToArray()).Findings,
        ["TRUST_LDIF_CHANGE"] = () => PkdDownloadReader.Read("dn: c=UT\nchangetype: delete\n"u8.ToArray()).Findings,
        ["TRUST_SIGNER_UNREADABLE"] = () => PkdDownloadReader.Read("dn: c=UT\nuserCertificate;binary:: AAAA\n"u8.ToArray()).Findings,
        ["TRUST_SIGNER_ISSUER_UNKNOWN"] = () => PkdVerifier.Signers([Elsewhere], signer => signer, Anchors).Findings,
        ["TRUST_REVOCATION_LIST_UNREADABLE"] = () => PkdDownloadReader.Read("dn: c=UT\ncertificateRevocationList;binary:: AAAA\n"u8.ToArray()).Findings,
        ["TRUST_REVOCATION_LIST_ISSUER_UNKNOWN"] = () => Revocations(Authority.Revoke(Day, Day.AddDays(90)), new TrustAnchors([])),
        ["TRUST_REVOCATION_LIST_SIGNATURE"] = () => Revocations(Namesake.Revoke(Day, Day.AddDays(90)), Anchors),
        ["TRUST_REVOCATION_LIST_ALGORITHM"] = () => Revocations(OfUnknownAlgorithm(Authority.Revoke(Day, Day.AddDays(90))), Anchors),
    };

    private static SpecimenSigner ListSigner() => Authority.ListSigner(Day.AddDays(-1), Day.AddYears(1));

    private static byte[] Published(ReadOnlyMemory<byte> certificate) => SpecimenAuthority.Publish(ListSigner(), Day, [certificate]);

    private static IEnumerable<Finding> Verify(byte[] list, SpecimenAuthority? root = null) =>
        MasterListVerifier.Verify(MasterListReader.Read(list).List!, (root ?? Authority).Certificate).Findings;

    private static IEnumerable<Finding> Revocations(byte[] list, TrustAnchors anchors) => PkdVerifier.Revocations([RevocationList.Read(list)!], anchors).Findings;

    private static byte[] Forged()
    {
        var certificate = Authority.Certificate.Encoded.ToArray();
        certificate[^1] ^= 1;
        return certificate;
    }

    private static byte[] Changed(byte[] list)
    {
        var place = list.AsSpan().IndexOf(Authority.Certificate.Encoded.Span);
        list[place + Authority.Certificate.Encoded.Length - 1] ^= 1;
        return list;
    }

    private static byte[] OfUnknownAlgorithm() => OfUnknownAlgorithm(Authority.Certificate.Encoded.ToArray());

    /// <summary>Says that it was signed by an algorithm that does not exist.</summary>
    private static byte[] OfUnknownAlgorithm(byte[] signed)
    {
        ReadOnlySpan<byte> withSha256 = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02];
        for (var from = 0; signed.AsSpan(from).IndexOf(withSha256) is >= 0 and var at; from += at + 1)
            signed[from + at + 7] = 0x0F;
        return signed;
    }
}
