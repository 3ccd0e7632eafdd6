using System.Text;
using CsCheck;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Specimens;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Tests.Trust;

public class PkdDownloadTests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SpecimenAuthority Authority = SpecimenAuthority.Create(Day.AddYears(-1));
    private static readonly SpecimenSigner First = Authority.Signer(Day, Day.AddYears(1));
    private static readonly SpecimenSigner Second = Authority.Signer(Day, Day.AddYears(1));
    private static readonly byte[] Revoking = Authority.Revoke(Day, Day.AddDays(90), Second);
    private static readonly byte[] List = Authority.Publish(Day, Authority.Certificate);

    /// <summary>As ICAO's directory is downloaded: signers, a revocation list, a master list, one signer among those that do not conform.</summary>
    private static string Whole => string.Concat(
        "version: 1\n\n# comment that\n  goes on\n\ndn: dc=data,dc=download,dc=pkd,dc=icao,dc=int\nobjectClass: top\n\n",
        Entry("cn=1,o=dsc,c=UT,dc=data,dc=download,dc=pkd,dc=icao,dc=int", "userCertificate;binary", First.Certificate.Encoded, 7),
        Entry("cn=2,o=dsc,c=UT,dc=nc-data,dc=download,dc=pkd,dc=icao,dc=int", "userCertificate;binary", Second.Certificate.Encoded, 12),
        Entry("cn=3,o=crl,c=UT,dc=data,dc=download,dc=pkd,dc=icao,dc=int", "certificateRevocationList;binary", Revoking, 9),
        Entry("cn=4,o=ml,c=UT,dc=data,dc=download,dc=pkd,dc=icao,dc=int", "pkdMasterListContent", List, 3));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_download_of_the_directory_is_read_whole(string lineEnd)
    {
        var (download, findings) = PkdDownloadReader.Read(Encoding.UTF8.GetBytes(Whole.ReplaceLineEndings(lineEnd)));
        Assert.Empty(findings);
        Assert.Equal(12, download!.Edition);
        Assert.Equal([(PkdPart.Conforming, First.Certificate), (PkdPart.NonConforming, Second.Certificate)], download.Signers);
        Assert.Equal(Day, Assert.Single(download.RevocationLists).ThisUpdate);
        Assert.Equal(List, Assert.Single(download.MasterLists).ToArray());
        Assert.True(PkdDownloadReader.IsLdif(Encoding.UTF8.GetBytes(Whole)));
        Assert.False(PkdDownloadReader.IsLdif(List));
    }

    [Fact]
    public void What_is_malformed_is_told_by_its_line_and_the_rest_is_read()
    {
        var (download, findings) = PkdDownloadReader.Read(Encoding.UTF8.GetBytes("version: 1\ndn: c=UT\nno colon\nuserCertificate;binary:: !!!\nseeAlso:< file:///etc/passwd\n\n" + Whole));
        Assert.Equal([("TRUST_LDIF_LINE", "3"), ("TRUST_LDIF_LINE", "4"), ("TRUST_LDIF_LINE", "5")], findings.Select(f => (f.Code, f.Evidence["line"])));
        Assert.Equal(2, download!.Signers.Count);
    }

    [Fact]
    public void Signers_and_lists_of_an_authority_that_is_trusted_are_vouched_for_and_no_others()
    {
        var anchors = new TrustAnchors([Authority.Certificate]);
        var stranger = SpecimenAuthority.Create(Day, name: "CN=CSCA Elsewhere,C=UT");
        var namesake = SpecimenAuthority.Create(Day).Signer(Day, Day.AddYears(1));
        SigningCertificate[] signers = [First.Certificate, stranger.Signer(Day, Day.AddYears(1)).Certificate, namesake.Certificate, Second.Certificate];
        var (verified, findings) = PkdVerifier.Signers(signers, signer => signer, anchors);
        Assert.Equal([First.Certificate, Second.Certificate], verified);
        Assert.Equal(["TRUST_SIGNER_ISSUER_UNKNOWN", "TRUST_CERTIFICATE_SIGNATURE"], findings.Select(f => f.Code));
        var revocations = PkdVerifier.Revocations([RevocationList.Read(Revoking)!], anchors);
        Assert.Equal(Authority.Certificate, Assert.Single(revocations.Verified).Authority);
    }

    [Fact]
    public void A_revocation_list_names_its_signers_whatever_zeros_their_numbers_begin_with()
    {
        var list = RevocationList.Read(Encoding.ASCII.GetBytes(System.Security.Cryptography.PemEncoding.WriteString("X509 CRL", Revoking)))!;
        Assert.Equal(Day, list.RevokedOn(Second.Certificate));
        Assert.Equal(Day, list.RevokedOn(Second.Certificate with { SerialNumber = "00" + Second.Certificate.SerialNumber }));
        Assert.Null(list.RevokedOn(First.Certificate));
    }

    [Fact]
    public void A_list_whose_root_is_trusted_already_needs_no_root_beside_it()
    {
        var list = MasterListReader.Read(List).List!;
        Assert.True(MasterListVerifier.Verify(list, new TrustAnchors([Authority.Certificate])).IsWhole);
        Assert.False(MasterListVerifier.Verify(list, new TrustAnchors([SpecimenAuthority.Create(Day).Certificate])).IsWhole);
    }

    [Fact]
    public void Any_bytes_are_answered()
    {
        var rules = FindingCatalogue.All.Select(rule => rule.Code).ToHashSet();
        Mutations.Of(Encoding.UTF8.GetBytes(Whole)).Holds(1000, bytes =>
        {
            _ = PkdDownloadReader.IsLdif(bytes);
            Assert.All(PkdDownloadReader.Read(bytes).Findings, finding => Assert.Contains(finding.Code, rules));
        });
    }

    /// <summary>An entry folded at 76 characters, as RFC 2849 writes long values.</summary>
    private static string Entry(string name, string attribute, ReadOnlyMemory<byte> value, int version)
    {
        var line = $"{attribute}:: {Convert.ToBase64String(value.Span)}";
        return $"dn: {name}\npkdVersion: {version}\n{string.Join("\n ", line.Chunk(75).Select(chunk => new string(chunk)))}\nobjectClass: pkdDownload\n\n";
    }
}
