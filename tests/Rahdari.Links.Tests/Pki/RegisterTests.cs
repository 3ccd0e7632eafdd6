using System.Text;
using Rahdari.Links.Pki;
using static Rahdari.Links.Tests.Pki.PkiSites;

namespace Rahdari.Links.Tests.Pki;

public sealed class RegisterTests
{
    [Fact]
    public async Task A_register_that_anybody_else_wrote_is_not_taken_and_what_was_known_stays()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        using var trust = Value(NodeTrust.Open(sites.Headquarters.Folder.FullPath));
        var file = sites.AuthorityFiles.RegisterFile;
        var genuine = File.ReadAllText(file);
        File.WriteAllText(file, genuine.Replace("PKKHI", "PKLHE", StringComparison.Ordinal));
        Touch(file, 1);
        Assert.Equal("PKKHI", trust.Find("khi-1")!.Port);
        Assert.Equal("signature", trust.Problem?.Field);
        Assert.Equal("PKI_REGISTER_INVALID", (await sites.Authority.InviteAsync("lhe-1", "PKLHE", 7, Administrator)).Problem?.Code);
        Assert.Equal("PKI_REGISTER_INVALID", NodeTrust.Open(sites.Headquarters.Folder.FullPath).Problem?.Code);
        File.WriteAllText(file, genuine);
        Touch(file, 2);
        Assert.NotNull(trust.Find("khi-1"));
        Assert.Null(trust.Problem);
    }

    [Fact]
    public async Task An_old_register_does_not_bring_a_revoked_node_back()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        using var trust = Value(NodeTrust.Open(sites.Headquarters.Folder.FullPath));
        var before = File.ReadAllBytes(sites.AuthorityFiles.RegisterFile);
        Value(await sites.Authority.RevokeAsync("khi-1", RevocationReason.KeyCompromise, null, Administrator));
        Assert.True(trust.Find("khi-1")!.IsRevoked);
        File.WriteAllBytes(sites.AuthorityFiles.RegisterFile, before);
        Assert.True(trust.Find("khi-1")!.IsRevoked);
        Assert.Equal("number", trust.Problem?.Field);
    }

    [Fact]
    public async Task Two_processes_that_change_the_register_lose_nothing()
    {
        await using var sites = await PkiSites.OpenAsync();
        var nodes = Enumerable.Range(1, 8).Select(n => $"node-{n}").ToArray();
        await Task.WhenAll(nodes.Select(node => Task.Run(() => sites.InviteAsync(node, "PKLHE"))));
        var register = Value(sites.Authority.Register(Administrator));
        Assert.Equal(nodes, register.Invitations.Select(i => i.Node));
        Assert.Equal(9, register.Number);
    }

    [Fact]
    public async Task A_revocation_list_that_a_power_cut_left_behind_is_made_again()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        var before = File.ReadAllBytes(sites.AuthorityFiles.RevocationFile);
        Value(await sites.Authority.RevokeAsync("khi-1", RevocationReason.KeyCompromise, null, Administrator));
        File.WriteAllBytes(sites.AuthorityFiles.RevocationFile, before);
        Value(await sites.Authority.RevokeAsync("khi-1", RevocationReason.KeyCompromise, null, Administrator));
        using var authority = Value(OpenAuthority.ReadCertificate(sites.AuthorityFiles.CertificateFile));
        Assert.Equal(2, Value(NodeRevocations.Read(File.ReadAllBytes(sites.AuthorityFiles.RevocationFile), authority)).Revoked.Count);
    }

    [Fact]
    public async Task The_register_is_a_line_of_JSON_and_its_signature()
    {
        await using var sites = await PkiSites.OpenAsync();
        var lines = await File.ReadAllLinesAsync(sites.AuthorityFiles.RegisterFile, Encoding.UTF8);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("{\"format\":\"rahdari-pki-register/1\",\"number\":1,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"signature\":\"", lines[1], StringComparison.Ordinal);
    }

    /// <summary>Files that are written within one tick of the file system's clock look alike.</summary>
    private static void Touch(string file, int seconds) => File.SetLastWriteTimeUtc(file, new DateTime(2026, 3, 1, 0, 0, seconds, DateTimeKind.Utc));
}
