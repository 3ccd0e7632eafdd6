using Rahdari.Documents.Specimens;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Tests.Trust;

public class MasterListTests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_German_list_is_whole_and_every_certificate_is_accounted_for()
    {
        var root = Read(File.ReadAllBytes(Rahdari.Tests.SharedData.Path("csca", "DE_ROOT_CA_CSCA07.cer")));
        var reading = MasterListReader.Read(File.ReadAllBytes(Rahdari.Tests.SharedData.Path("csca", "DE_ML_2025-03-05.ml")));
        Assert.Empty(reading.Findings);
        var list = reading.List!;
        Assert.Equal(557, list.Certificates.Count);
        Assert.Equal(new DateTimeOffset(2025, 3, 5, 7, 5, 28, TimeSpan.Zero), list.SignedAt);
        Assert.Equal("DE", list.Signer.Country);

        var verification = MasterListVerifier.Verify(list, root);
        Assert.True(verification.IsWhole);
        foreach (var standing in verification.Standings.GroupBy(s => s.Standing).OrderBy(g => g.Key))
            TestContext.Current.TestOutputHelper!.WriteLine($"[measure] certificates of the German master list, {standing.Key}: {standing.Count()}");
        foreach (var algorithm in list.Certificates.GroupBy(c => $"{c.KeyAlgorithm}, {c.SignatureAlgorithm}").OrderBy(g => g.Key, StringComparer.Ordinal))
            TestContext.Current.TestOutputHelper!.WriteLine($"[measure] certificates of the German master list, {algorithm.Key}: {algorithm.Count()}");
        // Links to keys before those listed. Two others are signed by RSA-PSS with a salt of 20 octets under SHA-256 and SHA-512.
        Assert.Equal(9, verification.Standings.Count(s => s.Standing == CertificateStanding.IssuerAbsent));
        Assert.Equal(548, verification.Standings.Count(s => s.Standing is CertificateStanding.SelfSigned or CertificateStanding.Linked));
        Assert.Equal(9, verification.Findings.Count);
    }

    [Fact]
    public void A_list_under_another_root_is_told()
    {
        var (list, _) = Published(Create());
        var verification = MasterListVerifier.Verify(list, Create().Certificate);
        Assert.Equal(["TRUST_LIST_SIGNER_UNTRUSTED"], verification.Findings.Select(f => f.Code));
        Assert.False(verification.IsWhole);
    }

    [Fact]
    public void A_self_signed_certificate_and_the_link_after_it_are_vouched_for()
    {
        var first = SpecimenAuthority.Create(Day.AddYears(-1), SpecimenAlgorithm.All.Single(kind => kind.Name == "ECDSA brainpoolP256r1 SHA-256"));
        var second = first.Link(Day.AddMonths(-1), name: "CN=CSCA Utopia 2,C=UT");
        var (list, root) = Published(first, second.Certificate.Encoded);
        var verification = MasterListVerifier.Verify(list, root);
        Assert.Equal([CertificateStanding.SelfSigned, CertificateStanding.Linked], verification.Standings.Select(s => s.Standing).Order());
        Assert.Empty(verification.Findings);
    }

    [Theory]
    [InlineData(SpecimenAuthority.Utopia)]
    [InlineData("CN=CSCA Utopia 2,C=UT")]
    public void A_link_whose_issuer_is_not_listed_is_told_and_not_wrong(string name)
    {
        var signing = SpecimenAuthority.Create(Day.AddYears(-1), name: "CN=CSCA Other,C=UT");
        var list = Published(signing, [Create().Link(Day.AddMonths(-1), name: name).Certificate.Encoded], withSelf: false).List;
        var verification = MasterListVerifier.Verify(list, signing.Certificate);
        Assert.Equal(["TRUST_CERTIFICATE_ISSUER_ABSENT"], verification.Findings.Select(f => f.Code));
        Assert.True(verification.IsWhole);
    }

    [Fact]
    public void A_certificate_that_its_own_key_did_not_sign_is_found()
    {
        var authority = Create();
        var forged = authority.Certificate.Encoded.ToArray();
        forged[^1] ^= 1;
        var (list, root) = Published(authority, forged);
        var verification = MasterListVerifier.Verify(list, root);
        Assert.Contains(verification.Findings, f => f.Code == "TRUST_CERTIFICATE_SIGNATURE" && f.Evidence["fingerprint"] == Read(forged).Fingerprint);
        Assert.False(verification.IsWhole);
    }

    [Fact]
    public void A_list_changed_after_it_was_signed_is_found()
    {
        var authority = Create();
        var encoded = authority.Publish(Day, authority.Certificate);
        var place = encoded.AsSpan().IndexOf(authority.Certificate.Encoded.Span);
        encoded[place + authority.Certificate.Encoded.Length - 1] ^= 1;
        var verification = MasterListVerifier.Verify(MasterListReader.Read(encoded).List!, authority.Certificate);
        Assert.Contains(verification.Findings, f => f.Code == "TRUST_LIST_SIGNATURE");
    }

    [Fact]
    public void A_signer_that_may_not_sign_lists_or_no_longer_is_told()
    {
        var authority = Create();
        var root = authority.Certificate;
        var encoded = SpecimenAuthority.Publish(authority.ListSigner(Day.AddMonths(-6), Day.AddYears(1), mayList: false), Day, [authority.Certificate.Encoded]);
        Assert.Equal(["TRUST_LIST_SIGNER_PURPOSE"], MasterListVerifier.Verify(MasterListReader.Read(encoded).List!, root).Findings.Select(f => f.Code));
        encoded = SpecimenAuthority.Publish(authority.ListSigner(Day.AddMonths(-6), Day.AddDays(-1)), Day, [authority.Certificate.Encoded]);
        Assert.Equal(["TRUST_LIST_SIGNER_VALIDITY"], MasterListVerifier.Verify(MasterListReader.Read(encoded).List!, root).Findings.Select(f => f.Code));
    }

    [Fact]
    public void What_is_no_list_is_told()
    {
        var authority = Create();
        Assert.Equal("TRUST_LIST_UNREADABLE", MasterListReader.Read("hello"u8.ToArray()).Findings.Single().Code);
        Assert.Equal("TRUST_LIST_UNREADABLE", MasterListReader.Read(default).Findings.Single().Code);
        Assert.Equal("TRUST_LIST_CONTENT_TYPE", MasterListReader.Read(SpecimenAuthority.Publish(ListSigner(authority), Day, [], "1.2.840.113549.1.7.1")).Findings.Single().Code);
        Assert.Equal("TRUST_LIST_TOO_LARGE", MasterListReader.Read(new byte[MasterListReader.LargestBytes + 1]).Findings.Single().Code);
        var reading = MasterListReader.Read(SpecimenAuthority.Publish(ListSigner(authority), Day, [authority.Certificate.Encoded, new byte[] { 0x30, 0x00 }]));
        Assert.Equal("TRUST_CERTIFICATE_UNREADABLE", reading.Findings.Single().Code);
        Assert.Single(reading.List!.Certificates);
    }

    [Fact]
    public void Any_bytes_are_answered()
    {
        var authority = Create();
        var good = authority.Publish(Day, authority.Certificate, authority.Link(Day, name: "CN=2,C=UT").Certificate);
        Mutations.Of(good).Holds(2000, bytes =>
        {
            var reading = MasterListReader.Read(bytes);
            Assert.True(reading.List is not null || reading.Findings.Count > 0);
            if (reading.List is { } list)
                MasterListVerifier.Verify(list, list.Signer);
        });
    }

    private static SpecimenAuthority Create() => SpecimenAuthority.Create(Day.AddYears(-1));

    private static SpecimenSigner ListSigner(SpecimenAuthority authority) => authority.ListSigner(Day.AddMonths(-6), Day.AddYears(1));

    private static (MasterList List, SigningCertificate Root) Published(SpecimenAuthority authority, params ReadOnlyMemory<byte>[] further) => Published(authority, further, withSelf: true);

    private static (MasterList List, SigningCertificate Root) Published(SpecimenAuthority authority, ReadOnlyMemory<byte>[] further, bool withSelf)
    {
        var reading = MasterListReader.Read(SpecimenAuthority.Publish(ListSigner(authority), Day, withSelf ? [authority.Certificate.Encoded, .. further] : further));
        Assert.Empty(reading.Findings);
        return (reading.List!, authority.Certificate);
    }

    private static SigningCertificate Read(byte[] encoded) => SigningCertificate.Read(encoded)!;
}
