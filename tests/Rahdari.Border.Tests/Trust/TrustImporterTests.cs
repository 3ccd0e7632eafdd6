using System.Text;
using Rahdari.Border.Audit;
using Rahdari.Border.Trust;
using Rahdari.Documents.Specimens;
using Rahdari.Documents.Trust;

namespace Rahdari.Border.Tests.Trust;

public class TrustImporterTests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Actor Administrator = new("admin1", new HashSet<string> { Roles.Administrator }, null);

    public static TheoryData<string> Engines => TestSite.Engines;

    private static byte[] List => File.ReadAllBytes(SharedData.Path("csca", "DE_ML_2025-03-05.ml"));

    private static SigningCertificate Root => SigningCertificate.Read(File.ReadAllBytes(SharedData.Path("csca", "DE_ROOT_CA_CSCA07.cer")))!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_German_list_comes_into_force_and_again_changes_nothing(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var (importer, store) = (site.Get<TrustImporter>(), site.Get<TrustStore>());
        var distinct = MasterListReader.Read(List).List!.Certificates.Select(c => c.Fingerprint).Distinct().Count();

        var first = Assert.Single((await importer.ImportAsync(List, Root, Administrator, cancellation: Cancellation)).Value!.Versions);
        Assert.Equal(("DE", 1, distinct, distinct, 0), (first.Publisher, first.Number, first.Certificates, first.Added, first.Removed));
        // Its root stands on it, so that it needs none beside it any more.
        var again = Assert.Single((await importer.ImportAsync(List, null, Administrator, cancellation: Cancellation)).Value!.Versions);
        Assert.Equal((1, 0, 0), (again.Number, again.Added, again.Removed));

        var all = (await store.CertificatesAsync(null, 0, 1000, site.Auditor, Cancellation)).Value!;
        Assert.Equal(distinct, all.Total);
        var german = (await store.CertificatesAsync(" de ", 0, 1000, site.Auditor, Cancellation)).Value!;
        Assert.NotEmpty(german.Items);
        Assert.All(german.Items, c => Assert.Equal("DE", c.Country));
        Assert.False(german.Items[0].IsSuperseded);
        Assert.True(german.Items[^1].IsSuperseded);
        var audit = await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.TrustImported }, 0, 10, site.Auditor, Cancellation);
        Assert.Equal(2, audit.Value!.Total);
    }

    [Fact]
    public async Task What_does_not_verify_or_is_not_for_the_asker_to_import_changes_nothing()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var (importer, store) = (site.Get<TrustImporter>(), site.Get<TrustStore>());
        var changed = List;
        changed[changed.Length / 2] ^= 1;
        Assert.Equal("TRUST_LIST_SIGNATURE", (await importer.ImportAsync(changed, Root, Administrator, cancellation: Cancellation)).Problem?.Code);
        var other = MasterListReader.Read(List).List!.Certificates.First(c => c.Country == "FR");
        Assert.Equal("TRUST_LIST_SIGNER_UNTRUSTED", (await importer.ImportAsync(List, other, Administrator, cancellation: Cancellation)).Problem?.Code);
        Assert.Equal("TRUST_LIST_ROOT_ABSENT", (await importer.ImportAsync(List, null, Administrator, cancellation: Cancellation)).Problem?.Code);
        Assert.Equal("TRUST_LIST_UNREADABLE", (await importer.ImportAsync("hello"u8.ToArray(), Root, Administrator, cancellation: Cancellation)).Problem?.Code);
        Assert.Equal("TRUST_LIST_UNREADABLE", (await importer.ImportAsync("version: 1\n"u8.ToArray(), Root, Administrator, cancellation: Cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await importer.ImportAsync(List, Root, site.Officer, cancellation: Cancellation)).Problem?.Code);
        Assert.Empty((await store.VersionsAsync(site.Officer, Cancellation)).Value!);
        Assert.Equal(0, (await store.CertificatesAsync(null, 0, 10, site.Officer, Cancellation)).Value!.Total);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_download_of_the_directory_brings_into_force_what_leads_to_an_authority_and_tells_of_the_rest(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var (importer, store) = (site.Get<TrustImporter>(), site.Get<TrustStore>());
        var authority = SpecimenAuthority.Create(Day.AddYears(-1));
        var (first, second, third) = (Signer(authority), Signer(authority), Signer(authority));
        var stranger = SpecimenAuthority.Create(Day, name: "CN=CSCA Elsewhere,C=UT");
        var download = Download(7, [first, Signer(stranger)], [second], [authority.Revoke(Day, Day.AddDays(90), third), stranger.Revoke(Day, Day.AddDays(90))], [authority.Publish(Day, authority.Certificate)]);

        var imported = (await importer.ImportAsync(download, authority.Certificate, Administrator, cancellation: Cancellation)).Value!;
        Assert.Equal([("UT", 1, 1), ("PKD", 1, 1), ("PKD-NC", 1, 1)], imported.Versions.Select(v => (v.Publisher, v.Number, v.Added)));
        Assert.Equal(("UT", 1), (Assert.Single(imported.Revocations).Country, imported.Revocations[0].Revoked));
        Assert.Equal(["TRUST_SIGNER_ISSUER_UNKNOWN", "TRUST_REVOCATION_LIST_ISSUER_UNKNOWN"], imported.LeftOut.Select(f => f.Code));

        // By what a document names of its signer: issuer and number, or the key.
        var anchors = await store.AnchorsAsync([first.Certificate.SignerName, new SignerName { KeyIdentifier = second.Certificate.SubjectKeyIdentifier }], Cancellation);
        Assert.Equal([first.Certificate], anchors.Signers(first.Certificate.SignerName));
        Assert.Equal([second.Certificate], anchors.Signers(second.Certificate.SignerName));
        Assert.Equal(Day, anchors.RevocationsOf(authority.Certificate)!.RevokedOn(third.Certificate));

        var again = (await importer.ImportAsync(download, null, Administrator, cancellation: Cancellation)).Value!;
        Assert.Equal([("UT", 1, 0), ("PKD", 1, 0), ("PKD-NC", 1, 0)], again.Versions.Select(v => (v.Publisher, v.Number, v.Added)));
        var other = (await importer.ImportAsync(Download(8, [third], [], [], []), null, Administrator, allowShrink: true, cancellation: Cancellation)).Value!;
        Assert.Equal(("PKD", 2, 1, 1), (Assert.Single(other.Versions).Publisher, other.Versions[0].Number, other.Versions[0].Added, other.Versions[0].Removed));
        Assert.Empty((await store.AnchorsAsync([first.Certificate.SignerName], Cancellation)).Signers(first.Certificate.SignerName));
        Assert.Equal("TRUST_DIRECTORY_OLDER", (await importer.ImportAsync(Download(7, [third], [], [], []), null, Administrator, cancellation: Cancellation)).Problem?.Code);
        Assert.Equal("TRUST_LIST_SHRINKS", (await importer.ImportAsync(Download(9, [first], [], [], []), null, Administrator, cancellation: Cancellation)).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_latest_revocation_list_is_in_force_and_no_older_one_takes_its_place(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var (importer, store) = (site.Get<TrustImporter>(), site.Get<TrustStore>());
        var authority = SpecimenAuthority.Create(Day.AddYears(-1));
        var signer = Signer(authority);
        var (early, late) = (authority.Revoke(Day, Day.AddDays(90)), authority.Revoke(Day.AddDays(1), Day.AddDays(91), signer));
        Assert.Equal("TRUST_REVOCATION_LIST_ISSUER_UNKNOWN", (await importer.ImportAsync(early, null, Administrator, cancellation: Cancellation)).Problem?.Code);
        await importer.ImportAsync(authority.Publish(Day, authority.Certificate), authority.Certificate, Administrator, cancellation: Cancellation);

        foreach (var list in new[] { early, late, late })
            Assert.Empty((await importer.ImportAsync(list, null, Administrator, cancellation: Cancellation)).Value!.LeftOut);
        Assert.Equal("TRUST_REVOCATION_LIST_OLDER", (await importer.ImportAsync(early, null, Administrator, cancellation: Cancellation)).Problem?.Code);
        Assert.Equal("TRUST_REVOCATION_LIST_SIGNATURE", (await importer.ImportAsync(SpecimenAuthority.Create(Day).Revoke(Day.AddDays(2), Day.AddDays(90)), null, Administrator, cancellation: Cancellation)).Problem?.Code);

        Assert.Equal((Day.AddDays(1), 1), (await store.RevocationsAsync(site.Officer, Cancellation)).Value!.Select(l => (l.ThisUpdate, l.Revoked)).Single());
        Assert.Equal(Day.AddDays(1), (await store.AnchorsAsync([], Cancellation)).RevocationsOf(authority.Certificate)!.RevokedOn(signer.Certificate));
    }

    private static SpecimenSigner Signer(SpecimenAuthority authority) => authority.Signer(Day, Day.AddYears(1));

    private static byte[] Download(int number, SpecimenSigner[] conforming, SpecimenSigner[] others, byte[][] revocations, byte[][] lists)
    {
        var text = new StringBuilder("version: 1\n\n");
        foreach (var (part, attribute, value) in conforming.Select(s => ("data", "userCertificate;binary", s.Certificate.Encoded.ToArray()))
            .Concat(others.Select(s => ("nc-data", "userCertificate;binary", s.Certificate.Encoded.ToArray())))
            .Concat(revocations.Select(r => ("data", "certificateRevocationList;binary", r)))
            .Concat(lists.Select(l => ("data", "pkdMasterListContent", l))))
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"dn: c=UT,dc={part},dc=download,dc=pkd,dc=icao,dc=int\npkdVersion: {number}\n{attribute}:: {Convert.ToBase64String(value)}\n\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
