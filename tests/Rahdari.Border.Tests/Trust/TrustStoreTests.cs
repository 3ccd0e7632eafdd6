using Rahdari.Border.Audit;
using Rahdari.Border.Trust;
using Rahdari.Documents.Trust;
using Rahdari.Tests;

namespace Rahdari.Border.Tests.Trust;

public class TrustStoreTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    private static byte[] List => File.ReadAllBytes(SharedData.Path("csca", "DE_ML_2025-03-05.ml"));

    private static SigningCertificate Root => SigningCertificate.Read(File.ReadAllBytes(SharedData.Path("csca", "DE_ROOT_CA_CSCA07.cer")))!;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_German_list_comes_into_force_and_again_changes_nothing(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var cancellation = TestContext.Current.CancellationToken;
        var administrator = new Actor("admin1", new HashSet<string> { Roles.Administrator }, null);
        var store = site.Get<TrustStore>();
        var distinct = MasterListReader.Read(List).List!.Certificates.Select(c => c.Fingerprint).Distinct().Count();

        var first = (await store.ImportAsync(List, Root, administrator, cancellation: cancellation)).Value!;
        Assert.Equal(("DE", 1, distinct, distinct, 0), (first.Publisher, first.Number, first.Certificates, first.Added, first.Removed));
        var again = (await store.ImportAsync(List, Root, administrator, cancellation: cancellation)).Value!;
        Assert.Equal((1, 0, 0), (again.Number, again.Added, again.Removed));

        var all = (await store.CertificatesAsync(null, 0, 1000, site.Auditor, cancellation)).Value!;
        Assert.Equal(distinct, all.Total);
        var german = (await store.CertificatesAsync(" de ", 0, 1000, site.Auditor, cancellation)).Value!;
        Assert.NotEmpty(german.Items);
        Assert.All(german.Items, c => Assert.Equal("DE", c.Country));
        Assert.False(german.Items[0].IsSuperseded);
        Assert.True(german.Items[^1].IsSuperseded);
        var audit = await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.TrustImported }, 0, 10, site.Auditor, cancellation);
        Assert.Equal(2, audit.Value!.Total);
    }

    [Fact]
    public async Task What_does_not_verify_or_is_not_for_the_asker_to_import_changes_nothing()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var cancellation = TestContext.Current.CancellationToken;
        var administrator = new Actor("admin1", new HashSet<string> { Roles.Administrator }, null);
        var store = site.Get<TrustStore>();
        var changed = List;
        changed[changed.Length / 2] ^= 1;
        Assert.Equal("TRUST_LIST_SIGNATURE", (await store.ImportAsync(changed, Root, administrator, cancellation: cancellation)).Problem?.Code);
        var other = MasterListReader.Read(List).List!.Certificates.First(c => c.Country == "FR");
        Assert.Equal("TRUST_LIST_SIGNER_UNTRUSTED", (await store.ImportAsync(List, other, administrator, cancellation: cancellation)).Problem?.Code);
        Assert.Equal("TRUST_LIST_UNREADABLE", (await store.ImportAsync("hello"u8.ToArray(), Root, administrator, cancellation: cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await store.ImportAsync(List, Root, site.Officer, cancellation: cancellation)).Problem?.Code);
        Assert.Empty((await store.VersionsAsync(site.Officer, cancellation)).Value!);
        Assert.Equal(0, (await store.CertificatesAsync(null, 0, 10, site.Officer, cancellation)).Value!.Total);
    }
}
