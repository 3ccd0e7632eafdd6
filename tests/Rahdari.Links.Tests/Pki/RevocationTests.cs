using System.Security.Cryptography.X509Certificates;
using Rahdari.Border.Audit;
using Rahdari.Links.Pki;
using static Rahdari.Links.Tests.Pki.PkiSites;

namespace Rahdari.Links.Tests.Pki;

public sealed class RevocationTests
{
    [Fact]
    public async Task A_revoked_node_stands_in_the_list_and_is_refused_everywhere()
    {
        await using var sites = await PkiSites.OpenAsync();
        var (code, bundle) = await sites.EnrolAsync();
        using var trust = Value(NodeTrust.Open(sites.Headquarters.Folder.FullPath));
        using var credentials = Value(NodeCredentials.Open(sites.Port.Folder, sites.Clock));
        Assert.False(trust.Find("khi-1")!.IsRevoked);
        var renewal = Value(await sites.Node.RenewAsync(Administrator));
        var before = credentials.Revocations!.Number;
        sites.Clock.Advance(TimeSpan.FromHours(1));

        var revoked = Value(await sites.Authority.RevokeAsync("khi-1", RevocationReason.KeyCompromise, "stolen with the desk", Administrator));
        var list = Value(NodeRevocations.Read(File.ReadAllBytes(sites.AuthorityFiles.RevocationFile), credentials.Authority));
        Assert.Equal(new[] { revoked.Link[0].Serial, revoked.Record[0].Serial }.Order(), list.Revoked.Keys.Order());
        Assert.Equal(Start.AddHours(1), list.Revoked[credentials.Link.SerialNumber]);
        Assert.True(list.Number > before);
        Assert.Equal((Start.AddHours(1), RevocationReason.KeyCompromise), (trust.Find("khi-1")!.RevokedAt!.Value, trust.Find("khi-1")!.RevokedFor!.Value));
        Assert.Null(trust.FindByLink(credentials.Link.SerialNumber));
        Assert.Contains("stolen", Assert.Single(await AuditedAsync(sites.Headquarters.Audit, AuditAction.NodeRevoked)).Detail, StringComparison.Ordinal);

        // The port knows once it has the list.
        Assert.True(credentials.Check(credentials.Link).Succeeded);
        Value(await sites.Node.InstallAsync(File.ReadAllBytes(sites.AuthorityFiles.RevocationFile), null, Administrator));
        Assert.Contains("revoked on 2026-03-01 07:00", credentials.Check(credentials.Link).Problem!.Evidence["reason"], StringComparison.Ordinal);

        Assert.Equal("PKI_NODE_REVOKED", (await sites.Authority.IssueAsync(renewal, Administrator)).Problem?.Code);
        Assert.Equal("PKI_NODE_REVOKED", (await sites.Authority.InviteAsync("khi-1", "PKKHI", 7, Administrator)).Problem?.Code);
        Assert.Equal("PKI_NODE_REVOKED", (await sites.Authority.IssueAsync(Value(await sites.Node.RequestAsync(code, Administrator)), Administrator)).Problem?.Code);
        Value(await sites.Authority.RevokeAsync("khi-1", RevocationReason.KeyCompromise, null, Administrator));
        Assert.Single(await AuditedAsync(sites.Headquarters.Audit, AuditAction.NodeRevoked));
        Assert.Equal("PKI_NODE_NOT_FOUND", (await sites.Authority.RevokeAsync("lhe-1", RevocationReason.KeyCompromise, null, Administrator)).Problem?.Code);
        Assert.NotEmpty(bundle);
    }

    [Fact]
    public async Task OpenSSL_agrees_with_the_chain_the_purposes_and_the_list()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        var at = $"{sites.Clock.GetUtcNow().ToUnixTimeSeconds()}";
        var (ca, crl) = (sites.AuthorityFiles.CertificateFile, sites.AuthorityFiles.RevocationFile);
        string[] verify = ["verify", "-attime", at, "-x509_strict", "-check_ss_sig", "-CAfile", ca, "-CRLfile", crl, "-crl_check"];
        foreach (var purpose in new[] { "sslclient", "sslserver" })
            Assert.Equal((0, "OK"), Said(await OpenSslAsync([.. verify, "-purpose", purpose, sites.NodeFiles.LinkCertificateFile])));
        Assert.Equal((0, "OK"), Said(await OpenSslAsync([.. verify, sites.NodeFiles.RecordCertificateFile])));
        Assert.Contains("CN = khi-1", (await OpenSslAsync("x509", "-in", sites.NodeFiles.LinkCertificateFile, "-noout", "-subject")).Said, StringComparison.Ordinal);

        var revoked = Value(await sites.Authority.RevokeAsync("khi-1", RevocationReason.CessationOfOperation, null, Administrator));
        var (exit, said) = await OpenSslAsync([.. verify, sites.NodeFiles.LinkCertificateFile]);
        Assert.NotEqual(0, exit);
        Assert.Contains("certificate revoked", said, StringComparison.Ordinal);
        var (_, text) = await OpenSslAsync("crl", "-in", crl, "-noout", "-text");
        Assert.Contains(revoked.Link[0].Serial, text, StringComparison.Ordinal);
        Assert.Contains("Cessation Of Operation", text, StringComparison.Ordinal);
        Assert.Contains("X509v3 CRL Number", text, StringComparison.Ordinal);

        static (int, string) Said((int Exit, string Said) result) => (result.Exit, result.Said.Trim().Split(": ")[^1]);
    }

    [Fact]
    public async Task Whoever_is_not_of_our_authority_or_not_for_links_or_out_of_time_is_refused()
    {
        await using var sites = await PkiSites.OpenAsync();
        await using var others = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        await others.EnrolAsync();
        using var credentials = Value(NodeCredentials.Open(sites.Port.Folder, sites.Clock));
        using var foreign = Value(NodeCredentials.Open(others.Port.Folder, sites.Clock));
        Assert.True(credentials.Check(credentials.Link).Succeeded);
        Assert.Equal("PKI_CERTIFICATE_REFUSED", credentials.Check(foreign.Link).Problem?.Code); // The same name, another authority.
        Assert.Equal("PKI_CERTIFICATE_REFUSED", credentials.Check(credentials.Record).Problem?.Code);
        Assert.Equal("PKI_CERTIFICATE_REFUSED", credentials.Check(credentials.Authority).Problem?.Code);
        sites.Clock.Advance(TimeSpan.FromDays(90) + TimeSpan.FromSeconds(1));
        Assert.Contains(nameof(X509ChainStatusFlags.NotTimeValid), credentials.Check(credentials.Link).Problem!.Evidence["reason"], StringComparison.Ordinal);
        var foreignList = File.ReadAllBytes(others.AuthorityFiles.RevocationFile);
        Assert.Equal("PKI_REVOCATION_LIST_INVALID", (await sites.Node.InstallAsync(foreignList, null, Administrator)).Problem?.Code);
    }

    [Fact]
    public async Task An_older_list_does_not_take_the_place_of_a_newer()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        var older = File.ReadAllBytes(sites.AuthorityFiles.RevocationFile);
        await sites.InviteAsync("lhe-1", "PKLHE");
        Value(await sites.Node.InstallAsync(File.ReadAllBytes(sites.AuthorityFiles.RevocationFile), null, Administrator));
        Assert.Equal("PKI_REVOCATION_LIST_OLDER", (await sites.Node.InstallAsync(older, null, Administrator)).Problem?.Code);
    }
}
