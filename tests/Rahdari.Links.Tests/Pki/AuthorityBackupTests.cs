using Rahdari.Border.Sites;
using Rahdari.Links.Pki;
using static Rahdari.Links.Tests.Pki.PkiSites;

namespace Rahdari.Links.Tests.Pki;

public sealed class AuthorityBackupTests
{
    [Fact]
    public async Task A_backup_of_headquarters_holds_the_authority_and_what_is_restored_goes_on_certifying()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        var renewal = Value(await sites.Node.RenewAsync(Administrator));
        Value(await SiteBackup.BackupAsync(sites.Headquarters.Folder, sites["hq.zip"]));
        Value(await SiteBackup.RestoreAsync(sites["hq.zip"], sites["restored"]));
        var restored = new NationalAuthority(Value(SiteFolder.Open(sites["restored"])), sites.Headquarters.Audit, sites.Clock);
        var register = Value(restored.Register(Administrator));
        Assert.Equal("khi-1", Assert.Single(register.Nodes).Name);
        Value(await restored.IssueAsync(renewal, Administrator));
        Assert.Equal(2, Value(restored.Register(Administrator)).Nodes[0].Link.Count);
    }

    [Fact]
    public async Task A_backup_of_a_port_holds_no_link_key()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        var made = Value(await SiteBackup.BackupAsync(sites.Port.Folder, sites["khi.zip"]));
        Assert.DoesNotContain(made.Files.Keys, name => name.Contains("link", StringComparison.Ordinal) || name.Contains("authority", StringComparison.Ordinal));
    }
}
